"""What reads each format, as strict as it is: a report that it would misread fails an assertion."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree as ET

import jsonschema_rs
from forge import MENTION_OR_REFERENCE, page, visible_text
from runner import ELSEWHERE, obeyed

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SARIF_SCHEMA = ROOT.parent / "shared" / "schemas" / "sarif-schema-2.1.0.json"
"""The schema of the standard, when it lies beside the repository."""

UNSEEN = re.compile(
    r"[^\n -~\xa0-\U0010ffff]|[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_HTML = frozenset(
    (
        *("h3", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "b", "strong"),
        *("p", "ul", "li", "a", "code", "span", "br"),
    )
)
_RULE = re.compile(r"https://bio2lint\.example/rules/[A-Z]+[0-9]+")


@cache
def sarif_schema() -> Any:
    """The validator of the standard's schema; None when it is not there."""
    if not SARIF_SCHEMA.exists():
        return None
    return jsonschema_rs.validator_for(json.loads(SARIF_SCHEMA.read_text("utf-8")))


@cache
def _report_schema() -> Any:
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
    return jsonschema_rs.validator_for(schema)


def harmless_in_a_job(report: str) -> None:
    assert obeyed(report) == []
    assert not ELSEWHERE.search(report)


def text(report: str) -> int:
    harmless_in_a_job(report)
    return len(re.findall(r"(?m)^.*:\d+:\d+ (?:fout|waarschuwing|info) [A-Z]+[0-9]+ \S+$", report))


def concise(report: str) -> int:
    harmless_in_a_job(report)
    lines = report.splitlines()
    assert all(re.search(r":\d+:\d+: [A-Z]+[0-9]+ ", line) for line in lines)
    return len(lines)


def json_(report: str) -> int:
    harmless_in_a_job(report)
    read = json.loads(report)
    _report_schema().validate(read)
    return len(read["findings"])


def junit(report: str) -> int:
    """The findings in it; every case has at most one outcome, and a name of its own."""
    harmless_in_a_job(report)
    cases = list(ET.fromstring(report).iter("testcase"))  # noqa: S314 (our own report)
    names = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(set(names)) == len(names)
    outcomes = ("failure", "error", "skipped")
    assert all(sum(part.tag in outcomes for part in case) <= 1 for case in cases)
    said = [part.text or "" for case in cases for part in case]
    return sum(
        len(re.findall(r"(?m)^.*:\d+:\d+: (?:fout|waarschuwing|info) [A-Z]+[0-9]+: ", t))
        for t in said
    )


def sarif(report: str) -> int:
    harmless_in_a_job(report)
    log = json.loads(report)
    if (schema := sarif_schema()) is not None:
        schema.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert "](" not in result["message"]["text"]
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            at = place["physicalLocation"]
            read = urlsplit(at["artifactLocation"]["uri"])
            assert (read.scheme, read.netloc, read.query, read.fragment) == ("", "", "", "")
            assert unquote_to_bytes(read.path)
            assert at["region"]["startLine"] >= 1
    assert all(len(rule["properties"]["tags"]) <= 10 for rule in rules)
    return len(run["results"])


def github(report: str) -> int:
    """The annotations, and those not shown; the runner is told of one group more, which ends."""
    assert not ELSEWHERE.search(report)
    commands = obeyed(report)
    names = [command.name for command in commands]
    assert names[-2:] == ["group", "endgroup"]
    assert set(names[:-2]) <= {"error", "warning", "notice"}
    places = {"file", "line", "endLine", "col", "endColumn", "title"}
    assert all(set(c.properties) <= places for c in commands)
    shown = sum(1 for command in commands if "file" in command.properties)
    told = " ".join(c.data for c in commands if c.properties == {"title": "bio2lint"})
    return shown + sum(map(int, re.findall("[0-9]+", told)))


def gitlab(report: str) -> int:
    harmless_in_a_job(report)
    issues = json.loads(report)
    for issue in issues:
        keys = {"description", "check_name", "fingerprint", "severity", "location"}
        assert set(issue) == keys
        assert all(isinstance(issue[key], str) and issue[key] for key in keys - {"location"})
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert set(issue["location"]) == {"path", "lines"}
        assert issue["location"]["lines"]["begin"] >= 1
    return len(issues)


def markdown(report: str) -> int:
    harmless_in_a_job(report)
    assert report.startswith("<!-- bio2lint:check -->\n")
    assert len(report) <= 65_536
    read = page(report)
    assert set(read.tags) <= _HTML
    assert read.comments == [" bio2lint:check "]
    for tag, name, value in read.attributes:
        assert (tag, name) in {("a", "href"), ("details", "open"), ("th", "style"), ("td", "style")}
        assert tag != "a" or _RULE.fullmatch(value)
        assert name != "style" or value == "text-align:right"
    assert [s for s in read.stretches if MENTION_OR_REFERENCE.search(s)] == []
    said = visible_text(report)
    left = re.findall(r"(?m)^… en nog ([0-9]+) bevinding(?:en)?\.$", said)
    return len(re.findall(r"(?m)^regel [0-9]+: [A-Z]+[0-9]+", said)) + sum(map(int, left))


FINDINGS_IN: dict[str, Callable[[str], int]] = {
    "text": text,
    "concise": concise,
    "json": json_,
    "junit": junit,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "markdown": markdown,
}
"""For each format: read a report as its reader does, and tell how many findings it tells of."""
