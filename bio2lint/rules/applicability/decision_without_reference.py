"""VVT010: a recorded decision says where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Exemption, Organisation, Paper, Risk, Role, in_force
from bio2lint.model.fields import Unknown, known
from bio2lint.model.parts import Acceptance, Decision, Method, Statement
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Pointer
    from bio2lint.model import Record
    from bio2lint.model.parts import Maybe
    from bio2lint.norm import Norm

RULE = Rule(
    code="VVT010",
    name="decision-without-reference",
    severity=Severity.WARNING,
    source="hygiene",
    summary=Text(
        nl="Bij een besluit of advies staat waar het te vinden is.",
        en="With a decision or advice it says where that can be found.",
    ),
    kinds=("organisation", "role", "risk", "exception", "document"),
    dated=True,
)

_EXCEPTION = """\
kind: exception
id: X-003
title: Er zijn geen chipcardtokens in gebruik
type: not-applicable
requirements: [7.07.01]
owner: hoofd-werkplek
reason: Aanmelden gaat met een passkey; er zijn nooit chipcards uitgegeven.
approved: {{by: college, date: 2026-03-10{}}}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-werkplek}}
"""

DOCS = Docs(
    why=Text(
        nl="De administratie zegt dat er besloten is; het bewijs daarvan staat ergens anders. Wie "
        "het besluit wil nalezen of toetsen, moet het kunnen vinden.",
        en="The administration says that there was a decision; the proof of it stands elsewhere. "
        "Whoever wants to read or audit it has to be able to find it.",
    ),
    fix=Text(
        nl="Zet bij `ref` het besluitnummer, het zaaknummer of het pad van het stuk.",
        en="Put the number of the decision or the case, or the path of the document, in `ref`.",
    ),
    bad={"exceptions/X-003.yaml": _EXCEPTION.format("")},
    good={"exceptions/X-003.yaml": _EXCEPTION.format(", ref: BW 2026-066")},
)

_NAMES = {
    "approved": Text(nl="deze goedkeuring", en="this approval"),
    "acceptance": Text(nl="deze acceptatie", en="this acceptance"),
    "appointed": Text(nl="deze benoeming", en="this appointment"),
    "adopted": Text(nl="deze vaststelling", en="this adoption"),
    "ciso_advice": Text(nl="dit advies", en="this advice"),
}


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:
    """Yield each decision of a document in force that has no reference."""
    record = document.record
    if record is None or not _current(record, as_of):
        return
    for pointer, decision in _decisions(record):
        if not isinstance(decision, Decision | Acceptance) or decision.ref is not None:
            continue
        if pointer == ("approved",) and _overrules(record, norm):
            continue
        name = _NAMES[str(pointer[-1])]
        yield Found(
            document.place(*pointer, "ref"),
            Text(
                nl=f"Waar {name.nl} te vinden is, staat er niet bij.",
                en=f"Where {name.en} can be found is not said.",
            ),
            Text(
                nl="Zet bij `ref` het besluitnummer, het zaaknummer of het pad van het stuk.",
                en="Put the number of the decision or case, or the document's path, in `ref`.",
            ),
        )


def _current(record: Record, as_of: date) -> bool:
    if isinstance(record, Role):
        until = record.until
        return until is None or (not isinstance(until, Unknown) and until >= as_of)
    return in_force(record, as_of)


def _decisions(record: Record) -> Iterator[tuple[Pointer, Decision | Acceptance | Maybe]]:
    if isinstance(record, Exemption | Paper):
        yield ("approved",), record.approved
    if isinstance(record, Exemption):
        yield ("ciso_advice",), record.advice
    elif isinstance(record, Role):
        yield ("appointed",), record.appointed
    elif isinstance(record, Risk):
        yield ("acceptance",), record.acceptance
    elif isinstance(record, Organisation):
        if isinstance(record.statement, Statement):
            yield ("statement", "approved"), record.statement.approved
        if isinstance(record.method, Method):
            yield ("risk_method", "adopted"), record.method.adopted


def _overrules(record: Record, norm: Norm) -> bool:
    """Whether the decision goes against the CISO's advice: VVT003 asks for its reference then."""
    return (
        isinstance(record, Exemption)
        and record.type in ("deviation", "permitted")
        and isinstance(record.advice, Decision)
        and record.advice.positive is False
        and any(norm.resolve(n) in norm.active for n in known(record.requirements))
    )
