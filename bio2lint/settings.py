"""`bio2lint.yaml` → Settings: the edition, the files that count, and how grave each rule is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bio2lint import norm, period, settings_errors, yamlfile
from bio2lint.finding import Place, Severity

if TYPE_CHECKING:
    from bio2lint.rules import Option, Rule
    from bio2lint.settings_errors import Mistake
    from bio2lint.yamlfile import YamlFile

FILE = "bio2lint.yaml"
OFF = "off"
_SEVERITIES = {severity.name.lower(): severity for severity in Severity}


class SettingsError(Exception):
    """The settings cannot be used; `mistakes` says why, every one of them."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes in {FILE}")
        self.mistakes = mistakes


@dataclass(frozen=True, repr=False)
class Settings:
    """What `bio2lint.yaml` says; the defaults are those of a repository without that file.

    `file` is the settings file as read, None when there is none. `rules` maps codes and prefixes
    to a severity's name or `off`; `overrides` do so for paths, the last that fits counts. `chosen`
    maps codes to the options that are chosen of that rule, as written.
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
    chosen: dict[str, dict[str, Any]] = field(default_factory=dict)

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

    def options(self, rule: Rule) -> dict[str, Any]:
        """Return the values of a rule's options, the defaults where nothing is chosen."""
        chosen = self.chosen.get(rule.code, {})
        return {
            option.name: _value(option, chosen[option.name])
            if option.name in chosen
            else option.default
            for option in rule.options
        }

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


def _value(option: Option, written: Any) -> Any:
    """Return an option's value as its rule is given it."""
    if option.kind == "period":
        return period.parse(written)
    return tuple(written) if option.kind == "texts" else written


def _levels(rules: dict[str, Any]) -> dict[str, str]:
    """Return the severities of a table of rules, without the options that may stand beside them."""
    stated = {
        code: level.get("severity") if isinstance(level, dict) else level
        for code, level in rules.items()
    }
    return {code: level for code, level in stated.items() if level is not None}


def _chosen(rules: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the options of a table of rules."""
    return {
        code: {name: value for name, value in level.items() if name != "severity"}
        for code, level in rules.items()
        if isinstance(level, dict)
    }


def _patterns(patterns: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _longest(levels: dict[str, str], code: str) -> str | None:
    fitting = [prefix for prefix in levels if code.startswith(prefix)]
    return levels[max(fitting, key=len)] if fitting else None


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
    mistakes, data = settings_errors.find(file), part.data
    if mistakes or data is None:
        raise SettingsError(mistakes)
    return Settings(
        file=file,
        edition=data.get("norm", f"bio2@{norm.NEWEST}").removeprefix("bio2@"),
        pinned="norm" in data,
        include=tuple(data.get("include", ())),
        exclude=tuple(data.get("exclude", ())),
        language=data.get("language"),
        fail_on=data.get("fail_on", "error"),
        rules=_levels(data.get("rules", {})),
        chosen=_chosen(data.get("rules", {})),
        overrides=tuple((tuple(o["paths"]), o["rules"]) for o in data.get("overrides", ())),
    )
