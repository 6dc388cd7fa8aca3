from __future__ import annotations

import pytest
from support import expect_change, of_change

CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01]
owner: hoofd-ict
status: implemented
design: [mfa.md]
review: {last: 2026-05-12, interval: P1Y, by: ciso}
"""
RISK = """\
kind: risk
id: R-1
title: Overname
owner: hoofd-ict
threat: phishing
consequence: Uitval
controls: [mfa]
review: {last: 2026-04-01, interval: P1Y}
"""
EVIDENCE = """\
kind: evidence
id: E-1
title: Rapportage
proves: [operation]
controls: [mfa]
collected: {by: ciso, date: 2026-11-16}
result: {outcome: pass}
source: {url: 'https://bewijs.lindemeer.example/1'}
"""
FILES = {"mfa.yaml": CONTROL, "R-1.yaml": RISK, "mfa.md": "# MFA\n"}
LATER = {**FILES, "mfa.yaml": CONTROL.replace("2026-05-12", "2026-11-17")}


def test_a_new_date_alone_is_named() -> None:
    expect_change(FILES, LATER, "mfa.yaml:8:16 GIT003")


def test_another_reviewer_alone_shows_no_review() -> None:
    other = {**LATER, "mfa.yaml": LATER["mfa.yaml"].replace("by: ciso", "by: hoofd-ict")}
    expect_change(FILES, other, "mfa.yaml:8:16 GIT003")


def test_the_same_date_everywhere_is_one_finding() -> None:
    all_later = {**LATER, "R-1.yaml": RISK.replace("2026-04-01", "2026-11-17")}
    (found,) = of_change(FILES, all_later)
    assert [region.path for region, _ in found.related] in (["mfa.yaml"], ["R-1.yaml"])
    apart = {**LATER, "R-1.yaml": RISK.replace("2026-04-01", "2026-11-18")}
    assert len(of_change(FILES, apart)) == 2


@pytest.mark.parametrize(
    "with_it",
    [
        {"mfa.yaml": LATER["mfa.yaml"] + "x-beoordeling: Steekproef van tien.\n"},
        {"mfa.yaml": LATER["mfa.yaml"].replace("implemented\n", "in-progress\n")},
        {"mfa.yaml": LATER["mfa.yaml"].replace("P1Y", "P6M")},
        {"E-1.yaml": EVIDENCE},
        {"mfa.md": "# MFA\n\nBeoordeeld; geen wijzigingen.\n"},
    ],
)
def test_what_shows_a_review_is_enough(with_it: dict[str, str]) -> None:
    assert "GIT003" not in {one.code for one in of_change(FILES, {**LATER, **with_it})}


def test_evidence_of_a_control_shows_the_review_of_its_risk() -> None:
    later = {**FILES, "R-1.yaml": RISK.replace("2026-04-01", "2026-11-17")}
    expect_change(FILES, later, "R-1.yaml:8:16 GIT003")
    expect_change(FILES, {**later, "E-1.yaml": EVIDENCE})


def test_evidence_that_was_there_shows_nothing_new() -> None:
    proof = {"E-1.yaml": EVIDENCE}
    expect_change({**FILES, **proof}, {**LATER, **proof}, "mfa.yaml:8:16 GIT003")


def test_no_new_date_or_a_new_document_is_fine() -> None:
    expect_change(FILES, {**FILES, "mfa.yaml": CONTROL.replace("P1Y", "P6M")})
    expect_change({"R-1.yaml": RISK}, FILES)
    expect_change(FILES, {**FILES, "mfa.yaml": f"# Opmerking\n{CONTROL}"})
