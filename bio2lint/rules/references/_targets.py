"""What a reference may mean, and what the kinds of documents are called in messages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bio2lint.finding import Text

if TYPE_CHECKING:
    from bio2lint.repository import Repository
    from bio2lint.schema import Leaf

_NAMES = {
    "organisation": Text(nl="organisatie", en="organisation"),
    "role": Text(nl="rol", en="role"),
    "process": Text(nl="proces", en="process"),
    "system": Text(nl="systeem", en="system"),
    "supplier": Text(nl="leverancier", en="supplier"),
    "control": Text(nl="beheersmaatregel", en="control"),
    "risk": Text(nl="risico", en="risk"),
    "evidence": Text(nl="bewijsstuk", en="piece of evidence"),
    "exception": Text(nl="uitzondering", en="exception"),
    "document": Text(nl="document", en="document"),
}


@cache
def kinds_of_record(kinds: tuple[str, ...]) -> list[str]:
    """Return the kinds of documents that a reference to any of `kinds` may name by id."""
    return [kind for kind in kinds if kind in _NAMES]


def is_path(reference: Leaf, repository: Repository) -> bool:
    """Whether a reference names a file or folder here, and not a document by its id.

    Where both may stand, a slash or an anchor tells, since no id has them; else the id goes first.
    """
    if reference.path is None:
        return False
    if not kinds_of_record(reference.kinds) or "/" in reference.value or "#" in reference.value:
        return True
    fact = repository.facts.get(reference.path)
    return reference.value not in repository.by_id and fact is not None and fact.kind != "missing"


def one_of(kinds: list[str]) -> Text:
    """Return the kinds in words: a risk, a document or a risk."""
    return Text(
        nl=" of ".join(f"een {_NAMES[kind].nl}" for kind in kinds),
        en=" or ".join(f"{_article(kind)} {_NAMES[kind].en}" for kind in kinds),
    )


def none_of(kinds: list[str]) -> Text:
    """Return that there is none of the kinds, in words: no risk, no document and no risk."""
    return Text(
        nl=" en ".join(f"geen {_NAMES[kind].nl}" for kind in kinds),
        en=" and ".join(f"no {_NAMES[kind].en}" for kind in kinds),
    )


def _article(kind: str) -> str:
    return "an" if _NAMES[kind].en[0] in "aeiou" else "a"
