"""Which of the norm's terms time a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.fields import known

if TYPE_CHECKING:
    from bio2lint.model import Paper
    from bio2lint.norm import Interval, Norm


def norm_terms(norm: Norm, paper: Paper) -> dict[str, Interval]:
    """Return the norm's intervals for a document, by the measures that it serves.

    Like goes with like: a yearly register does not make the procedure beside it yearly, so a
    measure counts only where it asks for a document of this type.
    """
    served = {norm.resolve(number) for number in known(paper.requirements)}
    return {
        number: interval
        for of in ("document", "register")
        for number, interval in norm.timed(of).items()
        if number in served and paper.type in _demanded_types(norm, number)
    }


def _demanded_types(norm: Norm, number: str) -> set[str]:
    demanded = norm.measures[number].facts.get("demands", {}).get("documents", ())
    return {document["type"] for document in demanded}
