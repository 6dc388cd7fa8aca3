"""The baseline: findings that were there when the administration began to be checked.

They are held back until they are mended or the baseline ends. A finding is known by its
fingerprint, which shifted lines, moved files and reordered lists do not change.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import rules, yamlfile
from bio2lint.finding import Text
from bio2lint.model.fields import read_date
from bio2lint.settings.mistakes import Wrong, located, misfits, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from bio2lint.finding import Finding, Pointer
    from bio2lint.settings.mistakes import Mistake

USUAL_FILE = "bio2lint-baseline.yaml"


class BaselineError(Exception):
    """A baseline that cannot be used; `mistakes` says why, every one of them."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes in the baseline")
        self.mistakes = mistakes


class Entry(NamedTuple):
    """One finding that was known: its code, the document (or path) that it was about, and it."""

    code: str
    document: str
    fingerprint: str


class Baseline(NamedTuple):
    """What was known on a day, why it may wait, and who answers for it; `until` is the last day."""

    recorded: date
    reason: str
    owner: str
    until: date | None
    entries: tuple[Entry, ...]


class Comparison(NamedTuple):
    """What a baseline does to a run: how many findings it holds back, and which are mended."""

    held: int
    stale: tuple[Entry, ...]
    ended: date | None


def read(content: bytes) -> Baseline:
    """Return the baseline in a file's bytes.

    BaselineError when it cannot be read, does not fit its schema, or names a protected rule.
    """
    file = yamlfile.read(content)
    data = file.documents[0].data
    mistakes = unreadable(file)
    if data is not None:
        mistakes += located(file, [*misfits("baseline", data), *_unreal(data), *_protected(data)])
    if mistakes or data is None:
        raise BaselineError(mistakes)
    day, until = read_date(data["date"]), read_date(data.get("until"))
    assert day is not None  # noqa: S101 (the schema demands it)
    return Baseline(
        recorded=day,
        reason=data["reason"],
        owner=data["owner"],
        until=until,
        entries=tuple(Entry(**entry) for entry in data["findings"]),
    )


def _unreal(data: dict[str, Any]) -> list[Wrong]:
    return [
        Wrong(
            (key,),
            Text(nl=f"De dag {data[key]} bestaat niet.", en=f"There is no day {data[key]}."),
        )
        for key in ("date", "until")
        if isinstance(data.get(key), str) and read_date(data[key]) is None
    ]


def _protected(data: dict[str, Any]) -> list[Wrong]:
    protected = {check.rule.code for check in rules.load() if check.rule.protected}
    listed = data.get("findings")
    entries = enumerate(listed if isinstance(listed, list) else ())
    return [
        Wrong(
            _code_of(index),
            Text(
                nl=f"{entry['code']} is een beschermde regel; een nulmeting verbergt hem niet.",
                en=f"{entry['code']} is a protected rule; a baseline cannot hide it.",
            ),
        )
        for index, entry in entries
        if isinstance(entry, dict) and entry.get("code") in protected
    ]


def _code_of(index: int) -> Pointer:
    return "findings", index, "code"


def hold_back(
    findings: Iterable[Finding], baseline: Baseline, as_of: date, judged: Callable[[str], bool]
) -> tuple[list[Finding], list[Finding], Comparison]:
    """Return the findings that are new, those that are held back, and what the baseline did.

    `judged` tells whether the rule of a code looked everywhere: only of such a rule it can be said
    that a finding is no longer there. A baseline that has ended holds nothing back.
    """
    findings = list(findings)
    if baseline.until is not None and as_of > baseline.until:
        return findings, [], Comparison(0, (), baseline.until)
    known = {(entry.code, entry.fingerprint) for entry in baseline.entries}
    new = [f for f in findings if (f.code, f.fingerprint) not in known]
    held = [f for f in findings if (f.code, f.fingerprint) in known]
    there = {(f.code, f.fingerprint) for f in findings}
    stale = tuple(
        entry
        for entry in baseline.entries
        if (entry.code, entry.fingerprint) not in there and judged(entry.code)
    )
    return new, held, Comparison(len(held), stale, None)


def entries(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Return what to record of findings: all but those of protected rules."""
    protected = {check.rule.code for check in rules.load() if check.rule.protected}
    return tuple(
        Entry(f.code, f.document or f.region.path, f.fingerprint)
        for f in findings
        if f.code not in protected
    )


_HEAD = """\
# Bevindingen die al bekend waren; `bio2lint baseline` schrijft dit bestand.
# Findings that were known before; `bio2lint baseline` writes this file.
"""


def write(baseline: Baseline) -> str:
    """Return a baseline as the text of its file; `read` gives the same back."""
    lines = [f"date: {baseline.recorded}", f"reason: {_quoted(baseline.reason)}"]
    lines.append(f"owner: {_quoted(baseline.owner)}")
    if baseline.until is not None:
        lines.append(f"until: {baseline.until}")
    lines.append("findings:" if baseline.entries else "findings: []")
    lines += [
        f"  - {{code: {code}, document: {_quoted(document)}, fingerprint: {_quoted(print_)}}}"
        for code, document, print_ in baseline.entries
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    # JSON's way of writing a text is one of YAML's; what YAML cannot hold names nothing anyway.
    printable = "".join(character if character.isprintable() else " " for character in text)
    return json.dumps(printable, ensure_ascii=False)
