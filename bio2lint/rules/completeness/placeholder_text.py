"""CMP004: where the administration asks for words, there are words and no placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness import _prose
from bio2lint.rules.completeness._placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Pointer
    from bio2lint.norm import Norm
    from bio2lint.rules.completeness._prose import Prose

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
    _search(document.data, _prose.of_kind(document.kind), (), "", found)
    if found:
        at_fault = {fault.pointer for fault in document.faults}
        for pointer in found:
            if pointer not in at_fault:
                yield Found(document.place(*pointer), *_words(_key(pointer)))


def _search(data: Any, prose: Prose, pointer: Pointer, key: str, found: list[Pointer]) -> None:
    """Add the pointer of every placeholder."""
    if isinstance(data, str):
        if prose.here and is_placeholder(data, key):
            found.append(pointer)
    elif isinstance(data, dict):
        _search_fields(data, prose, pointer, key, found)
    elif isinstance(data, list) and prose.items is not None:
        for index, item in enumerate(data):
            _search(item, prose.items, (*pointer, index), key, found)


def _search_fields(
    data: dict[str, Any], prose: Prose, pointer: Pointer, key: str, found: list[Pointer]
) -> None:
    for name, below in prose.keys.items():
        value = data.get(name)
        if value.__class__ is str and below.here:  # nearly all; spared a call each
            if is_placeholder(value, name):
                found.append((*pointer, name))
        elif value is not None:
            _search(value, below, (*pointer, name), name, found)
    if prose.values is not None:
        for name in data.keys() - prose.known:
            asked = key if key == _AREAS else name
            _search(data[name], prose.values, (*pointer, name), asked, found)


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
