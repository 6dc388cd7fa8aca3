"""The baseline: what was known is held back, what is new is not, and nothing else is hidden."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import AS_OF, Files, all_but, edition, result

from bio2lint import baseline, engine, rules, settings
from bio2lint.baseline import Baseline, BaselineError, Entry

ROLES = "kind: role\nid: bestuur\ntitle: B\nfunctions: [board]\n---\n"
ROLES += "kind: role\nid: ciso\ntitle: C\nfunctions: [ciso]\n"
RISK = "kind: risk\nid: R-1\ntitle: R\ntreatment: avoid\nowner: niemand\nsystems: [a, b]\n"
RISK += "review: {last: 2026-06-01, interval: P1Y}\n"
BESIDE = all_but("REF006")
FILES = {"roles/r.yaml": ROLES, "risks/r.yaml": RISK}


def recorded(files: dict[str, str], until: date | None = None) -> Baseline:
    found = result(files).findings
    entries = baseline.entries(one for one in found if one.code not in BESIDE)
    return Baseline(date(2026, 11, 23), "Overgenomen.", "ciso", until, entries)


def against(files: dict[str, str], known: Baseline, as_of: str = AS_OF) -> engine.Result:
    read = settings.read(b"norm: bio2@1.3\n")
    return engine.check(Files(files), read, edition("1.3"), date.fromisoformat(as_of), known)


def codes(found: engine.Result) -> list[str]:
    return [finding.code for finding in found.findings if finding.code not in BESIDE]


def test_what_was_known_is_held_back_and_counted() -> None:
    found = against(FILES, recorded(FILES))
    assert codes(result(FILES)) == ["REF006", "REF006", "REF006"]
    assert codes(found) == []
    assert found.baseline == baseline.Comparison(3, (), None)


def test_protected_rules_are_never_recorded_nor_held_back() -> None:
    known = recorded(FILES)._replace(entries=baseline.entries(result(FILES).findings))
    protected = {one.rule.code for one in rules.load() if one.rule.protected}
    assert not protected & {entry.code for entry in known.entries}
    assert {"CMP001", "CMP002"} <= {finding.code for finding in against(FILES, known).findings}


def test_a_known_number_that_stands_for_nothing_does_not_hide_what_is_missing() -> None:
    control = "kind: control\nid: c\ntitle: C\nowner: ciso\nstatus: planned\ndue: 2027-06-30\n"
    files = {"roles/r.yaml": ROLES, "controls/c.yaml": f"{control}implements: [9.99.99]\n"}
    found = result(files).findings
    assert {"REF001", "CMP001"} & {one.code for one in found} == {"REF001"}
    known = Baseline(date(2026, 11, 23), "Overgenomen.", "ciso", None, baseline.entries(found))
    assert {one.code for one in against(files, known).findings} == {"CMP001", "CMP002"}


@pytest.mark.parametrize(
    "changed",
    [
        {"roles/r.yaml": ROLES, "risks/r.yaml": f"# kop\n\n{RISK}"},
        {"roles/r.yaml": ROLES, "elders/x.yaml": RISK},
        {"roles/r.yaml": f"{ROLES}---\n{RISK}"},
        {"roles/r.yaml": ROLES, "risks/r.yaml": RISK.replace("[a, b]", "[b, a]")},
        {"roles/r.yaml": ROLES, "risks/r.yaml": RISK.replace("[a, b]", "\n- a\n- b")},
    ],
    ids=["lines shifted", "file moved", "documents together", "list reordered", "list in lines"],
)
def test_it_survives_what_does_not_change_the_finding(changed: dict[str, str]) -> None:
    found = against(changed, recorded(FILES))
    assert codes(found) == []
    assert found.baseline == baseline.Comparison(3, (), None)


def test_what_has_no_id_is_named_by_its_path() -> None:
    nameless = {"roles/r.yaml": ROLES, "risks/r.yaml": RISK.replace("id: R-1\n", "")}
    named = {entry.document for entry in baseline.entries(result(nameless).findings)}
    assert "risks/r.yaml" in named
    assert None not in named


def test_a_second_case_of_the_same_rule_is_new() -> None:
    more = RISK.replace("[a, b]", "[a, b, c]")
    found = against({"roles/r.yaml": ROLES, "risks/r.yaml": more}, recorded(FILES))
    assert [f.pointer for f in found.findings if f.code == "REF006"] == ["/systems/2"]
    twice = {**FILES, "risks/s.yaml": RISK.replace("R-1", "R-2")}
    found = against(twice, recorded(FILES))
    assert {f.document for f in found.findings if f.code == "REF006"} == {"R-2"}


def test_what_is_mended_is_stale_but_not_while_a_file_cannot_be_read() -> None:
    mended = {"roles/r.yaml": ROLES, "risks/r.yaml": RISK.replace("niemand", "ciso")}
    found = against(mended, recorded(FILES))
    assert found.baseline is not None
    assert [(e.code, e.document) for e in found.baseline.stale] == [("REF006", "R-1")]
    unreadable = against({**mended, "controls/c.yaml": "a: [\n"}, recorded(FILES))
    assert unreadable.baseline is not None
    assert unreadable.baseline.stale == ()


def test_after_its_last_day_it_hides_nothing() -> None:
    known = recorded(FILES, date(2026, 11, 23))
    assert codes(against(FILES, known)) == []
    after = against(FILES, known, "2026-11-24")
    assert codes(after) == ["REF006", "REF006", "REF006"]
    assert after.baseline == baseline.Comparison(0, (), date(2026, 11, 23))


def test_coverage_is_the_same_with_and_without() -> None:
    statuses = {number: c.status for number, c in result(FILES).coverage.items()}
    found = against(FILES, recorded(FILES))
    assert {number: c.status for number, c in found.coverage.items()} == statuses


printable = st.text(min_size=1).map(lambda text: "".join(filter(str.isprintable, text)))


@given(
    reason=printable.filter(str.strip),
    document=printable.filter(bool),
    until=st.none() | st.dates(),
)
def test_what_is_written_is_read_back(reason: str, document: str, until: date | None) -> None:
    known = Baseline(
        date(2026, 11, 23), reason, "ciso", until, (Entry("DUE001", document, "0" * 32),)
    )
    assert baseline.read(baseline.write(known).encode()) == known


def test_what_yaml_cannot_hold_is_left_out() -> None:
    known = Baseline(date(2026, 11, 23), "a\x1b\ufffeb\nc", "ciso", None, ())
    assert baseline.read(baseline.write(known).encode()).reason == "a  b c"


def test_an_empty_baseline_is_one_too() -> None:
    known = Baseline(date(2026, 11, 23), "x", "ciso", None, ())
    assert baseline.read(baseline.write(known).encode()) == known


ENTRY = "{code: DUE001, document: a, fingerprint: 0123456789abcdef0123456789abcdef}"
WHOLE = f"date: 2026-11-23\nreason: x\nowner: ciso\nfindings:\n  - {ENTRY}\n"


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("a: [\n", (2, 1), "geen geldige YAML"),
        (WHOLE.replace("reason: x\n", ""), (1, 1), "`reason`"),
        (WHOLE.replace("owner", "onwer"), (3, 1), "`onwer`"),
        (WHOLE.replace("2026-11-23", "2026-02-30"), (1, 7), "2026-02-30 bestaat niet"),
        (WHOLE + "until: 2026-13-01\n", (6, 8), "2026-13-01 bestaat niet"),
        (WHOLE.replace("DUE001", "CMP001"), (5, 12), "CMP001 is een beschermde regel"),
        (WHOLE.replace("0123456789abcdef}", "x}"), (5, 46), "fingerprint"),
        (WHOLE.replace(ENTRY, "DUE001"), (5, 5), "`findings`"),
        (WHOLE.replace(f"\n  - {ENTRY}", " DUE001"), (4, 11), "`findings`"),
        ("- a\n", (1, 1), ""),
        ("", (1, 1), ""),
    ],
)
def test_each_mistake_is_told_at_its_place(text: str, at: tuple[int, int], words: str) -> None:
    with pytest.raises(BaselineError) as told:
        baseline.read(text.encode())
    (mistake, *_) = told.value.mistakes
    assert (mistake.line, mistake.column) == at
    assert words in mistake.message.nl
