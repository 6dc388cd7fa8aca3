"""What a change of the settings means: where somebody would begin who wants to hide something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from review_cases import BASE, CONTROL, EXCEPTION, edited, reviewed, short, shorts, state
from support import Files

from bio2lint.review import baseline_changes, sides

if TYPE_CHECKING:
    from bio2lint.finding import Finding

FILE = "bio2lint.yaml"
RULE = """\
kind: rule
id: own-status
title: Een maatregel heeft een status
code: LIN001
for: [control, risk]
condition: has(document.status)
message: {nl: Geen status., en: No status.}
severity: error
"""


def settings(text: str) -> dict[str, str]:
    return {**BASE, FILE: f"norm: bio2@1.3\n{text}"}


PLAIN = [
    ("", "fail_on: never\n", "▼ bio2lint.yaml fail_on: None → never"),
    ("fail_on: warning\n", "fail_on: error\n", "▼ bio2lint.yaml fail_on: warning → error"),
    ("fail_on: warning\n", "fail_on: info\n", "▲ bio2lint.yaml fail_on: warning → info"),
    ("", "profile: starter\n", "▼ bio2lint.yaml profile: None → starter"),
    ("profile: standard\n", "profile: strict\n", "▲ bio2lint.yaml profile: standard → strict"),
    ("preview: true\n", "", "▼ bio2lint.yaml preview: True → None"),
    ("language: nl\n", "language: en\n", "· bio2lint.yaml language: nl → en"),
    ("requires: '>=0.1'\n", "", "▼ bio2lint.yaml requires: >=0.1 → None"),
    ("requires: '0.0.1'\n", "requires: '0.1'\n", "▲ bio2lint.yaml requires: 0.0.1 → 0.1"),
    ("", "x-team: wit\n", "· bio2lint.yaml x-team: None → wit"),
    # Rules and their options.
    ("", "rules: {CMP010: off}\n", "▼ bio2lint.yaml rules.CMP010: None → off"),
    ("", "rules: {CMP: info}\n", "▼ bio2lint.yaml rules.CMP: None → info"),
    ("rules: {CMP: info}\n", "", "▲ bio2lint.yaml rules.CMP: info → None"),
    ("", "rules: {SUP001: error}\n", "· bio2lint.yaml rules.SUP001: None → error"),
    ("", "rules: {SUP004: {grace: P9M}}\n", "▼ bio2lint.yaml rules.SUP004.grace: P6M → P9M"),
    ("", "rules: {SEC003: {allow: ['*']}}\n", "▼ bio2lint.yaml rules.SEC003.allow: [] → ['*']"),
    ("", "rules: {RSK003: {per_risk: true}}\n", "▲ {}.RSK003.per_risk: False → True"),
    ("", "rules: {GIT004: {delay: P2Y}}\n", "▼ bio2lint.yaml rules.GIT004.delay: P6M → P2Y"),
    # Paths.
    ("", "exclude: [oud/]\n", "▼ bio2lint.yaml exclude: None → oud/"),
    ("exclude: [oud/]\n", "", "▲ bio2lint.yaml exclude: oud/ → None"),
    ("exclude: [oud/]\n", "exclude: [oud/, '!oud/x.yaml']\n", "▲ {1} None → !oud/x.yaml"),
    ("include: ['*']\n", "", "▲ bio2lint.yaml include: * → None"),
    # Overrides.
    ("", "overrides: [{paths: [oud/], rules: {DUE: off}}]\n", "▼ {2}[oud/].DUE: None → off"),
    ("overrides: [{paths: [oud/], rules: {DUE: off}}]\n", "", "▲ {2}[oud/].DUE: off → None"),
]


@pytest.mark.parametrize(("old", "new", "expected"), PLAIN, ids=[case[2] for case in PLAIN])
def test_one_change_of_the_settings(old: str, new: str, expected: str) -> None:
    names = ("bio2lint.yaml rules", "bio2lint.yaml exclude:", "bio2lint.yaml overrides")
    assert shorts(settings(old), settings(new)) == [expected.format(*names)]


def test_no_decision_supports_a_weaker_setting() -> None:
    after = {**settings("fail_on: never\n"), "exceptions/X-001.yaml": EXCEPTION}
    done = reviewed(BASE, after)
    assert [one.field for one in done.unsupported] == ["fail_on"]
    assert done.status == 1


def test_excluding_documents_names_them_and_loses_them() -> None:
    found = reviewed(BASE, settings("exclude: [risks/]\n")).changes
    assert [short(one) for one in found] == [
        "▼ bio2lint.yaml exclude: None → risks/",
        "▼ R-001 *: Overname van accounts → None",
    ]
    assert found[0].why.en == "Paths no longer take part. These drop out: risks/R-001.yaml."


def test_including_less_loses_the_rest() -> None:
    found = shorts(BASE, settings("include: [controls/, organisation.yaml]\n"))
    assert found[0].startswith("▼ bio2lint.yaml include")
    assert "▼ R-001 *: Overname van accounts → None" in found


def test_a_document_that_moves_to_where_nobody_looks_is_gone() -> None:
    old = settings("exclude: [oud/]\n")
    moved = {name: text for name, text in old.items() if name != "controls/mfa.yaml"}
    assert shorts(old, {**moved, "oud/mfa.yaml": CONTROL}) == [
        "▼ mfa *: Meervoudige authenticatie → None"
    ]


def test_the_order_of_overrides_matters_where_paths_are_in_both() -> None:
    off, on = "{paths: [controls/], rules: {DUE: off}}", "{paths: ['*'], rules: {DUE: error}}"
    found = reviewed(
        settings(f"overrides: [{off}, {on}]\n"), settings(f"overrides: [{on}, {off}]\n")
    ).changes
    assert [one.direction for one in found] == ["weakens"]
    assert "controls/mfa.yaml" in found[0].why.en


def test_an_older_edition_weakens_and_a_newer_one_does_not() -> None:
    older = {**BASE, FILE: "norm: bio2@1.2\n"}
    assert shorts(BASE, older)[0] == "▼ bio2lint.yaml norm: bio2@1.3 → bio2@1.2"
    assert shorts(older, BASE) == ["· bio2lint.yaml norm: bio2@1.2 → bio2@1.3"]


def test_requirements_that_the_new_edition_moved_or_withdrew_are_not_dropped() -> None:
    listed = "[5.04.02, 5.17.01, 5.17.03]"
    old = {
        **BASE,
        FILE: "norm: bio2@1.2\n",
        "controls/mfa.yaml": CONTROL.replace("[5.17.01, 5.17.03]", listed),
    }
    new = {**BASE, "controls/mfa.yaml": CONTROL.replace("[5.17", "[5.10.02, 5.17")}
    assert shorts(old, new) == [
        "· bio2lint.yaml norm: bio2@1.2 → bio2@1.3",
        "· mfa implements: 5.04.02 → None",
        "· mfa implements: None → 5.10.02",
    ]


def test_a_finding_about_a_number_that_moved_is_the_same_finding() -> None:
    old = {
        **BASE,
        FILE: "norm: bio2@1.2\n",
        "controls/mfa.yaml": CONTROL.replace("[5.17.01, 5.17.03]", "[5.04.02]"),
    }
    new = {**BASE, "controls/mfa.yaml": CONTROL.replace("[5.17.01, 5.17.03]", "[5.10.02]")}
    findings = reviewed(old, new).findings
    about = {one.code: one.requirements for one in findings.remaining if one.document == "mfa"}
    assert about["EVD001"] == ("5.04.02",)
    assert not [one for one in findings.new if one.document == "mfa" and one.code == "EVD001"]


BASELINE = """\
date: 2026-11-01
reason: Overgenomen uit de oude administratie.
owner: ciso
until: 2027-03-31
findings:
  - {code: CMP010, document: mfa, fingerprint: 00000000000000000000000000000001}
