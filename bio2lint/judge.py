"""Found → Finding: how grave, where exactly, whose, and by which fingerprint it is known."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from bio2lint import repair, yamlfile
from bio2lint.finding import Finding, Region, Text, json_pointer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.document import Document
    from bio2lint.finding import Found, Place
    from bio2lint.rules import Rule
    from bio2lint.settings import Settings
    from bio2lint.yamlfile import YamlDocument, YamlFile
    from bio2lint.yamlfile.build import Node

REDACTED = "[…]"
"""What stands in place of a secret."""

_TELLING = 8
"""How much of a secret's beginning gives it away: messages cut long values short."""

_EMPTY = yamlfile.read(b"")


def judge(
    found: Iterable[tuple[Rule, Found]],
    documents: dict[tuple[str, int], Document],
    settings: Settings,
) -> list[Finding]:
    """Return the findings that the settings let stand, ordered by place and code.

    What a rule calls secret is shown nowhere: not in a source line, nor in another's message.
    """
    found = list(found)
    secrets = _secrets([one for _, one in found if one.secret], documents)
    seen: Counter[str] = Counter()
    lines: dict[tuple[str, int], str] = {}
    findings = []
    for rule, one in found:
        usual = one.severity or rule.severity
        severity = settings.severity(rule, usual, one.place.path)
        if severity is not None:
            document = documents.get(one.place[:2])
            file, part = _source(document, settings)
            known_by = _identity(rule, one, document, file)
            seen[known_by] += 1
            finding = _finding(rule, one, document, _region(one.place, file, part))
            # Findings on one line share its text: a line may be as long as its file.
            at = finding.region[:2]
            if at not in lines:
                lines[at] = _line(file, finding.region.line)
            related = [
                (_region(r.place, *_source(documents.get(r.place[:2]), settings)), r.message)
                for r in one.related
            ]
            findings.append(
                _redacted(
                    finding._replace(
                        severity=severity,
                        source_line=lines[at],
                        fingerprint=_fingerprint(known_by, seen[known_by]),
                        related=tuple(related),
                    ),
                    secrets.get(one.place.path, []),
                )
            )
    return in_order(findings)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by place and code."""
    return sorted(findings, key=lambda f: (f.region.path, f.region.line, f.region.column, f.code))


def _finding(rule: Rule, one: Found, document: Document | None, region: Region) -> Finding:
    record = document.record if document else None
    fix = repair.fix(one, document) if document and rule.fixable else None
    fixable = fix is not None and fix.safe
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=one.message,
        help=_offered(one.help) if fixable else one.help,
        region=region,
        pointer=json_pointer(one.place.pointer),
        source_line="",
        document=record.id if record and isinstance(record.id, str) else None,
        ordinal=one.place.document,
        kind=document.kind if document else None,
        owner=record.owner if record and isinstance(record.owner, str) else None,
        requirements=one.requirements,
        url=rule.url,
        fixable=fixable,
        fingerprint="",
        fix=fix,
        secret=one.secret,
    )


def _offered(help_: Text | None) -> Text:
    """Return what to do, with who can do it besides."""
    if help_ is None:
        return Text(nl="`bio2lint fix` herstelt dit.", en="`bio2lint fix` fixes this.")
    return Text(
        nl=f"{_joint(help_.nl)} `bio2lint fix` doet het voor u.",
        en=f"{_joint(help_.en)} `bio2lint fix` does it for you.",
    )


def _joint(sentence: str) -> str:
    return f"{sentence[:-1]};" if sentence.endswith(".") else sentence


def _secrets(
    found: list[Found], documents: dict[tuple[str, int], Document]
) -> dict[str, list[str]]:
    """Return the texts that must not be shown, by path."""
    secrets: dict[str, list[str]] = {}
    for one in found:
        document = documents.get(one.place[:2])
        if document is not None and one.place.offset is not None:
            start, end = one.place.offset
            secrets.setdefault(one.place.path, []).append(document.file.text[start:end])
    return secrets


def _redacted(finding: Finding, secrets: list[str]) -> Finding:
    lines = {line.strip() for secret in secrets for line in secret.splitlines()} - {""}
    if any(line in finding.source_line for line in lines):
        finding = finding._replace(source_line="")
    words = _words(finding)
    said = sorted((line for line in lines if line[:_TELLING] in words), key=len, reverse=True)
    if said:
        finding = finding._replace(
            message=_without(finding.message, said),
            help=None,
            document=finding.document and cut(finding.document, said),
            owner=finding.owner and cut(finding.owner, said),
            related=tuple((region, _without(text, said)) for region, text in finding.related),
        )
    return finding


def _words(finding: Finding) -> str:
    texts = [finding.message, *((finding.help,) if finding.help else ())]
    texts += [text for _, text in finding.related]
    words = [word for text in texts for word in text]
    return "\n".join([*words, finding.document or "", finding.owner or ""])


def _without(text: Text, secrets: list[str]) -> Text:
    return Text(nl=cut(text.nl, secrets), en=cut(text.en, secrets))


def cut(text: str, secrets: list[str]) -> str:
    """Take out of a text what it has of each secret (the longest first), be it its beginning."""
    for secret in secrets:
        at = text.find(secret[:_TELLING])
        while at >= 0:
            pairs = zip(text[at:], secret, strict=False)
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            text = text[:at] + REDACTED + text[at + shared :]
            at = text.find(secret[:_TELLING], at + len(REDACTED))
    return text


def _source(document: Document | None, settings: Settings) -> tuple[YamlFile, YamlDocument]:
    if document is not None:
        return document.file, document.yaml
    file = settings.file or _EMPTY
    return file, file.documents[0]


def _region(place: Place, file: YamlFile, part: YamlDocument) -> Region:
    if place.offset is not None:
        start, end = place.offset
    else:
        start, end = yamlfile.locate(part, place.pointer, place.key)
        if place.span is not None:
            quoted = file.text[start : start + 1] in ("'", '"')
            start, end = start + quoted + place.span[0], start + quoted + place.span[1]
    return Region(place.path, *yamlfile.line_column(file, start), *yamlfile.line_column(file, end))


def _line(file: YamlFile, line: int) -> str:
    starts = file.line_starts()
    start = starts[line - 1]
    end = starts[line] if line < len(starts) else len(file.text)
    return file.text[start:end].rstrip("\r\n")


def _identity(rule: Rule, one: Found, document: Document | None, file: YamlFile) -> str:
    """Return what a finding is known by: no line, message or language, and no path but for want."""
    record = document.record if document else None
    where = record.id if record and isinstance(record.id, str) else None
    if where is None:
        where = f"{one.place.path}#{one.place.document}"
    steps = _named(one.place, document, file.text) if document else one.place.pointer
    subject = one.subject or ",".join(one.requirements)
    return "\0".join((rule.code, where, *map(str, steps), subject))


def _named(place: Place, document: Document, text: str) -> list[str]:
    """Return the pointer with the items of lists named by what they say, not by their number."""
    names = []
    node = document.yaml.root
    for step in place.pointer:
        children = node[2] if node is not None else None
        node = None
        name = str(step)
        if isinstance(step, str) and isinstance(children, dict) and step in children:
            node = children[step][2]
        elif isinstance(step, int) and isinstance(children, list) and step < len(children):
            node = children[step]
            start, end = _first_scalar(node)
            name = " ".join(text[start:end].strip("'\"").split())
        names.append(name)
    return names


def _first_scalar(node: Node) -> tuple[int, int]:
    while node[2]:
        below = node[2]
        node = next(iter(below.values()))[2] if isinstance(below, dict) else below[0]
    return node[0], node[1]


def _fingerprint(known_by: str, occurrence: int) -> str:
    from hashlib import sha256

    whole = f"{known_by}\0{occurrence}".encode("utf-8", "surrogatepass")
    return sha256(whole).hexdigest()[:32]
