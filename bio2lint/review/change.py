"""One change of one field, and what it means: the words that the parts of a review share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from bio2lint.finding import Text

WEAKENS = "weakens"
STRENGTHENS = "strengthens"
NEUTRAL = "neutral"


class Side(NamedTuple):
    """A document as it stands before or after a change.

    `data` is its plain data, as YAML gives it; `path` is relative to the root, `ordinal` its place
    in the file (0-based).
    """

    path: str
    ordinal: int
    kind: str | None
    id: str | None
    data: dict[str, Any]


class Change(NamedTuple):
    """What changed about one field, or about a whole document that was added or removed.

    `document` is its id, `kind` its kind; of the settings, the baseline and comments that silence
    findings both are None. `path` is the file, after the change if it is there, and `pointer` the
    field (RFC 6901), empty for a whole document. `field` is the field's name as people see it, with
    list items by their value: `systems`, `review.interval`, `acceptance.until`. `before` and
    `after` are plain data, None where there is nothing. `direction` is weakens, strengthens or
    neutral, `why` says why in words, and `supported` which recorded decision supports a weakening:
    None when there is none or none is needed. `old` and `new` are the document's two sides.
    """

    document: str | None
    kind: str | None
    path: str
    pointer: str
    field: str
    before: Any
    after: Any
    direction: str
    why: Text
    supported: Text | None = None
    old: Side | None = None
    new: Side | None = None


class Approval(NamedTuple):
    """Somebody who must approve a change.

    `role` is the id of a role of the repository, or a function of the norm (`board`) where no role
    has it; `handles` are its forge handles. `reasons` says why, one text a reason. `asked` tells
    whether CODEOWNERS asks it for every path concerned: None where there is no such file. `paths`
    are those, relative to the root.
    """

    role: str
    handles: tuple[str, ...]
    reasons: tuple[Text, ...]
    asked: bool | None = None
    paths: tuple[str, ...] = ()
