"""STR002: a document is of a known kind and fits its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.structure._misfits import explain
from bio2lint.rules.structure._spellings import recovered, recovered_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm
    from bio2lint.schema.errors import Fault

RULE = Rule(
    code="STR002",
    name="schema-valid",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Elk document is van een bekende soort en past bij het schema daarvan.",
        en="Every document is of a known kind and fits the schema of that kind.",
    ),
    about="faults",
    fixable=True,
)

_ROLE = """\
kind: role
id: hoofd-inkoop
title: Hoofd inkoop
functions: [line-manager, supplier-manager]
contact: inkoop@lindemeer.example
"""
_PATH = "roles/inkoop.yaml"

DOCS = Docs(
    why=Text(
        nl="Een sleutel met een typefout doet niets: een einddatum of eigenaar lijkt vastgelegd, "
        "maar niemand rekent ermee.",
        en="A misspelled key does nothing: an end date or an owner seems recorded, but nobody "
        "reckons with it.",
    ),
    fix=Text(
        nl="Schrijf de sleutel of waarde zoals de melding zegt. Wat alleen voor uzelf is, mag "
        "onder een sleutel die met `x-` begint.",
        en="Write the key or value as the message says. What is only for yourself may stand under "
        "a key that begins with `x-`.",
    ),
    bad={_PATH: _ROLE.replace("contact:", "contakt:")},
    good={_PATH: _ROLE},
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield every way in which the document does not fit; STR003 has unquoted numbers."""
    for fault in document.faults:
        if fault.kind == "ambiguous":
            continue
        message, help_ = explain(fault)
        replacement, sure = _recovered(fault)
        yield Found(
            document.place(*fault.pointer, key=fault.key),
            message,
            help_,
            subject=fault.kind,
            replacement=replacement,
            unsafe=not sure,
        )


def _recovered(fault: Fault) -> tuple[str | None, bool]:
    """Return what was meant, as YAML, and whether that is beyond doubt."""
    if fault.kind in ("unknown-key", "value"):
        return fault.meant, _folded(fault.value) == _folded(fault.meant)
    if isinstance(fault.value, str) and fault.kind == "type":
        return recovered_plain(fault.value, fault.expected)
    if fault.kind == "form":
        meant = recovered(fault.value, fault.expected[0])
        return meant and f'"{meant}"', meant is not None
    return None, False


def _folded(name: object) -> str:
    """Return a name without what people confuse: capitals, spaces, and either dash."""
    return "-".join(str(name).casefold().replace("_", " ").replace("-", " ").split())
