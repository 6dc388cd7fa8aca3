"""`bio2lint.yaml` → Settings: the edition, the files that count, and how grave each rule is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import bio2lint
from bio2lint import rules, schema, yamlfile
from bio2lint.finding import Place, Severity, Text
from bio2lint.norm import NEWEST

if TYPE_CHECKING:
    from bio2lint.rules import Rule
    from bio2lint.yamlfile import YamlFile

FILE = "bio2lint.yaml"
OFF = "off"
_SEVERITIES = {severity.name.lower(): severity for severity in Severity}


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
    edition: str = NEWEST
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

        `usual` is what it is without settings, and always so for a protected rule. The longest
        prefix wins; an override that fits goes before the rules for all paths.
        """
        if rule.protected:
            return usual
        level = _longest(self.rules, rule.code)
        for patterns, levels in self._by_path:
            if patterns.match_file(path):
                level = _longest(levels, rule.code) or level
        if level is None:
            return usual
        return None if level == OFF else _SEVERITIES[level]


def _patterns(patterns: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _longest(levels: dict[str, str], code: str) -> str | None:
    fitting = [prefix for prefix in levels if code.startswith(prefix)]
    return levels[max(fitting, key=len)] if fitting else None


def read(content: bytes | None) -> Settings:
    """Return the settings of a file's bytes (None: there is no such file).

    SettingsError when they cannot be read, do not fit their schema, name an unknown code, lower a
    protected rule, or ask for a newer program.
    """
    if content is None:
        return Settings()
    file = yamlfile.read(content)
    part = file.documents[0]
    if all(problem.kind == "empty" for problem in part.problems) and part.data is None:
        return Settings(file=file)
    mistakes = _unreadable(file)
    data = part.data if part.data is not None else {}
    if not mistakes:
        mistakes = [
            _mistake(file, pointer, text, key=key) for pointer, key, text in _contents(data)
        ]
    if mistakes:
        raise SettingsError(mistakes)
    return Settings(
        file=file,
        edition=data.get("norm", f"bio2@{NEWEST}").removeprefix("bio2@"),
        pinned="norm" in data,
        include=tuple(data.get("include", ())),
        exclude=tuple(data.get("exclude", ())),
        language=data.get("language"),
        fail_on=data.get("fail_on", "error"),
        rules=data.get("rules", {}),
        overrides=tuple((tuple(o["paths"]), o["rules"]) for o in data.get("overrides", ())),
    )


def _unreadable(file: YamlFile) -> list[Mistake]:
    from bio2lint.rules.structure.yaml_syntax import explain

    problems = [problem for part in file.documents for problem in part.problems]
    mistakes = [
        Mistake(*yamlfile.line_column(file, problem.start), explain(problem)[0])
        for problem in problems
    ]
    if len(file.documents) > 1 and not mistakes:
        at = yamlfile.line_column(file, file.documents[1].start)
        words = Text(
            nl=f"{FILE} bevat meer dan één document; houd er één over.",
            en=f"{FILE} holds more than one document; keep one.",
        )
        mistakes.append(Mistake(*at, words))
    return mistakes


def _mistake(file: YamlFile, pointer: tuple[str | int, ...], text: Text, *, key: bool) -> Mistake:
    start, _ = yamlfile.locate(file.documents[0], pointer, key)
    return Mistake(*yamlfile.line_column(file, start), text)


def _contents(data: dict[str, Any]) -> list[tuple[tuple[str | int, ...], bool, Text]]:
    if not schema.fits("settings", data):
        from bio2lint.rules.structure.schema_valid import explain
        from bio2lint.schema_errors import diagnose

        faults = diagnose("settings", data).faults
        return [(fault.pointer, fault.key, explain(fault)[0]) for fault in faults]
    return [*_version(data), *_codes(data)]


def _version(data: dict[str, Any]) -> list[tuple[tuple[str | int, ...], bool, Text]]:
    wanted = data.get("requires", "0").removeprefix(">=")
    if _parts(wanted) <= _parts(bio2lint.__version__):
        return []
    here = bio2lint.__version__
    words = Text(
        nl=f"Deze administratie vraagt bio2lint {wanted} of nieuwer; dit is {here}. Werk het bij.",
        en=f"This administration asks for bio2lint {wanted} or newer; this is {here}. Upgrade it.",
    )
    return [(("requires",), False, words)]


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]


def _codes(data: dict[str, Any]) -> list[tuple[tuple[str | int, ...], bool, Text]]:
    known = {check.rule.code: check.rule for check in rules.load()}
    tables: list[tuple[tuple[str | int, ...], dict[str, str]]] = [
        (("rules",), data.get("rules", {})),
        *(
            (("overrides", index, "rules"), override["rules"])
            for index, override in enumerate(data.get("overrides", ()))
        ),
    ]
    mistakes = []
    for at, table in tables:
        for code, level in table.items():
            words = _wrong_code(code, level, known)
            if words is not None:
                mistakes.append(((*at, code), True, words))
    return mistakes


def _wrong_code(code: str, level: str, known: dict[str, Rule]) -> Text | None:
    if not any(name.startswith(code) for name in known):
        return Text(nl=f"Regel {code} bestaat niet.", en=f"There is no rule {code}.")
    rule = known.get(code)
    if rule is None or not rule.protected:
        return None
    if level != OFF and _SEVERITIES[level] >= rule.severity:
        return None
    return Text(
        nl=f"{code} is een beschermde regel en kan niet uit of lager.",
        en=f"{code} is a protected rule and cannot be turned off or lowered.",
    )
