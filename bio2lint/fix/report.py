"""What `fix` says: each change, those that are not made and why, what remains, and a diff."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Text
from bio2lint.judge import cut
from bio2lint.report.layout import BOLD, paint
from bio2lint.report.safe import shortened, visible
from bio2lint.report.words import counted, joined
from bio2lint.yamlfile import decoding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bio2lint.fix import Change, Plan

_CONTEXT = 3
_LONGEST = 60
_REMOVED, _ADDED, _HUNK = "31", "32", "36"
_FILES = Text(nl="bestand", en="file"), Text(nl="bestanden", en="files")
_FINDINGS = Text(nl="bevinding", en="finding"), Text(nl="bevindingen", en="findings")


class Style(NamedTuple):
    """How it is said: `working_path` turns a path below the root into one from where one works."""

    language: str = "nl"
    color: bool = False
    working_path: Callable[[str], str] = str


def changes(plan: Plan, style: Style) -> list[str]:
    """Return a line for each change: `path:line:column CODE old → new`."""
    return [_line(change, plan, style) for change in plan.changes]


def left_out(plan: Plan, style: Style) -> list[str]:
    """Return a line for each change that is not made, with the finding that it would bring."""
    lines = []
    for change in plan.left_out:
        why = change.because
        if why is None:
            continue
        reason = Text(
            nl=f"niet gedaan, want dan volgt {why.code} ({_at(why.region.path, style)}:"
            f"{why.region.line})",
            en=f"not done, for {why.code} would follow ({_at(why.region.path, style)}:"
            f"{why.region.line})",
        )
        lines.append(f"{_line(change, plan, style)}: {reason.in_language(style.language)}")
    return lines


def summary(plan: Plan, language: str, *, written: bool) -> str:
    """Return how much is mended, or would be, and how much is left for whom."""
    done, files = len(plan.changes), counted(len(plan.files), *_FILES)
    if not done:
        parts = [Text(nl="niets te herstellen", en="nothing to fix")]
    elif written:
        parts = [Text(nl=f"{done} hersteld in {files.nl}", en=f"{done} fixed in {files.en}")]
    else:
        parts = [
            Text(
                nl=f"{done} te herstellen in {files.nl}, niets geschreven",
                en=f"{done} to fix in {files.en}, nothing written",
            )
        ]
    if plan.left_out:
        number = len(plan.left_out)
        parts.append(Text(nl=f"{number} niet gedaan", en=f"{number} not done"))
    left = counted(plan.left, *_FINDINGS)
    parts.append(Text(nl=f"{left.nl} over", en=f"{left.en} left"))
    if plan.judgement:
        number = plan.judgement
        parts.append(
            Text(
                nl=f"waarvan {number} met een voorstel: zie `bio2lint fix --unsafe --diff`",
                en=f"{number} of them with a proposal: see `bio2lint fix --unsafe --diff`",
            )
        )
    return joined(parts, " · ").in_language(language)


def diff(plan: Plan, style: Style) -> list[str]:
    """Return a unified diff; what is not to be seen is escaped, and secrets are left out."""
    lines: list[str] = []
    for path, (old, new) in plan.files.items():
        at, secrets = _at(path, style), plan.secrets.get(path, [])
        lines += [paint(f"{sign} {at}", BOLD, color=style.color) for sign in ("---", "+++")]
        before, after = (_lines(decoding.decode(content)[0]) for content in (old, new))
        for line, colour in _hunks(before, after):
            lines.append(paint(visible(cut(line, secrets)), colour, color=style.color))
    return lines


def _line(change: Change, plan: Plan, style: Style) -> str:
    finding, region = change.finding, change.finding.region
    secrets = plan.secrets.get(region.path, [])
    old, new = (visible(shortened(cut(t, secrets), _LONGEST)) for t in (change.old, change.new))
    place = f"{_at(region.path, style)}:{region.line}:{region.column}"
    code = paint(finding.code, BOLD, color=style.color)
    old = paint(old, _REMOVED, color=style.color)
    return f"{place} {code} {old} → {paint(new, _ADDED, color=style.color)}"


def _at(path: str, style: Style) -> str:
    return visible(style.working_path(path))


def _lines(text: str) -> list[str]:
    starts = [*decoding.line_starts(text), len(text)]
    lines = [text[start:end] for start, end in pairwise(starts)]
    return lines if lines[-1] else lines[:-1]


def _hunks(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the lines of a diff with their colour: no change adds, removes or moves a line."""
    differing = [i for i, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    while differing:
        together = 1
        while together < len(differing) and (
            differing[together] - differing[together - 1] <= 2 * _CONTEXT
        ):
            together += 1
        start = max(0, differing[0] - _CONTEXT)
        end = min(len(old), differing[together - 1] + 1 + _CONTEXT)
        size = end - start
        yield f"@@ -{start + 1},{size} +{start + 1},{size} @@", _HUNK
        yield from _hunk(old, new, range(start, end))
        del differing[:together]


def _hunk(old: list[str], new: list[str], lines: range) -> Iterator[tuple[str, str]]:
    added: list[tuple[str, str]] = []
    for index in lines:
        same = old[index] == new[index]
        if same:
            yield from added
            added = []
        yield from _marked(" " if same else "-", old[index], "" if same else _REMOVED)
        if not same:
            added += _marked("+", new[index], _ADDED)
    yield from added


def _marked(sign: str, line: str, colour: str) -> Iterator[tuple[str, str]]:
    text = line.rstrip("\r\n")
    yield f"{sign}{text}", colour
    if text == line:
        yield r"\ No newline at end of file", ""
