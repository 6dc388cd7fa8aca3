"""What evidence shows, and whether other evidence shows it anew."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from bio2lint import decisions, model
from bio2lint.model.fields import known
from bio2lint.model.parts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.repository import Repository


def shown_anew(before: Repository, after: Repository, name: str) -> bool:
    """Whether everything that a piece of evidence showed is shown by evidence at least as fresh."""
    old = before.find(name, model.Evidence)
    if old is None:
        return False
    shown = [decisions.today(before, after, number) for number in before.shown_by(old)]
    numbers = [number for number in shown if number is not None]
    controls = [c for c in known(old.controls) if after.find(c, model.Control)]
    return bool(numbers or controls) and all(
        any(e.name != name and _as_good(e, old) for e in _showing(after, control, number))
        for control in (controls or (None,))
        for number in (numbers or (None,))
    )


def _showing(
    after: Repository, control: str | None, number: str | None
) -> Iterable[model.Evidence]:
    """Yield the evidence that shows a requirement of a control, or either where one is None."""
    by_number = _evidence(after)
    found = by_number.get(number, ()) if number is not None else after.evidence
    return (
        evidence
        for evidence in found
        if control is None or control in known(evidence.controls) or not evidence.controls
    )


@lru_cache(maxsize=2)
def _evidence(after: Repository) -> dict[str, list[model.Evidence]]:
    """Return the evidence by the requirements that it shows."""
    found: dict[str, list[model.Evidence]] = {}
    for evidence in after.evidence:
        for number in after.shown_by(evidence):
            found.setdefault(number, []).append(evidence)
    return found


def _as_good(new: model.Evidence, old: model.Evidence) -> bool:
    """Whether evidence proves the same of the same, at least as recently."""
    day, was = last_day(new), last_day(old)
    return (
        (was is None or (day is not None and day >= was))
        and set(known(new.proves)) >= set(known(old.proves))
        and set(known(new.systems)) >= set(known(old.systems))
        and set(known(new.suppliers)) >= set(known(old.suppliers))
        and (outcome(new) == "pass" or outcome(new) == outcome(old))
    )


def outcome(evidence: model.Evidence) -> object:
    """Return what came of what evidence is about; None where it does not say so."""
    return getattr(evidence.result, "outcome", None)


def last_day(evidence: model.Evidence) -> date | None:
    """Return the last day of which evidence speaks: of its period, else when it was collected."""
    until = evidence.period.until if isinstance(evidence.period, Span) else None
    found = until if isinstance(until, date) else evidence.collected
    return found if isinstance(found, date) else None
