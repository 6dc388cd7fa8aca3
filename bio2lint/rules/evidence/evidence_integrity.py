"""EVD003: a file that serves as evidence is still the one of which the checksum was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Evidence
    from bio2lint.repository import Repository

RULE = Rule(
    code="EVD003",
    name="evidence-integrity",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="De controlesom van een bewijsbestand is vastgelegd en klopt met het bestand.",
        en="The checksum of a file of evidence is recorded and agrees with the file.",
    ),
)

_EVIDENCE = """\
kind: evidence
id: E-2026-031
title: Dekking van meervoudige authenticatie, derde kwartaal 2026
proves: [existence]
requirements: [5.17.01]
collected: {{by: hoofd-werkplek, date: 2026-10-05}}
result: {{outcome: pass}}
source:
  path: evidence/files/dekking-2026-q3.csv
  sha256: {sha256}
classification: internal
"""
_FILE = {"evidence/files/dekking-2026-q3.csv": "systeem;dekking\nwerkplek;100%\n"}
_OF_ANOTHER = "c5978e36ea29cd0b4ee019961ae3ae20a6d1207cd3bc262b95d807febf4d12e8"
_OF_THE_FILE = "7e0505880907936d80049cd1a683964cc0c77ebccc9705e130a9bdd880bf9ac4"
DOCS = Docs(
    why=Text(
        nl="Bewijs telt alleen zolang vaststaat dat niemand het achteraf heeft bijgewerkt. De "
        "controlesom laat een auditor zien dat dit het bestand van toen is.",
        en="Evidence only counts as long as it is certain that nobody touched it up afterwards. "
        "The checksum shows an auditor that this is the file of that day.",
    ),
    fix=Text(
        nl="Zet het oorspronkelijke bestand terug. Is het terecht vervangen, leg dan nieuw bewijs "
        "vast met de SHA-256 van het nieuwe bestand.",
        en="Put the original file back. If it was replaced for good reason, record new evidence "
        "with the SHA-256 of the new file.",
    ),
    bad={"evidence/E-2026-031.yaml": _EVIDENCE.format(sha256=_OF_ANOTHER), **_FILE},
    good={"evidence/E-2026-031.yaml": _EVIDENCE.format(sha256=_OF_THE_FILE), **_FILE},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each checksum that differs, is not there or cannot be verified.

    Files that are not there are REF008's.
    """
    for evidence in repository.evidence:
        path, recorded = evidence.source_path, evidence.sha256
        fact = repository.facts.get(path) if isinstance(path, str) else None
        if fact is None or fact.kind != "file":
            continue
        if recorded is None:
            yield _unrecorded(evidence)
        elif isinstance(recorded, str) and not fact.digests:
            yield _unread(evidence)
        elif isinstance(recorded, str) and recorded.lower() not in fact.digests:
            yield _altered(evidence)


def _altered(evidence: Evidence) -> Found:
    return Found(
        evidence.place("source", "sha256"),
        Text(
            nl=f"De controlesom klopt niet met {evidence.source_path}: het bestand is een ander "
            "dan toen het bewijs werd vastgelegd.",
            en=f"The checksum does not agree with {evidence.source_path}: the file is not the one "
            "that was recorded.",
        ),
        Text(
            nl="Zet het oorspronkelijke bestand terug. Is het terecht vervangen, leg dan nieuw "
            "bewijs vast met een nieuwe controlesom.",
            en="Put the original file back. If it was replaced for good reason, record new "
            "evidence with a new checksum.",
        ),
    )


def _unread(evidence: Evidence) -> Found:
    return Found(
        evidence.place("source", "path"),
        Text(
            nl=f"{evidence.source_path} is hier niet te lezen; of het nog het bestand van toen is, "
            "is niet nagegaan.",
            en=f"{evidence.source_path} cannot be read here; whether it is still the file that was "
            "recorded was not checked.",
        ),
        Text(
            nl="Haal de inhoud op (met `git lfs pull`, of een volledige kloon), of geef recht om "
            "het bestand te lezen.",
            en="Get the content (by `git lfs pull`, or a whole clone), or give the right to read "
            "the file.",
        ),
    )


def _unrecorded(evidence: Evidence) -> Found:
    return Found(
        evidence.place("source", "sha256"),
        Text(
            nl=f"Van {evidence.source_path} is geen controlesom vastgelegd; een latere wijziging "
            "van het bestand valt dan niet op.",
            en=f"No checksum of {evidence.source_path} is recorded; a later change of the file "
            "would go unnoticed.",
        ),
        Text(
            nl="Vul `sha256` in met de SHA-256 van het bestand.",
            en="Fill in `sha256` with the SHA-256 of the file.",
        ),
        severity=Severity.WARNING,
    )
