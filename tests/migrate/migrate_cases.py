"""What tests of migrate share: moves of repositories in memory, and what came of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from support import AS_OF, edition

from bio2lint import document, settings, yamlfile
from bio2lint.migrate import was_wordt
from bio2lint.migrate.plan import Plan, Source, make

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bio2lint.finding import Text
    from bio2lint.migrate.steps import Spot

PATH = "controls/a.yaml"
HEAD = "kind: control\nid: a\ntitle: Toegang\nowner: o\nstatus: implemented\n"
LIST = b"""\
was;wordt;soort wijziging
9.4.2.1;5.17.01, 5.17.02;gesplitst
9.4.2.2;5.17;verplaatst
9.4.3.1;5.17.03;verplaatst
9.4.3.2;5.17.03;samengevoegd
9.4.4.1;5.18.01;gewijzigd
12.1.1.1;;vervallen
8.1.1;5.09.01;verplaatst
"""


def move(
    files: Mapping[str, str | bytes] | str,
    *,
    pinned: str = "1.2",
    to: str = "1.3",
    listed: bytes | None = None,
    changed: Mapping[str, Text] | None = None,
) -> Plan:
    """Plan the move of a repository; a lone text is all of the control in PATH after its HEAD."""
    if isinstance(files, str):
        files = {PATH: HEAD + files}
    files = {settings.FILE: f"norm: bio2@{pinned}\n", **files}
    contents = {p: c.encode() if isinstance(c, str) else c for p, c in files.items()}
    documents = [
        part
        for path, content in sorted(contents.items())
        if path != settings.FILE
        for part in document.read(path, content)
    ]
    assert not any(part.unreadable for part in documents)
    source = Source(contents, documents, settings.read(contents[settings.FILE]))
    new = edition(to)
    return make(
        source,
        edition(pinned),
        new,
        date.fromisoformat(AS_OF),
        changed=changed or {},
        listed=was_wordt.read(listed, "list.csv", new) if listed is not None else None,
    )


def moved(body: str, *, listed: bytes | None = None) -> str:
    """Return what a control says after its HEAD once it was moved."""
    plan = move(body, listed=listed, pinned="1.2" if listed is None else "1.3")
    if PATH not in plan.files:
        return body
    return plan.files[PATH].new.decode().removeprefix(HEAD)


def at(plan: Plan, spot: Spot) -> str:
    """Return a place of the files as they were, as `path:line:column`."""
    if spot.offset is None:
        return f"{spot.path}:{spot.line}"
    line, column = yamlfile.line_column(plan.sources[spot.path], spot.offset)
    return f"{spot.path}:{line}:{column}"


def steps(plan: Plan, *reasons: str) -> list[str]:
    """Return the steps as `reason number: place place`; only of some reasons if they are given."""
    return [
        f"{step.reason} {step.number}: {' '.join(at(plan, spot) for spot in step.spots)}"
        for step in plan.steps
        if step.reason in reasons or not reasons
    ]


def lines(plan: Plan) -> list[str]:
    """Return the changes as `place old → new new`."""
    return [f"{at(plan, one.spot)} {one.old} → {' '.join(one.new)}" for one in plan.lines]
