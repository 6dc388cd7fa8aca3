"""CMP004: where the administration asks for words, there are words and no placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint import schema
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness._placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Pointer
    from bio2lint.norm import Norm
    from bio2lint.schema import Shape

RULE = Rule(
    code="CMP004",
    name="placeholder-text",
    severity=Severity.WARNING,
    source="hygiene",
    summary=Text(
        nl="Een tekst zegt iets: er staat geen plaatshouder of onveranderde sjabloontekst.",
        en="A text says something: it is no placeholder and no template left as it was.",
    ),
)

_EXCEPTION = """\
kind: exception
id: X-003
title: Er zijn geen chipcardtokens in gebruik
type: not-applicable
requirements: [7.07.01]
owner: hoofd-werkplek
reason: {}
approved: {{by: college, date: 2026-03-10, ref: BW 2026-066}}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-werkplek}}
"""

DOCS = Docs(
    why=Text(
        nl="Een plaatshouder laat de administratie volledig lijken terwijl de inhoud ontbreekt. "
        "Wie het stuk beoordeelt of toetst, heeft er niets aan.",
        en="A placeholder makes the administration look complete while its content is missing. "
        "It is of no use to whoever reviews or audits it.",
    ),
    fix=Text(
        nl="Schrijf op wat er hoort te staan; kort mag. Hoeft de sleutel er niet te zijn, laat hem "
        "dan weg.",
        en="Write down what belongs there; short will do. Leave the key out where it is not "
        "needed.",
    ),
    bad={"exceptions/X-003.yaml": _EXCEPTION.format("nog invullen")},
    good={
        "exceptions/X-003.yaml": _EXCEPTION.format(
            "Aanmelden gaat met een passkey; er zijn nooit chipcards uitgegeven."
        )
    },
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each text that is a placeholder; what refers, dates or chooses is judged elsewhere."""
    if document.kind is None or document.data is None:
        return
    at_fault = {fault.pointer for fault in document.faults}
    for pointer, text in _texts(document.data, schema.shape(document.kind), ()):
        if pointer not in at_fault and is_placeholder(text, _key(pointer)):
            yield Found(document.place(*pointer), *_words(_key(pointer)))


def _texts(data: Any, shape: Shape, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Yield every free text with its pointer, in document order."""
    if isinstance(data, str):
        if shape.text and not shape.refs:
            yield pointer, data
    elif isinstance(data, dict):
        for key, value in data.items():
            below = shape.keys.get(key, shape.values)
            if below is not None:
                yield from _texts(value, below, (*pointer, key))
    elif isinstance(data, list) and shape.items is not None:
        for index, item in enumerate(data):
            yield from _texts(item, shape.items, (*pointer, index))


def _key(pointer: Pointer) -> str:
    """Return the key that a text stands under; of an impact area that of all of them."""
    names = [step for step in pointer if isinstance(step, str)]
    return "impact_areas" if "impact_areas" in names else names[-1]


def _words(key: str) -> tuple[Text, Text]:
    return (
        Text(
            nl=f"Bij `{key}` staat een plaatshouder; de inhoud zelf ontbreekt nog.",
            en=f"`{key}` holds a placeholder; the content itself is still missing.",
        ),
        Text(
            nl="Schrijf op wat hier hoort te staan; kort mag.",
            en="Write down what belongs here; short will do.",
        ),
    )
