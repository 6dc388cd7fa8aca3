"""What is wrong with `bio2lint.yaml`: every mistake, with its place and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import bio2lint
from bio2lint import norm, rules, schema, yamlfile
from bio2lint.finding import Severity, Text

if TYPE_CHECKING:
    from collections.abc import Collection

    from bio2lint.finding import Pointer
    from bio2lint.rules import Rule
    from bio2lint.yamlfile import YamlFile

_PARTS_OF_A_VERSION = re.compile(r"(?:>=)?([0-9]{1,9})(?:\.([0-9]{1,9}))?(?:\.([0-9]{1,9}))?")
_GROUP = 3  # letters name a group of rules


class Mistake(NamedTuple):
    """A fault of the settings, at its line and column (1-based) of `bio2lint.yaml`."""

    line: int
    column: int
    message: Text


class _Wrong(NamedTuple):
    """What is wrong with the value at a pointer, or with its key."""

    pointer: Pointer
    message: Text
    key: bool = False


def find(file: YamlFile) -> list[Mistake]:
    """Return every mistake of the settings in a file, in the order of their places."""
    data = file.documents[0].data
    mistakes = _unreadable(file) + (_mistakes(file, data) if data is not None else [])
    return sorted(set(mistakes))


def unknown_code(code: str, own: Collection[str] | None = None) -> Text | None:
    """Return what to say of a code, or prefix of at least a group, that no rule has; else None.

    `own` are the codes of the organisation's own rules; as long as they are not known (None), what
    may be one of them is let pass.
    """
    known = [check.rule.code for check in rules.load()]
    if len(code) >= _GROUP and any(name.startswith(code) for name in known):
        return None
    if rules.may_be_own(code) and (own is None or any(name.startswith(code) for name in own)):
        return None
    from bio2lint.schema_errors import nearest

    meant = nearest(code, [*dict.fromkeys(name[:_GROUP] for name in known), *known])
    return Text(
        nl=f"Regel `{code}` bestaat niet" + (f"; bedoelt u `{meant}`?" if meant else "."),
        en=f"There is no rule `{code}`" + (f"; did you mean `{meant}`?" if meant else "."),
    )


def unknown_own(file: YamlFile, own: Collection[str]) -> list[Mistake]:
    """Return the codes in the settings that may be own rules' but are not, now these are known."""
    data = file.documents[0].data or {}
    return [
        _mistake(file, _Wrong((*at, code), words, key=True))
        for at, table in _tables(data)
        for code in table
        if (words := unknown_code(code, own)) is not None
    ]


def _unreadable(file: YamlFile) -> list[Mistake]:
    from bio2lint.rules.structure.yaml_syntax import explain

    mistakes = [
        Mistake(*yamlfile.line_column(file, problem.start), _whole(*explain(problem)))
        for part in file.documents
        for problem in part.problems
    ]
    if len(file.documents) > 1:
        at = yamlfile.line_column(file, file.documents[1].start)
        words = Text(
            nl="Dit bestand bevat meer dan één document; houd er één over.",
            en="This file holds more than one document; keep one.",
        )
        mistakes.append(Mistake(*at, words))
    return mistakes


def _mistakes(file: YamlFile, data: dict[str, Any]) -> list[Mistake]:
    wrong = [*_misfits(data), *_version(data), *_edition(data), *_codes(data), *_unusable(data)]
    return [_mistake(file, one) for one in wrong]


def _mistake(file: YamlFile, wrong: _Wrong) -> Mistake:
    start, _ = yamlfile.locate(file.documents[0], wrong.pointer, wrong.key)
    return Mistake(*yamlfile.line_column(file, start), wrong.message)


def _misfits(data: dict[str, Any]) -> list[_Wrong]:
    if schema.fits("settings", data):
        return []
    from bio2lint.rules.structure.schema_valid import explain
    from bio2lint.schema_errors import diagnose

    return [
        _Wrong(
            fault.pointer,
            _unquoted(fault.value) if fault.kind == "ambiguous" else _whole(*explain(fault)),
            fault.key,
        )
        for fault in diagnose("settings", data).faults
        # Codes are told apart by the rules that there are.
        if not (fault.key and "rules" in fault.pointer[:-1])
    ]


