"""The report for CI servers: a test case for each document, requirement, and the settings."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from bio2lint import numbers, settings
from bio2lint.finding import Severity, Text
from bio2lint.report import words
from bio2lint.report.safe import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.coverage import Coverage
    from bio2lint.engine import DocumentName, Result
    from bio2lint.finding import Finding
    from bio2lint.report import Context

Key = str | tuple[str, int]
"""What a case is about: a requirement by number, or a document by path and ordinal."""

_SETTINGS = (settings.FILE, 0)
_OF_REQUIREMENTS = ("CMP", "VVT")
_LONGEST = 200
_MISSING = Text(
    nl="{} ontbreekt geheel of voor een deel in de administratie.",
    en="{} is wholly or partly missing from the administration.",
)
_UNKNOWN = Text(
    nl="De status van {} is onbekend: wat ervoor telt, is niet (helemaal) te lezen.",
    en="The status of {} is unknown: what counts for it cannot be (wholly) read.",
)
_SKIPPED = Text(nl="{} is niet van toepassing.", en="{} is not applicable.")


def render(result: Result, context: Context) -> str:
    """Return the report as XML that Jenkins, GitLab and other readers of JUnit results take.

    Paths are relative to the Git root. The library builds the suites; its own way to text is slow
    and writes `disabled`, which the schema of Jenkins does not know.
    """
    from xml.etree import ElementTree as ET

    from junit_xml import TestSuite  # type: ignore[import-untyped]

    root = ET.Element("testsuites", name="bio2lint")
    told = _properties(result, context)
    for name, cases in _suites(result, context).items():
        suite = TestSuite(name, cases, properties=told).build_xml_doc()
        del suite.attrib["disabled"]
        root.append(suite)
    for figure in ("tests", "failures", "errors", "skipped"):
        root.set(figure, str(sum(int(suite.get(figure, 0)) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _properties(result: Result, context: Context) -> dict[str, str]:
    return {
        "norm": result.norm.name,
        "copy": visible(result.norm.copy.in_language(context.language)),
        "as-of": result.as_of.isoformat(),
        "not-shown": str(context.hidden),
        "disclaimer": words.DISCLAIMER.in_language(context.language),
    }


def _suites(result: Result, context: Context) -> dict[str, list[Any]]:
    """Return every case, by suite; each finding is in exactly one of them."""
    documents = {(d.path, d.ordinal): d for d in result.documents}
    found: dict[Key, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        found[_key(finding, result, documents)].append(finding)
    suites: dict[str, list[Any]] = {name: [] for name in ("documents", "measures", "controls")}
    for key, name in _names(result.documents).items():
        document = documents[key]
        suites["documents"].append(
            _case("documents", name, (document.path, document.line), found[key], context)
        )
    for number, covered in result.coverage.items():
        suite = "measures" if numbers.is_measure(number) else "controls"
        place = _place(covered, documents, found[number])
        case = _case(suite, number, place, found[number], context, covered.status)
        suites[suite].append(case)
    of_settings = found[_SETTINGS]
    place = settings.FILE, of_settings[0].region.line if of_settings else 1
    suites["settings"] = [_case("settings", settings.FILE, place, of_settings, context)]
    return suites


def _key(finding: Finding, result: Result, documents: dict[tuple[str, int], Any]) -> Key:
    named = finding.requirements[:1]
    if finding.code.startswith(_OF_REQUIREMENTS) and named and named[0] in result.coverage:
        return named[0]
    place = finding.region.path, finding.ordinal
    return place if place in documents else _SETTINGS


def _names(documents: tuple[DocumentName, ...]) -> dict[tuple[str, int], str]:
    """Return a name for each document that no other has: its id, else where it stands."""
    times = Counter(document.id for document in documents)
    names = {}
    for document in documents:
        place = f"{document.path}#{document.ordinal}"
        name = document.id or place
        if document.id and times[document.id] > 1:
            name = f"{document.id} ({place})"
        names[document.path, document.ordinal] = name
    return names


def _place(
    covered: Coverage, documents: dict[tuple[str, int], DocumentName], findings: list[Finding]
) -> tuple[str, int]:
    """Return where to look: at its first finding, else at what names it, else in the settings."""
    if findings:
        return findings[0].region.path, findings[0].region.line
    for record in (*covered.controls, *covered.exceptions):
        return record.path, documents[record.path, record.ordinal].line
    return settings.FILE, 1


def _case(
    suite: str,
    name: str,
    place: tuple[str, int],
    findings: list[Finding],
    context: Context,
    status: str = "",
) -> Any:
    """Return one test case of the library; `status` is that of a requirement."""
    from junit_xml import TestCase

    path, line = place
    case = TestCase(
        visible(name),
        classname=f"bio2lint.{suite}",
        file=visible(context.git_path(path)),
        line=line,
    )
    threshold = context.fail_on or Severity.ERROR + 1
    failing = [finding for finding in findings if finding.severity >= threshold]
    lesser = [finding for finding in findings if finding.severity < threshold]
    _judge(case, failing, status, context)
    if lesser:
        case.stdout = _told(lesser, context)
    return case


def _judge(case: Any, failing: list[Finding], status: str, context: Context) -> None:
    """Let a case fail, err or be skipped: at most one of them, so that readers count alike."""
    text = _told(failing, context)
    if status == "unknown":
        case.add_error_info(_said(_UNKNOWN, case.name, context), text, status)
    elif failing:
        gravest = max(failing, key=lambda finding: finding.severity)
        message = shortened(visible(gravest.message.in_language(context.language)), _LONGEST)
        case.add_failure_info(message, text, gravest.code)
    elif status == "missing":
        case.add_failure_info(_said(_MISSING, case.name, context), text, status)
    elif status == "not-applicable":
        case.add_skipped_info(_said(_SKIPPED, case.name, context))


def _said(text: Text, number: str, context: Context) -> str:
    return text.in_language(context.language).format(number)


def _told(findings: list[Finding], context: Context) -> str:
    return "\n".join(line for finding in findings for line in _lines(finding, context))


def _lines(finding: Finding, context: Context) -> Iterator[str]:
    region, language = finding.region, context.language
    path = visible(context.git_path(region.path))
    severity = words.SEVERITIES[finding.severity].in_language(language)
    message = visible(finding.message.in_language(language))
    yield f"{path}:{region.line}:{region.column}: {severity} {finding.code}: {message}"
    if finding.help is not None:
        yield f"  {words.HELP.in_language(language)}: {visible(finding.help.in_language(language))}"
