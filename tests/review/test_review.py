"""The review as a whole: coverage, findings, what cannot be read, and the exit status."""

from __future__ import annotations

import re

import pytest
from review_cases import BASE, CONTROL, EXCEPTION, edited, reviewed, short, shorts, state, without

from bio2lint.review import review
from bio2lint.review.sides import Unread

C, R = "controls/mfa.yaml", "risks/R-001.yaml"
OLDER = {"bio2lint.yaml": "norm: bio2@1.2\n"}
PLANNED = edited(
    C, "status: implemented\nimplemented_on: 2026-03-01", "status: planned\ndue: 2027-06-30"
)


def test_nothing_that_changes_passes() -> None:
    done = reviewed(BASE, BASE)
    assert (done.changes, done.unreadable, done.status) == ((), (), 0)
    assert (done.findings.new, done.findings.resolved, done.findings.hidden) == ((), (), ())
    assert done.coverage.moved == ()


def test_a_weakening_without_a_decision_fails_and_a_supported_one_passes() -> None:
    longer = edited(C, "interval: P6M}]", "interval: P9M}]")
    assert [short(one) for one in reviewed(BASE, longer).unsupported] == [
        "▼ mfa cycles[5.17.01].interval: P6M → P9M"
    ]
    assert reviewed(BASE, longer).status == 1
    exception = EXCEPTION.replace("[5.17.01]", "[5.17.01, 5.17.03]")
    done = reviewed(BASE, {**longer, "exceptions/X-001.yaml": exception})
    assert done.unsupported == ()
    assert done.status == 0, [(f.code, f.message.en) for f in done.failing]


def test_strengthening_passes() -> None:
    assert reviewed(PLANNED, BASE).status == 0


def test_a_new_finding_fails_from_the_severity_that_counts() -> None:
    warned = edited(R, "owner: hoofd-ict, due: 2027-02-01", "owner: hoofd-ict, due: 2026-11-01")
    done = reviewed(BASE, warned)
    assert [one.code for one in done.findings.new] == ["RSK009"]
    assert done.status == 0
    strict = {"bio2lint.yaml": "norm: bio2@1.3\nfail_on: warning\n"}
    assert reviewed({**BASE, **strict}, {**warned, **strict}).status == 1


def test_coverage_is_counted_before_and_after() -> None:
    coverage = reviewed(BASE, PLANNED).coverage
    before, after = coverage.measures
    assert (before["implemented"], before["planned"]) == (2, 0)
    assert (after["implemented"], after["planned"]) == (0, 2)
    assert sum(before.values()) == sum(after.values()) == 117
    assert [tuple(one) for one in coverage.moved] == [
        ("5.17.01", "implemented", "planned"),
        ("5.17.03", "implemented", "planned"),
    ]


def test_a_finding_that_only_moved_remains() -> None:
    wrong = edited(C, "owner: hoofd-werkplek", "owner: niemand")
    moved = {**without(C, wrong), "controls/elders.yaml": f"# Verplaatst\n{wrong[C]}"}
    findings = reviewed(wrong, moved).findings
    assert (findings.new, findings.resolved) == ((), ())
    assert "REF006" in {one.code for one in findings.remaining}


def test_a_finding_on_what_is_renamed_remains() -> None:
    late = edited(R, "owner: hoofd-ict, due: 2027-02-01", "owner: hoofd-ict, due: 2026-11-01")
    renamed = edited(R, "id: R-001", "id: R-101", late)
    for before, after in ((late, renamed), ({**late, **OLDER}, renamed)):
        findings = reviewed(before, after).findings
        assert [one for one in findings.new if one.document == "R-101"] == []
        assert [one for one in findings.resolved if one.document == "R-001"] == []
        assert "RSK009" in {one.code for one in findings.remaining}


def test_a_finding_that_comes_while_its_document_is_renamed_is_new() -> None:
    files = edited(R, "id: R-001", "id: R-101", without(C))
    (found,) = (one for one in reviewed(BASE, files).findings.new if one.document == "R-101")
    assert found.code == "REF006"


def test_findings_are_new_or_resolved_by_what_they_are_about() -> None:
    wrong = edited(C, "owner: hoofd-werkplek", "owner: niemand")
    assert [one.code for one in reviewed(BASE, wrong).findings.new] == ["REF006"]
    assert [one.code for one in reviewed(wrong, BASE).findings.resolved] == ["REF006"]


def test_what_is_merely_silenced_or_hidden_is_not_resolved() -> None:
    wrong = edited(C, "owner: hoofd-werkplek", "owner: niemand")
    comment = "owner: niemand # bio2lint: ignore[REF006] until=2027-01-31 -- nieuwe rol volgt"
    silenced = edited(C, "owner: hoofd-werkplek", comment)
    off = {**wrong, "bio2lint.yaml": "norm: bio2@1.3\nrules: {REF006: off}\n"}
    for after in (silenced, off):
        findings = reviewed(wrong, after).findings
        assert (findings.resolved, findings.hidden) == ((), ())
        assert "REF006" in {one.code for one in findings.remaining}


