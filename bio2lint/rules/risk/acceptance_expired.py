"""RSK005: the acceptance of a risk has not ended, and was not renewed time and again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Risk
from bio2lint.model.parts import Acceptance
from bio2lint.rules import Docs, Rule
from bio2lint.rules.risk import _example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="RSK005",
    name="acceptance-expired",
    severity=Severity.ERROR,
    source="§6.2",
    summary=Text(
        nl="De acceptatie van een risico is niet verlopen en hooguit één keer verlengd.",
        en="The acceptance of a risk has not ended and was renewed once at most.",
    ),
    kinds=("risk",),
    dated=True,
)

DOCS = Docs(
    why=Text(
        nl="Na de einddatum heeft niemand nog besloten het risico te dragen. Wie telkens verlengt, "
        "maakt een tijdelijk risico blijvend.",
        en="After the end date nobody has decided to bear the risk any more. Renewing time and "
        "again makes a temporary risk permanent.",
    ),
    fix=Text(
        nl="Los het risico op en sluit het met `status: closed`, of laat opnieuw besluiten met een "
        "nieuwe einddatum en tel dat bij `renewals`. Verlengen mag één keer; behandel het risico "
        "daarna.",
        en="Resolve the risk and close it with `status: closed`, or have it decided on again with "
        "a new end date and count that under `renewals`. It may be renewed once; treat the risk "
        "after that.",
    ),
    bad=_example.accepted(", until: 2026-10-31"),
    good=_example.accepted(", until: 2027-05-31, renewals: 1"),
)

_MOST_RENEWALS = 1


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield an acceptance past its end, and one that is renewed twice or more."""
    risk = document.record
    if not isinstance(risk, Risk) or not risk.accepted:
        return
    acceptance = risk.acceptance
    if not isinstance(acceptance, Acceptance):
        return
    if isinstance(acceptance.until, date) and acceptance.until < as_of:
        yield Found(
            risk.place("acceptance", "until"),
            Text(
                nl=f"De acceptatie van risico {risk.name} eindigde op {acceptance.until}; "
                "het risico staat nog open.",
                en=f"The acceptance of risk {risk.name} ended on {acceptance.until}; "
                "the risk is still open.",
            ),
            Text(
                nl="Los het risico op en sluit het, of laat opnieuw besluiten.",
                en="Resolve the risk and close it, or have it decided on again.",
            ),
        )
    if isinstance(acceptance.renewals, int) and acceptance.renewals > _MOST_RENEWALS:
        yield Found(
            risk.place("acceptance", "renewals"),
            Text(
                nl=f"De acceptatie van risico {risk.name} is {acceptance.renewals} keer verlengd; "
                "zo wordt tijdelijk blijvend.",
                en=f"The acceptance of risk {risk.name} was renewed {acceptance.renewals} times; "
                "what is temporary becomes permanent.",
            ),
            Text(
                nl="Behandel het risico: beheersen, vermijden of overdragen.",
                en="Treat the risk: mitigate, avoid or transfer it.",
            ),
        )
