"""`bio2lint.yaml` → Settings: the edition, the files that count, and how grave each rule is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import bio2lint
from bio2lint import norm, rules, schema, yamlfile
from bio2lint.finding import Place, Severity, Text

if TYPE_CHECKING:
    from bio2lint.finding import Pointer
    from bio2lint.rules import Rule
    from bio2lint.yamlfile import YamlFile

FILE = "bio2lint.yaml"
OFF = "off"
_GROUP = 3  # letters name a group of rules
_SEVERITIES = {severity.name.lower(): severity for severity in Severity}
_PARTS_OF_A_VERSION = re.compile(r"(?:>=)?([0-9]{1,9})(?:\.([0-9]{1,9}))?(?:\.([0-9]{1,9}))?")


class Mistake(NamedTuple):
    """A fault of the settings, at its line and column (1-based) of `bio2lint.yaml`."""

    line: int
    column: int
    message: Text


class SettingsError(Exception):
    """The settings cannot be used; `mistakes` says why, every one of them."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes in {FILE}")
        self.mistakes = mistakes


@dataclass(frozen=True)
class Settings:
    """What `bio2lint.yaml` says; the defaults are those of a repository without that file.

    `file` is the settings file as read, None when there is none. `rules` maps codes and prefixes
    to a severity's name or `off`; `overrides` do so for paths, the last that fits counts.
    """

    file: YamlFile | None = None
    edition: str = norm.NEWEST
    pinned: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    language: str | None = None
    fail_on: str = "error"
    rules: dict[str, str] = field(default_factory=dict)
    overrides: tuple[tuple[tuple[str, ...], dict[str, str]], ...] = ()

    @property
    def norm_place(self) -> Place:
        """Return where findings about the administration as a whole stand."""
        return Place(FILE, 0, ("norm",) if self.pinned else ())

    @cached_property
    def _included(self) -> Any:
        return _patterns(self.include) if self.include else None

    @cached_property
    def _excluded(self) -> Any:
        return _patterns(self.exclude) if self.exclude else None

    @cached_property
    def _by_path(self) -> list[tuple[Any, dict[str, str]]]:
        return [(_patterns(paths), levels) for paths, levels in self.overrides]

    def takes(self, path: str) -> bool:
        """Whether a path (relative to the root) takes part."""
        if path == FILE or (self._included and not self._included.match_file(path)):
            return False
        return not (self._excluded and self._excluded.match_file(path))

    def severity(self, rule: Rule, usual: Severity, path: str) -> Severity | None:
        """Return how grave a finding is at a path, None when its rule is off.

        `usual` is what it is without settings; a protected rule is never less. The longest prefix
        wins; an override that fits goes before the rules for all paths.
        """
        level = _longest(self.rules, rule.code)
        for patterns, levels in self._by_path:
            if patterns.match_file(path):
                level = _longest(levels, rule.code) or level
        if level is None or (rule.protected and level == OFF):
            return usual
        if level == OFF:
            return None
        return max(usual, _SEVERITIES[level]) if rule.protected else _SEVERITIES[level]


