"""CMP004: where the administration asks for words, there are words and no placeholder."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

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


_AREAS = "impact_areas"
"""Below it, names of areas are keys; each is asked for as much as the others."""


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each text that is a placeholder; what refers, dates or chooses is judged elsewhere."""
    if document.kind is None or document.data is None:
        return
    found: list[Pointer] = []
    _search(document.data, _prose(document.kind), (), "", found)
    if found:
        at_fault = {fault.pointer for fault in document.faults}
        for pointer in found:
            if pointer not in at_fault:
                yield Found(document.place(*pointer), *_words(_key(pointer)))


class Prose(NamedTuple):
    """Where free text may stand: here, below keys (any other key: `values`), or in items."""

    here: bool
    keys: dict[str, Prose | None]
    values: Prose | None
    items: Prose | None


@cache
def _prose(kind: str) -> Prose:
    return _prose_of(schema.shape(kind)) or Prose(here=False, keys={}, values=None, items=None)


def _prose_of(shape: Shape | None) -> Prose | None:
    """Return where a shape has free text; None where it has none."""
    if shape is None:
        return None
    keys = {key: _prose_of(below) for key, below in shape.keys.items()}
    found = Prose(
        shape.text and not shape.refs, keys, _prose_of(shape.values), _prose_of(shape.items)
    )
    anything = found.here or found.values or found.items or any(keys.values())
    return found if anything else None


def _search(data: Any, prose: Prose, pointer: Pointer, key: str, found: list[Pointer]) -> None:
    """Add the pointer of every placeholder, in document order."""
    if isinstance(data, str):
        if prose.here and is_placeholder(data, key):
            found.append(pointer)
    elif isinstance(data, dict):
        keys, values = prose.keys, prose.values
        for name, value in data.items():
            below = keys.get(name, values)
            if below is None:
                continue
            asked = key if key == _AREAS else name
            if value.__class__ is not str:
                _search(value, below, (*pointer, name), asked, found)
            elif below.here and is_placeholder(value, asked):  # nearly all; spared a call each
                found.append((*pointer, name))
    elif isinstance(data, list) and prose.items is not None:
        for index, item in enumerate(data):
            _search(item, prose.items, (*pointer, index), key, found)


def _key(pointer: Pointer) -> str:
    """Return the key that a text stands under."""
    return next(step for step in reversed(pointer) if isinstance(step, str))


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
