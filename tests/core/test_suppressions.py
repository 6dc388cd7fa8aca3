"""Comments that silence a finding: where they reach, how long, and what they cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import all_but, expect, result

from bio2lint.finding import Severity
from bio2lint.suppression import read as suppressions
from bio2lint.yamlfile import read

if TYPE_CHECKING:
    from bio2lint.engine import Result

BOARD = "kind: role\nid: bestuur\ntitle: Bestuur\nfunctions: [board]\n---\n"
ROLES = {"roles/r.yaml": f"{BOARD}kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"}
BESIDE = all_but("STR", "REF006", "DUE", "SEC001")
FULL = "# bio2lint: ignore[REF006] until=2027-01-31 -- komt in januari"


def system(*lines: str) -> dict[str, str]:
    return {**ROLES, "systems/s.yaml": "\n".join(("kind: system", "id: s", "title: S", *lines, ""))}


@pytest.mark.parametrize(
    "lines",
    [
        (f"owner: niemand {FULL}",),
        (FULL, "owner: niemand"),
        (f"  {FULL}", "owner: niemand"),
        (FULL, "# nog iets", "owner: niemand"),
        (FULL.replace("[REF006]", "[DUE003, REF006]"), "owner: niemand"),
    ],
)
def test_a_comment_speaks_of_its_line_or_of_the_next_that_is_no_comment(
    lines: tuple[str, ...],
) -> None:
    found = result(system(*lines))
    assert [one.finding.code for one in found.silenced] == ["REF006"]
    assert found.silenced[0].reason == "komt in januari"
    assert str(found.silenced[0].until) == "2027-01-31"
    codes = {finding.code for finding in found.findings}
    assert "REF006" not in codes
    assert ("STR007" in codes) is ("DUE003" in "".join(lines))


@pytest.mark.parametrize(
    ("lines", "idle"),
    [
        (("owner: niemand", FULL), "systems/s.yaml:5:1"),
        ((FULL, "", "owner: niemand"), "systems/s.yaml:4:1"),
        ((FULL, "critical: false", "owner: niemand"), "systems/s.yaml:4:1"),
    ],
)
def test_elsewhere_it_silences_nothing_and_is_reported(lines: tuple[str, ...], idle: str) -> None:
    owner = next(number for number, line in enumerate(lines, 4) if line.startswith("owner"))
    expected = sorted((f"{idle} STR007", f"systems/s.yaml:{owner}:8 REF006"))
    expect(system(*lines), *expected, ignoring=BESIDE)


NO_FORM = "does not have the form"


@pytest.mark.parametrize(
    ("comment", "as_of", "words"),
    [
        ("# bio2lint: ignore[REF006] -- geen einde", "2026-11-23", "has no end date"),
        ("# bio2lint: ignore[REF006]", "2026-11-23", "has no end date"),
        ("# bio2lint: ignore[REF006] until=2027-01-31", "2026-11-23", "gives no reason"),
        ("# bio2lint: ignore[REF006] until=2027-01-31 --", "2026-11-23", "gives no reason"),
        ("# bio2lint: ignore[REF006] until=31-01-2027 -- x", "2026-11-23", NO_FORM),
        ("# bio2lint: ignore[REF006] until= -- x", "2026-11-23", NO_FORM),
        ("# bio2lint: ignore[] until=2027-01-31 -- x", "2026-11-23", NO_FORM),
        ("# bio2lint: ignore REF006", "2026-11-23", NO_FORM),
        ("# bio2lint ignore[REF006] until=2027-01-31 -- x", "2026-11-23", NO_FORM),
        (FULL.replace("2027-01-31", "9999-12-31"), "2026-11-23", "has no end date"),
        (FULL, "2027-02-01", "ended on 2027-01-31"),
        (FULL.replace("REF006", "REF999"), "2026-11-23", "no rule `REF999`"),
        (FULL.replace("REF006", "ref006"), "2026-11-23", "no rule `ref006`"),
        (FULL.replace("REF006", "STR007"), "2026-11-23", "STR007 is a protected rule"),
    ],
)
def test_what_is_not_whole_silences_nothing_and_is_one_finding(
    comment: str, as_of: str, words: str
) -> None:
    files = system(f"owner: niemand {comment}  ")
    expect(
        files,
        "systems/s.yaml:4:8 REF006",
        "systems/s.yaml:4:16 STR007",
        as_of=as_of,
        ignoring=BESIDE,
    )
    (finding,) = [one for one in result(files, as_of).findings if one.code == "STR007"]
    assert words in finding.message.en
    assert finding.region.end_column == 16 + len(comment)


def test_a_comment_beside_the_dash_of_a_list_speaks_of_that_line() -> None:
    text = f"kind: system\nsystems:\n- {FULL}\n  a\n"
    assert [one.line for one in suppressions(read(text.encode()))] == [3]


def test_the_last_day_is_still_in_time() -> None:
    assert result(system(f"owner: niemand {FULL}"), "2027-01-31").silenced
    assert not result(system(f"owner: niemand {FULL}"), "2027-02-01").silenced


def test_a_protected_rule_cannot_be_silenced() -> None:
    token = "ghp_" + "a1B2c3D4" * 5
    expect(
        system("owner: ciso", f"x-t: {token} {FULL.replace('REF006', 'SEC001')}"),
        "systems/s.yaml:5:6 SEC001",
        f"systems/s.yaml:5:{6 + len(token) + 1} STR007",
        ignoring=BESIDE,
    )


def test_in_the_settings_nothing_can_be_silenced() -> None:
    comment = FULL.replace("REF006", "STR006")
    files = {**system("owner: ciso"), "bio2lint.yaml": f"{comment}\nlanguage: nl\n"}
    expect(files, "bio2lint.yaml:1:1 STR007", "bio2lint.yaml:2:1 STR006", ignoring=BESIDE)


def test_a_hash_inside_a_text_is_no_comment() -> None:
    found = result(system(f"owner: 'niemand {FULL}'"))
    assert not found.silenced
    assert "STR007" not in {finding.code for finding in found.findings}


def test_a_comment_after_the_last_marker_belongs_to_the_next_document() -> None:
    text = (
        f"kind: system\nid: a\ntitle: A\nowner: ciso\n---\n{FULL}\nowner: niemand\nkind: system\n"
    )
    found = result({**ROLES, "systems/s.yaml": f"{text}id: b\ntitle: B\n"})
    assert [one.finding.document for one in found.silenced] == ["b"]


def test_a_rule_that_is_off_leaves_its_comment_alone() -> None:
    files = system(f"owner: ciso {FULL}") | {"bio2lint.yaml": "norm: bio2@1.3\nprofile: starter\n"}
    files["systems/s.yaml"] = files["systems/s.yaml"].replace("REF006", "DUE001")
    expect(files, ignoring=BESIDE)


def test_a_code_that_only_an_own_rule_could_have_is_idle_without_one() -> None:
    comment = FULL.replace("REF006", "LIN001")
    expect(system(f"owner: ciso {comment}"), "systems/s.yaml:4:13 STR007", ignoring=BESIDE)


def test_while_a_file_cannot_be_read_nobody_is_told_that_a_comment_is_idle() -> None:
    comment = FULL.replace("REF006", "OWN003")
    files = system(f"owner: ciso {comment}")
    expect(files, "systems/s.yaml:4:13 STR007", ignoring=BESIDE)
    expect(files | {"controls/c.yaml": "a: [\n"}, "controls/c.yaml:2:1 STR001", ignoring=BESIDE)


def test_silenced_findings_never_change_coverage() -> None:
    control = "kind: control\nid: c\ntitle: C\nimplements: [5.17.01]\nstatus: planned\n"
    comment = "# bio2lint: ignore[CMP010, CMP011, OWN001] until=2027-01-31 -- in opbouw\n"
    open_ = result({**ROLES, "controls/c.yaml": control})
    silent = result(
        {**ROLES, "controls/c.yaml": control.replace("implements", f"{comment}implements")}
    )
    assert {n: c.status for n, c in open_.coverage.items()} == {
        n: c.status for n, c in silent.coverage.items()
    }


def test_windows_lines_and_a_comment_at_the_very_end() -> None:
    text = f"kind: system\r\n{FULL}\r\nowner: niemand\r\nid: s\r\n{FULL}"
    assert [one.line for one in suppressions(read(text.encode()))] == [3, 5]


NO_SUCH_NUMBER = "kind: control\nid: c\ntitle: C\nowner: ciso\nstatus: planned\ndue: 2027-06-30\n"
NEVER_LEFT_OUT = frozenset({"CMP001", "CMP002"})


def unsaid(found: Result) -> set[str]:
    """Return what is missing or unknown without a finding that says so, measures and controls."""
    said = {n for one in found.findings if one.code in NEVER_LEFT_OUT for n in one.requirements}
    controls = found.norm.controls
    alone = {n for n in found.coverage if n not in controls or not controls[n].measures}
    return {n for n in alone - said if found.coverage[n].status in ("missing", "unknown")}


@pytest.mark.parametrize(
    "files",
    [
        {"controls/c.yaml": f"{NO_SUCH_NUMBER}implements: [9.99.99] {FULL}"},
        {
            "controls/c.yaml": f"{NO_SUCH_NUMBER}implements: [9.99.99]\n",
            "bio2lint.yaml": "norm: bio2@1.3\nrules: {REF001: off}\n",
        },
        {
            "controls/c.yaml": f"{NO_SUCH_NUMBER}implements: [9.99.99]\n",
            "bio2lint.yaml": "norm: bio2@1.3\nrules: {REF: warning}\n",
        },
    ],
    ids=["suppressed", "off", "lowered"],
)
def test_a_silenced_number_leaves_no_requirement_unsaid(files: dict[str, str]) -> None:
    files = {path: text.replace("[REF006]", "[REF001]") for path, text in files.items()}
    found = result({**ROLES, **files})
    assert [one.code for one in found.findings if one.severity is Severity.ERROR][:1] == ["CMP001"]
    assert unsaid(found) == set()


def test_while_the_fault_stands_it_says_enough() -> None:
    found = result({**ROLES, "controls/c.yaml": f"{NO_SUCH_NUMBER}implements: [9.99.99]\n"})
    codes = {one.code for one in found.findings}
    assert "REF001" in codes
    assert not codes & NEVER_LEFT_OUT
    assert unsaid(found)


def test_a_silenced_approval_in_the_future_leaves_its_measure_said() -> None:
    exception = (
        "kind: exception\nid: x\ntitle: X\ntype: not-applicable\nrequirements: [7.07.01]\n"
        "owner: bestuur\nreason: Er zijn geen chipcards.\n"
        "review: {last: 2026-10-01, interval: P1Y, by: ciso}\n"
        "approved: {by: bestuur, date: 2027-03-01, ref: B-1}"
    )
    silenced = {"exceptions/x.yaml": f"{exception} {FULL.replace('[REF006]', '[STR005]')}\n"}
    for files, said in (({"exceptions/x.yaml": exception}, False), (silenced, True)):
        found = result({**ROLES, **files})
        assert found.coverage["7.07.01"].status == "missing"
        missing = {n for one in found.findings if one.code == "CMP001" for n in one.requirements}
        assert ("7.07.01" in missing) is said
