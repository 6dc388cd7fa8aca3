"""The way through: tree → read → rules of documents → index → rules of the repository → judge."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import judge, rules, unaccounted, yamlfile
from bio2lint.baseline import hold_back
from bio2lint.document import of_settings
from bio2lint.model import Evidence, Role
from bio2lint.reading import by_kind, by_part, of_document, read
from bio2lint.repository import Repository, Unreadable, paths_named
from bio2lint.rules.structure import suppression_invalid
from bio2lint.settings import FILE
from bio2lint.silencing import silence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from bio2lint.baseline import Baseline, Comparison
    from bio2lint.cel import Failure
    from bio2lint.codeowners import Held
    from bio2lint.coverage import Coverage
    from bio2lint.document import Document
    from bio2lint.finding import Finding, Found
    from bio2lint.model import Record
    from bio2lint.norm import Norm
    from bio2lint.reading import Kept
    from bio2lint.repository import NamedPath
    from bio2lint.rules import Check, Rule
    from bio2lint.settings import Settings
    from bio2lint.silencing import Silenced
    from bio2lint.tree import Fact, Tree


class DocumentName(NamedTuple):
    """What a report calls a document: its path, ordinal in the file, kind and id, and its line."""

    path: str
    ordinal: int
    kind: str | None
    id: str | None
    line: int


class Result(NamedTuple):
    """Everything that a report can tell of one check.

    `coverage` has every active measure and control by number. `unreadable` are the paths whose
    content is not (wholly) known, `held_back` how many findings of each code that made doubtful,
    `stray` the paths of YAML that is no document of ours, `elsewhere` the number of references into
    other repositories, `turned_off` how many findings of each code the settings leave out, and
    `not_applied` the codes of the rules that `profile` leaves out or that are still new. `silenced`
    are the findings that comments keep out, `held` those that the baseline holds back, `baseline`
    is what it did besides, if there is one. `repository` is the index that was judged, `own_codes`
    are those of the organisation's own rules.
    """

    norm: Norm
    as_of: date
    findings: tuple[Finding, ...]
    coverage: dict[str, Coverage]
    documents: tuple[DocumentName, ...]
    unreadable: tuple[str, ...]
    held_back: dict[str, int]
    stray: tuple[str, ...]
    elsewhere: int
    turned_off: dict[str, int]
    profile: str
    not_applied: tuple[str, ...]
    silenced: tuple[Silenced, ...]
    baseline: Comparison | None
    repository: Repository
    own_codes: tuple[str, ...] = ()
    held: tuple[Finding, ...] = ()


def check(
    tree: Tree,
    settings: Settings,
    norm: Norm,
    as_of: date,
    baseline: Baseline | None = None,
    kept: Kept | None = None,
) -> Result:
    """Judge the whole repository on one date; the findings of a baseline are held back.

    Readings that were `kept` from another state of it are used again where they are the same.
    """
    known = rules.load()
    checks = [_with_options(one, settings) for one in known if settings.applies(one.rule)]
    documents, found = _of_settings(checks, settings, norm, as_of)
    dated = by_kind(one for one in checks if one.rule.dated)
    ours: list[Document] = []
    for reading in read(tree, settings, checks, norm, kept):
        documents += reading.documents
        found += reading.found
        for document in reading.documents:
            if not document.stray:
                ours.append(document)
                found += of_document(dated[document.kind], document, norm, as_of)
    of_own, failures = _of_own_rules(ours, as_of)
    repository = index(ours, tree, settings, norm, as_of, failures)
    of_repository, held_back = _of_repository(checks, repository)
    found += of_repository
    for rule, one in of_own:
        if rule.absence and repository.unreadable:
            held_back[rule.code] = held_back.get(rule.code, 0) + 1
        else:
            found.append((rule, one))
    own_codes = tuple(rule.code for rule in repository.rules if isinstance(rule.code, str))
    judged = _judged_everywhere(checks, held_back, readable=not repository.unreadable)
    standing, silenced = _standing(found, documents, settings, as_of, judged)
    held: list[Finding] = []
    comparison = None
    if baseline is not None:
        standing, held, comparison = hold_back(standing, baseline, as_of, judged)
    unsaid = unaccounted.find(standing, repository, judged)
    standing = judge.in_order([*standing, *judge.judge(unsaid, _by_place(documents), settings)])
    return Result(
        norm=norm,
        as_of=as_of,
        findings=tuple(standing),
        coverage=repository.coverage,
        documents=tuple(map(_name, ours)),
        unreadable=tuple(dict.fromkeys(u.path for u in repository.unreadable)),
        held_back=held_back,
        stray=tuple(dict.fromkeys(document.path for document in documents if document.stray)),
        elsewhere=repository.elsewhere,
        own_codes=own_codes,
        turned_off=Counter(
            rule.code
            for rule, one in found
            if settings.severity(rule, rule.severity, one.place.path) is None
        ),
        profile=settings.profile,
        not_applied=tuple(one.rule.code for one in known if not settings.applies(one.rule)),
        silenced=tuple(silenced),
        held=tuple(held),
        baseline=comparison,
        repository=repository,
    )


def _of_settings(
    checks: Iterable[Check], settings: Settings, norm: Norm, as_of: date
) -> tuple[list[Document], list[tuple[Rule, Found]]]:
    """Return the settings file as a document, if there is one, and what is found in it."""
    documents = of_settings(FILE, settings.file) if settings.file else []
    parts = by_part(one for one in checks if one.rule.settings)
    found = [one for each in documents for one in of_document(parts, each, norm, as_of)]
    return documents, found


def _standing(
    found: list[tuple[Rule, Found]],
    documents: list[Document],
    settings: Settings,
    as_of: date,
    judged: Callable[[str], bool],
) -> tuple[list[Finding], list[Silenced]]:
    """Return the findings that no comment silences, in their order, and those that one does."""
    by_place = _by_place(documents)
    findings = judge.judge(found, by_place, settings)
    if not any(document.suppressions for document in documents):
        return findings, []
    standing, silenced, idle = silence(findings, documents, as_of, judged)
    if settings.applies(suppression_invalid.RULE):
        of_idle = [(suppression_invalid.RULE, one) for one in idle]
        standing = judge.in_order([*standing, *judge.judge(of_idle, by_place, settings)])
    return standing, silenced


def _by_place(documents: Iterable[Document]) -> dict[tuple[str, int], Document]:
    return {(document.path, document.yaml.ordinal): document for document in documents}


def _judged_everywhere(
    checks: Iterable[Check], held_back: Collection[str], *, readable: bool
) -> Callable[[str], bool]:
    """Return whether of a code it can be said that what was not found is not there."""
    scopes = ("document", "repository") if readable else ("document",)
    sure = {one.rule.code for one in checks if one.scope in scopes}

    def judged(code: str) -> bool:
        own = readable and rules.may_be_own(code)
        return code not in held_back and (code in sure or own)

    return judged


def _with_options(check_: Check, settings: Settings) -> Check:
    """Give a rule that has options the values that the settings choose."""
    if not check_.rule.options:
        return check_
    return check_._replace(run=partial(check_.run, options=settings.options(check_.rule)))


def _of_own_rules(
    documents: list[Document], as_of: date
) -> tuple[tuple[tuple[Rule, Found], ...], tuple[Failure, ...]]:
    """Return what the organisation's own rules find, and which could not be carried out.

    Without any, nothing is loaded for them.
    """
    if not any(document.kind == "rule" for document in documents):
        return (), ()
    from bio2lint import custom

    return custom.judge(documents, as_of)


def _of_repository(
    checks: Iterable[Check], repository: Repository
) -> tuple[list[tuple[Rule, Found]], dict[str, int]]:
    """Return what the rules of the repository find, and how much of each code is held back."""
    found: list[tuple[Rule, Found]] = []
    held_back: dict[str, int] = {}
    for check_ in checks:
        if check_.scope == "repository":
            of_rule = [(check_.rule, one) for one in check_.run(repository)]
            if check_.rule.absence and repository.unreadable and of_rule:
                held_back[check_.rule.code] = len(of_rule)
            else:
                found += of_rule
    return found, held_back


def index(
    documents: Iterable[Document],
    tree: Tree,
    settings: Settings,
    norm: Norm,
    as_of: date,
    failures: tuple[Failure, ...] = (),
) -> Repository:
    """Return the index of documents; the tree is asked for every path that they name.

    `failures` are those of the organisation's own rules.
    """
    records = [document.record for document in documents if document.record is not None]
    paths = paths_named(records)
    return Repository(
        records,
        norm=norm,
        as_of=as_of,
        norm_place=settings.norm_place,
        norm_pinned=settings.pinned,
        unreadable=tuple(
            Unreadable(document.path, document.yaml.ordinal)
            for document in documents
            if document.unreadable
        ),
        paths=paths,
        facts=_facts(records, paths, tree),
        failures=failures,
        codeowners=_codeowners(records, tree),
    )


def _codeowners(records: Iterable[Record], tree: Tree) -> Held | None:
    """Return the file that asks for reviews, if any role says how it is called there."""
    if not any(isinstance(record, Role) and record.handles for record in records):
        return None
    from bio2lint import codeowners

    return codeowners.held(tree)


def _facts(records: Iterable[Record], paths: Iterable[NamedPath], tree: Tree) -> dict[str, Fact]:
    """Return what the tree knows of every path that a document may name, anchors left out."""
    hashed = {r.source_path for r in records if isinstance(r, Evidence)}
    named = {one.path for one in paths}
    return {path: tree.fact(path, digest=path in hashed) for path in sorted(named)}


def _name(document: Document) -> DocumentName:
    record, part = document.record, document.yaml
    return DocumentName(
        path=document.path,
        ordinal=part.ordinal,
        kind=document.kind,
        id=record.id if record and isinstance(record.id, str) else None,
        # Most documents begin where their file does: then no lines need counting.
        line=yamlfile.line_column(document.file, part.content)[0] if part.content else 1,
    )
