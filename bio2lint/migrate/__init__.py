"""One run of `migrate`: from what was asked to a plan, the files written, and an exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint import document as documents_of
from bio2lint import files, norm, numbers
from bio2lint.editions import load, words
from bio2lint.finding import Text
from bio2lint.migrate import was_wordt
from bio2lint.migrate.plan import Plan, Source, make
from bio2lint.migrate.steps import Spot, Step
from bio2lint.norm import diff
from bio2lint.settings import FILE
from bio2lint.status import FOUND, NOTHING, OK, USAGE, Refused
from bio2lint.tree import WorkTree
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm
    from bio2lint.settings import Settings

_NOT_ASKED = "references."


class Request(NamedTuple):
    """What was asked of `migrate`.

    `to` is the edition (`1.3`), None for the newest; `mapping` the path of a list of old and new
    numbers. Without `write` nothing is changed.
    """

    as_of: date
    to: str | None = None
    mapping: str | None = None
    write: bool = False


class Outcome(NamedTuple):
    """What came of it.

    `already` says that the repository is on that edition as it is, `pinned` whether its settings
    say so.
    """

    plan: Plan
    written: bool
    already: bool
    pinned: bool
    status: int


def run(request: Request, root: str, read: Settings) -> Outcome:
    """Plan the move of a repository, and make it if that was asked.

    Refused with status 1 when a part of the repository cannot be read (each file is named), 2 for
    an edition that is not known or older than the one pinned, a list that cannot be used or files
    that cannot be written, and 3 when there are no documents.
    """
    old = load(read.edition)
    new = load(norm.NEWEST if request.to is None else request.to)
    if numbers.order(new.edition) < numbers.order(old.edition):
        raise Refused(USAGE, _back(old, new))
    if old.edition == new.edition:
        old = new
    listed = _list(request.mapping, new) if request.mapping is not None else None
    if old is new and listed is None:
        plan = Plan(old, new, (), (), {}, {})
        return Outcome(plan, written=False, already=True, pinned=read.pinned, status=OK)
    source = _source(WorkTree(root), read)
    plan = make(source, old, new, request.as_of, changed=_changed(old, new), listed=listed)
    if listed is not None and request.mapping is not None:
        plan = plan._replace(steps=(*plan.steps, *_misfits(listed, request.mapping)))
    written = request.write and bool(plan.files)
    if written:
        changes = {path: (changed.old, changed.new) for path, changed in plan.files.items()}
        files.replace_all(root, changes)
    status = FOUND if plan.steps else OK
    return Outcome(plan, written, already=False, pinned=read.pinned, status=status)


def _back(old: Norm, new: Norm) -> Text:
    return Text(
        nl=f"Deze administratie staat op {old.name}; terug naar {new.name} kan niet.",
        en=f"This administration is on {old.name}; it cannot go back to {new.name}.",
    )


def _list(path: str, new: Norm) -> was_wordt.WasWordt:
    try:
        content = files.read(path, was_wordt.MAX_BYTES + 1)
    except OSError as error:
        why = files.reason(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"De lijst {path} kan niet worden geopend: {why.nl}.",
                en=f"The list {path} cannot be opened: {why.en}.",
            ),
        ) from error
    return was_wordt.read(content, path, new)


def _misfits(listed: was_wordt.WasWordt, path: str) -> list[Step]:
    help_ = Text(
        nl="Verbeter deze regel van de lijst, of zet de nummers zelf over.",
        en="Mend this row of the list, or change the numbers yourself.",
    )
    return [
        Step("row", "", misfit.message, help_, (Spot(path, None, misfit.line),))
        for misfit in listed.misfits
    ]


def _source(tree: WorkTree, read: Settings) -> Source:
    """Return all that is there; Refused when some of it is unreadable or there are no documents."""
    contents: dict[str, bytes] = {}
    documents: list[Document] = []
    for path in tree.paths():
        if read.takes(path):
            try:
                contents[path] = tree.read(path, MAX_BYTES + 1)
                documents += documents_of.read(path, contents[path])
            except OSError as error:
                documents += documents_of.read(path, error)
    unreadable = dict.fromkeys(document.path for document in documents if document.unreadable)
    if unreadable:
        raise Refused(FOUND, *map(_unreadable, unreadable))
    ours = [document for document in documents if document.record is not None]
    if not ours:
        raise Refused(NOTHING, _nothing(tree.root))
    if read.file is not None:
        contents[FILE] = tree.read(FILE, MAX_BYTES + 1)
    return Source(contents, documents, read)


def _unreadable(path: str) -> Text:
    return Text(
        nl=f"{path} is niet (geheel) te lezen; er is niets gewijzigd. Herstel dit eerst.",
        en=f"{path} cannot be (wholly) read; nothing was changed. Mend this first.",
    )


def _nothing(root: str) -> Text:
    return Text(
        nl=f"Geen documenten gevonden in {root}; er is niets om over te zetten.",
        en=f"No documents found in {root}; there is nothing to migrate.",
    )


def _changed(old: Norm, new: Norm) -> dict[str, Text]:
    """Return in words what the new edition asks otherwise of each measure, by its new number."""
    changed: dict[str, list[Text]] = {}
    for fact in diff.compare(old, new).facts if old is not new else ():
        if not fact.aspect.startswith(_NOT_ASKED):
            changed.setdefault(fact.target, []).append(_difference(fact))
    return {
        number: Text(nl="; ".join(t.nl for t in texts), en="; ".join(t.en for t in texts))
        for number, texts in changed.items()
    }


def _difference(fact: diff.FactChange) -> Text:
    name = words.aspect(fact.aspect)
    was, now = words.values(fact.aspect, fact.before), words.values(fact.aspect, fact.after)
    if not fact.before:
        return Text(nl=f"{name.nl}: nu {now.nl}", en=f"{name.en}: now {now.en}")
    if not fact.after:
        return Text(nl=f"{name.nl}: niet meer {was.nl}", en=f"{name.en}: no longer {was.en}")
    return Text(nl=f"{name.nl}: {was.nl} is nu {now.nl}", en=f"{name.en}: {was.en} is now {now.en}")
