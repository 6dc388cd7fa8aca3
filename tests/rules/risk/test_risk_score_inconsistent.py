from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {"RSK002", "STR002", "STR003"}

BY_PRODUCT = "{low: 1, medium: 5, high: 10, critical: 20}"
MATRIX = "{matrix: [[low, low, medium], [low, medium, high], [medium, high, high]]}"

SOUND = "{likelihood: 4, impact: 4, level: high}"


def organisation(method: str) -> str:
    return (
        "kind: organisation\nid: lindemeer\ntitle: Lindemeer\nsector: municipality\n"
        f"risk_method:\n{method}"
    )


def rated(
    inherent: str = SOUND,
    residual: str | None = None,
    *,
    method: str = f"  scale: {{likelihood: 5, impact: 5}}\n  levels: {BY_PRODUCT}\n",
    status: str = "open",
) -> dict[str, str]:
    """A risk with its inherent rating on line 6 and its residual one on line 7."""
    risk = (
        f"kind: risk\nid: R-1\ntitle: Brand\nowner: hoofd-ict\nstatus: {status}\n"
        f"inherent: {inherent}\n"
        + (f"residual: {residual}\n" if residual else "")
        + "treatment: mitigate\nreview: {last: 2026-05-12}\n"
    )
    return {"o.yaml": organisation(method), "r.yaml": risk} if method else {"r.yaml": risk}


@pytest.mark.parametrize(
    ("likelihood", "impact", "level"),
    [
        (1, 1, "low"),
        (2, 2, "low"),
        (1, 5, "medium"),
        (3, 3, "medium"),
        (2, 5, "high"),
        (4, 4, "high"),
        (4, 5, "critical"),
        (5, 5, "critical"),
    ],
)
def test_the_level_follows_from_the_product(likelihood: int, impact: int, level: str) -> None:
    right = f"{{likelihood: {likelihood}, impact: {impact}, level: {level}}}"
    expect(rated(right), ignoring=BESIDE)
    for other in {"low", "medium", "high", "critical", "unheard-of"} - {level}:
        expect(rated(right.replace(level, other)), "r.yaml:6:45 RSK002", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("likelihood", "impact", "level"), [(1, 1, "low"), (1, 3, "medium"), (3, 2, "high")]
)
def test_a_matrix_has_a_row_for_each_likelihood(likelihood: int, impact: int, level: str) -> None:
    method = f"  scale: {{likelihood: 3, impact: 3}}\n  levels: {MATRIX}\n"
    right = f"{{likelihood: {likelihood}, impact: {impact}, level: {level}}}"
    expect(rated(right, method=method), ignoring=BESIDE)
    for other in {"low", "medium", "high", "critical"} - {level}:
        files = rated(right.replace(level, other), method=method)
        expect(files, "r.yaml:6:45 RSK002", ignoring=BESIDE)


def test_rows_of_a_matrix_are_likelihood_and_columns_impact() -> None:
    method = "  levels: {matrix: [[low, low, high], [low, medium, high]]}\n"
    wide = "{likelihood: 1, impact: 3, level: high}"
    expect(rated(wide, method=method), ignoring=BESIDE)
    tall = "{likelihood: 3, impact: 1, level: high}"
    expect(rated(tall, method=method), "r.yaml:6:24 RSK002", ignoring=BESIDE)


