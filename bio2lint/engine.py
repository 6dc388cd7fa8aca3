"""The way through: tree → read → rules of documents → index → rules of the repository → judge."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import document as documents_of
from bio2lint import judge, rules, schema, yamlfile
from bio2lint.document import Document
from bio2lint.model import Evidence
from bio2lint.repository import Repository, Unreadable
from bio2lint.settings import FILE
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bio2lint.cel import Failure
    from bio2lint.coverage import Coverage
    from bio2lint.finding import Finding, Found
    from bio2lint.model import Record
    from bio2lint.norm import Norm
    from bio2lint.rules import Check, Rule
    from bio2lint.settings import Settings
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
    other repositories, `turned_off` how many findings of each code the settings leave out.
    `own_codes` are those of the organisation's own rules.
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
    own_codes: tuple[str, ...] = ()


def check(tree: Tree, settings: Settings, norm: Norm, as_of: date) -> Result:
    """Judge the whole repository on one date."""
    checks = [_with_options(check_, settings) for check_ in rules.load()]
    of_kind = _by_kind(checks)
    found: list[tuple[Rule, Found]] = []
    documents = _settings_documents(settings)
    of_settings = [check_ for check_ in checks if check_.rule.settings]
    for document in documents:
        found += _of_document(of_settings, document, norm, as_of)
    ours: list[Document] = []
    stray: list[str] = []
    for document in _documents(tree, settings):
        documents.append(document)
        if document.stray:
            stray.append(document.path)
        else:
            ours.append(document)
            found += _of_document(of_kind[document.kind], document, norm, as_of)
        document.data = document.yaml.data = None
    of_own, failures = _of_own_rules(ours, as_of)
    repository = index(ours, tree, settings, norm, as_of, failures)
    of_repository, held_back = _of_repository(checks, repository)
    found += of_repository
    for rule, one in of_own:
        if rule.absence and repository.unreadable:
            held_back[rule.code] = held_back.get(rule.code, 0) + 1
        else:
            found.append((rule, one))
    by_place = {(d.path, d.yaml.ordinal): d for d in documents}
    return Result(
        norm=norm,
        as_of=as_of,
        findings=tuple(judge.judge(found, by_place, settings)),
        coverage=repository.coverage,
        documents=tuple(map(_name, ours)),
        unreadable=tuple(dict.fromkeys(u.path for u in repository.unreadable)),
        held_back=held_back,
        stray=tuple(dict.fromkeys(stray)),
        elsewhere=repository.elsewhere,
        own_codes=tuple(rule.code for rule in repository.rules if isinstance(rule.code, str)),
        turned_off=Counter(
            rule.code
            for rule, one in found
            if settings.severity(rule, rule.severity, one.place.path) is None
        ),
    )


def _with_options(check_: Check, settings: Settings) -> Check:
    """Give a rule that has options the values that the settings choose."""
    if not check_.rule.options:
        return check_
    return check_._replace(run=partial(check_.run, options=settings.options(check_.rule)))


def _settings_documents(settings: Settings) -> list[Document]:
    """Return the settings file as a document without a kind."""
    file = settings.file
    if file is None:
        return []
    return [Document(FILE, file, part, None) for part in file.documents if not part.problems]


def _documents(tree: Tree, settings: Settings) -> Iterator[Document]:
    for path in tree.paths():
        if settings.takes(path):
            yield from documents_of.read(path, _content(tree, path))


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
        facts=_facts(records, tree),
        failures=failures,
    )


def _content(tree: Tree, path: str) -> bytes | OSError:
    """Return the bytes of a file, or why it cannot be read."""
    try:
        return tree.read(path, MAX_BYTES + 1)
    except OSError as error:
        return error


def _by_kind(checks: Iterable[Check]) -> dict[str | None, list[Check]]:
    """Return the rules of documents that are about each kind; None is a kind that is not known."""
    of_documents = [check_ for check_ in checks if check_.scope == "document"]
    return {
        kind: [one for one in of_documents if not one.rule.kinds or kind in one.rule.kinds]
        for kind in (*schema.KINDS, None)
    }


def _of_document(
    checks: list[Check], document: Document, norm: Norm, as_of: date
) -> list[tuple[Rule, Found]]:
    return [
        (check_.rule, one)
        for check_ in checks
        if not check_.rule.about or getattr(document, check_.rule.about)
        for one in check_.run(document, norm, as_of)
    ]


def _facts(records: Iterable[Record], tree: Tree) -> dict[str, Fact]:
    """Return what the tree knows of every path that a document may name, anchors left out."""
    hashed = {r.source_path for r in records if isinstance(r, Evidence)}
    named = {
        reference.path
        for record in records
        for reference in record.references
        if "path" in reference.shape.refs and reference.path is not None
    }
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
