"""OWN001: what must be kept up has exactly one owner, a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.ownership import _example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.model import Record
    from bio2lint.norm import Norm

RULE = Rule(
    code="OWN001",
    name="owner-missing",
    severity=Severity.ERROR,
    source="§12.2, 5.02.01, hygiene",
    summary=Text(
        nl="Elke beheersmaatregel, uitzondering en leverancier en elk risico, document, systeem en "
        "proces heeft precies één eigenaar.",
        en="Every control, risk, document, system, process, supplier and exception has exactly "
        "one owner.",
    ),
    kinds=("control", "risk", "document", "system", "process", "supplier", "exception"),
)

DOCS = Docs(
    why=Text(
        nl="Waar niemand op aan te spreken is, gebeurt niets. Met twee eigenaren wacht de een op "
        "de ander.",
        en="Where nobody answers for something, nothing happens. With two owners each waits for "
        "the other.",
    ),
    fix=Text(
        nl="Noem bij `owner` het kenmerk van de ene rol die ervoor verantwoordelijk is. Is dat een "
        "team, noem dan de rol die het leidt.",
        en="Give under `owner` the id of the one role that answers for it. If that is a team, name "
        "the role that leads it.",
    ),
    bad=_example.owned_by("[hoofd-burgerzaken, hoofd-ict]"),
    good=_example.owned_by("hoofd-burgerzaken"),
)

_HELP = Text(
    nl="Zet bij `owner` de rol die hiervoor verantwoordelijk is.",
    en="Put the role that answers for this under `owner`.",
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield a document without an owner, or with something else than one.

    Whether the owner is a role is REF006's; a number or `true` for one is STR003's.
    """
    record, data = document.record, document.data or {}
    if record is None:
        return
    stated = data.get("owner")
    if isinstance(stated, list) and len(stated) == 1 and isinstance(stated[0], str):
        yield Found(record.place("owner"), *_in_a_list(record, stated[0]))
        return
    if isinstance(stated, (list, dict)) and stated:
        message = Text(
            nl=f"{record.name} heeft niet precies één eigenaar: zo is niemand erop aan te spreken.",
            en=f"{record.name} does not have exactly one owner: then nobody answers for it.",
        )
    elif ("owner" in data and stated in (None, "", [], {})) or _unowned(document, record):
        message = Text(
            nl=f"{record.name} heeft geen eigenaar: niemand is erop aan te spreken.",
            en=f"{record.name} has no owner: nobody answers for it.",
        )
    else:
        return
    yield Found(record.place("owner"), message, _HELP)


def _in_a_list(record: Record, owner: str) -> tuple[Text, Text]:
    return (
        Text(
            nl=f"De eigenaar van {record.name} staat in een lijst, maar er is er maar één.",
            en=f"The owner of {record.name} stands in a list, but there is only one.",
        ),
        Text(nl=f"Schrijf `owner: {owner}`.", en=f"Write `owner: {owner}`."),
    )


def _unowned(document: Document, record: Record) -> bool:
    # A merge key may have brought the owner along; refusing that is STR001's.
    return record.owner is None and not document.merges
