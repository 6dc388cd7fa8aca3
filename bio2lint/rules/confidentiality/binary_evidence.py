"""SEC006: no large office files, PDFs or archives in Git: a pointer and a checksum will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Option, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bio2lint.finding import Place
    from bio2lint.repository import Repository

RULE = Rule(
    code="SEC006",
    name="binary-evidence",
    severity=Severity.WARNING,
    source="hygiene",
    summary=Text(
        nl="Grote kantoorbestanden, pdf's en archieven staan niet in Git, maar worden met een "
        "controlesom aangewezen.",
        en="Large office files, PDFs and archives are not kept in Git but referred to with a "
        "checksum.",
    ),
    options=(
        Option(
            "limit",
            "integer",
            1024,
            Text(
                nl="Hoe groot zo'n bestand mag zijn, in kilobytes.",
                en="How large such a file may be, in kilobytes.",
            ),
        ),
    ),
)

_EVIDENCE = """\
kind: evidence
id: E-2026-070
title: Rapport van de penetratietest op de werkplek
proves: [operation]
requirements: [8.08.04]
collected: {by: hoofd-ict, date: 2026-09-30}
result: {outcome: pass}
classification: confidential
"""
_SHA256 = "0716f9264c9fe19f5d7455276107f3ddcc1d3497f63d60689a73558ae8a1bf5e"
DOCS = Docs(
    why=Text(
        nl="Git bewaart elke versie voorgoed, dus grote bestanden maken de administratie traag. "
        "Kantoorbestanden en pdf's dragen bovendien namen van auteurs en oude versies mee, en in "
        "een archief kan niemand kijken.",
        en="Git keeps every version for good, so large files make the administration slow. Office "
        "files and PDFs also carry along names of authors and old versions, and nobody can look "
        "into an archive.",
    ),
    fix=Text(
        nl="Bewaar het bestand in het documentsysteem en wijs het aan met `url` en `sha256`, of "
        "bewaar het met Git LFS.",
        en="Keep the file in the document system and refer to it by `url` and `sha256`, or keep it "
        "with Git LFS.",
    ),
    bad={
        "bio2lint.yaml": "norm: bio2@1.3\nrules:\n  SEC006: {limit: 0}\n",
        "evidence/E-2026-070.yaml": f"""\
{_EVIDENCE}source:
  path: evidence/files/penetratietest.pdf
  sha256: {_SHA256}
""",
        "evidence/files/penetratietest.pdf": "%PDF-1.7\n",
    },
    good={
        "bio2lint.yaml": "norm: bio2@1.3\nrules:\n  SEC006: {limit: 0}\n",
        "evidence/E-2026-070.yaml": f"""\
{_EVIDENCE}source:
  url: https://dossier.lindemeer.example/penetratietest.pdf
  sha256: {_SHA256}
""",
    },
)

_ENDINGS = (
    *(".pdf", ".doc", ".docx", ".docm", ".xls", ".xlsx", ".xlsm", ".ppt", ".pptx", ".pptm"),
    *(".odt", ".ods", ".odp", ".rtf", ".vsd", ".vsdx", ".msg", ".pst"),
    *(".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".gpg", ".age"),
)
_KILOBYTE = 1024


def check_repository(repository: Repository, *, options: Mapping[str, Any]) -> Iterator[Found]:
    """Yield each large file that evidence or a document brings along, once.

    What is in Git LFS is only a pointer here, and small.
    """
    seen: set[str] = set()
    for path, place in _files(repository):
        fact = repository.facts.get(path)
        if fact is None or fact.kind != "file" or path in seen:
            continue
        if path.lower().endswith(_ENDINGS) and fact.size > options["limit"] * _KILOBYTE:
            seen.add(path)
            yield _found(path, place, -(-fact.size // _KILOBYTE))


def _files(repository: Repository) -> Iterator[tuple[str, Place]]:
    for evidence in repository.evidence:
        if isinstance(evidence.source_path, str):
            yield evidence.source_path, evidence.place("source", "path")
    for paper in repository.documents:
        if isinstance(paper.document_path, str):
            yield paper.document_path.partition("#")[0], paper.place("path")


def _found(path: str, place: Place, kilobytes: int) -> Found:
    return Found(
        place,
        Text(
            nl=f"{path} is {kilobytes} kB; Git bewaart elke versie daarvan voorgoed, met wat er "
            "aan namen en oude tekst in zit.",
            en=f"{path} is {kilobytes} kB; Git keeps every version of it for good, with the names "
            "and old text inside it.",
        ),
        Text(
            nl="Bewaar het in het documentsysteem en wijs het aan met `url` en `sha256`, of "
            "gebruik Git LFS.",
            en="Keep it in the document system and refer to it by `url` and `sha256`, or use Git "
            "LFS.",
        ),
    )
