"""VVT001: an exception says why, on which analysis it rests, and a deviation how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import complete, each
from bio2lint.model.parts import decided_on
from bio2lint.rules import Docs, Rule
from bio2lint.rules.applicability import _analyses, _permitted
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Exemption
    from bio2lint.repository import Repository

RULE = Rule(
    code="VVT001",
    name="exception-unsupported",
    severity=Severity.ERROR,
    source="§7, Part 2 intro",
    summary=Text(
        nl="Een uitzondering is onderbouwd: met feiten en, waar de norm dat vraagt, een analyse; "
        "een afwijking heeft ook een plan en een einde.",
        en="An exception is supported: by facts and, where the norm asks so, an analysis; a "
        "deviation also has a plan and an end.",
    ),
    protected=True,
)

_EXCEPTION = """\
kind: exception
id: X-003
title: Er zijn geen chipcardtokens in gebruik
type: not-applicable
requirements: [7.07.01]
owner: hoofd-werkplek
{}approved: {{by: college, date: 2026-03-10, ref: BW 2026-066}}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-werkplek}}
"""

DOCS = Docs(
    why=Text(
        nl="Niet van toepassing is een vaststelling van feiten, en afwijken een besluit op "
        "grond van een analyse. Zonder onderbouwing kan niemand nagaan of de uitzondering "
        "terecht is, of ooit eindigt.",
        en="Not applicable is a finding of fact, and to deviate is a decision based on an "
        "analysis. Without support nobody can tell whether the exception is right, or will "
        "ever end.",
    ),
    fix=Text(
        nl="Schrijf bij `reason` de feiten op. Wijkt u af, of past u een beheersmaatregel niet "
        "toe, verwijs dan bij `analysis` naar een analyse van vóór het besluit. Een "
        "afwijking heeft ook `plan` en `until`. `permitted` is er alleen voor een maatregel die "
        "zelf een afwijking toestaat.",
        en="Write down the facts under `reason`. Where you deviate, or do not apply a control, "
        "refer under `analysis` to an analysis made before the decision. A deviation has "
        "`plan` and `until` as well. `permitted` is only for a measure that itself permits a "
        "departure.",
    ),
    bad={"exceptions/X-003.yaml": _EXCEPTION.format("")},
    good={
        "exceptions/X-003.yaml": _EXCEPTION.format(
            "reason: Aanmelden gaat met een passkey; er zijn nooit chipcards uitgegeven.\n"
        )
    },
)

_PARTS = {
    "reason": Text(nl="een reden met feiten", en="a reason with facts"),
    "analysis": Text(nl="een verwijzing naar een analyse", en="a reference to an analysis"),
    "plan": Text(nl="een plan", en="a plan"),
    "until": Text(nl="een einddatum", en="an end date"),
}


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each exception that lacks what it must have, and each analysis that supports nothing.

    A departure that the measure itself permits needs none of this; any other is a deviation.
    """
    for exemption in repository.exceptions:
        if exemption.type == "permitted":
            yield from _permitted.findings(repository, exemption)
        if exemption.type not in ("not-applicable", "deviation"):
            continue
        numbers = tuple(repository.covered_by(exemption))
        missing = _missing(repository, exemption, numbers)
        if missing:
            yield _incomplete(exemption, missing, numbers)
        yield from _unfit_analyses(repository, exemption, numbers)


def _missing(repository: Repository, exemption: Exemption, numbers: tuple[str, ...]) -> list[str]:
    deviates = exemption.type == "deviation"
    of_control = any(number in repository.norm.controls for number in numbers)
    there = {
        "reason": exemption.has_reason,
        "analysis": bool(exemption.analysis) or not (deviates or of_control),
        "plan": exemption.plan is not None or not deviates,
        "until": exemption.until is not None or not deviates,
    }
    return [part for part in _PARTS if not there[part]]


def _incomplete(exemption: Exemption, missing: list[str], numbers: tuple[str, ...]) -> Found:
    what = listed([_PARTS[part] for part in missing])
    keys = listed([f"`{part}`" for part in missing])
    return Found(
        exemption.place(missing[0]),
        Text(
            nl=f"Deze uitzondering mist {what.nl}; zo kan niemand haar beoordelen.",
            en=f"This exception lacks {what.en}; nobody can judge it like this.",
        ),
        Text(nl=f"Vul {keys.nl} in.", en=f"Fill in {keys.en}."),
        requirements=numbers,
        subject="missing",
    )


def _unfit_analyses(
    repository: Repository, exemption: Exemption, numbers: tuple[str, ...]
) -> Iterator[Found]:
    """Yield each analysis that cannot carry the decision, unless another one may carry it."""
    analyses = each(exemption.analysis)
    decided = decided_on(exemption.approved)
    why = [(index, _analyses.unfit(repository, name, decided)) for index, name in analyses]
    unfit = [(index, text) for index, text in why if text is not None]
    if not complete(exemption.analysis) or len(unfit) < len(analyses):
        return
    for index, text in unfit:
        yield Found(
            exemption.place("analysis", index),
            text,
            Text(
                nl="Verwijs naar de analyse waarop het besluit rust, of neem op grond van de "
                "nieuwe analyse een nieuw besluit.",
                en="Refer to the analysis on which the decision rests, or decide anew on the basis "
                "of the new analysis.",
            ),
            requirements=numbers,
        )
