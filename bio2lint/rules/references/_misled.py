"""References that lead to a document, but not to one that can be meant: for REF006."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Text
from bio2lint.rules.references._targets import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.schema import Leaf


def findings(
    record: Record, reference: Leaf, kinds: list[str], targets: list[Record]
) -> Iterator[Found]:
    """Yield that none of the `targets` is of a kind that fits, or only the document itself.

    A role may review itself.
    """
    fitting = [target for target in targets if target.kind in kinds]
    if not fitting:
        yield _wrong_kind(record, reference, kinds, targets[0])
    elif fitting == [record] and reference.pointer[0] != "review":
        yield _to_itself(record, reference)


def _to_itself(record: Record, reference: Leaf) -> Found:
    return Found(
        record.place(*reference.pointer),
        Text(
            nl=f"{reference.value} verwijst hier naar zichzelf.",
            en=f"{reference.value} refers to itself here.",
        ),
        Text(
            nl="Noem het document dat u bedoelt, of haal de verwijzing weg.",
            en="Name the document that you mean, or remove the reference.",
        ),
        subject=reference.value,
    )


def _wrong_kind(record: Record, reference: Leaf, kinds: list[str], target: Record) -> Found:
    wanted, found = one_of(kinds), one_of([target.kind])
    return Found(
        record.place(*reference.pointer),
        Text(
            nl=f"{reference.value} is {found.nl}, maar hier hoort {wanted.nl}.",
            en=f"{reference.value} is {found.en}, but {wanted.en} belongs here.",
        ),
        Text(
            nl=f"Noem hier het kenmerk van {wanted.nl}.",
            en=f"Give the id of {wanted.en} here.",
        ),
        subject=reference.value,
        related=(
            Related(
                target.place(),
                Text(nl=f"{target.name} is {found.nl}", en=f"{target.name} is {found.en}"),
            ),
        ),
    )
