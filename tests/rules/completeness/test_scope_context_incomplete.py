"""CMP009: the organisation, its scope and its context."""

from __future__ import annotations

import pytest
from completeness_cases import ROLES, control
from paper_cases import beside
from support import check, expect, result

BESIDE_THE_POINT = beside("CMP009")
CONTEXT = "{internal: [Klein team], external: [Gijzelsoftware], legal: [Cbw]}"


def organisation(
    scope: str | None = "{statement: Alles, processes: [burgerzaken], systems: [werkplek]}",
    context: str | None = CONTEXT,
    more: str = "",
) -> dict[str, str]:
    """An organisation; its scope stands on line 5, its context on the next."""
    begin = "kind: organisation\nid: lindemeer\ntitle: Gemeente Lindemeer\nsector: municipality\n"
    lines = [f"scope: {scope}\n" if scope else "", f"context: {context}\n" if context else ""]
    return {**ROLES, "organisation.yaml": "".join([begin, *lines, more])}


def thing(kind: str, identifier: str, critical: str = "true") -> dict[str, str]:
    text = f"kind: {kind}\nid: {identifier}\ntitle: Iets\nowner: ciso\ncritical: {critical}\n"
    return {f"{kind}s/{identifier}.yaml": text}


INSIDE = {**thing("process", "burgerzaken"), **thing("system", "werkplek")}


def assert_found(files: dict[str, str], *expected: str) -> None:
    expect({**INSIDE, **files}, *expected, ignoring=BESIDE_THE_POINT)


def message(files: dict[str, str]) -> str:
    (finding,) = [f for f in check({**INSIDE, **files}) if f.code == "CMP009"]
    assert finding.message.en != finding.message.nl
    return finding.message.nl


def test_a_whole_organisation_is_fine() -> None:
    assert_found(organisation())


@pytest.mark.parametrize("folder", ["processes", "systems", "risks"])
def test_without_an_organisation_nobody_says_what_is_managed(folder: str) -> None:
    one = {
        "processes": thing("process", "burgerzaken"),
        "systems": thing("system", "werkplek"),
        "risks": {"risks/r.yaml": "kind: risk\nid: R-1\ntitle: R\nowner: ciso\n"},
    }[folder]
    codes = BESIDE_THE_POINT | {"STR002"}
    expect({**ROLES, **one}, "bio2lint.yaml:1:7 CMP009", ignoring=codes)


def test_controls_alone_may_be_kept_for_other_repositories() -> None:
    expect({**ROLES, "controls/c.yaml": control("c", '"5.7"')}, ignoring=BESIDE_THE_POINT)


def test_an_organisation_that_may_be_in_an_unreadable_file_is_not_missing() -> None:
    found = result({**ROLES, **INSIDE, "organisation.yaml": "kind: [\n"})
    assert "CMP009" not in {f.code for f in found.findings}
    assert found.held_back["CMP009"] == 1


def test_a_second_organisation_is_named_with_the_first_beside_it() -> None:
    second = organisation(None, None)["organisation.yaml"].replace("lindemeer", "meerdam")
    files = {**organisation(), "tweede/organisatie.yaml": second}
    assert_found(files, "tweede/organisatie.yaml:2:5 CMP009")
    (finding,) = [f for f in check({**INSIDE, **files}) if f.code == "CMP009"]
    assert [region.path for region, _ in finding.related] == ["organisation.yaml"]


def test_a_scope_must_be_described() -> None:
    files = organisation(None)
    assert_found(files, "organisation.yaml:2:5 CMP009")
    assert "niet beschreven" in message(files)


@pytest.mark.parametrize("kind", ["process", "system"])
def test_what_is_critical_is_in_the_scope(kind: str) -> None:
    files = {**organisation(), **thing(kind, "sociaal")}
    column = {"process": 27, "system": 53}[kind]
    assert_found(files, f"organisation.yaml:5:{column} CMP009")
    assert message(files).startswith("sociaal is kritiek, maar valt niet in de reikwijdte")
    (finding,) = [f for f in check({**INSIDE, **files}) if f.code == "CMP009"]
    assert [region.path for region, _ in finding.related] == [f"{kind}s/sociaal.yaml"]


