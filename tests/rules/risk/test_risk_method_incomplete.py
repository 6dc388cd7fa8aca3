from __future__ import annotations

import pytest
from risk_cases import METHOD, beside, organisation, without
from support import check, expect

BESIDE = beside("RSK001")
PARTS = {
    "quickscan": ("quickscan", "quick scan"),
    "full_analysis": ("volledige risicoanalyse", "full risk analysis"),
    "register": ("risicoregister", "risk register"),
    "follow_up": ("proces voor opvolging", "follow-up process"),
    "adopted": ("besluit van vaststelling", "decision to adopt it"),
}


def test_a_whole_method_is_fine() -> None:
    expect(organisation(), ignoring=BESIDE)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_lacking(part: str) -> None:
    files = organisation(without(part))
    expect(files, "o.yaml:5:1 RSK001", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK001"]
    assert finding.message.nl == f"De risicomethode mist: {PARTS[part][0]}."
    assert finding.message.en == f"The risk method lacks: {PARTS[part][1]}."


def test_all_that_is_lacking_is_one_finding() -> None:
    files = organisation(without(*PARTS))
    expect(files, "o.yaml:5:1 RSK001", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK001"]
    assert all(nl in finding.message.nl for nl, _ in PARTS.values())


def test_without_a_method() -> None:
    files = organisation(None)
    expect(files, "o.yaml:2:5 RSK001", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK001"]
    assert "heeft geen risicomethode" in finding.message.nl
    assert "has no risk method" in finding.message.en


@pytest.mark.parametrize("part", sorted(METHOD.keys() - PARTS.keys()))
def test_the_rest_is_for_others(part: str) -> None:
    expect(organisation(without(part)), ignoring=BESIDE)


def test_what_is_not_understood_is_not_lacking() -> None:
    files = organisation(without(adopted="ja", register="7"))
    assert "RSK001" not in {finding.code for finding in check(files)}
    expect(
        organisation(more="risk_method: ja\n", method=None), "o.yaml:5:14 STR002", ignoring=BESIDE
    )


def test_a_merge_key_may_have_brought_it_along() -> None:
    merged = organisation(None, "x-methode: &m {title: M}\n<<: *m\n")
    assert "RSK001" not in {finding.code for finding in check(merged)}
    merged = organisation({**without("quickscan"), "<<": "{quickscan: methode.md}"})
    assert "RSK001" not in {finding.code for finding in check(merged)}


def test_without_an_organisation_nothing_is_said() -> None:
    expect({"r.yaml": "kind: role\nid: r\ntitle: R\nfunctions: [board]\n"}, ignoring=BESIDE)