def _unquoted(value: object) -> Text:
    return Text(
        nl=f"Hier hoort een tekst, maar `{value}` is zonder aanhalingstekens geen tekst; schrijf "
        f'"{value}".',
        en=f'A text belongs here, but `{value}` without quotes is none; write "{value}".',
    )


def _whole(message: Text, advice: Text | None) -> Text:
    if advice is None:
        return message
    return Text(nl=f"{message.nl} {advice.nl}", en=f"{message.en} {advice.en}")


def _version(data: dict[str, Any]) -> list[_Wrong]:
    wanted = _parts(data.get("requires"))
    if wanted is None or wanted <= (_parts(bio2lint.__version__) or ()):
        return []
    asked, here = ".".join(map(str, wanted)), bio2lint.__version__
    words = Text(
        nl=f"Deze administratie vraagt bio2lint {asked} of nieuwer; dit is {here}. Werk het bij.",
        en=f"This administration asks for bio2lint {asked} or newer; this is {here}. Upgrade it.",
    )
    return [_Wrong(("requires",), words)]


def _parts(version: object) -> tuple[int, ...] | None:
    match = _PARTS_OF_A_VERSION.match(version) if isinstance(version, str) else None
    return tuple(int(part or 0) for part in match.groups()) if match else None


def _edition(data: dict[str, Any]) -> list[_Wrong]:
    stated = data.get("norm")
    known = [f"bio2@{edition}" for edition in norm.editions()]
    if not isinstance(stated, str) or not stated.startswith("bio2@") or stated in known:
        return []
    words = Text(
        nl=f"Editie {stated} is hier niet bekend; kies uit {', '.join(known)}.",
        en=f"Edition {stated} is not known here; choose from {', '.join(known)}.",
    )
    return [_Wrong(("norm",), words)]


def _overrides(data: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    listed = data.get("overrides")
    items = enumerate(listed if isinstance(listed, list) else ())
    return [(index, item) for index, item in items if isinstance(item, dict)]


def _tables(data: dict[str, Any]) -> list[tuple[Pointer, dict[str, Any]]]:
    """Return each table of codes with its pointer."""
    tables: list[tuple[Pointer, Any]] = [
        (("rules",), data.get("rules")),
        *((("overrides", index, "rules"), item.get("rules")) for index, item in _overrides(data)),
    ]
    return [(at, table) for at, table in tables if isinstance(table, dict)]


def _codes(data: dict[str, Any]) -> list[_Wrong]:
    known = {check.rule.code: check.rule for check in rules.load()}
    return [
        _Wrong((*at, code), words, key=True)
        for at, table in _tables(data)
        for code, level in table.items()
        if (words := _wrong_code(code, level, known)) is not None
    ]


def _wrong_code(code: str, level: object, known: dict[str, Rule]) -> Text | None:
    if (words := unknown_code(code)) is not None:
        return words
    rule = known.get(code)
    if rule is None or not rule.protected:
        return None
    severities = {severity.name.lower(): severity for severity in Severity}
    if level != "off" and severities.get(str(level), rule.severity) >= rule.severity:
        return None
    return Text(
        nl=f"{code} is een beschermde regel en kan niet uit of lager.",
        en=f"{code} is a protected rule and cannot be turned off or lowered.",
    )


def _unusable(data: dict[str, Any]) -> list[_Wrong]:
    """Return the patterns of paths that match nothing because they are none."""
    lists: list[tuple[Pointer, Any]] = [
        (("include",), data.get("include")),
        (("exclude",), data.get("exclude")),
        *((("overrides", index, "paths"), item.get("paths")) for index, item in _overrides(data)),
    ]
    return [
        _Wrong(
            (*at, index),
            Text(
                nl=f"`{pattern}` is geen patroon van paden.", en=f"`{pattern}` is no path pattern."
            ),
        )
        for at, patterns in lists
        if isinstance(patterns, list)
        for index, pattern in enumerate(patterns)
        if isinstance(pattern, str) and not _usable(pattern)
    ]


def _usable(pattern: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines((pattern,))
    except (ValueError, re.error):
        return False
    return True
