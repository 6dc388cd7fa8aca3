"""SEC003: no data of persons in the administration where a role will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Option, Rule
from bio2lint.rules.confidentiality import _personal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="SEC003",
    name="personal-data",
    severity=Severity.WARNING,
    source="5.34, AVG",
    summary=Text(
        nl="In de administratie staan geen persoonlijke e-mailadressen, mobiele nummers of "
        "adressen.",
        en="The administration holds no personal e-mail addresses, mobile numbers or addresses.",
    ),
    settings=True,
    options=(
        Option(
            "allow",
            "texts",
            (),
            Text(
                nl="Adressen of nummers die er mogen staan; een `*` staat voor elke tekst.",
                en="Addresses or numbers that may stay; a `*` stands for any text.",
            ),
        ),
    ),
)

_ROLE = """\
kind: role
id: informatiebeheer
title: Informatiebeheer
functions: [records-manager]
contact: {contact}
"""
DOCS = Docs(
    why=Text(
        nl="De norm vraagt rollen, geen namen. Gegevens van personen blijven in de geschiedenis "
        "van Git staan, ook als iemand vertrekt of om verwijdering vraagt, en een melding aan een "
        "persoon blijft liggen als die er niet is.",
        en="The norm asks for roles, not names. Data of persons stay in Git's history, even when "
        "somebody leaves or asks for removal, and a report to a person is left lying while that "
        "person is away.",
    ),
    fix=Text(
        nl="Gebruik de postbus of het nummer van de rol. Mag iemand wel genoemd worden, zet het "
        "adres dan bij de optie `allow`.",
        en="Use the mailbox or number of the role. If somebody may be named, put the address "
        "under the option `allow`.",
    ),
    bad={"roles/informatiebeheer.yaml": _ROLE.format(contact="j.jansen@gemeente-lindemeer.nl")},
    good={"roles/informatiebeheer.yaml": _ROLE.format(contact="archief@gemeente-lindemeer.nl")},
)


def check_document(
    document: Document,
    norm: Norm,  # noqa: ARG001
    as_of: date,  # noqa: ARG001
    *,
    options: Mapping[str, Any],
) -> Iterator[Found]:
    """Yield each piece of personal data in the document's text that the settings do not allow."""
    text = document.text
    for one in _personal.find(text):
        if _allowed(text[one.start : one.end], options["allow"]):
            continue
        yield Found(
            document.text_place(one.start, one.end),
            Text(
                nl=f"Dit is zo te zien {one.kind.nl}; dat blijft in de geschiedenis van Git staan.",
                en=f"This looks like {one.kind.en}; it will stay in Git's history.",
            ),
            Text(
                nl="Gebruik de postbus of het nummer van de rol.",
                en="Use the mailbox or number of the role.",
            ),
            subject=one.kind.en,
            secret=True,
        )


def _allowed(value: str, patterns: Iterable[str]) -> bool:
    if not patterns:
        return False
    from fnmatch import fnmatchcase

    return any(fnmatchcase(value.lower(), pattern.lower()) for pattern in patterns)
