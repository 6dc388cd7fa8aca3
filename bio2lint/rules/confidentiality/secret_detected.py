"""SEC001: no keys, tokens or passwords in the administration; what is found is never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Rule
from bio2lint.rules.confidentiality import _secrets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="SEC001",
    name="secret-detected",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="In de administratie staan geen wachtwoorden, sleutels of tokens.",
        en="The administration holds no passwords, keys or tokens.",
    ),
    settings=True,
    protected=True,
)

_HELP = Text(
    nl="Trek het in of wijzig het, bewaar het in een wachtwoordkluis en haal het ook uit de "
    "geschiedenis van Git.",
    en="Revoke or change it, keep it in a password vault, and remove it from Git's history too.",
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each secret in the document's text, comments included, readable or not."""
    start = document.yaml.start
    for secret in _secrets.find(document.text):
        yield Found(
            document.raw_place(start + secret.start, start + secret.end),
            Text(
                nl=f"Hier staat zo te zien {secret.kind.nl}; wie deze bestanden kan lezen, kan het "
                "gebruiken.",
                en=f"This looks like {secret.kind.en}; whoever can read these files can use it.",
            ),
            _HELP,
            subject=secret.kind.en,
            secret=True,
        )
