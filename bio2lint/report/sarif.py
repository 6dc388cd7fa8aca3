"""The report for dashboards of code scanning: SARIF 2.1.0, an OASIS standard (2020)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import bio2lint
from bio2lint.finding import Text
from bio2lint.report import identity, sarifrules, words
from bio2lint.report.jsontext import dump
from bio2lint.report.safe import shortened, visible
from bio2lint.report.sarifrules import LEVELS
from bio2lint.report.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bio2lint.engine import Result
    from bio2lint.finding import Finding, Fix, Region
    from bio2lint.report import Context
    from bio2lint.silencing import Silenced

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"

MOST_RESULTS = 25_000
"""Results of one run that GitHub takes."""

MOST_BYTES = 10_000_000
"""Bytes of a packed report that GitHub takes."""

# GitHub shows no more other places of a result.
_MOST_RELATED = 100
_MOST_UNREADABLE = 1000
_LONGEST = 1000
_UNREADABLE = Text(
    nl="Dit bestand is niet (geheel) te lezen; wat erin staat, is niet beoordeeld.",
    en="This file cannot be (wholly) read; what it holds was not judged.",
)
_UNREADABLE_TOO = Text(
    nl="Nog {} bestanden zijn niet (geheel) te lezen.",
    en="Another {} files cannot be (wholly) read.",
)
_HELD_BACK = Text(
    nl="Achtergehouden tot alles te lezen is: {}.", en="Held back until everything can be read: {}."
)
_LEFT_OUT = Text(
    nl="Nog {} bevindingen passen niet in dit rapport; de ernstigste staan erin.",
    en="Another {} findings do not fit in this report; it has the gravest.",
)


def render(result: Result, context: Context) -> str:
    """Return the report as JSON; paths are relative to the Git root.

    The gravest findings come first. Those that do not fit in what GitHub takes are counted.
    """
    findings = sorted(result.findings, key=lambda finding: -finding.severity)[:MOST_RESULTS]
    text = dump(_log(result, findings, context))
    while findings and not _fits(text):
        findings = findings[: len(findings) // 2]
        text = dump(_log(result, findings, context))
    return text


def _fits(text: str) -> bool:
    if len(text) <= MOST_BYTES // 4:
        return True
    from gzip import compress

    return len(compress(text.encode(), 1)) <= MOST_BYTES


def _log(result: Result, findings: Sequence[Finding], context: Context) -> dict[str, Any]:
    rules = sarifrules.rules(findings, result.repository, context.language)
    at = {rule["id"]: index for index, rule in enumerate(rules)}
    on_line = Counter(map(_line, findings))
    folder = context.git_path(".")
    run = {
        "tool": {
            "driver": {
                "name": "bio2lint",
                "version": bio2lint.__version__,
                "semanticVersion": bio2lint.__version__,
                "informationUri": "https://bio2lint.example",
                "language": context.language,
                "rules": rules,
            }
        },
        "automationDetails": {
            "id": "bio2lint/" if folder == "." else f"bio2lint/{visible(folder)}/"
        },
        "language": context.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": words.GIT_ROOT.in_language(context.language)}}
        },
        "invocations": [_invocation(result, len(findings), context)],
        "results": [
            _result(finding, at[finding.code], context, alone=on_line[_line(finding)] == 1)
            for finding in findings
        ],
        "properties": _properties(result, context),
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _line(finding: Finding) -> tuple[str, str, int]:
    return finding.code, finding.region.path, finding.region.line


def _invocation(result: Result, shown: int, context: Context) -> dict[str, Any]:
    language = context.language
    notices: list[dict[str, Any]] = [
        _notice("error", _UNREADABLE.in_language(language))
        | {"locations": [{"physicalLocation": {"artifactLocation": _artifact(path, context)}}]}
        for path in result.unreadable[:_MOST_UNREADABLE]
    ]
    if (more := len(result.unreadable) - _MOST_UNREADABLE) > 0:
        notices.append(_notice("error", _UNREADABLE_TOO.in_language(language).format(more)))
    if result.held_back:
        codes = ", ".join(f"{number} × {code}" for code, number in sorted(result.held_back.items()))
        notices.append(_notice("warning", _HELD_BACK.in_language(language).format(codes)))
    if left := len(result.findings) - shown:
        notices.append(_notice("warning", _LEFT_OUT.in_language(language).format(left)))
    return {
        "executionSuccessful": not result.unreadable,
        "exitCode": context.status,
        "toolExecutionNotifications": notices,
    }


def _notice(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}


def _result(finding: Finding, rule: int, context: Context, *, alone: bool) -> dict[str, Any]:
    language = context.language
    said = [finding.message, *([finding.help] if finding.help else [])]
    known_by = {"bio2lint/v1": finding.fingerprint}
    if not alone:
        # GitHub takes findings of one rule on one line for the same one, unless it is told by the
        # only name that it knows; its uploader then warns that it would have said otherwise.
        known_by["primaryLocationLineHash"] = identity.in_git(finding, context)
    related = [
        _location(region, context)
        | {"id": number, "message": {"text": _said(why.in_language(language))}}
        for number, (region, why) in enumerate(finding.related[:_MOST_RELATED], 1)
    ]
    told = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": " ".join(_said(text.in_language(language)) for text in said)},
        "locations": [_location(finding.region, context)],
        "partialFingerprints": known_by,
        "properties": _about(finding),
    }
    if related:
        told["relatedLocations"] = related
    if finding.fix is not None and _is_exact(finding.fix, finding.region):
        told["fixes"] = [_fix(finding.fix, finding.region, context)]
    return told


def _about(finding: Finding) -> dict[str, Any]:
    named = {"document": finding.document, "kind": finding.kind, "owner": finding.owner}
    tags = list(map(_named, finding.requirements))
    return {"tags": tags, **{key: _named(name) for key, name in named.items() if name}}


def _named(name: str) -> str:
    return visible(shortened(name, _LONGEST))


def _said(text: str) -> str:
    """Return a message in which nothing is a link: `[text](address)` is one in SARIF."""
    return _named(text).replace("](", "] (")


def _is_exact(fix: Fix, region: Region) -> bool:
    """Whether a change is right without doubt, and is of just what the finding points at."""
    width = region.end_column - region.column
    return fix.safe and region.line == region.end_line and fix.end - fix.start == width


def _fix(fix: Fix, region: Region, context: Context) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(region), "insertedContent": {"text": fix.text}}
    artifact = _artifact(region.path, context)
    return {"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}


def _location(region: Region, context: Context) -> dict[str, Any]:
    place = {"artifactLocation": _artifact(region.path, context), "region": _region(region)}
    return {"physicalLocation": place}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _artifact(path: str, context: Context) -> dict[str, str]:
    return {"uri": _uri(context.git_path(path)), "uriBaseId": _ROOT}


def _uri(path: str) -> str:
    """Return a relative reference (RFC 3986) to a path, by its bytes in the file system."""
    try:
        content = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        content = path.encode("utf-8", "surrogatepass")
    return quote(content, safe="/")


def _properties(result: Result, context: Context) -> dict[str, Any]:
    """Return what SARIF has no place for: the norm, the coverage, and what is not listed."""
    summary = summarise(result)
    return {
        "norm": result.norm.name,
        "copy": visible(result.norm.copy.in_language(context.language)),
        "asOf": result.as_of.isoformat(),
        "profile": result.profile,
        "disclaimer": words.DISCLAIMER.in_language(context.language),
        "coverage": {"measures": summary.measures, "controls": summary.controls},
        "notShown": context.hidden,
        "inBaseline": summary.known,
        "suppressed": [_silenced(one, context) for one in result.silenced],
    }


def _silenced(one: Silenced, context: Context) -> dict[str, Any]:
    """Return a silenced finding; among the results GitHub would open an alert for it."""
    return {
        "ruleId": one.finding.code,
        **_artifact(one.finding.region.path, context),
        "startLine": one.finding.region.line,
        "fingerprint": one.finding.fingerprint,
        "until": one.until.isoformat(),
        "justification": _said(one.reason),
    }
