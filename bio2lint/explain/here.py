"""What covers a requirement in an administration: controls, evidence, exceptions, findings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.explain import Section
from bio2lint.finding import Text
from bio2lint.model.fields import known
from bio2lint.model.parts import Span
from bio2lint.report.words import STATUSES
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.engine import Result
    from bio2lint.model import Control, Evidence, Exemption

_ASPECTS = {
    "design": Text(nl="opzet", en="design"),
    "existence": Text(nl="bestaan", en="existence"),
    "operation": Text(nl="werking", en="operation"),
}
_EXCEPTIONS = {
    "not-applicable": Text(nl="niet van toepassing", en="not applicable"),
    "deviation": Text(nl="afwijking", en="deviation"),
    "permitted": Text(nl="toegestane afwijking", en="permitted departure"),
}


def sections(result: Result, number: str) -> tuple[Section, ...]:
    """Return what an administration has for a canonical number, on the as-of date."""
    standing = result.repository.norm.resolve(number)
    if standing is None:
        return ()
    covered = result.coverage[standing]
    status = STATUSES[covered.status]
    head = Text(nl="In deze administratie", en="In this repository")
    paragraph = Text(
        nl=f"Status op {result.as_of}: {status.nl}.", en=f"Status on {result.as_of}: {status.en}."
    )
    items = (
        *(_control(control) for control in covered.controls),
        *_evidence(result, standing),
        *(_exception(exemption) for exemption in covered.exceptions),
        *_measures(result, standing),
        *_findings(result, standing),
    )
    return (Section(head, paragraphs=(paragraph,), items=items),)


def _control(control: Control) -> Text:
    status = STATUSES.get(str(control.status), STATUSES["unknown"])
    owner = control.owner if isinstance(control.owner, str) else "?"
    return Text(
        nl=f"Beheersmaatregel {control.name} ({status.nl}, eigenaar {owner}): {control.path}",
        en=f"Control {control.name} ({status.en}, owner {owner}): {control.path}",
    )


def _evidence(result: Result, number: str) -> Iterator[Text]:
    controls = result.coverage[number].controls
    found = dict.fromkeys(
        evidence
        for control in controls
        for evidence in result.repository.evidence_for(control, number)
    )
    for evidence in found:
        aspects = listed([_ASPECTS[name] for name in known(evidence.proves) if name in _ASPECTS])
        age = _age(evidence, result.as_of)
        yield Text(
            nl=f"Bewijs {evidence.name} van {aspects.nl}{age.nl}: {evidence.path}",
            en=f"Evidence {evidence.name} of {aspects.en}{age.en}: {evidence.path}",
        )


def _age(evidence: Evidence, as_of: date) -> Text:
    period = evidence.period
    end = period.until if isinstance(period, Span) else evidence.collected
    if not isinstance(end, date):
        return Text("", "")
    days = (as_of - end).days
    return Text(
        nl=f", tot en met {end} ({days} {'dag' if days == 1 else 'dagen'} oud)",
        en=f", up to {end} ({days} day{'' if days == 1 else 's'} old)",
    )


def _exception(exemption: Exemption) -> Text:
    kind = _EXCEPTIONS.get(str(exemption.type), Text(nl="onbekend", en="unknown"))
    dated = isinstance(exemption.until, date)
    until = Text(f", tot en met {exemption.until}", f", until {exemption.until}")
    nl, en = until if dated else Text("", "")
    return Text(
        nl=f"Uitzondering {exemption.name} ({kind.nl}{nl}): {exemption.path}",
        en=f"Exception {exemption.name} ({kind.en}{en}): {exemption.path}",
    )


def _measures(result: Result, number: str) -> Iterator[Text]:
    """Yield the status of each measure of a control."""
    if not numbers.is_measure(number):
        for measure in result.repository.norm.controls[number].measures:
            status = STATUSES[result.coverage[measure].status]
            yield Text(nl=f"{measure}: {status.nl}", en=f"{measure}: {status.en}")


def _findings(result: Result, number: str) -> Iterator[Text]:
    for finding in result.findings:
        if number in finding.requirements:
            at = f"{finding.region.path}:{finding.region.line}:{finding.region.column}"
            yield Text(
                nl=f"Bevinding {finding.code} ({at}): {finding.message.nl}",
                en=f"Finding {finding.code} ({at}): {finding.message.en}",
            )
