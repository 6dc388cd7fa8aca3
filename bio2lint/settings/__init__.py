"""`bio2lint.yaml` → Settings: the edition, the files that count, and how grave each rule is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import norm, period, yamlfile
from bio2lint import profile as profiles
from bio2lint.finding import Place, Severity
from bio2lint.settings import errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.finding import Pointer
    from bio2lint.rules import Option, Rule
    from bio2lint.settings.mistakes import Mistake
    from bio2lint.yamlfile import YamlFile

FILE = "bio2lint.yaml"
OFF = "off"
_SEVERITIES = {severity.name.lower(): severity for severity in Severity}


class Level(NamedTuple):
    """How grave the findings of a rule are at a path (None: off), and what says so.

    `origin` is rule, profile, rules or overrides; `pointer` is where that stands in the settings,
    empty for what does not stand there.
    """

    severity: Severity | None
    origin: str
    pointer: Pointer = ()


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
    maps codes to the options that are chosen of that rule, as written. `baseline` is the path of
    the file with findings that were known before.
    """

    file: YamlFile | None = None
    edition: str = norm.NEWEST
    pinned: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    language: str | None = None
    fail_on: str = "error"
    profile: str = profiles.USUAL
    preview: bool = False
    baseline: str | None = None
    rules: dict[str, str] = field(default_factory=dict)
    overrides: tuple[tuple[tuple[str, ...], dict[str, str]], ...] = ()
    chosen: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def norm_place(self) -> Place:
        """Return where findings about the administration as a whole stand."""
        return Place(FILE, 0, ("norm",) if self.pinned else ())

    @cached_property
    def _of_profile(self) -> dict[str, Any]:
        return profiles.load(self.profile).rules

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
        if path in (FILE, self.baseline) or (
            self._included and not self._included.match_file(path)
        ):
            return False
        return not (self._excluded and self._excluded.match_file(path))

    def overriding(self, path: str) -> tuple[int, ...]:
        """Return which overrides fit a path, by their index."""
        fitting = enumerate(self._by_path)
        return tuple(index for index, (patterns, _) in fitting if patterns.match_file(path))

    def options(self, rule: Rule) -> dict[str, Any]:
        """Return the values of a rule's options, the defaults where nothing is chosen."""
        chosen = _chosen(self._of_profile).get(rule.code, {}) | self.chosen.get(rule.code, {})
        return {
            option.name: _value(option, chosen[option.name])
            if option.name in chosen
            else option.default
            for option in rule.options
        }

    def applies(self, rule: Rule) -> bool:
        """Whether somebody wants the findings of a rule: those the profile leaves out, nobody may.

        What the settings turn off applies: it is counted, though not shown.
        """
        if rule.preview and not self.preview:
            return False
        if rule.protected or not self._left_out(rule):
            return True
        chosen = (self.rules, *(levels for _, levels in self.overrides))
        return any(
            found[0] != OFF
            for levels in chosen
            if (found := _longest(levels, rule.code)) is not None
        )

    def _left_out(self, rule: Rule) -> bool:
        found = _longest(_levels(self._of_profile), rule.code)
        return found is not None and found[0] == OFF

    def severity(self, rule: Rule, usual: Severity, path: str) -> Severity | None:
        """Return how grave a finding is at a path, None when its rule is off.

        `usual` is what it is without settings; a protected rule is never less.
        """
        return self.level(rule, usual, path).severity

    def level(self, rule: Rule, usual: Severity, path: str) -> Level:
        """Return the severity as `severity` does, with what says so.

        Profile, rules, overrides: the last that says something counts, in each the longest prefix.
        """
        *_, (stated, origin, pointer) = ("", "rule", ()), *self._stated(rule.code, path)
        if not stated or (rule.protected and stated == OFF):
            return Level(usual, "rule")
        if stated == OFF:
            return Level(None, origin, pointer)
        severity = _SEVERITIES[stated]
        return Level(max(usual, severity) if rule.protected else severity, origin, pointer)

    def _stated(self, code: str, path: str) -> Iterator[tuple[str, str, Pointer]]:
        if (found := _longest(_levels(self._of_profile), code)) is not None:
            yield found[0], "profile", ()
        if (found := _longest(self.rules, code)) is not None:
            yield found[0], "rules", ("rules", found[1])
        for index, (patterns, levels) in enumerate(self._by_path):
            found = _longest(levels, code)
            if found is not None and patterns.match_file(path):
                yield found[0], "overrides", ("overrides", index, "rules", found[1])


def _value(option: Option, written: Any) -> Any:
    """Return an option's value as its rule is given it."""
    if option.kind == "period":
        return period.parse(written)
    if option.kind == "texts":
        return (written,) if isinstance(written, str) else tuple(written)
    return written


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


def _longest(levels: dict[str, str], code: str) -> tuple[str, str] | None:
    """Return what the longest prefix of a code says, and that prefix; None when nothing does."""
    fitting = [prefix for prefix in levels if code.startswith(prefix)]
    prefix = max(fitting, key=len, default="")
    return (levels[prefix], prefix) if fitting else None


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
    mistakes, data = errors.find(file), part.data
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
        profile=data.get("profile", profiles.USUAL),
        preview=data.get("preview", False),
        baseline=data.get("baseline"),
        rules=_levels(data.get("rules", {})),
        chosen=_chosen(data.get("rules", {})),
        overrides=tuple((tuple(o["paths"]), o["rules"]) for o in data.get("overrides", ())),
    )