def _patterns(patterns: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _longest(levels: dict[str, str], code: str) -> str | None:
    fitting = [prefix for prefix in levels if code.startswith(prefix)]
    return levels[max(fitting, key=len)] if fitting else None


def unknown_code(code: str) -> Text | None:
    """Return what to say of a code, or prefix of at least a group, that no rule has; else None."""
    known = [check.rule.code for check in rules.load()]
    if len(code) >= _GROUP and any(name.startswith(code) for name in known):
        return None
    from bio2lint.schema_errors import nearest

    meant = nearest(code, [*dict.fromkeys(name[:_GROUP] for name in known), *known])
    return Text(
        nl=f"Regel {code} bestaat niet" + (f"; bedoelt u {meant}?" if meant else "."),
        en=f"There is no rule {code}" + (f"; did you mean {meant}?" if meant else "."),
    )


def read(content: bytes | None) -> Settings:
    """Return the settings of a file's bytes (None: there is no such file).

    SettingsError when they cannot be read, do not fit their schema, name a code or an edition that
    does not exist, lower a protected rule, or ask for a newer program.
    """
    if content is None:
        return Settings()
    file = yamlfile.read(content)
    part = file.documents[0]
    if len(file.documents) == 1 and [problem.kind for problem in part.problems] == ["empty"]:
        return Settings(file=file)
    data = part.data
    mistakes = _unreadable(file) + (_mistakes(file, data) if data is not None else [])
    if mistakes or data is None:
        raise SettingsError(sorted(set(mistakes)))
    return Settings(
        file=file,
        edition=data.get("norm", f"bio2@{norm.NEWEST}").removeprefix("bio2@"),
        pinned="norm" in data,
        include=tuple(data.get("include", ())),
        exclude=tuple(data.get("exclude", ())),
        language=data.get("language"),
        fail_on=data.get("fail_on", "error"),
        rules=data.get("rules", {}),
        overrides=tuple((tuple(o["paths"]), o["rules"]) for o in data.get("overrides", ())),
    )


class _Wrong(NamedTuple):
    """What is wrong with the value at a pointer, or with its key."""

    pointer: Pointer
    message: Text
    key: bool = False


def _unreadable(file: YamlFile) -> list[Mistake]:
    from bio2lint.rules.structure.yaml_syntax import explain

    mistakes = [
        Mistake(*yamlfile.line_column(file, problem.start), explain(problem)[0])
        for part in file.documents
        for problem in part.problems
    ]
    if len(file.documents) > 1:
        at = yamlfile.line_column(file, file.documents[1].start)
        words = Text(
            nl=f"{FILE} bevat meer dan één document; houd er één over.",
            en=f"{FILE} holds more than one document; keep one.",
        )
        mistakes.append(Mistake(*at, words))
    return mistakes


def _mistakes(file: YamlFile, data: dict[str, Any]) -> list[Mistake]:
    wrong = [*_misfits(data), *_version(data), *_edition(data), *_codes(data), *_unusable(data)]
    return [
        Mistake(
            *yamlfile.line_column(
                file, yamlfile.locate(file.documents[0], one.pointer, one.key)[0]
            ),
            one.message,
        )
        for one in wrong
    ]


def _misfits(data: dict[str, Any]) -> list[_Wrong]:
    if schema.fits("settings", data):
        return []
    from bio2lint.rules.structure.schema_valid import explain
    from bio2lint.schema_errors import diagnose

    return [
        _Wrong(fault.pointer, explain(fault)[0], fault.key)
        for fault in diagnose("settings", data).faults
        # Codes are told apart by the rules that there are.
        if not (fault.key and "rules" in fault.pointer[:-1])
    ]


def _version(data: dict[str, Any]) -> list[_Wrong]:
    wanted = _parts(data.get("requires"))
    if wanted is None or wanted <= (_parts(bio2lint.__version__) or ()):
        return []
    asked, here = data["requires"].removeprefix(">="), bio2lint.__version__
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


def _codes(data: dict[str, Any]) -> list[_Wrong]:
    known = {check.rule.code: check.rule for check in rules.load()}
    tables: list[tuple[Pointer, Any]] = [
        (("rules",), data.get("rules")),
        *((("overrides", index, "rules"), item.get("rules")) for index, item in _overrides(data)),
    ]
    return [
        _Wrong((*at, code), words, key=True)
        for at, table in tables
        if isinstance(table, dict)
        for code, level in table.items()
        if (words := _wrong_code(code, level, known)) is not None
    ]


def _wrong_code(code: str, level: object, known: dict[str, Rule]) -> Text | None:
    if (words := unknown_code(code)) is not None:
        return words
    rule = known.get(code)
    if rule is None or not rule.protected:
        return None
    if level != OFF and _SEVERITIES.get(str(level), rule.severity) >= rule.severity:
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
            Text(nl=f"`{pattern}` is geen patroon van paden.", en=f"`{pattern}` is no path pattern."),
        )
        for at, patterns in lists
        if isinstance(patterns, list)
        for index, pattern in enumerate(patterns)
        if isinstance(pattern, str) and not _usable(pattern)
    ]


def _usable(pattern: str) -> bool:
    try:
        _patterns((pattern,))
    except (ValueError, re.error):
        return False
    return True