"""


def test_a_baseline_that_is_named_weakens() -> None:
    after = {**settings("baseline: bekend.yaml\n"), "bekend.yaml": BASELINE}
    assert shorts(BASE, after) == ["▼ bio2lint.yaml baseline: None → bekend.yaml"]
    assert shorts(after, BASE) == ["▲ bio2lint.yaml baseline: bekend.yaml → None"]


ANOTHER = "  - {code: DUE001, document: mfa, fingerprint: 00000000000000000000000000000002}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2027-03-31", "2027-09-30", "▼ bekend.yaml until: 2027-03-31 → 2027-09-30"),
        ("2027-03-31", "2027-01-31", "▲ bekend.yaml until: 2027-03-31 → 2027-01-31"),
        ("until: 2027-03-31\n", "", "▼ bekend.yaml until: 2027-03-31 → None"),
        ("findings:\n", f"findings:\n{ANOTHER}", "▼ bekend.yaml findings: None → DUE001 mfa"),
        ("owner: ciso", "owner: directie", "· bekend.yaml owner: ciso → directie"),
    ],
)  # fmt: skip
def test_what_changes_in_a_baseline(old: str, new: str, expected: str) -> None:
    before = {**settings("baseline: bekend.yaml\n"), "bekend.yaml": BASELINE}
    assert shorts(before, {**before, "bekend.yaml": BASELINE.replace(old, new)}) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ("code: CMP010", "code: DUE001", "▼"),
        ("0001}", "0002}", "▼"),
        ("document: mfa", "document: kluis", "·"),
    ],
)
def test_an_entry_that_becomes_another_holds_another_finding_back(
    old: str, new: str, sign: str
) -> None:
    before = {**settings("baseline: bekend.yaml\n"), "bekend.yaml": BASELINE}
    (found,) = shorts(before, {**before, "bekend.yaml": BASELINE.replace(old, new)})
    assert found.startswith(f"{sign} bekend.yaml findings[0000")


COMMENT = "status: implemented # bio2lint: ignore[CMP010] until=2027-01-31 -- levering in januari\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "2027-01-31", ["▼ mfa # bio2lint: ignore[CMP010]: None → 2027-01-31"]),
        ("2027-01-31", "", ["▲ mfa # bio2lint: ignore[CMP010]: 2027-01-31 → None"]),
        ("2027-01-31", "2027-06-30", ["▼ mfa {}: 2027-01-31 → 2027-06-30"]),
        ("2027-06-30", "2027-01-31", ["▲ mfa {}: 2027-06-30 → 2027-01-31"]),
        ("2027-01-31", "2027-01-31", []),
    ],
)
def test_comments_that_silence_a_finding(old: str, new: str, expected: list[str]) -> None:
    def silenced(until: str) -> dict[str, str]:
        line = COMMENT.replace("2027-01-31", until) if until else "status: implemented\n"
        return {**BASE, "controls/mfa.yaml": CONTROL.replace("status: implemented\n", line)}

    name = "# bio2lint: ignore[CMP010]"
    assert shorts(silenced(old), silenced(new)) == [one.format(name) for one in expected]


def late(first: str, second: str) -> dict[str, str]:
    """The administration with two actions against a risk, each with its last day."""
    listed = "actions: [{what: Sleutels voor beheerders, owner: hoofd-ict, due: 2027-02-01}]"
    actions = "".join(
        f"\n- what: {what}\n  owner: hoofd-ict\n  due: {due}"
        for what, due in (("Sleutels", first), ("Oefenen", second))
    )
    return {
        **BASE,
        "risks/R-001.yaml": BASE["risks/R-001.yaml"].replace(listed, f"actions:{actions}"),
    }


QUIET = "2026-10-30 # bio2lint: ignore[RSK009] until={} -- wacht op de leverancier"


@pytest.mark.parametrize("other", ["2026-10-29", "2026-10-30"])
@pytest.mark.parametrize("until", ["2027-01-31", "2026-12-31"])
def test_a_comment_that_moves_to_another_finding_silences_that(other: str, until: str) -> None:
    before = late(QUIET.format("2027-01-31"), "2027-02-01")
    after = late("2027-02-01", QUIET.format(until).replace("2026-10-30", other))
    (found,) = (one for one in reviewed(before, after).changes if one.field.startswith("#"))
    assert (found.direction, found.before, found.after) == ("weakens", "2027-01-31", until)
    assert found.why.en == "The comment now silences another finding."
    assert found in reviewed(before, after).unsupported


def test_a_comment_stays_with_its_finding_when_the_line_changes() -> None:
    before, after = (
        late(QUIET.format("2027-01-31").replace("10-30", day), "2027-02-01")
        for day in ("10-30", "10-29")
    )
    (found,) = (one for one in reviewed(before, after).changes if one.field.startswith("#"))
    assert found.direction == "neutral"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("code: LIN001", "code: OUD001", "▼ own-status code: LIN001 → OUD001"),
        ("severity: error", "severity: info", "▼ own-status severity: error → info"),
        ("[control, risk]", "[control]", "▼ own-status for: risk → None"),
        ("[control]", "[control, risk]", "▲ own-status for: None → risk"),
        ("has(document.status)", "1 == 1", "▼ own-status condition: has(document.status) → 1 == 1"),
        ("No status.", "No status at all.", "· own-status message: {}"),
    ],
)
def test_a_rule_of_ones_own_that_changes(old: str, new: str, expected: str) -> None:
    text = RULE if old in RULE else RULE.replace("[control, risk]", "[control]")
    before = {**BASE, "rules/own.yaml": text}
    was, becomes = ({"nl": "Geen status.", "en": en} for en in ("No status.", "No status at all."))
    after = {**BASE, "rules/own.yaml": text.replace(old, new)}
    assert shorts(before, after) == [expected.format(f"{was} → {becomes}")]


def test_a_rule_of_ones_own_that_goes_weakens() -> None:
    assert shorts({**BASE, "rules/own.yaml": RULE}, BASE) == [
        "▼ own-status *: Een maatregel heeft een status → None"
    ]


def test_a_rule_that_is_turned_off_hides_nothing_in_the_same_change() -> None:
    old = "status: implemented\nimplemented_on: 2026-03-01"
    broken = CONTROL.replace(old, "status: planned\ndue: 2027-01-01")
    after = {**settings("rules: {CMP010: off, GIT001: off}\n"), "controls/mfa.yaml": broken}
    done = reviewed(BASE, after)
    assert {one.code for one in done.findings.new} & {"CMP010", "GIT001"} == set()
    assert sorted({one.code for one in done.findings.hidden}) == ["CMP010", "GIT001"]
    assert {one.code for one in done.failing} >= {"GIT001"}


def test_a_baseline_hides_nothing_that_is_new_in_the_same_change() -> None:
    broken = {
        **BASE,
        "systems/werkplek.yaml": BASE["systems/werkplek.yaml"].replace("rto: P1D\n", "rto: lang\n"),
    }
    (new,) = reviewed(BASE, broken).findings.new
    entry = f"{{code: {new.code}, document: {new.document}, fingerprint: {new.fingerprint}}}"
    text = BASELINE.partition("  - {")[0] + f"  - {entry}\n"
    after = {**broken, FILE: "norm: bio2@1.3\nbaseline: bekend.yaml\n", "bekend.yaml": text}
    done = reviewed(BASE, after)
    assert done.findings.new == ()
    assert [one.fingerprint for one in done.findings.hidden] == [new.fingerprint]


def known(finding: Finding) -> str:
    entry = f"code: {finding.code}, document: {finding.document}"
    head = BASELINE.partition("  - {")[0]
    return f"{head}  - {{{entry}, fingerprint: {finding.fingerprint}}}\n"


R = "risks/R-001.yaml"
NAMING = settings("baseline: bekend.yaml\n")
FAULTY = edited(R, "interval: P1Y", "interval: lang", NAMING)
UNHELD = {**FAULTY, FILE: BASE[FILE]}
(HELD,) = (one for one in state(UNHELD).result.findings if one.document == "R-001")


def test_what_is_renamed_is_held_back_as_it_was() -> None:
    before = {**FAULTY, "bekend.yaml": known(HELD)}
    renamed = edited(R, "id: R-001", "id: R-002", before)
    (now,) = (
        one
        for one in state({**renamed, FILE: BASE[FILE]}).result.findings
        if one.document == "R-002"
    )
    for text in (known(HELD), known(now)):
        done = reviewed(before, {**renamed, "bekend.yaml": text})
        assert [short(one) for one in done.changes] == ["· R-002 id: R-001 → R-002"]
        assert (done.findings.new, done.findings.hidden, done.status) == ((), (), 0)
    other = known(now).replace(now.fingerprint, "0" * 32)
    assert "▼" in "".join(shorts(before, {**renamed, "bekend.yaml": other}))


def test_what_the_baseline_lets_go_is_not_new() -> None:
    before = {**FAULTY, "bekend.yaml": known(HELD)}
    done = reviewed(before, UNHELD)
    assert (done.findings.new, done.status) == ((), 0)
    assert HELD in done.findings.remaining
    assert HELD not in reviewed(before, {**before, "controls/a.yaml": CONTROL}).findings.remaining


def test_a_baseline_is_no_document_whatever_held_before() -> None:
    path = "controls/bekend.yaml"
    after = {**settings(f"baseline: {path}\n"), path: BASELINE}
    findings = reviewed(BASE, after).findings
    assert (findings.new, findings.hidden) == ((), ())


def test_a_milder_fail_on_does_not_count_in_the_change_itself() -> None:
    before = settings("fail_on: warning\n")
    assert reviewed(before, settings("fail_on: never\n")).fail_on == 2
    assert reviewed(settings("fail_on: never\n"), before).fail_on == 2
    never = settings("fail_on: never\n")
    assert reviewed(never, never).fail_on is None


def test_a_baseline_that_cannot_be_read_is_said_so() -> None:
    said = settings("baseline: bekend.yaml\n")
    named = state({**said, "bekend.yaml": BASELINE}).settings
    tree = Files({**said, "bekend.yaml": "findings: 3\n"})
    held = baseline_changes.read(tree, named, sides.AFTER)
    assert held.unread == (sides.Unread("bekend.yaml", "after"),)
    assert held.read is None
