"""Every key and value of documents of all kinds, spoiled in turn: nothing breaks, nothing cascades.

A document of each kind in which a field occurs stands for all of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from planted_mutations import Mutation, mutations
from planted_repo import besides_deviations, example, judged, remember_what_was_read, spots

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_DOCUMENTS = 6
_FREELY_NAMED = ("parameters/", "risk_method/levels/")
"""Keys below these are names of one's own, so no spelling of them is wrong by itself."""
_MISSPELLED = ("misspell key", "misspell word")
_SAMPLE = 5
"""All misspellings are tried, and of the other mutations one in so many."""


def _documents() -> dict[str, list[str]]:
    """Return up to six paths of each kind, spread over what the example has."""
    of_kind = defaultdict(list)
    for path in sorted(example()):
        if path.endswith(".yaml") and path != "bio2lint.yaml":
            of_kind[path.partition("/")[0]].append(path)
    return {
        kind: paths[:: max(1, len(paths) // _MOST_DOCUMENTS)][:_MOST_DOCUMENTS]
        for kind, paths in of_kind.items()
    }


DOCUMENTS = _documents()


def slips(kind: str) -> Iterator[tuple[str, Mutation]]:
    """Yield each mutation of each field of a kind once, with the path of the document."""
    seen: set[tuple[str, str]] = set()
    for path in DOCUMENTS[kind]:
        content = example()[path]
        assert isinstance(content, bytes)
        for mutation in mutations(content.decode()):
            known_by = mutation.how, re.sub(r"\d+", "N", mutation.field)
            if known_by not in seen and not mutation.field.startswith(_FREELY_NAMED):
                seen.add(known_by)
                if mutation.how in _MISSPELLED or len(seen) % _SAMPLE == 0:
                    yield path, mutation


def findings_of(path: str, mutation: Mutation) -> list[str]:
    result = judged({**example(), path: mutation.text})
    return [str(spot) for spot in spots(besides_deviations(result.findings))]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_one_slip_gives_one_finding(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    remember_what_was_read(monkeypatch)
    tried, wrong = 0, {}
    for path, mutation in slips(kind):
        found = findings_of(path, mutation)
        tried += 1
        # What is deleted may be missed by one rule, by several, or by none.
        if len(found) != 1 and mutation.how != "delete key":
            wrong[path, mutation.how, mutation.field] = found
    assert wrong == {}
    assert tried > 10
