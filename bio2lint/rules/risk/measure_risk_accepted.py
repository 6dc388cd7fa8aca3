"""RSK007: no risk is accepted in place of a government measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import coverage
from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model import Control
from bio2lint.model.fields import UNKNOWN, known
from bio2lint.rules import Docs, Rule
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.finding import Place
    from bio2lint.model import Exemption, Risk
    from bio2lint.repository import Repository

RULE = Rule(
    code="RSK007",
    name="measure-risk-accepted",
    severity=Severity.ERROR,
    source="§6.5",
    summary=Text(
        nl="Een risico wordt niet geaccepteerd zolang een overheidsmaatregel ertegen niet is "
        "ingevoerd.",
        en="No risk is accepted while a government measure against it is not implemented.",
    ),
    protected=True,
)

_RISK = """\
kind: risk
id: R-007
title: Besmetting door een bestand van internet
owner: hoofd-ict
systems: [werkplek]
requirements: [8.07.01]
inherent: {likelihood: 2, impact: 2, level: low}
actions: [{what: Scannen inrichten, owner: hoofd-ict, due: 2027-03-31}]
treatment: %s
review: {last: 2026-09-03, interval: P6M, by: hoofd-ict}
"""
_ACCEPTED = """\
accept
acceptance: {by: college, date: 2026-09-01, ref: BW 2026-201, until: 2027-03-31, reason: Kosten}"""

DOCS = Docs(
    why=Text(
        nl="Overheidsmaatregelen zijn verplicht, hoe klein de organisatie het risico ook vindt. "
        "Accepteren komt er niet voor in de plaats, ook niet naast een afwijking.",
        en="Government measures are mandatory, however small the organisation thinks the risk. "
        "Acceptance does not take their place, not even beside a deviation.",
    ),
    fix=Text(
        nl="Kies een andere behandeling en voer de maatregel in. Kan de maatregel niet van "
        "toepassing zijn, leg dan een goedgekeurde uitzondering `not-applicable` vast.",
        en="Choose another treatment and implement the measure. If the measure cannot apply, "
        "record an approved `not-applicable` exception.",
    ),
    bad={"risks/R-007.yaml": _RISK % _ACCEPTED},
    good={"risks/R-007.yaml": _RISK % "mitigate"},
)

_NOT_IMPLEMENTED = {
    "in-progress": Text(nl="bezig", en="in progress"),
    "planned": Text(nl="gepland", en="planned"),
    "deviating": Text(nl="afwijkend", en="deviating"),
    "missing": Text(nl="ontbreekt", en="missing"),
}


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each accepted risk with the measures that its acceptance would stand in for.

    A deviation does not license it; that a measure cannot apply does.
    """
    for risk in repository.risks:
        if risk.accepted:
            open_ = {
                number: _NOT_IMPLEMENTED[covered.status]
                for number in _measures(repository, risk)
                if (covered := repository.coverage[number]).status in _NOT_IMPLEMENTED
                and not any(_doubtful(e, repository.as_of) for e in covered.exceptions)
            }
            if open_:
                yield _accepted(repository, risk, open_)


def _accepted(repository: Repository, risk: Risk, open_: dict[str, Text]) -> Found:
    named = [Text(f"{n} ({status.nl})", f"{n} ({status.en})") for n, status in open_.items()]
    measures = listed(named, len(named))
    controls = [control for number in open_ for control in repository.coverage[number].controls]
    return Found(
        _place(risk),
        Text(
            nl=f"Risico {risk.name} is geaccepteerd, maar dit is niet ingevoerd: {measures.nl}. "
            "Overheidsmaatregelen zijn verplicht, welk risico men ook accepteert.",
            en=f"Risk {risk.name} is accepted, but this is not implemented: {measures.en}. "
            "Government measures are mandatory, whatever risk one accepts.",
        ),
        Text(
            nl="Kies een andere behandeling en voer de maatregel in; alleen als hij niet van "
            "toepassing kan zijn, volstaat een goedgekeurde uitzondering.",
            en="Choose another treatment and implement the measure; only when it cannot apply "
            "will an approved exception do.",
        ),
        requirements=tuple(open_),
        related=tuple(
            Related(
                control.place("status"),
                Text(nl=f"beheersmaatregel {control.name}", en=f"control {control.name}"),
            )
            for control in dict.fromkeys(controls)
        ),
    )


def _place(risk: Risk) -> Place:
    if risk.treatment == "accept":
        return risk.place("treatment")
    return risk.place("acceptance", key=True)


def _measures(repository: Repository, risk: Risk) -> list[str]:
    """Return the active measures that the risk names, or that a control against it implements."""
    norm = repository.norm
    named = {norm.resolve(number) for number in known(risk.requirements)}
    against = [repository.find(identifier, Control) for identifier in known(risk.controls)]
    against += [control for control in repository.controls if risk.id in known(control.risks)]
    for control in against:
        if control is not None:
            named.update(repository.implemented_by(control))
    return [number for number in norm.active if number in named]


def _doubtful(exemption: Exemption, as_of: date) -> bool:
    """Whether only a fault of another rule keeps an exception from making it not applicable."""
    if exemption.type not in ("not-applicable", UNKNOWN):
        return False
    not_understood = coverage.counts(exemption, as_of) is UNKNOWN
    return not_understood or coverage.approved_later(exemption, as_of)
