"""What is fixed is judged again: nothing is claimed that is not so, and nothing becomes worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fix_cases import CONTROL, PATH, ROLES, control, mended, plan, said
from support import Files, result

from bio2lint import check, engine, fix, opening

if TYPE_CHECKING:
    from bio2lint.finding import Finding

EXPIRED = """\
kind: exception
id: X-1
title: Geen chipcards
type: deviation
requirements: [7.07.01]
owner: ciso
reason: Aanmelden gaat met passkeys.
approved: {by: directie, date: 2025-03-09, ref: DB-2025-041}
until: 2026-1-31
review: {last: 2026-10-01, interval: P1Y, by: ciso}
"""


def open_findings(files: dict[str, str | bytes]) -> set[tuple[str, str]]:
    return {(f.code, f.pointer) for f in result({**ROLES, **files}).findings}


def test_a_second_run_changes_nothing() -> None:
    spoiled = control("5.17.01", "5.17.1, 5.04.02").replace("P1Y", "1 jaar")
    first = mended(spoiled)
    assert first != spoiled.encode()
    again = plan({PATH: first})
    assert (again.files, again.changes, again.left_out) == ({}, (), ())


def test_what_is_said_to_be_fixed_is_gone_and_the_rest_is_counted() -> None:
    spoiled = control("5.17.01", "5.17.1, 5.17.44, 5.21.01").replace("owner: ciso", "owner: nemo")
    before = open_findings({PATH: spoiled})
    made = plan({PATH: spoiled})
    after = open_findings({PATH: made.files[PATH][1]})
    assert before - after == {("REF002", "/implements/0")}
    assert after <= before
    assert said(made.changes) == [f"{PATH}:4:14 REF002 5.17.1 → 5.17.01"]
    assert made.left == len(result({**ROLES, PATH: made.files[PATH][1]}).findings)
    assert made.judgement == 1


def test_a_fix_that_brings_another_finding_is_left_out_and_said() -> None:
    other = control("5.17.01", "5.17.1")
    made = plan({"exceptions/x.yaml": EXPIRED, PATH: other})
    assert list(made.files) == [PATH]
    assert said(made.left_out) == ["exceptions/x.yaml:9:8 STR005 2026-1-31 → 2026-01-31"]
    (left,) = made.left_out
    assert left.because is not None
    assert left.because.code == "VVT009"


def test_a_fix_that_brings_something_less_grave_is_made() -> None:
    deviation = EXPIRED.replace("2026-1-31", "2027-01-31").replace("2025-03-09", "9-3-2025")
    files = {"exceptions/x.yaml": deviation}
    assert said(plan(files).changes) == ["exceptions/x.yaml:8:32 STR005 9-3-2025 → 2025-03-09"]
    strict = {"bio2lint.yaml": "norm: bio2@1.3\nrules: {VVT008: error}\n"}
    (left,) = plan({**files, **strict}).left_out
    assert left.because is not None
    assert left.because.code == "VVT008"


def test_of_several_fixes_in_one_document_only_the_one_to_blame_is_left_out() -> None:
    spoiled = EXPIRED.replace("interval: P1Y", "interval: 1 jaar").replace("7.07.01", "7.7.1")
    spoiled = spoiled.replace("2026-10-01", "1-10-2026").replace("2025-03-09", "9-3-2025")
    made = plan({"exceptions/x.yaml": spoiled})
    assert [c.finding.pointer for c in made.left_out] == ["/until"]
    assert [c.finding.pointer for c in made.changes] == [
        "/requirements/0", "/approved/date", "/review/last", "/review/interval",
    ]  # fmt: skip
    right = EXPIRED.encode()
    assert made.files["exceptions/x.yaml"][1] == right


def test_a_date_that_turns_out_to_lie_in_the_future_is_not_called_fixed() -> None:
    spoiled = control("last: 2026-10-01", "last: 1-10-2027")
    made = plan({PATH: spoiled})
    assert (made.files, made.changes) == ({}, ())
    (left,) = made.left_out
    assert left.because is not None
    assert left.because.code == "STR005"


def test_an_id_that_would_be_there_twice_is_left_out() -> None:
    twice = CONTROL + "---\n" + control("id: mfa", "id: ' mfa'")
    made = plan({PATH: twice})
    assert (made.files, len(made.left_out)) == ({}, 1)


def test_a_mended_key_lets_its_value_be_mended_too() -> None:
    spoiled = control("review: {last: 2026-10-01", "reveiw: {last: 1-10-2026")
    assert mended(spoiled) == spoiled.encode()
    assert mended(spoiled, unsafe=True) == CONTROL.encode()


def test_evidence_that_is_itself_an_edited_file_keeps_its_checksum_rule() -> None:
    from hashlib import sha256

    spoiled = control("5.17.01", "5.17.1")
    evidence = "kind: evidence\nid: e\ntitle: E\nproves: [existence]\ncontrols: [mfa]\n"
    digest = sha256(spoiled.encode()).hexdigest()
    evidence += f"source: {{path: {PATH}, sha256: {digest}}}\n"
    made = plan({PATH: spoiled, "evidence/e.yaml": evidence})
    assert made.files == {}
    (left,) = made.left_out
    assert left.because is not None
    assert left.because.code == "EVD003"


def test_selections_narrow_what_is_fixed() -> None:
    spoiled = control("5.17.01", "5.17.1").replace("P1Y", "1Y")
    files = {PATH: spoiled, "controls/b.yaml": spoiled.replace("id: mfa", "id: b")}
    assert len(plan(files).changes) == 4
    assert {c.finding.code for c in plan(files, select=("REF",)).changes} == {"REF002"}
    assert {c.finding.code for c in plan(files, ignore=("REF",)).changes} == {"STR002"}
    assert list(plan(files, paths=("/controls/b.yaml",)).files) == ["controls/b.yaml"]


def test_what_the_settings_turn_off_is_not_fixed() -> None:
    off = {"bio2lint.yaml": "norm: bio2@1.3\nrules: {REF002: off}\n"}
    assert plan({PATH: control("5.17.01", "5.17.1"), **off}).files == {}


@pytest.mark.parametrize(
    "broken", [b"kind: [\n", b"title: \xff\n", b"- a\n", b"title: a\x00b\n", b"a: *b\n"]
)
def test_a_file_that_cannot_be_read_as_a_whole_is_named_and_not_touched(broken: bytes) -> None:
    spoiled = control("5.17.01", "5.17.1").encode() + b"---\n" + broken
    made = plan({PATH: spoiled})
    assert made.files == {}
    assert made.unreadable == (PATH,)
    assert not [f for f in result({**ROLES, PATH: spoiled}).findings if f.fixable]


def test_merge_keys_and_duplicates_do_not_keep_the_rest_from_being_fixed() -> None:
    spoiled = control("5.17.01", "5.17.1") + "owner: ciso\n"
    assert mended(spoiled) == spoiled.replace("5.17.1", "5.17.01").encode()


def test_of_equal_keys_the_last_counts_and_is_fixed() -> None:
    spoiled = CONTROL + "implements: [5.17.1]\n"
    assert mended(spoiled) == spoiled.replace("5.17.1", "5.17.01").encode()


def test_the_number_of_checks_does_not_grow_with_the_number_of_fixes_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    runs = []

    def counted(*arguments: object) -> engine.Result:
        runs.append(1)
        return real(*arguments)  # type: ignore[arg-type]

    real = engine.check
    monkeypatch.setattr(engine, "check", counted)
    files = {
        f"exceptions/{n}.yaml": EXPIRED.replace("id: X-1", f"id: X-{n}") for n in range(10, 40)
    }
    files |= {
        f"controls/{n}.yaml": control("id: mfa", f"id: c{n}").replace("5.17.01", "5.17.1")
        for n in range(10, 40)
    }
    made = plan(files)
    assert (len(made.changes), len(made.left_out)) == (30, 30)
    assert len(runs) <= 4


def finding(path: str, code: str = "TST001") -> Finding:
    (one, *_) = result({PATH: control("5.17.01", "5.17.1")}).findings
    return one._replace(region=one.region._replace(path=path), code=code, ordinal=0)


def test_harm_outside_all_fixed_documents_is_traced_by_halves() -> None:
    # Two controls say the same of 5.17.01; that is only told of the organisation's settings.
    batch = [finding(f"controls/{n}.yaml") for n in range(5)]
    assert fix.suspects(batch, [finding("bio2lint.yaml")]) == ([], [batch[2:], batch[:2]])
    assert fix.suspects(batch[:1], [finding("bio2lint.yaml", "CMP001")]) == (
        [(batch[0], finding("bio2lint.yaml", "CMP001"))],
        [],
    )


def test_check_run_takes_another_tree() -> None:
    from datetime import date

    from bio2lint import settings

    tree = Files({**ROLES, PATH: CONTROL})
    outcome = check.run(opening.Request(date(2026, 11, 23)), "/", settings.read(None), tree)
    assert {document.path for document in outcome.whole.documents} == {PATH, "roles/rollen.yaml"}


def test_a_secret_in_a_file_that_is_too_large_stands_in_no_ones_way() -> None:
    secret = "Welkom" + "01"
    large = control("owner", f"x-beheer: 'wachtwoord: {secret}'\nowner") + "#" * 1_000_000
    made = plan({PATH: control("5.17.01", "5.17.1"), "controls/groot.yaml": large})
    assert said(made.changes) == [f"{PATH}:4:14 REF002 5.17.1 → 5.17.01"]
    assert made.unreadable == ("controls/groot.yaml",)
    assert made.secrets == {}
