"""REF006: references that lead nowhere, to another kind, or back to where they stand."""

from __future__ import annotations

import pytest
from reference_cases import ROLES, control
from support import NOISE, check, expect

from bio2lint.tree import Fact

NOISE_OF_CONTROL = NOISE | {"CMP010"}
SYSTEM = """\
kind: system
id: werkplek
title: Werkplek
owner: directie
classification: {confidentiality: medium, integrity: medium, availability: medium}
"""


def role(identifier: str, more: str = "") -> str:
    return f"kind: role\nid: {identifier}\ntitle: Een rol\nfunctions: [line-manager]\n{more}"


def policy(identifier: str, more: str) -> str:
    return f"""\
kind: document
id: {identifier}
title: Een beleidsstuk
type: policy
url: https://documenten.lindemeer.example/{identifier}
owner: ciso
status: approved
approved: {{by: directie, date: 2026-02-03, ref: DB-2026-007}}
review: {{last: 2026-02-03, interval: P1Y, by: ciso}}
{more}"""


def deviation(more: str) -> dict[str, str]:
    """The roles and a deviation with a plan; `more` begins on line 11."""
    text = f"""\
kind: exception
id: X-001
title: Oude schakelaars zonder logboek
type: deviation
requirements: [8.16.04]
owner: ciso
reason: De schakelaars op de buitenlocaties houden geen logboek bij.
ciso_advice: {{by: ciso, date: 2026-03-02, ref: CISO-2026-011, positive: true}}
approved: {{by: directie, date: 2026-03-09, ref: DB-2026-041}}
until: 2027-06-30
{more}
review: {{last: 2026-10-01, interval: P1Y, by: ciso}}
"""
    return {**ROLES, "exceptions/x.yaml": text}


NOISE_OF_DEVIATION = NOISE | {"VVT001", "VVT008", "REF007"}


def test_references_that_resolve_are_no_finding() -> None:
    files = control("[5.17.01]\nsystems: [werkplek]")
    expect({**files, "systems/w.yaml": SYSTEM}, ignoring=NOISE_OF_CONTROL)


def test_a_reference_to_nothing_is_placed_at_its_item() -> None:
    files = control("[5.17.01]\nsystems: [werkplek, kantoornet]")
    expect(
        {**files, "systems/w.yaml": SYSTEM},
        "controls/mfa.yaml:5:21 REF006",
        ignoring=NOISE_OF_CONTROL,
    )
    (finding,) = [f for f in check({**files, "systems/w.yaml": SYSTEM}) if f.code == "REF006"]
    assert finding.message.nl == "Er is geen systeem met het kenmerk ‘kantoornet’."
    assert finding.message.en == "There is no system with the id ‘kantoornet’."
    assert finding.help is not None
    assert finding.help.nl == "Verbeter het kenmerk, of voeg het document toe."
    assert finding.help.en == "Correct the id, or add the document."


def test_a_long_reference_is_cut_in_the_message() -> None:
    files = control(f"[5.17.01]\nsystems: [{'werkplek' * 40}]")
    (finding,) = [f for f in check(files) if f.code == "REF006"]
    assert len(finding.message.nl) < 100
    assert len(finding.message.en) < 100


def test_deep_references_are_looked_at_too() -> None:
    files = control("[5.17.01]\nprovided_by: [{supplier: duinrand}]")
    expect(files, "controls/mfa.yaml:5:26 REF006", ignoring=NOISE_OF_CONTROL)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Werkplek", "werkplek"), ("werkpelk", "werkplek"), ("kantoornet", None)],
)
def test_a_slip_of_the_pen_suggests_the_id_that_there_is(written: str, meant: str | None) -> None:
    files = {**control(f"[5.17.01]\nsystems: [{written}]"), "systems/w.yaml": SYSTEM}
    (finding,) = [f for f in check(files) if f.code == "REF006"]
    assert finding.help is not None
    assert (finding.help.nl == f"Bedoelde u {meant}?") == (meant is not None)
    assert (finding.help.en == f"Did you mean {meant}?") == (meant is not None)
    assert not finding.fixable


def test_an_id_of_another_kind_is_not_suggested() -> None:
    files = {**control("[5.17.01]\nrisks: [werkpelk]"), "systems/w.yaml": SYSTEM}
    (finding,) = [f for f in check(files) if f.code == "REF006"]
    assert finding.help is not None
    assert "werkplek" not in finding.help.nl


@pytest.mark.parametrize(("written", "suggested"), [("S-12", True), ("S-013", False)])
def test_the_next_number_of_a_series_is_not_suggested(written: str, *, suggested: bool) -> None:
    files = control(f"[5.17.01]\nsystems: [{written}]")
    files["systems/s.yaml"] = SYSTEM.replace("werkplek", "S-012")
    (finding,) = [f for f in check(files) if f.code == "REF006"]
    assert finding.help is not None
    assert (finding.help.nl == "Bedoelde u S-012?") == suggested


