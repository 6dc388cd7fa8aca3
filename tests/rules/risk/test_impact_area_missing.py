from __future__ import annotations

import json

import pytest
from risk_cases import AREAS, beside, organisation, without
from support import check, expect

from bio2lint import resources
from bio2lint.rules.risk import impact_area_missing

BESIDE = beside("RSK003")
PER_RISK = {"bio2lint.yaml": "norm: bio2@1.3\nrules: {RSK003: {per_risk: true}}\n"}
NOT_OURS = "{applies: false, reason: Speelt hier niet.}"


def areas(*left_out: str, **changed: str) -> dict[str, str]:
    """The impact areas of the method, on line 13."""
    named = {area: "Van (1) tot (5)." for area in AREAS if area not in left_out} | changed
    return without(impact_areas=f"{{{', '.join(f'{a}: {text}' for a, text in named.items())}}}")


def risk(scores: str, status: str = "open") -> dict[str, str]:
    """A risk whose scores are on line 5."""
    return {
        "r.yaml": f"kind: risk\nid: R-1\ntitle: R\ntreatment: mitigate\n{scores}status: {status}\n"
        "owner: college\nreview: {last: 2026-05-12}\n"
    }


def scored(*left_out: str) -> str:
    return f"impact_areas: {{{', '.join(f'{a}: 2' for a in AREAS if a not in left_out)}}}\n"


def test_the_areas_are_those_of_the_schema() -> None:
    schema = json.loads(resources.read("schemas", "common.schema.json"))
    assert list(impact_area_missing.AREAS) == schema["$defs"]["impact-area-name"]["enum"] == AREAS


@pytest.mark.parametrize("area", AREAS)
def test_each_area_is_to_be_described(area: str) -> None:
    files = organisation(areas(area))
    expect(files, "o.yaml:13:3 RSK003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK003"]
    assert f"over het impactgebied `{area}`;" in finding.message.nl
    assert f"of the impact area `{area}`;" in finding.message.en


def test_all_that_are_missing_are_one_finding() -> None:
    files = organisation(areas(*AREAS[2:]))
    expect(files, "o.yaml:13:3 RSK003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK003"]
    assert all(f"`{area}`" in finding.message.nl for area in AREAS[2:])
    assert "political" not in finding.message.nl
    assert "over de impactgebieden `financial`, `image`" in finding.message.nl
    assert "of the impact areas `financial`, `image`" in finding.message.en


def test_a_method_that_names_no_areas() -> None:
    expect(organisation(without("impact_areas")), "o.yaml:5:1 RSK003", ignoring=BESIDE)


def test_an_area_may_be_declared_not_to_apply() -> None:
    expect(organisation(areas(diplomatic=NOT_OURS)), ignoring=BESIDE)
    without_reason = areas(diplomatic="{applies: false}")
    found = {f.code for f in check(organisation(without_reason))}
    assert "STR002" in found
    assert "RSK003" not in found


def test_a_misspelled_area_is_one_finding() -> None:
    codes = [f.code for f in check(organisation(areas("trust", trsut="Van (1) tot (5).")))]
    assert codes.count("STR002") == 1
    assert "RSK003" not in codes


def test_without_a_method_or_with_one_that_is_not_understood_nothing_is_said() -> None:
    expect(organisation(None), ignoring=BESIDE)
    codes = {f.code for f in check(organisation(without(impact_areas="[trust]")))}
    assert "RSK003" not in codes


def test_of_each_risk_scores_are_asked_only_where_that_is_chosen() -> None:
    files = organisation() | risk(scored("trust"))
    expect(files, ignoring=BESIDE)
    expect(files | PER_RISK, "r.yaml:5:1 RSK003", ignoring=BESIDE)
    (finding,) = [f for f in check(files | PER_RISK) if f.code == "RSK003"]
    assert finding.message.nl == "Risico R-1 heeft geen score voor `trust`."
    assert finding.message.en == "Risk R-1 has no score for `trust`."
    assert [(region.path, region.line) for region, _ in finding.related] == [("o.yaml", 13)]


def test_a_risk_with_all_scores_is_fine() -> None:
    expect(organisation() | risk(scored()) | PER_RISK, ignoring=BESIDE)


def test_a_risk_without_any_scores() -> None:
    expect(organisation() | risk("") | PER_RISK, "r.yaml:2:5 RSK003", ignoring=BESIDE)


def test_an_area_that_does_not_apply_needs_no_score() -> None:
    files = organisation(areas(diplomatic=NOT_OURS)) | PER_RISK
    expect(files | risk(scored("diplomatic")), ignoring=BESIDE)
    expect(files | risk(scored("political")), "r.yaml:5:1 RSK003", ignoring=BESIDE)


def test_an_area_that_the_method_lacks_is_one_finding_whatever_the_risks_say() -> None:
    files = organisation(areas("trust")) | PER_RISK
    expect(files | risk(scored("trust")), "o.yaml:13:3 RSK003", ignoring=BESIDE)


@pytest.mark.parametrize("about", ["~", "[a]", "12"])
def test_an_area_that_is_not_described_as_it_should_be_is_one_finding(about: str) -> None:
    files = organisation(areas(trust=about)) | PER_RISK
    codes = [f.code for f in check(files | risk(scored("trust")))]
    assert codes.count("STR002") + codes.count("STR003") == 1
    assert "RSK003" not in codes


def test_a_closed_risk_needs_no_scores() -> None:
    expect(organisation() | risk("", "closed") | PER_RISK, ignoring=BESIDE)


def test_scores_that_are_not_understood_are_one_finding() -> None:
    for scores in ("impact_areas: hoog\n", scored("trust").replace("}", ", trust: '4'}")):
        codes = [f.code for f in check(organisation() | risk(scores) | PER_RISK)]
        assert codes.count("STR002") == 1
        assert "RSK003" not in codes


def test_of_two_organisations_nobody_can_tell_which_areas_apply() -> None:
    second = organisation()["o.yaml"].replace("id: o", "id: p")
    files = organisation() | {"p.yaml": second} | risk("") | PER_RISK
    assert "RSK003" not in {f.code for f in check(files)}
