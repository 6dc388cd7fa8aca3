"""One YAML document of the repository, as rules of documents see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bio2lint import model, schema, suppression, yamlfile
from bio2lint.finding import Place
from bio2lint.model import records

if TYPE_CHECKING:
    from bio2lint.finding import Pointer, Step
    from bio2lint.schema import Leaf
    from bio2lint.schema.errors import Fault
    from bio2lint.suppression import Suppression
    from bio2lint.yamlfile import YamlDocument, YamlFile
    from bio2lint.yamlfile.decoding import Problem

FOLDERS = frozenset(
    (
        "roles",
        "processes",
        "systems",
        "suppliers",
        "controls",
        "risks",
        "evidence",
        "exceptions",
        "documents",
        "rules",
    )
)


@dataclass(slots=True, eq=False, repr=False)
class Document:
    """A document with all that was read of it.

    `kind` is None when it is not known; `record` is None when there is no kind. `faults` is why it
    does not fit its schema. `dates` and `numbers` are its fields with a date or with a requirement,
    whatever they hold. `suppressions` are the comments in its share of the file that silence
    findings. `stray` marks YAML that is nobody's business: without a kind of ours, outside the
    folders. `data` is let go of once the rules of documents have run.
    """

    path: str
    file: YamlFile
    yaml: YamlDocument
    data: dict[str, Any] | None
    kind: str | None = None
    record: model.Record | None = None
    faults: list[Fault] = field(default_factory=list)
    dates: list[Leaf] = field(default_factory=list)
    numbers: list[Leaf] = field(default_factory=list)
    suppressions: list[Suppression] = field(default_factory=list)
    stray: bool = False
    is_settings: bool = False

    @property
    def problems(self) -> list[Problem]:
        """Return the faults of its text."""
        return self.yaml.problems

    @property
    def text(self) -> str:
        """Return the document's share of the file's text, comments included."""
        return self.file.text[self.yaml.start : self.yaml.end]

    @property
    def unreadable(self) -> bool:
        """Whether its content is not known: it may hold what seems to be absent elsewhere."""
        empty = any(problem.kind == "empty" for problem in self.yaml.problems)
        return self.record is None and not self.stray and not empty

    @property
    def merges(self) -> bool:
        """Whether it has a merge key: refused, it leaves out keys that are not really missing."""
        return any(problem.kind == "merge-key" for problem in self.yaml.problems)

    def place(
        self, *pointer: Step, key: bool = False, span: tuple[int, int] | None = None
    ) -> Place:
        """Return the place of the field at `pointer`; without one, of the document's id."""
        return Place(self.path, self.yaml.ordinal, pointer or ("id",), key, span)

    def source(self, pointer: Pointer) -> str:
        """Return the text of the value at `pointer` as the file spells it."""
        start, end = yamlfile.locate(self.yaml, pointer)
        return self.file.text[start:end]

    def text_place(self, start: int, end: int) -> Place:
        """Return a place by offsets into its own text."""
        return self.raw_place(self.yaml.start + start, self.yaml.start + end)

    def raw_place(self, start: int, end: int) -> Place:
        """Return a place by offsets into the file's text."""
        return Place(self.path, self.yaml.ordinal, offset=(start, end))


def in_folders(path: str) -> bool:
    """Whether a path (relative to the root) lies where every YAML document must have a kind."""
    return path.partition("/")[0] in FOLDERS or path in ("organisation.yaml", "organisation.yml")


def read(path: str, content: bytes | OSError) -> list[Document]:
    """Return the documents of one file, at least one; never raises on bad content.

    `content` is the error where the bytes could not be had.
    """
    file = yamlfile.read(content) if isinstance(content, bytes) else _inaccessible(content)
    documents = [_document(path, file, part) for part in file.documents]
    for one in suppression.read(file):
        next(d for d in documents if one.start < d.yaml.end).suppressions.append(one)
    return documents


def of_settings(path: str, file: YamlFile) -> list[Document]:
    """Return the settings file as a document without a kind; none if it cannot be read."""
    return [
        Document(path, file, part, None, suppressions=suppression.read(file), is_settings=True)
        for part in file.documents
        if not part.problems
    ]


