"""How grave rules are before and after: severities, options, and what holds for some paths."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bio2lint.period import Period
from bio2lint.review import setting, table
from bio2lint.review.change import NEUTRAL, WEAKENS
from bio2lint.settings import OFF
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bio2lint.review.change import Change
    from bio2lint.review.table import Entry
    from bio2lint.rules import Rule
    from bio2lint.settings import Settings

Levels = dict[str, str]
_NOWHERE = ""


def changes(
    before: Settings, after: Settings, rules: Collection[Rule], documents: Collection[str]
) -> Iterator[Change]:
    """Yield what changed about rules, each judged as if nothing else in the settings had.

    What a lighter profile makes of a rule hides nothing: what is milder than it was is so.
    """
    by_new_profile = replace(before, profile=after.profile, preview=after.preview)
    yield from _rules((before, by_new_profile), after, rules)
    yield from _options(before, after, rules)
    yield from _overrides(before, by_new_profile, after, rules, documents)


def _rules(
    before: tuple[Settings, Settings], after: Settings, rules: Collection[Rule]
) -> Iterator[Change]:
    """Yield each code that came, went or changed; `before` is by the old profile and by the new."""
    stated_before = before[0].rules
    olds, new = [replace(one, overrides=()) for one in before], replace(after, overrides=())
    for code in dict.fromkeys((*after.rules, *stated_before)):
        stated = stated_before.get(code), after.rules.get(code)
        if stated[0] != stated[1]:
            fitting = [rule for rule in rules if _fits(rule, code)]
            levels = [(_level(old, one), _level(new, one)) for old in olds for one in fitting]
            event = _event(levels, stated[1])
            verdict = setting.verdict("rules", event)
            yield setting.change(("rules", code), *stated, verdict)


def _fits(rule: Rule, code: str) -> bool:
    return rule.code.startswith(code)


def _level(settings: Settings, rule: Rule, path: str = _NOWHERE) -> int:
    severity = settings.severity(rule, rule.severity, path)
    return 0 if severity is None else int(severity)


def _event(levels: list[tuple[int, int]], stated: str | None) -> str:
    """Return what becomes of rules; of a code that no rule has only turning it off tells."""
    if not levels:
        return "removed" if stated == OFF else "changed"
    if any(new < old and new == 0 for old, new in levels):
        return "removed"
    if any(new < old for old, new in levels):
        return "down"
    return "up" if any(new > old for old, new in levels) else "changed"


def _options(before: Settings, after: Settings, rules: Collection[Rule]) -> Iterator[Change]:
    said = table.load()
    for rule in rules:
        if not rule.options or before.chosen.get(rule.code) == after.chosen.get(rule.code):
            continue
        old, new = before.options(rule), after.options(rule)
        for option in rule.options:
            was, becomes = old[option.name], new[option.name]
            if was != becomes:
                entry = said.options.get(f"{rule.code}.{option.name}", said.other)
                neutral = said.verdict(f"{NEUTRAL} neutral")
                verdict = entry.events.get(_change_of(entry, was, becomes), neutral)
                pointer = ("rules", rule.code, option.name)
                yield setting.change(pointer, _plain(was), _plain(becomes), verdict)


def _change_of(entry: Entry, old: Any, new: Any) -> str:
    """Return whether an option's value went up: longer, larger, true, or with more texts."""
    if isinstance(old, Period) and isinstance(new, Period):
        old, new = old.longest, new.longest
    if entry.ranks:
        # The ceiling of an empty list is that of the rule itself, and no order knows it.
        ranks = [[entry.ranks[one] for one in side if one in entry.ranks] for side in (old, new)]
        old, new = (max(side, default=None) for side in ranks)
        if old is None or new is None:
            return "changed"
    if isinstance(old, tuple):
        more, less = set(new) - set(old), set(old) - set(new)
        return "up" if more else "down" if less else "changed"
    return "changed" if old == new else "up" if new > old else "down"


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return value.text
    return list(value) if isinstance(value, tuple) else value


def _overrides(
    before: Settings,
    by_new_profile: Settings,
    after: Settings,
    rules: Collection[Rule],
    documents: Collection[str],
) -> Iterator[Change]:
    if before.overrides == after.overrides:
        return
    found = list(_of_tables(before, after, rules))
    yield from found
    if not any(one.direction == WEAKENS for one in found):
        yield from _of_order(by_new_profile, after, rules, documents)


def _of_tables(before: Settings, after: Settings, rules: Collection[Rule]) -> Iterator[Change]:
    """Yield each code in an override that came, went or changed, overrides known by their paths."""
    old, new = (_by_paths(settings.overrides) for settings in (before, after))
    general = replace(after, overrides=())
    by_old_profile = replace(general, profile=before.profile, preview=before.preview)
    for paths in dict.fromkeys((*new, *old)):
        was, becomes = old.get(paths, {}), new.get(paths, {})
        for code in dict.fromkeys((*becomes, *was)):
            stated = was.get(code), becomes.get(code)
            if stated[0] != stated[1]:
                fitting = [rule for rule in rules if _fits(rule, code)]
                levels = [
                    (_in(was, old, rule), _in(becomes, general, rule))
                    for old in (general, by_old_profile)
                    for rule in fitting
                ]
                event = _event(levels, stated[1])
                verdict = setting.verdict("overrides", _milder(event))
                field = f"overrides[{', '.join(paths)}].{code}"
                yield setting.change(("overrides",), *stated, verdict, field)


def _milder(event: str) -> str:
    return "down" if event == "removed" else event


def _by_paths(overrides: Iterable[tuple[tuple[str, ...], Levels]]) -> dict[tuple[str, ...], Levels]:
    found: dict[tuple[str, ...], Levels] = {}
    for paths, levels in overrides:
        known_by = tuple(sorted(paths))
        found[known_by] = {**found.get(known_by, {}), **levels}
    return found


def _in(levels: Levels, general: Settings, rule: Rule) -> int:
    """Return how grave a rule is where an override holds, whatever the general rules say."""
    if not any(_fits(rule, code) for code in levels):
        return _level(general, rule)
    return _level(replace(general, rules=levels), rule)


def _of_order(
    before: Settings, after: Settings, rules: Collection[Rule], documents: Collection[str]
) -> Iterator[Change]:
    """Yield what the order of overrides changes: paths on which some rule is less grave."""
    tables = [levels for _, levels in (*before.overrides, *after.overrides)]
    codes = {code for levels in tables for code in levels}
    named = [rule for rule in rules if any(_fits(rule, code) for code in codes)]
    before = replace(before, rules=after.rules)
    alike: dict[tuple[tuple[int, ...], ...], list[str]] = {}
    for path in documents:
        alike.setdefault((before.overriding(path), after.overriding(path)), []).append(path)
    milder = [
        path
        for first, *others in alike.values()
        if any(_level(after, rule, first) < _level(before, rule, first) for rule in named)
        for path in (first, *others)
    ]
    if milder:
        paths = listed(milder)
        verdict = setting.verdict("overrides", "down")
        one = setting.change(("overrides",), None, None, verdict)
        yield one._replace(
            why=one.why._replace(
                nl=f"{one.why.nl} Het gaat om {paths.nl}.",
                en=f"{one.why.en} It concerns {paths.en}.",
            )
        )
