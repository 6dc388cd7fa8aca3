"""Which documents belong together: what refers to what, by id or by file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.rules.references._targets import is_path, kinds_of_record

if TYPE_CHECKING:
    from bio2lint.model import Record
    from bio2lint.repository import Repository
    from bio2lint.schema import Leaf


class Web(NamedTuple):
    """What refers to something or is referred to.

    `joined` are the documents that are, by id; `places` counts how many documents name a file or
    address; `meant` are the kinds that a reference to nothing may have meant.
    """

    joined: set[Record]
    places: Counter[str]
    meant: set[str]


def of(repository: Repository) -> Web:
    """Return the web of all documents. That a role owns or approved one does not count."""
    web = Web(set(), Counter(), set())
    for record in repository.records:
        places = set()
        for reference in record.references:
            kinds = reference.shape.refs
            if kinds == ("requirement",):
                web.joined.add(record)
            elif _is_place(reference, kinds, repository):
                places.add(reference.value.partition("#")[0])
            elif kinds != ("role",) and reference.value:
                _join(record, reference, repository, web)
        web.places.update(places)
    return web


def _is_place(reference: Leaf, kinds: tuple[str, ...], repository: Repository) -> bool:
    may_be = "path" in kinds or "url" in kinds
    return may_be and (reference.is_url or is_path(reference, repository))


def _join(record: Record, reference: Leaf, repository: Repository, web: Web) -> None:
    kinds = kinds_of_record(reference.shape.refs)
    targets = repository.by_id.get(reference.value, ()) if kinds else ()
    if len(targets) == 1 and targets[0] is not record:  # nearly always
        web.joined.update((record, targets[0]))
        return
    others = [target for target in targets if target is not record]
    web.joined.update(others)
    if others or not targets:
        web.joined.add(record)
    if kinds and not targets and not reference.elsewhere:
        web.meant.update(kinds)


def own_file(record: Record) -> str | None:
    """Return the file or address that holds a document or evidence; its own record names it."""
    own = (r for r in record.references if r.pointer[-1] in ("path", "url"))
    return next((reference.value.partition("#")[0] for reference in own), None)
