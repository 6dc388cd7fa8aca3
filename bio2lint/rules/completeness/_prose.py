"""Where documents have free text: what neither refers, dates nor chooses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import schema

if TYPE_CHECKING:
    from bio2lint.schema import Shape


class Prose(NamedTuple):
    """Where free text may stand: here, below keys (any key not `known`: `values`), or in items."""

    here: bool
    keys: dict[str, Prose]
    known: frozenset[str]
    values: Prose | None
    items: Prose | None


@cache
def of_kind(kind: str) -> Prose:
    """Return where documents of a kind have free text."""
    return _prose_of(schema.shape(kind)) or Prose(
        here=False, keys={}, known=frozenset(), values=None, items=None
    )


def _prose_of(shape: Shape | None) -> Prose | None:
    """Return where a shape has free text; None where it has none."""
    if shape is None:
        return None
    below = {key: _prose_of(below) for key, below in shape.keys.items()}
    found = Prose(
        here=shape.text and not shape.refs,
        keys={key: prose for key, prose in below.items() if prose},
        known=frozenset(below),
        values=_prose_of(shape.values),
        items=_prose_of(shape.items),
    )
    return found if found.here or found.keys or found.values or found.items else None
