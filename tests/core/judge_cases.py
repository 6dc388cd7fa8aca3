"""What tests of judging share: a rule, places, and documents that are judged at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint import document, judge, settings
from bio2lint.finding import Found, Place, Severity, Text
from bio2lint.rules import Rule

if TYPE_CHECKING:
    from bio2lint.finding import Finding

PATH = "controls/a.yaml"
SAID = Text(nl="Er is iets.", en="There is something.")
RULE = Rule("TST001", "test", Severity.WARNING, "hygiene", SAID, fixable=True)
PROTECTED = RULE._replace(code="TST002", protected=True)
CONTROL_WITH_LISTS = """\
kind: risk
id: r-1
title: Phishing
owner: ict
treatment: mitigate
controls: [mfa, "filter"]
actions:
  - what: Sleutels uitdelen
    due: 2027-01-01
  - what: Voorlichten
    due: 2027-02-01
"""


def judged(
    text: str, *found: Found, path: str = PATH, rule: Rule = RULE, config: str | None = None
) -> list[Finding]:
    documents = {(path, d.yaml.ordinal): d for d in document.read(path, text.encode())}
    return judge.judge([(rule, one) for one in found], documents, configured(config))


def configured(config: str | None) -> settings.Settings:
    return settings.read(None if config is None else config.encode())


def at(*pointer: str | int, ordinal: int = 0, path: str = PATH, **more: Any) -> Found:
    return Found(Place(path, ordinal, pointer, **more), SAID)


def where(finding: Finding) -> tuple[int, ...]:
    return finding.region[1:]


def fingerprint(text: str, found: Found, path: str = PATH, rule: Rule = RULE) -> str:
    (finding,) = judged(text, found, path=path, rule=rule)
    return finding.fingerprint