def test_each_omission_is_a_finding() -> None:
    two = {**thing("process", "sociaal"), **thing("process", "belasting")}
    files = {**organisation(), **two}
    assert_found(files, *["organisation.yaml:5:27 CMP009"] * 2)
    found = [f for f in check({**INSIDE, **files}) if f.code == "CMP009"]
    assert len({f.fingerprint for f in found}) == 2


@pytest.mark.parametrize("critical", ["false", "misschien"])
def test_what_is_not_called_critical_may_be_outside(critical: str) -> None:
    files = {**organisation(), **thing("process", "sociaal", critical)}
    assert "CMP009" not in {f.code for f in check({**INSIDE, **files})}


@pytest.mark.parametrize(
    "what",
    ["sociaal", "Het proces sociaal", "'sociaal, tot de herindeling'", "'Welzijn (sociaal).'"],
)
def test_what_is_excluded_with_a_reason_is_outside(what: str) -> None:
    scope = (
        "{statement: Alles, processes: [burgerzaken], "
        f"excluded: [{{what: {what}, reason: Doet de regio}}]}}"
    )
    assert_found({**organisation(scope), **thing("process", "sociaal")})
    assert_found(
        {**organisation(scope), **thing("process", "belasting")}, "organisation.yaml:5:27 CMP009"
    )


def test_an_exclusion_without_a_reason_excludes_nothing() -> None:
    scope = (
        "{statement: Alles, processes: [burgerzaken], excluded: [{what: sociaal, reason: '  '}]}"
    )
    files = {**organisation(scope), **thing("process", "sociaal")}
    assert_found(files, "organisation.yaml:5:27 CMP009")


def test_a_scope_in_words_alone_may_hold_everything() -> None:
    assert_found({**organisation("{statement: Alles}"), **thing("process", "sociaal")})


@pytest.mark.parametrize(
    "scope",
    [
        "{statement: Alles, processes: [burgerzaken, []]}",
        "{statement: Alles, processes: [burgerzaken], excluded: [x]}",
        "[Alles]",
        "{processes: [burgerzaken, sociaal]}",
    ],
)
def test_a_scope_that_is_not_understood_is_the_schemas(scope: str) -> None:
    codes = {
        f.code for f in check({**INSIDE, **organisation(scope), **thing("process", "sociaal")})
    }
    assert "CMP009" not in codes
    assert "STR002" in codes


def test_a_context_must_be_there() -> None:
    files = organisation(context=None)
    assert_found(files, "organisation.yaml:2:5 CMP009")
    assert message(files).endswith(
        "ontbreekt: interne factoren, externe factoren en wettelijke eisen."
    )


@pytest.mark.parametrize(
    ("context", "nl"),
    [
        ("{external: [Gijzelsoftware], legal: [Cbw]}", "interne factoren"),
        ("{internal: [Team], legal: [Cbw]}", "externe factoren"),
        ("{internal: [Team], external: [Gijzelsoftware]}", "wettelijke eisen"),
    ],
)
def test_each_kind_of_factor_is_asked(context: str, nl: str) -> None:
    files = organisation(context=context)
    assert_found(files, "organisation.yaml:6:1 CMP009")
    assert message(files) == f"In de context van de organisatie ontbreekt: {nl}."


@pytest.mark.parametrize("cbw", ["", "cbw: {applies: true}\n"])
def test_the_cbw_is_among_the_laws(cbw: str) -> None:
    files = organisation(context=CONTEXT.replace("Cbw", "AVG"), more=cbw)
    assert_found(files, "organisation.yaml:6:63 CMP009")
    assert "de Cyberbeveiligingswet (Cbw)" in message(files)


@pytest.mark.parametrize("cbw", ["{applies: false}", "{applies: soms}", "ja"])
def test_the_cbw_is_not_asked_where_it_does_not_apply(cbw: str) -> None:
    files = organisation(context=CONTEXT.replace("Cbw", "AVG"), more=f"cbw: {cbw}\n")
    assert "CMP009" not in {f.code for f in check({**INSIDE, **files})}


@pytest.mark.parametrize(
    "context",
    [
        "[Team]",
        CONTEXT.replace("[Klein team]", "[]"),
        CONTEXT.replace("[Cbw]", "5"),
        CONTEXT.replace("internal", "internl"),
    ],
)
def test_a_context_that_is_not_understood_is_the_schemas(context: str) -> None:
    codes = {f.code for f in check({**INSIDE, **organisation(context=context)})}
    assert "CMP009" not in codes
    assert "STR002" in codes
