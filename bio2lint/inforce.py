"""What the settings come down to for a path, and where each value comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import profile, rules, yamlfile
from bio2lint.finding import Severity, Text
from bio2lint.report.layout import BOLD, columns, hanging, paint
from bio2lint.report.safe import visible
from bio2lint.report.words import SEVERITIES
from bio2lint.settings import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.finding import Pointer
    from bio2lint.rules import Rule
    from bio2lint.settings import Settings

_OFF = Text(nl="uit", en="off")
_NOT_SAID = Text(nl="standaard", en="default")
_SETTING = Text(nl="instelling", en="setting")
_RULE = Text(nl="regel", en="rule")
_FROM = Text(nl="komt uit", en="comes from")
_PROTECTED = Text(nl="beschermd", en="protected")


class Value(NamedTuple):
    """One setting: its name, its value as written, and where that stands; None is the default."""

    name: str
    value: str
    origin: str | None


class InForce(NamedTuple):
    """How grave one rule is (None: off) and usually is, where that comes from, and its options."""

    rule: Rule
    severity: Severity | None
    origin: str | None
    options: tuple[Value, ...]


class Overview(NamedTuple):
    """Everything that is in force at a path; `path` is None for the repository as a whole."""

    path: str | None
    values: tuple[Value, ...]
    rules: tuple[InForce, ...]


def of(settings: Settings, path: str | None) -> Overview:
    """Return what is in force at a path that is relative to the root."""
    values = (
        Value("norm", f"bio2@{settings.edition}", _stated(settings, ("norm",))),
        Value("profile", settings.profile, _of_profile(settings)),
        Value("preview", _yaml(settings.preview), _stated(settings, ("preview",))),
        Value("language", settings.language or "-", _stated(settings, ("language",))),
        Value("fail_on", settings.fail_on, _stated(settings, ("fail_on",))),
        Value("baseline", settings.baseline or "-", _stated(settings, ("baseline",))),
        Value("include", _yaml(settings.include), _stated(settings, ("include",))),
        Value("exclude", _yaml(settings.exclude), _stated(settings, ("exclude",))),
    )
    known = (_in_force(check.rule, settings, path or "") for check in rules.load())
    return Overview(path, values, tuple(known))


def _of_profile(settings: Settings) -> str | None:
    data = settings.file.documents[0].data if settings.file else None
    asked = settings.profile != (data or {}).get("profile", profile.USUAL)
    return "--profile" if asked else _stated(settings, ("profile",))


def _in_force(rule: Rule, settings: Settings, path: str) -> InForce:
    level = settings.level(rule, rule.severity, path)
    severity, origin = level.severity, None
    if level.origin == "profile":
        origin = f"profile {settings.profile}"
    elif level.origin != "rule":
        origin = _stated(settings, level.pointer, key=True)
    if rule.preview and not settings.preview:
        severity, origin = None, "preview"
    return InForce(rule, severity, origin, tuple(_options(rule, settings)))


def _options(rule: Rule, settings: Settings) -> Iterable[Value]:
    of_profile = profile.load(settings.profile).rules.get(rule.code)
    values = settings.options(rule)
    for option in rule.options:
        at = _stated(settings, ("rules", rule.code, option.name))
        if at is None and isinstance(of_profile, dict) and option.name in of_profile:
            at = f"profile {settings.profile}"
        yield Value(option.name, _yaml(values[option.name]), at)


def _yaml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple) and not hasattr(value, "text"):
        return f"[{', '.join(map(str, value))}]" if value else "-"
    return str(getattr(value, "text", value))


def _stated(settings: Settings, pointer: Pointer, *, key: bool = False) -> str | None:
    """Return where the settings say something, as `bio2lint.yaml:3:1`; None where they do not."""
    file = settings.file
    if file is None:
        return None
    found: Any = file.documents[0].data
    for step in pointer:
        steps = range(len(found)) if isinstance(found, list) else found
        if not isinstance(found, (dict, list)) or step not in steps:
            return None
        found = found[step]  # type: ignore[index] # a step of a list is a number
    start, _ = yamlfile.locate(file.documents[0], pointer, key=key)
    line, column = yamlfile.line_column(file, start)
    return f"{FILE}:{line}:{column}"


def as_data(overview: Overview) -> dict[str, Any]:
    """Return an overview as data: `origin` is null for a default."""
    return {
        "path": overview.path,
        "settings": {v.name: {"value": v.value, "origin": v.origin} for v in overview.values},
        "rules": [
            {
                "code": one.rule.code,
                "name": one.rule.name,
                "severity": one.severity.name.lower() if one.severity else "off",
                "usual": one.rule.severity.name.lower(),
                "origin": one.origin,
                "protected": one.rule.protected,
                "options": {v.name: {"value": v.value, "origin": v.origin} for v in one.options},
            }
            for one in overview.rules
        ],
    }


def as_text(overview: Overview, language: str, width: int, *, color: bool) -> str:
    """Return an overview for people; of the rules only what differs from what they say usually."""
    usual = _NOT_SAID.in_language(language)
    came = _FROM.in_language(language)
    rows = [(v.name, visible(v.value), visible(v.origin or usual)) for v in overview.values]
    lines = _table((_SETTING.in_language(language), "", came), rows, color=color)
    changed = [one for one in overview.rules if one.origin or any(v.origin for v in one.options)]
    if changed:
        rows = [row for one in changed for row in _rows(one, language)]
        lines += ["", *_table((_RULE.in_language(language), "", came), rows, color=color)]
    off = sum(one.severity is None for one in overview.rules)
    count = len(overview.rules)
    said = Text(
        nl=f"{count - off} van de {count} regels gelden; van de andere hierboven is te zien waarom "
        "niet.",
        en=f"{count - off} of {count} rules are in force; above it is said why the others are not.",
    )
    all_hold = Text(nl=f"Alle {count} regels gelden.", en=f"All {count} rules are in force.")
    return (
        "\n".join(
            [*lines, "", *hanging("", (said if off else all_hold).in_language(language), width)]
        )
        + "\n"
    )


def _rows(one: InForce, language: str) -> Iterable[tuple[str, str, str]]:
    severity = SEVERITIES[one.severity] if one.severity else _OFF
    origin = one.origin or _NOT_SAID.in_language(language)
    name = f"{one.rule.code} {one.rule.name}"
    if one.rule.protected:
        name += f" ({_PROTECTED.in_language(language)})"
    yield name, severity.in_language(language), visible(origin)
    for value in one.options:
        if value.origin:
            yield f"  {value.name}", visible(value.value), visible(value.origin)


def _table(
    head: tuple[str, str, str], rows: list[tuple[str, str, str]], *, color: bool
) -> list[str]:
    first, second = (max(columns(row[index]) for row in (head, *rows)) for index in (0, 1))
    lines = [
        f"{a}{' ' * (first - columns(a))}  {b}{' ' * (second - columns(b))}  {c}".rstrip()
        for a, b, c in (head, *rows)
    ]
    return [paint(lines[0], BOLD, color=color), *lines[1:]]