def test_a_document_of_another_kind_is_named_and_shown() -> None:
    files = {**control("[5.17.01]\nrisks: [werkplek]"), "systems/w.yaml": SYSTEM}
    expect(files, "controls/mfa.yaml:5:9 REF006", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF006"]
    assert finding.message.nl == "werkplek is een systeem, maar hier hoort een risico."
    assert finding.message.en == "werkplek is a system, but a risk belongs here."
    ((region, words),) = finding.related
    assert (region.path, region.line, region.column) == ("systems/w.yaml", 2, 5)
    assert (words.nl, words.en) == ("werkplek is een systeem", "werkplek is a system")


def test_where_two_kinds_may_stand_both_are_named() -> None:
    files = deviation("analysis: [ciso, R-012]\nplan: https://plannen.lindemeer.example/9")
    found = [f for f in check(files) if f.code == "REF006"]
    assert [(f.region.line, f.region.column) for f in found] == [(11, 12), (11, 18)]
    wrong, missing = found
    assert wrong.message.nl == "ciso is een rol, maar hier hoort een document of een risico."
    assert wrong.message.en == "ciso is a role, but a document or a risk belongs here."
    assert missing.message.nl == "Er is geen document en geen risico met het kenmerk ‘R-012’."
    assert missing.message.en == "There is no document and no risk with the id ‘R-012’."


def test_the_owner_must_be_a_role() -> None:
    files = {**ROLES, "systems/w.yaml": SYSTEM.replace("owner: directie", "owner: werkplek")}
    expect(files, "systems/w.yaml:4:8 REF006", ignoring=NOISE | {"REF007"})


@pytest.mark.parametrize("written", ["regio:R-012", "buurgemeente:documents/analyse.md"])
def test_a_reference_with_a_prefix_belongs_to_another_repository(written: str) -> None:
    expect(control(f'[5.17.01]\nrisks: ["{written}"]'), ignoring=NOISE_OF_CONTROL)


def test_blanks_are_no_id() -> None:
    files = control('[5.17.01]\nsystems: ["  "]')
    expect(files, "controls/mfa.yaml:5:11 REF006", ignoring=NOISE_OF_CONTROL)


def test_an_empty_reference_is_another_rules_matter() -> None:
    files = control('[5.17.01]\nsystems: [""]')
    expect(files, "controls/mfa.yaml:5:11 STR002", ignoring=NOISE_OF_CONTROL)


def test_a_number_for_an_id_is_another_rules_matter() -> None:
    files = control("[5.17.01]\nsystems: [12]")
    expect(files, "controls/mfa.yaml:5:11 STR003", ignoring=NOISE_OF_CONTROL)


def test_a_document_that_replaces_itself_is_a_finding() -> None:
    files = {**ROLES, "documents/b.yaml": policy("beleid", "supersedes: [beleid]\n")}
    expect(files, "documents/b.yaml:10:14 REF006", ignoring=NOISE | {"REF007"})
    (finding,) = [f for f in check(files) if f.code == "REF006"]
    assert finding.message.nl == "beleid verwijst hier naar zichzelf."
    assert finding.message.en == "beleid refers to itself here."


def test_one_of_two_documents_with_the_same_id_may_mean_the_other() -> None:
    files = {
        **ROLES,
        "documents/b.yaml": policy("beleid", "supersedes: [beleid]\n"),
        "documents/oud.yaml": policy("beleid", ""),
    }
    assert [f.code for f in check(files) if f.code in ("REF006", "STR004")] == ["STR004"]


def test_who_reviews_the_description_of_their_own_role_is_no_finding() -> None:
    review = "review: {last: 2026-10-01, interval: P1Y, by: controller}\n"
    expect({**ROLES, "roles/c.yaml": role("controller", review)})


def test_a_role_that_appoints_itself_is_a_finding() -> None:
    more = "appointed: {by: controller, date: 2026-01-05, ref: B-2026-001}\n"
    expect({**ROLES, "roles/c.yaml": role("controller", more)}, "roles/c.yaml:5:17 REF006")


def test_an_id_that_is_misspelled_in_its_own_document_is_reported_there_alone() -> None:
    files = {**control("[5.17.01]\nsystems: [mijn werkplek]")}
    files["systems/w.yaml"] = SYSTEM.replace("id: werkplek", "id: mijn werkplek")
    expect(files, "systems/w.yaml:2:5 STR002", ignoring=NOISE_OF_CONTROL)


def renamed(system: str, *references: str) -> dict[str, str]:
    """A system with another id than the references to it, two if not said otherwise."""
    names = references or ("werkplek", "werkplek")
    files = {
        f"controls/{at}.yaml": control(f"[5.17.01]\nsystems: [{name}]")[
            "controls/mfa.yaml"
        ].replace("id: mfa", f"id: mfa-{at}")
        for at, name in enumerate(names)
    }
    return {**ROLES, **files, "systems/w.yaml": SYSTEM.replace("id: werkplek", f"id: {system}")}


def test_an_id_that_several_references_spell_otherwise_is_one_finding_at_the_id() -> None:
    files = renamed("werkplk")
    expect(files, "systems/w.yaml:2:5 REF006", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF006"]
    assert "2 verwijzingen noemen ‘werkplek’" in finding.message.nl
    assert "2 references name ‘werkplek’" in finding.message.en
    assert [region.path for region, _ in finding.related] == [
        "controls/0.yaml",
        "controls/1.yaml",
    ]


@pytest.mark.parametrize(
    ("system", "references"),
    [
        ("werkplek-thuis", ("werkplek", "werkplek")),
        ("werkplekken", ("werkplek", "werkplek")),
        ("werkplk", ("werkplek", "werkplk")),
        ("werkplk", ("werkplek", "werkplek", "werkplk")),
    ],
)
def test_otherwise_each_reference_is_a_finding_of_its_own(
    system: str, references: tuple[str, ...]
) -> None:
    places = [
        f"controls/{at}.yaml:5:11 REF006"
        for at, name in enumerate(references)
        if name == "werkplek"
    ]
    expect(renamed(system, *references), *places, ignoring=NOISE_OF_CONTROL)


def test_a_document_without_id_may_be_the_one_that_is_meant() -> None:
    files = {**control("[5.17.01]\nsystems: [werkplek]\nrisks: [R-012]")}
    files["systems/w.yaml"] = SYSTEM.replace("id: werkplek\n", "")
    expect(
        files,
        "controls/mfa.yaml:6:9 REF006",
        "systems/w.yaml:1:7 STR002",
        ignoring=NOISE_OF_CONTROL,
    )


@pytest.mark.parametrize("content", ["kind: system\nid: werkplek\ntitle: [", "id: werkplek\n"])
def test_what_may_lie_in_an_unreadable_document_is_held_back(content: str) -> None:
    files = {**control("[5.17.01]\nsystems: [werkplek]"), "systems/w.yaml": content}
    assert [f.code for f in check(files) if f.code == "REF006"] == []


class TestWhereADocumentAPathOrAnAddressMayStand:
    def test_all_three_are_no_finding(self) -> None:
        plan = {"documents/p.yaml": policy("plan", ""), "documents/plan.md": "Het plan.\n"}
        for written in ("plan", "documents/plan.md", "https://plannen.lindemeer.example/9"):
            files = {**deviation(f"plan: {written}"), **plan}
            expect(files, ignoring=NOISE_OF_DEVIATION)

    def test_what_is_neither_a_document_nor_a_file_is_one_finding(self) -> None:
        files = deviation("plan: vervangingsplan")
        expect(files, "exceptions/x.yaml:11:7 REF006", ignoring=NOISE_OF_DEVIATION)
        (finding,) = [f for f in check(files) if f.code == "REF006"]
        assert finding.message.nl == (
            "Er is geen document met het kenmerk ‘vervangingsplan’, "
            "en ook geen bestand met die naam."
        )
        assert finding.message.en == (
            "There is no document with the id ‘vervangingsplan’, and no file of that name."
        )

    def test_a_file_at_the_root_needs_no_slash(self) -> None:
        files = {**deviation("plan: vervanging.md"), "vervanging.md": "Het plan.\n"}
        expect(files, ignoring=NOISE_OF_DEVIATION)

    def test_an_anchor_tells_a_path(self) -> None:
        files = deviation("plan: vervanging.md#planning")
        expect(files, "exceptions/x.yaml:11:7 REF008", ignoring=NOISE_OF_DEVIATION)

    def test_an_id_goes_before_a_file_of_nearly_that_name(self) -> None:
        files: dict[str, str | Fact] = {
            **deviation("plan: plan"),
            "documents/p.yaml": policy("plan", ""),
            "plan": Fact("file", spelled="Plan"),
        }
        expect(files, ignoring=NOISE_OF_DEVIATION)

    def test_a_missing_file_with_a_slash_is_another_rules_matter(self) -> None:
        files = deviation("plan: documents/vervanging.md")
        expect(files, "exceptions/x.yaml:11:7 REF008", ignoring=NOISE_OF_DEVIATION)

    def test_a_document_of_another_kind_is_a_finding(self) -> None:
        expect(
            deviation("plan: ciso"),
            "exceptions/x.yaml:11:7 REF006",
            ignoring=NOISE_OF_DEVIATION,
        )


def test_a_colon_alone_makes_no_other_repository() -> None:
    files = control("[5.17.01]")
    (path,) = [name for name in files if name.startswith("controls/")]
    files[path] = files[path].replace("owner: ciso", 'owner: "TODO: later"')
    expect(files, f"{path}:5:8 REF006", ignoring=NOISE_OF_CONTROL)
    files[path] = files[path].replace('"TODO: later"', '"buren:ciso"')
    expect(files, ignoring=NOISE_OF_CONTROL)