def test_pinning_the_edition_makes_no_finding_another() -> None:
    findings = reviewed({**BASE, "bio2lint.yaml": ""}, BASE).findings
    assert [one.code for one in findings.resolved] == ["STR006"]
    assert findings.new == ()


def test_equal_findings_are_counted() -> None:
    wrong = edited(C, "[documents/mfa.md]", "[a.md]")
    twice = edited(C, "[documents/mfa.md]", "[a.md, b.md]")
    assert [one.code for one in reviewed(wrong, twice).findings.new] == ["REF008"]


BROKEN = {**BASE, C: "kind: control\nid: [\n"}


@pytest.mark.parametrize(
    ("before", "after", "sides"),
    [
        (BASE, BROKEN, ["after"]),
        (BROKEN, BASE, ["before"]),
        (BROKEN, BROKEN, ["after", "before"]),
        (BROKEN, {**BROKEN, C: "kind: control\nid: {\n"}, ["after", "before"]),
    ],
)
def test_what_cannot_be_read_is_never_unchanged(
    before: dict[str, str], after: dict[str, str], sides: list[str]
) -> None:
    done = reviewed(before, after)
    assert list(done.unreadable) == [Unread(C, side) for side in sides]
    assert done.changes == ()
    assert done.status == 1


def test_beside_what_cannot_be_read_the_rest_of_a_file_is_compared() -> None:
    two = f"{CONTROL}---\n{CONTROL.replace('id: mfa', 'id: kluis')}"
    broken = two.replace("P1Y", "P2Y").replace("id: kluis", "id: kluis\nkind: control")
    assert "▼ mfa review.interval: P1Y → P2Y" in shorts({**BASE, C: two}, {**BASE, C: broken})
    assert shorts({**BASE, C: two}, {**without(R), C: f"{CONTROL}---\n]"}) == [
        "▼ R-001 *: Overname van accounts → None"
    ]


def test_a_document_in_a_folder_without_a_known_kind_is_not_readable() -> None:
    done = reviewed(BASE, edited(C, "kind: control", "kind: zomaar"))
    assert list(done.unreadable) == [Unread(C, "after")]


def test_what_an_unreadable_file_may_hold_is_counted_aloud() -> None:
    owned = edited(C, "owner: hoofd-werkplek", "owner: spook")
    done = reviewed(BASE, {**owned, R: "kind: [\n"})
    assert "REF006" not in {one.code for one in done.findings.new}
    assert done.status == 1
    (said,) = done.not_judged
    held = re.search(r"([0-9]+) findings about what is missing", said.en)
    assert held is not None
    assert int(held[1]) > 0
    assert held[1] in said.nl


def test_what_may_stand_in_an_unreadable_file_was_not_removed() -> None:
    assert "GIT001" not in {one.code for one in reviewed(BASE, BROKEN).findings.new}


def test_documents_that_share_an_id_are_compared_by_their_place() -> None:
    twins = {**BASE, "controls/twee.yaml": CONTROL}
    after = {**twins, "controls/twee.yaml": CONTROL.replace("implemented\n", "planned\n")}
    both = {**after, C: f"# Een opmerking\n{CONTROL}"}
    assert shorts(twins, both) == ["▼ mfa status: implemented → planned"]
    note = "Compared by their place in the file, for want of an id of their own: documents in "
    two = f"---\n{CONTROL}---\n{CONTROL}"
    done = reviewed({**BASE, C: two}, {**BASE, C: two.replace("P1Y", "P2Y", 1)})
    assert [one.pointer for one in done.changes] == ["/review/interval"]
    assert [one.en for one in done.notes] == [f"{note}controls/mfa.yaml."]


def test_where_there_was_nothing_before_that_is_said() -> None:
    (said,) = reviewed({"bio2lint.yaml": BASE["bio2lint.yaml"]}, BASE).notes
    assert said.en.startswith("Before the change there are no documents here.")
    assert reviewed(BASE, {"bio2lint.yaml": BASE["bio2lint.yaml"]}).notes == ()


def test_what_the_rules_of_changes_cannot_know_is_said() -> None:
    (said,) = reviewed(without(R), BASE).not_judged
    assert "GIT005" in said.en
    assert reviewed(BASE, PLANNED).not_judged == ()


def test_paths_that_are_known_to_be_equal_are_not_read() -> None:
    before, after = state(BASE), state(PLANNED)
    assert review(before, after, same=lambda _path: True).changes == ()
    assert review(before, after, same=lambda path: path != C).changes != ()
