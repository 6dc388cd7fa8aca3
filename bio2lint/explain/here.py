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
    from collections.abc import Callable, Iterable, Iterator

    from bio2lint.engine import Result
    from bio2lint.model import Control, Evidence, Exemption

_HEAD = Text(nl="In deze administratie", en="In this repository")
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


def not_judged(messages: Iterable[Text]) -> tuple[Section, ...]:
    """Return why nothing can be said of an administration."""
    return (Section(_HEAD, paragraphs=tuple(messages)),)


def sections(result: Result, number: str, shown: Callable[[str], str]) -> tuple[Section, ...]:
    """Return what an administration has for a canonical number, on the as-of date.

    `shown` turns a path that is relative to the root into the one to show.
    """
    standing = result.repository.norm.resolve(number)
    if standing is None:
        return ()
    covered = result.coverage[standing]
    status = STATUSES[covered.status]
    of = Text("", "") if standing == number else Text(nl=f" van {standing}", en=f" of {standing}")
    paragraph = Text(
        nl=f"Status{of.nl} op {result.as_of}: {status.nl}.",
        en=f"Status{of.en} on {result.as_of}: {status.en}.",
    )
    items = (
        *(_control(control, shown) for control in covered.controls),
        *_evidence(result, standing, shown),
        *(_exception(exemption, shown) for exemption in covered.exceptions),
        *_measures(result, standing),
        *_findings(result, standing, shown),
    )
    return (Section(_HEAD, paragraphs=(paragraph,), items=items),)


def _control(control: Control, shown: Callable[[str], str]) -> Text:
    status = STATUSES.get(str(control.status), STATUSES["unknown"])
    owner, path = control.owner if isinstance(control.owner, str) else "?", shown(control.path)
    return Text(
        nl=f"Beheersmaatregel {control.name} ({status.nl}, eigenaar {owner}): {path}",
        en=f"Control {control.name} ({status.en}, owner {owner}): {path}",
    )


def _evidence(result: Result, number: str, shown: Callable[[str], str]) -> Iterator[Text]:
    controls = result.coverage[number].controls
    found = dict.fromkeys(
        evidence
        for control in controls
        for evidence in result.repository.evidence_for(control, number)
    )
    for evidence in found:
        aspects, age, path = _proven(evidence), _age(evidence, result.as_of), shown(evidence.path)
        yield Text(
            nl=f"Bewijs {evidence.name}{aspects.nl}{age.nl}: {path}",
            en=f"Evidence {evidence.name}{aspects.en}{age.en}: {path}",
        )


def _proven(evidence: Evidence) -> Text:
    aspects = listed([_ASPECTS[name] for name in known(evidence.proves) if name in _ASPECTS])
    return Text(f" van {aspects.nl}", f" of {aspects.en}") if aspects.en else Text("", "")


def _age(evidence: Evidence, as_of: date) -> Text:
    period = evidence.period
    end = period.until if isinstance(period, Span) else evidence.collected
    if not isinstance(end, date):
        return Text("", "")
    days = (as_of - end).days
    old = Text(
        nl=f" ({days} {'dag' if days == 1 else 'dagen'} oud)",
        en=f" ({days} day{'' if days == 1 else 's'} old)",
    )
    nl, en = old if days >= 0 else Text("", "")
    return Text(nl=f", tot en met {end}{nl}", en=f", up to {end}{en}")


def _exception(exemption: Exemption, shown: Callable[[str], str]) -> Text:
    kind = _EXCEPTIONS.get(str(exemption.type), Text(nl="onbekend", en="unknown"))
    dated = isinstance(exemption.until, date)
    until = Text(f", tot en met {exemption.until}", f", until {exemption.until}")
    nl, en = until if dated else Text("", "")
    path = shown(exemption.path)
    return Text(
        nl=f"Uitzondering {exemption.name} ({kind.nl}{nl}): {path}",
        en=f"Exception {exemption.name} ({kind.en}{en}): {path}",
    )


def _measures(result: Result, number: str) -> Iterator[Text]:
    """Yield the status of each measure of a control."""
    if not numbers.is_measure(number):
        for measure in result.repository.norm.controls[number].measures:
            status = STATUSES[result.coverage[measure].status]
            yield Text(nl=f"{measure}: {status.nl}", en=f"{measure}: {status.en}")


def _findings(result: Result, number: str, shown: Callable[[str], str]) -> Iterator[Text]:
    for finding in result.findings:
        if number in finding.requirements:
            at = f"{shown(finding.region.path)}:{finding.region.line}:{finding.region.column}"
            yield Text(
                nl=f"Bevinding {finding.code} ({at}): {finding.message.nl}",
                en=f"Finding {finding.code} ({at}): {finding.message.en}",
            )
