"""STR003: a text that other YAML tools read as a number or boolean stands in quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import schema
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Pointer
    from bio2lint.norm import Norm

RULE = Rule(
    code="STR003",
    name="ambiguous-scalar",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Een tekst die andere YAML-programma's als getal of ja/nee lezen, staat tussen "
        "aanhalingstekens.",
        en="A text that other YAML tools read as a number or boolean stands in quotes.",
    ),
    fixable=True,
)

_ROLE = """\
kind: role
id: hoofd-inkoop
title: Hoofd inkoop
functions: [line-manager]
holder: %s
"""
_PATH = "roles/inkoop.yaml"

DOCS = Docs(
    why=Text(
        nl="Andere YAML-programma's lezen `5.10` als het getal 5,1, `012` als 10 en `no` als nee. "
        "Zo verandert een nummer of naam zodra een ander hulpmiddel het bestand leest.",
        en="Other YAML tools read `5.10` as the number 5.1, `012` as 10 and `no` as false. A "
        "number or name then changes once another tool reads the file.",
    ),
    fix=Text(
        nl="Zet de tekst tussen aanhalingstekens.",
        en="Put the text in quotes.",
    ),
    bad={_PATH: _ROLE % "012"},
    good={_PATH: _ROLE % '"012"'},
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield every unquoted text that YAML tools disagree about.

    Dates and `x-` keys are free; a number that the norm does not know so is REF001's or REF002's,
    which quotes it as well.
    """
    if document.kind is None or not (document.yaml.ambiguous or document.faults):
        return
    unfit = {fault.pointer for fault in document.faults if fault.kind != "ambiguous"}
    wrong = {number.pointer for number in document.numbers if not norm.has(str(number.value))}
    pointers = [fault.pointer for fault in document.faults if fault.kind == "ambiguous"]
    for pointer in document.yaml.ambiguous:
        shape = schema.shape_at(document.kind, pointer)
        if shape is not None and shape.text and pointer not in unfit | wrong:
            pointers.append(pointer)
    for pointer in pointers:
        yield _found(document, pointer)


def _found(document: Document, pointer: Pointer) -> Found:
    written = document.source(pointer)
    return Found(
        document.place(*pointer),
        Text(
            nl=f"`{written}` hoort hier een tekst te zijn, maar andere YAML-programma's lezen het "
            "als getal of als ja/nee.",
            en=f"`{written}` should be a text here, but other YAML tools read it as a number or "
            "a boolean.",
        ),
        Text(nl=f'Schrijf "{written}".', en=f'Write "{written}".'),
        subject=written,
        replacement=f'"{written}"',
    )
