"""A plan as people read it and as programs do."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

import bio2lint
from bio2lint import yamlfile
from bio2lint.finding import Text
from bio2lint.report.layout import hanging, wrap
from bio2lint.report.safe import visible
from bio2lint.report.words import HELP, counted

if TYPE_CHECKING:
    from datetime import date

    from bio2lint.migrate import Outcome
    from bio2lint.migrate.plan import Line
    from bio2lint.migrate.steps import Spot, Step

_CHANGES = Text(nl="wijziging", en="change"), Text(nl="wijzigingen", en="changes")
_FILES = Text(nl="bestand", en="file"), Text(nl="bestanden", en="files")
_STEPS = (
    Text(nl="punt om zelf te bekijken", en="point to look at yourself"),
    Text(nl="punten om zelf te bekijken", en="points to look at yourself"),
)
_OUT = Text(nl="weg, staat er al", en="out, it is there already")


class View(NamedTuple):
    """How a plan is shown: in which language, how wide, and from which folder paths are seen."""

    as_of: date
    language: str
    width: int
    root: str
    folder: str

    def in_words(self, words: Text) -> str:
        """Return words in the language, with nothing unseen."""
        return visible(words.in_language(self.language))

    def path(self, spot: Spot) -> str:
        """Return the path of a place as the working folder sees it."""
        if spot.offset is None:
            return spot.path
        return os.path.relpath(os.path.join(self.root, spot.path), self.folder)


def text(outcome: Outcome, view: View) -> str:
    """Return the plan for people."""
    plan = outcome.plan
    if outcome.already:
        return view.in_words(_already(plan.new.name, pinned=outcome.pinned)) + "\n"
    move = plan.new.name if plan.old is plan.new else f"{plan.old.name} → {plan.new.name}"
    day = view.in_words(Text(nl="peildatum", en="as of"))
    lines = [f"{move} · {day} {view.as_of.isoformat()}", ""]
    lines += [f"{_at(line.spot, outcome, view)} {_change(line, view)}" for line in plan.lines]
    lines += [""] if plan.lines else []
    for step in plan.steps:
        lines += [*_step_lines(step, outcome, view), ""]
    counts = (len(plan.lines), _CHANGES), (len(plan.files), _FILES), (len(plan.steps), _STEPS)
    lines.append(" · ".join(view.in_words(counted(number, *words)) for number, words in counts))
    return "\n".join([*lines, view.in_words(_closing(outcome))]) + "\n"


def _step_lines(step: Step, outcome: Outcome, view: View) -> list[str]:
    label = f"  = {view.in_words(HELP)}: "
    return [
        *wrap(view.in_words(step.message), view.width),
        *(f"  {_at(spot, outcome, view)}{_document(spot)}" for spot in step.spots),
        *hanging(label, view.in_words(step.help), view.width),
    ]


def _at(spot: Spot, outcome: Outcome, view: View) -> str:
    line, column = _where(spot, outcome)
    return f"{visible(view.path(spot))}:{line}:{column}"


def _where(spot: Spot, outcome: Outcome) -> tuple[int, int]:
    """Return line and column of a place: once written, those of the file as it is now."""
    if spot.offset is None:
        return spot.line, 1
    changed = outcome.plan.files.get(spot.path) if outcome.written else None
    if changed is not None:
        return yamlfile.line_column(changed.file, changed.shift(spot.offset))
    return yamlfile.line_column(outcome.plan.sources[spot.path], spot.offset)


def _change(line: Line, view: View) -> str:
    old = visible(line.old.strip())
    if line.new:
        return f"{old} → {', '.join(line.new)}"
    return f"{old} → ({view.in_words(_OUT)})"


def _document(spot: Spot) -> str:
    return f" {visible(spot.id)}" if spot.id else ""


def _already(name: str, *, pinned: bool) -> Text:
    if not pinned:
        return Text(
            nl=f"De instellingen leggen geen editie vast; dan geldt {name}, en is er niets te "
            "doen. Leg met `norm:` vast op welke editie deze administratie staat.",
            en=f"The settings pin no edition; then {name} holds, and there is nothing to do. Say "
            "with `norm:` which edition this administration is on.",
        )
    return Text(
        nl=f"Deze administratie staat al op {name}; er is niets te doen.",
        en=f"This administration is on {name} already; there is nothing to do.",
    )


def _closing(outcome: Outcome) -> Text:
    if outcome.written:
        return Text(
            nl="Alles is geschreven; bekijk het verschil in Git voordat u het vastlegt.",
            en="Everything was written; look at the difference in Git before you commit it.",
        )
    if not outcome.plan.files:
        return Text(nl="Er is niets te wijzigen.", en="There is nothing to change.")
    return Text(
        nl="Er is nog niets gewijzigd; met --write wordt dit uitgevoerd.",
        en="Nothing was changed yet; --write does it.",
    )


def as_json(outcome: Outcome, view: View) -> str:
    """Return the plan as JSON; paths are relative to the root, columns count code points."""
    plan = outcome.plan
    report = {
        "tool": {"name": "bio2lint", "version": bio2lint.__version__},
        "from": plan.old.name,
        "to": plan.new.name,
        "as_of": view.as_of.isoformat(),
        "written": outcome.written,
        "changes": [
            {**_place(line.spot, outcome), "old": line.old, "new": list(line.new)}
            for line in plan.lines
        ],
        "steps": [_step(step, outcome, view) for step in plan.steps],
    }
    # Whatever a document holds, ASCII steers no terminal and is valid in every encoding.
    return json.dumps(report, indent=2) + "\n"


def _step(step: Step, outcome: Outcome, view: View) -> dict[str, Any]:
    return {
        "reason": step.reason,
        "number": step.number,
        "message": step.message.in_language(view.language),
        "help": step.help.in_language(view.language),
        "places": [_place(spot, outcome) for spot in step.spots],
    }


def _place(spot: Spot, outcome: Outcome) -> dict[str, Any]:
    line, column = _where(spot, outcome)
    place = {"path": spot.path, "line": line, "column": column}
    return {**place, "document": spot.id, "kind": spot.kind}
