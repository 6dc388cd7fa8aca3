"""Which controls and evidence a change brings, or tells more of: what may explain a lower risk.

What only takes the place of something else under another id brings nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import decisions, model, showing
from bio2lint.model.fields import known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bio2lint.repository import Repository


class _Gone(NamedTuple):
    """What was there before and is no more.

    `met` are the requirements that some control met and no longer does; `shown` has the last day of
    which evidence that went spoke, by the requirements and controls that it was about.
    """

    met: frozenset[str]
    shown: dict[str, date]


def of(
    before: Repository, after: Repository, names: Iterable[str], renamed: Mapping[str, str]
) -> frozenset[str]:
    """Return which of the names are of controls and evidence that bring something.

    `renamed` has the new id of each document that only got another one, by the old. A control
    brings something if it is implemented since, evidence if it shows something, or of later.
    Evidence with a bad outcome shows nothing, and the same file nothing more.
    """
    gone = _Gone(_met_before(before, after, renamed), _shown_before(before, after, renamed))
    return frozenset(name for name in names if _brings(before, after, name, gone))


def _brings(before: Repository, after: Repository, name: str, gone: _Gone) -> bool:
    control = after.find(name, model.Control)
    if control is not None:
        return control.status == "implemented" and _is_more(before, after, control, gone.met)
    evidence = after.find(name, model.Evidence)
    if evidence is None or showing.outcome(evidence) == "fail":
        return False
    old = before.find(name, model.Evidence)
    day = showing.last_day(evidence)
    if old is None:
        return not _repeats(after, evidence, day, gone.shown)
    if isinstance(old.sha256, str) and old.sha256 == evidence.sha256:
        return False
    if showing.outcome(old) == "fail":
        return True
    day_before = showing.last_day(old)
    return day is not None and (day_before is None or day > day_before)


def _is_more(
    before: Repository, after: Repository, control: model.Control, met: frozenset[str]
) -> bool:
    """Whether an implemented control was not so before, nor what it meets by another that went."""
    was = before.find(control.name, model.Control)
    if was is not None:
        return was.status != control.status
    meets = after.implemented_by(control)
    return not meets or not met.issuperset(meets)


def _repeats(
    after: Repository, evidence: model.Evidence, day: date | None, shown: dict[str, date]
) -> bool:
    """Whether evidence that went showed all that new evidence shows, and was no older."""
    about = after.shown_by(evidence) or known(evidence.controls)
    return bool(about) and all(one in shown and (day is None or day <= shown[one]) for one in about)


def _met_before(
    before: Repository, after: Repository, renamed: Mapping[str, str]
) -> frozenset[str]:
    found: set[str] = set()
    for old in before.controls:
        if old.status == "implemented":
            new = after.find(renamed.get(old.name, old.name), model.Control)
            kept = after.implemented_by(new) if new is not None else ()
            found.update(set(decisions.requirements_of(before, after, old.name)).difference(kept))
    return frozenset(found)


def _shown_before(
    before: Repository, after: Repository, renamed: Mapping[str, str]
) -> dict[str, date]:
    found: dict[str, date] = {}
    for old in before.evidence:
        went = renamed.get(old.name, old.name) not in after.by_id
        if went and showing.outcome(old) != "fail":
            today = (decisions.today(before, after, one) for one in before.shown_by(old))
            day = showing.last_day(old) or date.min
            for about in (*(one for one in today if one is not None), *known(old.controls)):
                found[about] = max(found.get(about, date.min), day)
    return found