@pytest.mark.parametrize("scores", ["likelihood: 4, impact: 1", "likelihood: 1, impact: 4"])
def test_a_matrix_smaller_than_its_scale_leaves_levels_open(scores: str) -> None:
    method = f"  scale: {{likelihood: 5, impact: 5}}\n  levels: {MATRIX}\n"
    expect(rated(f"{{{scores}, level: low}}", method=method), ignoring=BESIDE)
    files = rated(f"{{{scores}, level: critical}}", method=method)
    expect(files, "r.yaml:6:45 RSK002", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("rating", "column"),
    [
        ("{likelihood: 6, impact: 4, level: critical}", 24),
        ("{likelihood: 0, impact: 4, level: low}", 24),
        ("{likelihood: 4, impact: 6, level: critical}", 35),
        ("{likelihood: 9, impact: 9, level: critical}", 24),
    ],
)
def test_off_the_scale_is_one_finding(rating: str, column: int) -> None:
    expect(rated(rating), f"r.yaml:6:{column} RSK002", ignoring=BESIDE)
    scale = "  scale: {likelihood: 5, impact: 5}\n"
    expect(rated(rating, method=scale), f"r.yaml:6:{column} RSK002", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("residual", "column"),
    [
        ("{likelihood: 5, impact: 3, level: high}", 24),
        ("{likelihood: 3, impact: 5, level: high}", 35),
        ("{likelihood: 5, impact: 5, level: critical}", 24),
    ],
)
@pytest.mark.parametrize("method", [f"  levels: {BY_PRODUCT}\n", ""])
def test_the_residual_risk_is_not_above_the_inherent_one(
    residual: str, column: int, method: str
) -> None:
    files = rated(residual=residual, method=method)
    expect(files, f"r.yaml:7:{column} RSK002", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK002"]
    assert [(region.line, region.column) for region, _ in finding.related] == [(6, column)]


@pytest.mark.parametrize(
    "residual",
    [SOUND, "{likelihood: 2, impact: 4, level: medium}", "{likelihood: 4, impact: 1, level: low}"],
)
def test_a_residual_risk_may_be_as_high_or_lower(residual: str) -> None:
    expect(rated(residual=residual), ignoring=BESIDE)


def test_a_residual_level_above_the_inherent_one_does_not_follow_from_its_scores() -> None:
    files = rated(residual="{likelihood: 4, impact: 4, level: critical}")
    expect(files, "r.yaml:7:45 RSK002", ignoring=BESIDE)


def test_a_wrong_inherent_score_is_not_blamed_on_the_residual_one() -> None:
    files = rated("{likelihood: 1, impact: 4, level: high}", SOUND)
    expect(files, "r.yaml:6:45 RSK002", ignoring=BESIDE)


def test_each_wrong_rating_is_a_finding() -> None:
    files = rated(
        "{likelihood: 4, impact: 4, level: low}", "{likelihood: 2, impact: 2, level: medium}"
    )
    expect(files, "r.yaml:6:45 RSK002", "r.yaml:7:45 RSK002", ignoring=BESIDE)


def test_a_treated_risk_need_not_say_what_remains() -> None:
    expect(rated(), ignoring=BESIDE)


@pytest.mark.parametrize(
    ("levels", "at"),
    [
        ("{matrix: [[high], [low, medium]]}", "o.yaml:6:21 STR002"),
        ("{low: 1, medium: veel}", "o.yaml:6:28 STR002"),
    ],
)
def test_levels_that_are_not_sound_judge_no_risk(levels: str, at: str) -> None:
    expect(rated(method=f"  levels: {levels}\n"), at, ignoring=BESIDE)


def test_without_a_method_levels_are_free() -> None:
    expect(rated("{likelihood: 9, impact: 9, level: enorm}", method=""), ignoring=BESIDE)
    two = rated("{likelihood: 9, impact: 9, level: enorm}")
    two["p.yaml"] = two["o.yaml"].replace("lindemeer", "plassenland")
    expect(two, ignoring=BESIDE)


def test_scores_below_the_lowest_level_have_none() -> None:
    method = "  levels: {medium: 5, high: 10}\n"
    files = rated("{likelihood: 1, impact: 2, level: medium}", method=method)
    expect(files, ignoring=BESIDE)
    files = rated("{likelihood: 1, impact: 2, level: laag}", method=method)
    expect(files, "r.yaml:6:45 RSK002", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK002"]
    assert finding.help is not None
    assert finding.help.nl == "Kies uit: medium, high."
    assert finding.help.en == "Choose from: medium, high."


def test_a_closed_risk_keeps_the_method_of_its_day() -> None:
    files = rated("{likelihood: 9, impact: 9, level: enorm}", status="closed")
    expect(files, ignoring=BESIDE)


def test_what_is_not_understood_is_not_judged() -> None:
    files = rated("{likelihood: hoog, impact: 4, level: high}", SOUND)
    expect(files, "r.yaml:6:24 STR002", ignoring=BESIDE)
    files = rated(method="  levels: {low: 1, medium: veel}\n")
    expect(files, "o.yaml:6:28 STR002", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("inherent", "residual", "at"),
    [
        ("{likelihood: 4, impact: hoog, level: high}", None, "r.yaml:6:35 STR002"),
        ("{likelihood: 4, impact: 4, level: [high]}", None, "r.yaml:6:45 STR002"),
        (SOUND, "{likelihood: hoog, impact: 4, level: high}", "r.yaml:7:24 STR002"),
        ("hoog", SOUND, "r.yaml:6:11 STR002"),
        (SOUND, "hoog", "r.yaml:7:11 STR002"),
    ],
)
def test_a_rating_that_is_not_understood_is_one_finding(
    inherent: str, residual: str | None, at: str
) -> None:
    expect(rated(inherent, residual), at, ignoring=BESIDE)


def test_a_method_that_is_not_understood_is_one_finding() -> None:
    files = rated("{likelihood: 9, impact: 9, level: enorm}")
    files["o.yaml"] = organisation("").replace("risk_method:\n", "risk_method: 7\n")
    expect(files, "o.yaml:5:14 STR002", ignoring=BESIDE)


def test_says_what_the_level_should_be_and_shows_the_method() -> None:
    (finding,) = [f for f in check(rated(SOUND.replace("high", "low"))) if f.code == "RSK002"]
    assert "Kans 4 en impact 4 geven volgens de risicomethode niveau `high`" in finding.message.nl
    assert "likelihood 4 and impact 4 make level `high`, not `low`" in finding.message.en
    assert not finding.fixable
    assert [(region.path, region.line) for region, _ in finding.related] == [("o.yaml", 5)]


def test_the_score_of_an_impact_area_stays_on_the_scale() -> None:
    files = rated(SOUND)
    files["r.yaml"] += "impact_areas: {financial: 5, political: 0}\n"
    expect(files, ignoring=BESIDE)
    files["r.yaml"] = files["r.yaml"].replace("financial: 5", "financial: 6")
    expect(files, "r.yaml:9:27 RSK002", ignoring=BESIDE)
    files["r.yaml"] = files["r.yaml"].replace("financial: 6", "financial: veel")
    expect(files, "r.yaml:9:27 STR002", ignoring=BESIDE)


def test_without_a_scale_the_score_of_an_impact_area_is_free() -> None:
    files = rated(SOUND, method="")
    files["r.yaml"] += "impact_areas: {financial: 99}\n"
    expect(files, ignoring=BESIDE)
