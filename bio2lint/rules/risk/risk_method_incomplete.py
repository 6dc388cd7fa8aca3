"""RSK001: the organisation has an adopted risk method with all its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Organisation
from bio2lint.model.parts import Method
from bio2lint.rules import Docs, Rule
from bio2lint.rules._example import ORGANISATION
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="RSK001",
    name="risk-method-incomplete",
    severity=Severity.ERROR,
    source="§6.2",
    summary=Text(
        nl="De risicomethode is vastgesteld en heeft een quickscan, een volledige risicoanalyse, "
        "een risicoregister en een proces voor opvolging.",
        en="The risk method is adopted and has a quick scan, a full risk analysis, a risk register "
        "and a follow-up process.",
    ),
    kinds=("organisation",),
)

DOCS = Docs(
    why=Text(
        nl="Zonder vastgestelde methode weegt ieder risico's anders. De quickscan zegt wanneer "
        "meer nodig is; register en opvolging voorkomen dat tijdelijk geaccepteerde risico's "
        "blijvend worden.",
        en="Without an adopted method everyone weighs risks differently. The quick scan says when "
        "more is needed, and register and follow-up keep temporarily accepted risks from staying.",
    ),
    fix=Text(
        nl="Noem bij `risk_method` waar elk onderdeel staat, en bij `adopted` wie de methode "
        "vaststelde en wanneer. Alle onderdelen mogen in één document staan.",
        en="Name under `risk_method` where each part is written down, and under `adopted` who "
        "adopted the method and when. All parts may be in one document.",
    ),
    bad={
        "organisation.yaml": ORGANISATION.replace(
            "  follow_up: documents/risicomethode.md#opvolging\n", ""
        )
    },
    good={"organisation.yaml": ORGANISATION},
)

_PARTS = {
    "quickscan": Text(nl="quickscan", en="quick scan"),
    "full_analysis": Text(nl="volledige risicoanalyse", en="full risk analysis"),
    "register": Text(nl="risicoregister", en="risk register"),
    "follow_up": Text(nl="proces voor opvolging", en="follow-up process"),
    "adopted": Text(nl="besluit van vaststelling", en="decision to adopt it"),
}


_HELP = Text(
    nl="Noem bij `risk_method` waar dit staat, en bij `adopted` wie de methode vaststelde.",
    en="Name under `risk_method` where this is written down, and under `adopted` who adopted it.",
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield an organisation without a risk method, or the parts that its method lacks.

    The classification of processes and systems is part of the quickscan.
    """
    organisation = document.record
    if not isinstance(organisation, Organisation):
        return
    method = organisation.method
    if method is None and not document.merges:
        yield Found(
            organisation.place("risk_method"),
            Text(
                nl="De organisatie heeft geen risicomethode; elk besluit over een risico hangt "
                "daarvan af.",
                en="The organisation has no risk method; every decision on a risk depends on it.",
            ),
            _HELP,
        )
    lacking = _lacking(method) if isinstance(method, Method) else []
    if lacking and not document.merges:
        parts = listed([_PARTS[field] for field in lacking], len(lacking))
        yield Found(
            organisation.place("risk_method", lacking[0]),
            Text(
                nl=f"De risicomethode mist: {parts.nl}.",
                en=f"The risk method lacks: {parts.en}.",
            ),
            _HELP,
        )


def _lacking(method: Method) -> list[str]:
    return [field for field in _PARTS if getattr(method, field) is None]
