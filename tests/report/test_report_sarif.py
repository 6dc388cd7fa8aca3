"""SARIF for dashboards of code scanning: valid, whole, and within what GitHub takes."""

from __future__ import annotations

import json
import random
from datetime import date
from gzip import compress
from typing import TYPE_CHECKING, Any

import pytest
from consumers import sarif as read
from consumers import sarif_schema
from forge import page, visible_text
from report_samples import finding, record, result
from support import check, expect
from support import result as judged
from test_report_golden import FINDINGS, IN_DOUBT, RESULTS

from bio2lint import rules
from bio2lint.finding import Fix, Region, Severity, Text
from bio2lint.report import Context, render, sarif
from bio2lint.silencing import Silenced

if TYPE_CHECKING:
    from bio2lint.engine import Result

SECRET = "ghp_" + "Zx9kQ2mWv7Lr4TnB8sHd" + "1YcF6uJp3EaG"
MOVED = {
    "controls/a.yaml": "kind: control\nid: a\ntitle: A\nowner: ciso\nimplements: [5.04.02]\n",
    "roles/ciso.yaml": "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n",
}
OWN = (
    "kind: rule\nid: titel-kort\ntitle: Titels zijn *kort*\ncode: ORG001\nfor: [role]\n"
    "condition: 'false'\nowner: ciso\nseverity: warning\n"
    "message: {nl: De titel is te lang., en: The title is too long.}\n"
)
MOST_IN_A_NAME, MOST_IN_A_DESCRIPTION = 255, 1024
"""Characters of a rule; from docs.github.com, "SARIF support for code scanning"."""


def run_of(shown: Result, **context: Any) -> Any:
    (run,) = json.loads(render("sarif", shown, Context(**context)))["runs"]
    return run


def rule_of(shown: Result, code: str, **context: Any) -> Any:
    described = run_of(shown, **context)["tool"]["driver"]["rules"]
    return next(rule for rule in described if rule["id"] == code)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", RESULTS)
def test_report_fits_the_schema_of_the_standard(name: str, language: str) -> None:
    if sarif_schema() is None:
        pytest.skip("the schema of SARIF is not beside the repository")
    report = render("sarif", RESULTS[name], Context(language))
    assert not list(sarif_schema().iter_errors(json.loads(report)))


def test_a_real_check_fits_and_has_every_finding() -> None:
    shown = judged({"controls/a.yaml": "kind: control\nid: a\nimplements: [5.17.01]\n"})
    assert read(render("sarif", shown, Context())) == len(shown.findings) > 100


def test_rules_are_those_of_the_findings_and_each_once() -> None:
    shown = result(finding("REF003"), finding("STR004"), finding("REF003"))
    assert [r["id"] for r in run_of(shown)["tool"]["driver"]["rules"]] == ["REF003", "STR004"]
    assert [r["ruleIndex"] for r in run_of(shown)["results"]] == [0, 1, 0]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_of_every_rule_says_why_and_how_to_mend_it(language: str) -> None:
    known = {one.rule.code: one for one in rules.load()}
    shown = result(*(finding(code) for code in known))
    for described in run_of(shown, language=language)["tool"]["driver"]["rules"]:
        rule, docs = known[described["id"]].rule, known[described["id"]].docs
        text, markdown = described["help"]["text"], described["help"]["markdown"]
        assert described["shortDescription"]["text"] == rule.summary.in_language(language)
        assert described["helpUri"] == rule.url
        for said in (docs.why, docs.fix):
            assert said.in_language(language) in text
            assert said.in_language(language) in markdown
        for content in (*docs.bad.values(), *docs.good.values()):
            assert content.rstrip() in text
            assert content.rstrip() in page(markdown).text


def test_own_rule_is_described_by_its_title_and_shows_no_markup() -> None:
    pytest.importorskip("cel_expr_python")
    shown = judged({**MOVED, "rules/titel.yaml": OWN})
    described = rule_of(shown, "ORG001")
    assert "helpUri" not in described
    assert described["shortDescription"]["text"] == "Titels zijn *kort*"
    assert "Titels zijn *kort*" in visible_text(described["help"]["markdown"])
    assert "rules/titel.yaml" in described["help"]["text"]
    assert described["defaultConfiguration"]["level"] == "warning"