def _inaccessible(error: OSError) -> YamlFile:
    number = str(error.errno or 0)
    problem = yamlfile.Problem("inaccessible", 0, 0, recoverable=False, detail=number)
    return yamlfile.YamlFile("", [yamlfile.YamlDocument(0, 0, 0, 0, None, problems=[problem])])


def _document(path: str, file: YamlFile, part: YamlDocument) -> Document:
    document = Document(path, file, part, part.data)
    if part.data is None:
        # A list or an empty file for some other tool is nobody's business outside the folders.
        harmless = any(problem.kind in ("empty", "not-a-mapping") for problem in part.problems)
        document.stray = harmless and not in_folders(path)
        return document
    stated = part.data.get("kind")
    if isinstance(stated, str) and stated in schema.KINDS:
        document.kind = stated
        _diagnose(document, stated, part.data)
    else:
        _guess_kind(document, part.data)
    return document


def _guess_kind(document: Document, data: dict[str, Any]) -> None:
    """Report a kind that is absent, misspelled or not ours, unless the file is not ours."""
    from bio2lint.schema.errors import Fault, nearest

    slip = None if "kind" in data else nearest("kind", list(data))
    stated = data.get(slip or "kind")
    fitting = [kind for kind in schema.KINDS if {"kind", slip, *data} >= schema.required(kind)]
    meant = nearest(stated, fitting) if isinstance(stated, str) else None
    ours = in_folders(document.path) or (meant is not None and "id" in data)
    if not ours:
        # Other tools have kinds of their own that look like ours: Role, System.
        document.stray = True
        return
    if slip is not None and meant is not None:
        document.faults.append(Fault("unknown-key", (slip,), key=True, value=slip, meant="kind"))
    elif "kind" not in data:
        document.faults.append(Fault("missing-key", ("kind",), expected=schema.KINDS))
    else:
        document.faults.append(
            Fault("value", ("kind",), value=stated, expected=schema.KINDS, meant=meant)
        )
    if meant is not None:
        document.kind = meant
        repaired = {key: value for key, value in data.items() if key != slip} | {"kind": meant}
        _diagnose(document, meant, repaired, frozenset(("kind",)))


def _diagnose(
    document: Document, kind: str, data: dict[str, Any], renamed: frozenset[str] = frozenset()
) -> None:
    invalid: set[Pointer] = set()
    if not schema.fits(kind, data):
        from bio2lint.schema.errors import diagnose

        diagnosis = diagnose(kind, data)
        document.faults += [
            fault for fault in diagnosis.faults if not _follows_from_text(fault, document)
        ]
        invalid = {fault.pointer for fault in diagnosis.faults if fault.kind != "ambiguous"}
        data, renamed = diagnosis.repaired, renamed | diagnosis.renamed
    if renamed & {"kind", "status", "type", "implements", "requirements"}:
        # What was misspelled so is too grave to build on: the status stays unknown.
        invalid |= {("status",), ("type",)}
    if document.merges:
        # What the refused key would have brought along is not known to be absent.
        invalid |= {(key,) for key in schema.shape(kind).keys.keys() - data.keys()}
    _index(document, kind, data, invalid)


def _follows_from_text(fault: Fault, document: Document) -> bool:
    """Whether a fault of the text is to blame: a merge key leaves out keys, a tag takes a value."""
    if fault.kind.startswith("missing"):
        return document.merges
    tagged = any(problem.kind == "tag" for problem in document.yaml.problems)
    return tagged and fault.value in (None, "")


def _index(document: Document, kind: str, data: dict[str, Any], invalid: set[Pointer]) -> None:
    references = []
    for leaf in schema.leaves(kind, data):
        if leaf.shape.date:
            document.dates.append(leaf)
        else:
            if "requirement" in leaf.shape.refs:
                document.numbers.append(leaf)
            if isinstance(leaf.value, str):
                references.append(leaf)
    document.record = records.build(
        kind,
        data,
        path=document.path,
        ordinal=document.yaml.ordinal,
        invalid=invalid,
        references=tuple(references),
    )
