"""What is wrong with `bio2lint.yaml`: every mistake, with its place and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import bio2lint
from bio2lint import norm, period, rules
from bio2lint.finding import Severity, Text
from bio2lint.settings.mistakes import Wrong, located, misfits, unreadable

if TYPE_CHECKING:
    from collections.abc import Collection

    from bio2lint.finding import Pointer
    from bio2lint.rules import Option, Rule
    from bio2lint.settings.mistakes import Mistake
    from bio2lint.yamlfile import YamlFile

_PARTS_OF_A_VERSION = re.compile(r"(?:>=)?([0-9]{1,9})(?:\.([0-9]{1,9}))?(?:\.([0-9]{1,9}))?")
_GROUP = 3  # letters name a group of rules


def find(file: YamlFile) -> list[Mistake]:
    """Return every mistake of the settings in a file, in the order of their places."""
    data = file.documents[0].data
    mistakes = unreadable(file) + (located(file, _mistakes(data)) if data is not None else [])
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
    from bio2lint.schema.errors import nearest

    meant = nearest(code, [*dict.fromkeys(name[:_GROUP] for name in known), *known])
    return Text(
        nl=f"Regel `{code}` bestaat niet" + (f"; bedoelt u `{meant}`?" if meant else "."),
        en=f"There is no rule `{code}`" + (f"; did you mean `{meant}`?" if meant else "."),
    )


def unknown_own(file: YamlFile, own: Collection[str]) -> list[Mistake]:
    """Return the codes in the settings that may be own rules' but are not, now these are known."""
    data = file.documents[0].data or {}
    wrong = [
        Wrong((*at, code), words, key=True)
        for at, table in _tables(data)
        for code in table
        if (words := unknown_code(code, own)) is not None
    ]
    return located(file, wrong)


def _mistakes(data: dict[str, Any]) -> list[Wrong]:
    return [
        *misfits("settings", data),
        *_version(data),
        *_edition(data),
        *_codes(data),
        *_options(data),
        *_unusable(data),
    ]


def _version(data: dict[str, Any]) -> list[Wrong]:
    wanted = _parts(data.get("requires"))
    if wanted is None or wanted <= (_parts(bio2lint.__version__) or ()):
        return []
    asked, here = ".".join(map(str, wanted)), bio2lint.__version__
    words = Text(
        nl=f"Deze administratie vraagt bio2lint {asked} of nieuwer; dit is {here}. Werk het bij.",
        en=f"This administration asks for bio2lint {asked} or newer; this is {here}. Upgrade it.",
    )
    return [Wrong(("requires",), words)]


def _parts(version: object) -> tuple[int, ...] | None:
    match = _PARTS_OF_A_VERSION.match(version) if isinstance(version, str) else None
    return tuple(int(part or 0) for part in match.groups()) if match else None


def _edition(data: dict[str, Any]) -> list[Wrong]:
    stated = data.get("norm")
    known = [f"bio2@{edition}" for edition in norm.editions()]
    if not isinstance(stated, str) or not stated.startswith("bio2@") or stated in known:
        return []
    words = Text(
        nl=f"Editie {stated} is hier niet bekend; kies uit {', '.join(known)}.",
        en=f"Edition {stated} is not known here; choose from {', '.join(known)}.",
    )
    return [Wrong(("norm",), words)]


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


def _codes(data: dict[str, Any]) -> list[Wrong]:
    known = {check.rule.code: check.rule for check in rules.load()}
    return [
        Wrong((*at, code), words, key=True)
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
    if isinstance(level, dict):
        level = level.get("severity")
    severities = {severity.name.lower(): severity for severity in Severity}
    if level != "off" and severities.get(str(level), rule.severity) >= rule.severity:
        return None
    return Text(
        nl=f"{code} is een beschermde regel en kan niet uit of lager.",
        en=f"{code} is a protected rule and cannot be turned off or lowered.",
    )


def _options(data: dict[str, Any]) -> list[Wrong]:
    """Return the options that a rule does not have, and values that an option cannot have."""
    known = {check.rule.code: check.rule for check in rules.load()}
    table = data.get("rules")
    blocks = table.items() if isinstance(table, dict) else ()
    return [
        wrong
        for code, block in blocks
        if isinstance(block, dict) and unknown_code(code) is None
        for name, value in block.items()
        if name != "severity"
        and (wrong := _wrong_option(code, known.get(code), name, value)) is not None
    ]


def _wrong_option(code: str, rule: Rule | None, name: str, value: Any) -> Wrong | None:
    options = {option.name: option for option in (rule.options if rule else ())}
    option = options.get(name)
    if option is None:
        there = ", ".join(f"`{known}`" for known in ("severity", *options))
        words = Text(
            nl=f"Regel {code} heeft geen optie `{name}`; er is {there}.",
            en=f"Rule {code} has no option `{name}`; there is {there}.",
        )
        return Wrong(("rules", code, name), words, key=True)
    if _fits(option, value):
        return None
    expected = _KINDS_OF_OPTIONS[option.kind]
    words = Text(
        nl=f"Bij `{name}` van {code} hoort {expected.nl}.",
        en=f"`{name}` of {code} must be {expected.en}.",
    )
    return Wrong(("rules", code, name), words)


_KINDS_OF_OPTIONS = {
    "period": Text(nl="een termijn zoals P6M of P1Y", en="a period such as P6M or P1Y"),
    "integer": Text(nl="een geheel getal, 0 of hoger", en="a whole number, 0 or higher"),
    "flag": Text(nl="true of false", en="true or false"),
    "texts": Text(nl="een tekst of een lijst met teksten", en="a text or a list of texts"),
}


def _fits(option: Option, value: Any) -> bool:
    if option.kind == "period":
        read = period.parse(value) if isinstance(value, str) else None
        return read is not None and min(read.months, read.days) >= 0
    if option.kind == "integer":
        return type(value) is int and value >= 0
    if option.kind == "flag":
        return isinstance(value, bool)
    items = [value] if isinstance(value, str) else value
    return isinstance(items, list) and all(isinstance(item, str) for item in items)


def _unusable(data: dict[str, Any]) -> list[Wrong]:
    """Return the patterns of paths that match nothing because they are none."""
    lists: list[tuple[Pointer, Any]] = [
        (("include",), data.get("include")),
        (("exclude",), data.get("exclude")),
        *((("overrides", index, "paths"), item.get("paths")) for index, item in _overrides(data)),
    ]
    return [
        Wrong(
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
