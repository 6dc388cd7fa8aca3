"""One run of `fix`: what can be mended, and whether everything is better for it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import check, edits, settings
from bio2lint.finding import Text
from bio2lint.status import USAGE, Refused
from bio2lint.tree import Overlay, WorkTree
from bio2lint.yamlfile import decoding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bio2lint.check import Outcome
    from bio2lint.finding import Finding, Fix, Region, Severity
    from bio2lint.opening import Request
    from bio2lint.settings import Settings
    from bio2lint.tree import Tree

    Key = tuple[str, str, int, str, tuple[str, ...]]
    Examine = Callable[[dict[str, bytes]], "_State"]

_MOST_ROUNDS = 10
_NO_SETTINGS = Text(
    nl=f"Zonder {settings.FILE} staat niet vast welke bestanden bij de administratie horen; maak "
    "dat bestand eerst.",
    en=f"Without {settings.FILE} it is not certain which files belong to the administration; make "
    "that file first.",
)


class Change(NamedTuple):
    """A scalar that is mended: the finding, and its text before and after.

    `because` is the finding that there would be then, for a change that is not made.
    """

    finding: Finding
    old: str
    new: str
    because: Finding | None = None


class Plan(NamedTuple):
    """What `fix` would do.

    `files` has the old and new bytes of each file that changes. `left_out` are changes that would
    make something else wrong. `left` counts the findings that remain, `judgement` those of them for
    which there is a fix that somebody has to judge. `secrets` are texts of a path that must not be
    shown.
    """

    files: dict[str, tuple[bytes, bytes]]
    changes: tuple[Change, ...]
    left_out: tuple[Change, ...]
    left: int
    judgement: int
    unreadable: tuple[str, ...]
    secrets: dict[str, list[str]]


class _State(NamedTuple):
    """The content of all files by path, and what is found in them."""

    contents: dict[str, bytes]
    outcome: Outcome


def plan(
    request: Request, root: str, read: Settings, *, unsafe: bool = False, tree: Tree | None = None
) -> Plan:
    """Return what can be mended of the findings that a request lists, judged anew after each step.

    A fix is only made when its finding is gone then, and no other as grave has come. With `unsafe`
    those that need judgement are made too. Refused as `check.run` is, and without settings
    (status 2): then nothing says that these files are an administration.
    """
    tree = tree or WorkTree(root)
    examine = partial(_examine, request, root, read, tree)
    first = state = examine(_contents(tree, read))
    if read.file is None:
        raise Refused(USAGE, _NO_SETTINGS)
    changes: list[Change] = []
    left_out: dict[Key, Change] = {}
    for _ in range(_MOST_ROUNDS):
        wanted = _wanted(state, left_out, unsafe=unsafe)
        if not wanted:
            break
        made, after, refused = _as_far_as_good(state, wanted, examine)
        changes += _changes(state, made)
        not_made = [finding for finding, _ in refused]
        for (finding, why), change in zip(refused, _changes(state, not_made), strict=True):
            left_out[_key(finding)] = change._replace(because=why)
        state = after
    left = state.outcome.result.findings
    return Plan(
        files={
            path: (old, state.contents[path])
            for path, old in first.contents.items()
            if old != state.contents[path]
        },
        changes=tuple(sorted(changes, key=_place)),
        left_out=tuple(sorted(left_out.values(), key=_place)),
        left=len(left),
        judgement=sum(finding.fix is not None and not finding.fixable for finding in left),
        unreadable=state.outcome.whole.unreadable,
        secrets=_secrets(first),
    )


def _contents(tree: Tree, read: Settings) -> dict[str, bytes]:
    """Return the bytes of all files that take part and can be read, once for the whole run."""
    contents = {}
    for path in filter(read.takes, tree.paths()):
        try:
            content = tree.read(path, decoding.MAX_BYTES + 1)
        except OSError:
            continue
        if len(content) <= decoding.MAX_BYTES:
            contents[path] = content
    return contents


def _examine(
    request: Request, root: str, read: Settings, tree: Tree, contents: dict[str, bytes]
) -> _State:
    return _State(contents, check.run(request, root, read, Overlay(tree, contents)))


def _wanted(state: _State, left_out: Mapping[Key, Change], *, unsafe: bool) -> list[Finding]:
    """Return the listed findings to mend next, at most one at each place."""
    wanted: list[Finding] = []
    path, reached = "", 0
    for finding in sorted(state.outcome.result.findings, key=_start):
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe) or _key(finding) in left_out:
            continue
        if finding.region.path not in state.contents:
            continue
        if finding.region.path != path or fix.start >= reached:
            wanted.append(finding)
            path, reached = finding.region.path, fix.end
    return wanted


def _start(finding: Finding) -> tuple[str, int]:
    return finding.region.path, finding.fix.start if finding.fix else 0


def _as_far_as_good(
    state: _State, wanted: list[Finding], examine: Examine
) -> tuple[list[Finding], _State, list[tuple[Finding, Finding]]]:
    """Return the fixes that are made, what there is then, and those refused with the reason.

    All are tried at once; when that does harm, those are set apart that can have done it.
    """
    made: list[Finding] = []
    best = state
    refused: list[tuple[Finding, Finding]] = []
    batches = [wanted]
    while batches:
        batch = batches.pop()
        after = examine(_edited(state.contents, [*made, *batch]))
        harm = _harm(best, after, batch)
        if harm:
            guilty, smaller = suspects(batch, harm)
            refused += guilty
            batches += smaller
        else:
            made += batch
            best = after
    return made, best, refused


def _edited(contents: dict[str, bytes], findings: Iterable[Finding]) -> dict[str, bytes]:
    by_path: dict[str, list[Fix]] = {}
    for finding in findings:
        if finding.fix is not None:
            by_path.setdefault(finding.region.path, []).append(finding.fix)
    changed = {}
    for path, fixes in by_path.items():
        new = edits.apply(_text(contents[path]), [edits.Edit(*fix[:3]) for fix in fixes])
        changed[path] = edits.encode(contents[path], new)
    return contents | changed


def _text(content: bytes) -> str:
    return decoding.decode(content)[0]


def _harm(before: _State, after: _State, batch: list[Finding]) -> list[Finding]:
    """Return what has come that is as grave as what was to be mended, and what of that has stayed.

    An empty list: all that was to be mended is, and nothing is worse.
    """
    lowest = min(finding.severity for finding in batch)
    floors: dict[tuple[str, int], Severity] = {}
    for finding in batch:
        at = _document(finding)
        floors[at] = min(finding.severity, floors.get(at, finding.severity))
    was = Counter(map(_key, before.outcome.whole.findings))
    now = Counter(map(_key, after.outcome.whole.findings))
    mended = Counter(map(_key, batch))
    new = now - was
    unknown = {n for n, c in before.outcome.whole.coverage.items() if c.status == "unknown"}
    stayed = [f for f in batch if now[_key(f)] > was[_key(f)] - mended[_key(f)]]
    come = [
        finding
        for finding in after.outcome.whole.findings
        if _key(finding) in new
        and finding.severity >= floors.get(_document(finding), lowest)
        and not _told_at_last(finding, unknown)
    ]
    return stayed + come


def _told_at_last(finding: Finding, unknown: set[str]) -> bool:
    """Whether it says that something is missing of which that could not be told before."""
    absent = finding.region.path == settings.FILE and bool(finding.requirements)
    return absent and unknown.issuperset(finding.requirements)


def suspects(
    batch: list[Finding], harm: list[Finding]
) -> tuple[list[tuple[Finding, Finding]], list[list[Finding]]]:
    """Return the fixes that did harm, each with it, and smaller batches to try of the others.

    The only fix in a document in which something is worse is to blame for it.
    """
    harmed = {_document(finding): finding for finding in reversed(harm)}
    by_document: dict[tuple[str, int], list[Finding]] = {}
    for finding in batch:
        by_document.setdefault(_document(finding), []).append(finding)
    guilty: list[tuple[Finding, Finding]] = []
    calm: list[Finding] = []
    halves: tuple[list[Finding], list[Finding]] = [], []
    for document, fixes in by_document.items():
        if document not in harmed:
            calm += fixes
        elif len(fixes) == 1:
            guilty.append((fixes[0], harmed[document]))
        else:
            middle = len(fixes) // 2
            halves[0].extend(fixes[:middle])
            halves[1].extend(fixes[middle:])
    if len(calm) == len(batch) == 1:
        return [(batch[0], harm[0])], []
    if len(calm) == len(batch):
        middle = len(batch) // 2
        return [], [batch[middle:], batch[:middle]]
    return guilty, [part for part in (*halves, calm) if part]


def _document(finding: Finding) -> tuple[str, int]:
    return finding.region.path, finding.ordinal


def _key(finding: Finding) -> Key:
    """Return what tells findings apart while texts change: their rule and place, no words.

    Those about the administration as a whole share one place; these differ in requirements.
    """
    path = finding.region.path
    about = finding.requirements if path == settings.FILE else ()
    return finding.code, path, finding.ordinal, finding.pointer, about


def _changes(state: _State, findings: list[Finding]) -> list[Change]:
    texts = {path: _text(state.contents[path]) for path in {f.region.path for f in findings}}
    return [
        Change(finding, texts[finding.region.path][fix.start : fix.end], fix.text)
        for finding in findings
        if (fix := finding.fix) is not None
    ]


def _place(change: Change) -> tuple[str, int, int]:
    return change.finding.region[:3]


def _secrets(state: _State) -> dict[str, list[str]]:
    """Return the lines of what must not be shown, by path, the longest first."""
    regions: dict[str, list[Region]] = {}
    for finding in state.outcome.whole.findings:
        if finding.secret and finding.region.path in state.contents:
            regions.setdefault(finding.region.path, []).append(finding.region)
    return {path: _lines_in(_text(state.contents[path]), found) for path, found in regions.items()}


def _lines_in(text: str, regions: list[Region]) -> list[str]:
    starts = decoding.line_starts(text)
    lines: set[str] = set()
    for region in regions:
        start = starts[region.line - 1] + region.column - 1
        end = starts[region.end_line - 1] + region.end_column - 1
        lines.update(map(str.strip, text[start:end].splitlines()))
    return sorted(lines - {""}, key=lambda line: (-len(line), line))