def test_own_rule_keeps_within_what_github_takes() -> None:
    pytest.importorskip("cel_expr_python")
    long = OWN.replace("titel-kort", "t" * 400).replace("Titels zijn *kort*", "\u00ad" * 900)
    described = rule_of(judged({**MOVED, "rules/titel.yaml": long}), "ORG001")
    assert len(described["name"]) == MOST_IN_A_NAME
    for part in ("shortDescription", "fullDescription"):
        assert len(described[part]["text"]) == MOST_IN_A_DESCRIPTION


def test_levels_are_those_of_the_standard() -> None:
    found = [finding(severity=severity) for severity in (*Severity, Severity.ERROR)]
    levels = [one["level"] for one in run_of(result(*found))["results"]]
    assert levels == ["error", "error", "warning", "note"]


def test_place_is_from_the_git_root_and_escaped_as_an_address() -> None:
    shown = result(finding(path="map é/a#b?c:d%20 \udcff.yaml"))
    (one,) = run_of(shown, git_path=lambda path: f"isms/{path}")["results"]
    assert one["locations"][0]["physicalLocation"] == {
        "artifactLocation": {
            "uri": "isms/map%20%C3%A9/a%23b%3Fc%3Ad%2520%20%FF.yaml",
            "uriBaseId": "%SRCROOT%",
        },
        "region": {"startLine": 4, "startColumn": 23, "endLine": 4, "endColumn": 30},
    }
    assert run_of(shown)["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(("folder", "category"), [(".", "bio2lint/"), ("a/b", "bio2lint/a/b/")])
def test_two_administrations_of_one_repository_are_told_apart(folder: str, category: str) -> None:
    assert run_of(result(), git_path=lambda _: folder)["automationDetails"] == {"id": category}


def test_fingerprint_is_ours_and_github_is_told_where_it_would_mix_findings_up() -> None:
    alone, first, second = (
        finding(line=line, fingerprint=known_by)
        for line, known_by in ((1, "a"), (2, "b"), (2, "c"))
    )
    other = finding("STR004", line=1, fingerprint="d")
    prints = [
        one["partialFingerprints"] for one in run_of(result(alone, other, first, second))["results"]
    ]
    assert prints == [
        {"bio2lint/v1": "a"},
        {"bio2lint/v1": "d"},
        {"bio2lint/v1": "b", "primaryLocationLineHash": "b"},
        {"bio2lint/v1": "c", "primaryLocationLineHash": "c"},
    ]


def test_what_github_knows_a_finding_by_differs_between_two_administrations() -> None:
    shown = result(finding(), finding())
    told = [
        run_of(shown, git_path=lambda _, root=root: root)["results"][0]["partialFingerprints"]
        for root in (".", "a", "b")
    ]
    assert len({one["primaryLocationLineHash"] for one in told}) == 3
    assert {one["bio2lint/v1"] for one in told} == {finding().fingerprint}


def test_a_message_holds_no_link() -> None:
    (one,) = run_of(result(finding(message="Zie [hier](https://example.org).")))["results"]
    assert one["message"]["text"] == "Zie [hier] (https://example.org)."


def test_other_places_are_numbered_and_at_most_a_hundred() -> None:
    there = [(Region("a.yaml", n, 1, n, 2), Text(nl=f"{n}", en=f"{n}")) for n in range(1, 200)]
    (one,) = run_of(result(finding(related=tuple(there))))["results"]
    assert [place["id"] for place in one["relatedLocations"]] == list(range(1, 101))
    assert one["relatedLocations"][6]["message"] == {"text": "7"}


def test_safe_change_is_offered_as_a_fix_that_gives_the_right_text() -> None:
    (shown,) = [f for f in check(MOVED) if f.code == "REF003"]
    (one,) = run_of(result(shown))["results"]
    (change,) = one["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    region, source = replacement["deletedRegion"], MOVED["controls/a.yaml"].splitlines()
    line = source[region["startLine"] - 1]
    new = line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"]
    new += line[region["endColumn"] - 1 :]
    mended = "\n".join(new if old == line else old for old in source) + "\n"
    assert "REF003" not in {f.code for f in check({**MOVED, "controls/a.yaml": mended})}


@pytest.mark.parametrize(
    ("fix", "end_line"),
    [
        (Fix(10, 17, "5.10.02", safe=False), 4),
        (Fix(10, 18, "5.10.02", safe=True), 4),
        (Fix(10, 17, "5.10.02", safe=True), 5),
    ],
    ids=["unsafe", "elsewhere", "several lines"],
)
def test_any_other_change_is_no_fix(fix: Fix, end_line: int) -> None:
    (one,) = run_of(result(finding(fix=fix, end_line=end_line)))["results"]
    assert "fixes" not in one


def test_silenced_findings_are_told_apart_from_the_results() -> None:
    silenced = Silenced(finding(fingerprint="f"), date(2027, 1, 31), "Wacht op [x](y).")
    run = run_of(result(silenced=(silenced,)))
    assert run["results"] == []
    assert run["properties"]["suppressed"] == [
        {
            "ruleId": "REF003",
            "uri": "controls/mfa.yaml",
            "uriBaseId": "%SRCROOT%",
            "startLine": 4,
            "fingerprint": "f",
            "until": "2027-01-31",
            "justification": "Wacht op [x] (y).",
        }
    ]


def test_what_could_not_be_read_makes_the_run_no_success() -> None:
    (invocation,) = run_of(IN_DOUBT, status=1)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 1)
    assert [one["level"] for one in invocation["toolExecutionNotifications"]] == [
        "error",
        "warning",
    ]
    (sound,) = run_of(FINDINGS)["invocations"]
    assert (sound["executionSuccessful"], sound["toolExecutionNotifications"]) == (True, [])


def test_unreadable_files_beyond_a_thousand_are_counted() -> None:
    unread = tuple(f"controls/{n}.yaml" for n in range(1_002))
    notices = run_of(result(unreadable=unread))["invocations"][0]["toolExecutionNotifications"]
    assert len([one for one in notices if "locations" in one]) == 1_000
    assert notices[1_000]["message"]["text"] == "Nog 2 bestanden zijn niet (geheel) te lezen."


def test_of_more_than_github_takes_the_gravest_stay_and_the_others_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert sarif.MOST_RESULTS == 25_000
    monkeypatch.setattr(sarif, "MOST_RESULTS", 100)
    lesser = finding("STR004", severity=Severity.WARNING)
    run = run_of(result(*[lesser] * 100, *[finding()] * 3))
    assert [one["level"] for one in run["results"]] == ["error"] * 3 + ["warning"] * 97
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("Nog 3 bevindingen passen niet")


def test_report_that_hardly_packs_is_cut_to_what_github_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert sarif.MOST_BYTES == 10_000_000
    monkeypatch.setattr(sarif, "MOST_BYTES", 100_000)
    noise = random.Random(1)  # noqa: S311 (texts that no packer makes smaller)
    texts = ["".join(map(chr, noise.choices(range(0x4E00, 0x9FA5), k=900))) for _ in range(80)]
    report = render("sarif", result(*(finding(message=text) for text in texts)), Context())
    assert 50_000 < len(compress(report.encode())) <= 100_000
    assert read(report) == 40
    assert "Nog 40 bevindingen" in report


def test_secret_is_not_shown() -> None:
    file = f"kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\nx-token: {SECRET}\n"
    shown = judged({"roles/ciso.yaml": file})
    expect({"roles/ciso.yaml": file}, "roles/ciso.yaml:5:10 SEC001", ignoring=_all_but_secrets())
    for form in ("sarif", "github", "gitlab", "markdown"):
        assert SECRET[:12] not in render(form, shown, Context())


def _all_but_secrets() -> frozenset[str]:
    return frozenset(one.rule.code for one in rules.load()) - {"SEC001"}


def test_report_names_the_norm_and_claims_no_compliance() -> None:
    told = run_of(result(records=[record("organisation", "x", "o.yaml")]), hidden=7)["properties"]
    assert (told["norm"], told["asOf"], told["notShown"]) == ("bio2@1.3", "2026-11-23", 7)
    assert told["disclaimer"].endswith("geen oordeel over naleving.")
    assert told["copy"].startswith("Gelezen uit")
