"""The list of all rules: as a table, as data, and as the index of their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint import profile, rules
from bio2lint.explain.rule import GROUPS
from bio2lint.finding import Text
from bio2lint.report.layout import BOLD, columns, hanging, paint
from bio2lint.report.words import SEVERITIES
from bio2lint.rules.structure._refusal import refusal
from bio2lint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.rules import Check, Rule

_MARKS = {
    "protected": Text(nl="beschermd", en="protected"),
    "fixable": Text(nl="te herstellen", en="fixable"),
    "preview": Text(nl="nieuw", en="new"),
}


def select(words: Iterable[str], profile_name: str | None) -> list[Check]:
    """Return the rules that all words fit: the beginning of a code, (a word of) a name, a group."""
    settings = Settings(profile=profile_name, preview=True) if profile_name else None
    return [
        check
        for check in rules.load()
        if all(_fits(check, word.strip().lower()) for word in words)
        and (settings is None or settings.applies(check.rule))
    ]


def _fits(check: Check, word: str) -> bool:
    group = GROUPS[check.group]
    return (
        check.rule.code.lower().startswith(word)
        or word in (check.rule.name, *check.rule.name.split("-"))
        or word in (check.group, group.nl, group.en)
    )


def as_text(checks: Iterable[Check], language: str, width: int, *, color: bool) -> str:
    """Return a line for each rule, with its summary below, under the name of its group."""
    lines: list[str] = []
    group = None
    for check in checks:
        if check.group != group:
            group = check.group
            head = GROUPS[group].in_language(language).capitalize()
            lines += ["", paint(head, BOLD, color=color)]
        lines += [_line(check.rule, language)]
        lines += hanging(" " * 8, check.rule.summary.in_language(language), width)
    return "\n".join(lines[1:]) + "\n" if lines else ""


def _line(rule: Rule, language: str) -> str:
    marks = [_MARKS[name].in_language(language) for name in _MARKS if getattr(rule, name)]
    severity = SEVERITIES[rule.severity].in_language(language)
    name = rule.name + " " * (26 - columns(rule.name))
    return f"{rule.code}  {name} {', '.join((severity, *marks))}"


def as_data(checks: Iterable[Check], language: str) -> list[dict[str, Any]]:
    """Return an object for each rule; `profiles` are those in which it holds."""
    settings = {name: Settings(profile=name, preview=True) for name in profile.NAMES}
    return [
        {
            "code": check.rule.code,
            "name": check.rule.name,
            "group": check.group,
            "severity": check.rule.severity.name.lower(),
            "source": check.rule.source,
            "summary": check.rule.summary.in_language(language),
            "fixable": check.rule.fixable,
            "suppressible": refusal(check.rule.code) is None,
            "preview": check.rule.preview,
            "profiles": [name for name, one in settings.items() if one.applies(check.rule)],
            "options": [option.name for option in check.rule.options],
            "url": check.rule.url,
        }
        for check in checks
    ]


def as_index(checks: Iterable[Check]) -> str:
    """Return the index of the pages as Markdown, in both languages."""
    lines = [
        "# Regels van bio2lint / Rules of bio2lint",
        "",
        "| code | | ernst / severity | |",
        "|---|---|---|---|",
    ]
    for check in checks:
        rule, severity = check.rule, SEVERITIES[check.rule.severity]
        summary = f"{rule.summary.nl} / {rule.summary.en}".replace("|", "\\|")
        lines.append(
            f"| [{rule.code}]({rule.code}.md) | {rule.name} | {severity.nl} / {severity.en} "
            f"| {summary} |"
        )
    return "\n".join(lines) + "\n"
