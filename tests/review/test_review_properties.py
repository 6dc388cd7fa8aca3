"""What holds for every change, whatever it is."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from review_cases import BASE, EXCEPTION, reviewed, short, shorts

FILES = {**BASE, "exceptions/X-001.yaml": EXCEPTION}
OPPOSITE = {"weakens": "strengthens", "strengthens": "weakens", "neutral": "neutral"}
# Changes whose reverse has the reverse direction; others depend on what else there is.
EDITS = [
    ("controls/mfa.yaml", "status: implemented", "status: planned"),
    ("controls/mfa.yaml", "interval: P1Y", "interval: P2Y"),
    ("controls/mfa.yaml", "interval: P6M}]", "interval: P3M}]"),
    ("controls/mfa.yaml", "title: Meervoudige", "title: Altijd"),
    ("risks/R-001.yaml", "treatment: mitigate", "treatment: accept"),
    ("risks/R-001.yaml", "due: 2027-02-01", "due: 2027-05-01"),
    ("evidence/E-001.yaml", "until: 2026-09-30", "until: 2026-08-31"),
    ("evidence/E-001.yaml", "[existence, operation]", "[existence]"),
    ("systems/werkplek.yaml", "internet_facing: true", "internet_facing: false"),
    ("systems/werkplek.yaml", "rpo: PT4H", "rpo: PT1H"),
    ("suppliers/leverancier.yaml", "audit: true", "audit: false"),
    ("suppliers/leverancier.yaml", "until: 2027-01-31", "until: 2027-02-28"),
    ("exceptions/X-001.yaml", "until: 2027-06-30", "until: 2027-09-30"),
    ("organisation.yaml", "high: 10", "high: 9"),
    ("organisation.yaml", "level: medium, roles: [college]", "level: medium, roles: []"),
    ("bio2lint.yaml", "norm: bio2@1.3", "norm: bio2@1.3\nfail_on: warning"),
]


def applied(edits: list[tuple[str, str, str]]) -> dict[str, str]:
    files = dict(FILES)
    for path, old, new in edits:
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    return files


SOME = st.lists(st.sampled_from(EDITS), unique=True, max_size=6).map(applied)


@settings(max_examples=15)
@given(SOME)
def test_a_state_held_against_itself_has_no_changes(files: dict[str, str]) -> None:
    done = reviewed(files, files)
    assert (done.changes, done.findings.new, done.findings.resolved) == ((), (), ())


@settings(max_examples=25)
@given(SOME, SOME)
def test_the_reverse_of_a_change_has_the_reverse_direction(
    before: dict[str, str], after: dict[str, str]
) -> None:
    def known_by(*, forth: bool) -> list[tuple[object, ...]]:
        done = reviewed(before, after) if forth else reviewed(after, before)
        return sorted(
            (one.document or "", one.field, str(one.before), str(one.after), one.direction)
            if forth
            else (
                one.document or "",
                one.field,
                str(one.after),
                str(one.before),
                OPPOSITE[one.direction],
            )
            for one in done.changes
        )

    assert known_by(forth=True) == known_by(forth=False)


@settings(max_examples=15)
@given(SOME, st.randoms(use_true_random=False))
def test_where_documents_stand_and_in_which_order_changes_nothing(
    files: dict[str, str], chance: object
) -> None:
    documents = [
        part
        for path, text in files.items()
        if path.endswith(".yaml") and path not in ("bio2lint.yaml", "organisation.yaml")
        for part in re.split(r"^---\n", text, flags=re.MULTILINE)
    ]
    chance.shuffle(documents)  # type: ignore[attr-defined]
    cut = chance.randint(1, len(documents) - 1)  # type: ignore[attr-defined]
    kept = {p: t for p, t in files.items() if p == "organisation.yaml" or "yaml" not in p}
    kept["bio2lint.yaml"] = files["bio2lint.yaml"]
    moved = {
        **kept,
        "a.yaml": "---\n".join(documents[:cut]),
        "b/c.yaml": "---\n".join(documents[cut:]),
    }
    assert shorts(files, moved) == []
    assert sorted(shorts(FILES, moved)) == sorted(shorts(FILES, files))


@settings(max_examples=15)
@given(st.lists(st.sampled_from(EDITS), unique=True, min_size=2, max_size=6))
def test_changes_made_together_are_those_made_apart(edits: list[tuple[str, str, str]]) -> None:
    apart = [short(one) for edit in edits for one in reviewed(FILES, applied([edit])).changes]
    assert sorted(apart) == sorted(shorts(FILES, applied(edits)))
