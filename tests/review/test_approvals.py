"""Who must approve a change: by the norm, the mandates and the owners."""

from __future__ import annotations

import re

import pytest
from approval_cases import asked, change, needed, repository, role, roles

from bio2lint.review.change import NEUTRAL, STRENGTHENS, WEAKENS
from bio2lint.rules._example import ORGANISATION

EXCEPTION = """\
kind: exception
id: X-1
title: Uitzondering
type: {type}
requirements: [{number}]
owner: hoofd-werkplek
reason: Feiten.
{more}"""


def exception(type_: str, number: str = "5.17.01", more: str = "") -> str:
    return EXCEPTION.format(type=type_, number=number, more=more)


ADDED = change(document="X-1", kind="exception", path="exceptions/x.yaml", old=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (exception("deviation"), ["ciso", "college", "hoofd-werkplek"]),
        (exception("not-applicable"), ["college", "hoofd-werkplek"]),
        # Advice is asked on measures, not on controls.
        (exception("deviation", '"5.17"'), ["college", "hoofd-werkplek"]),
        # The measure itself gives this to the process owner, and with it to no other.
        (exception("permitted", "8.31.01"), ["ciso", "hoofd-burgerzaken", "hoofd-werkplek"]),
        # This one permits no departure: then it is a departure like any other.
        (exception("permitted", "5.01.01"), ["ciso", "college", "hoofd-werkplek"]),
    ],
)
def test_an_exception_that_is_added_needs_who_decides_on_it(text: str, expected: list[str]) -> None:
    assert roles(repository(), repository(exceptions__x=text), ADDED) == expected


def test_what_strengthens_or_is_neutral_needs_only_the_owner() -> None:
    with_it = repository(exceptions__x=exception("deviation"))
    for direction in (STRENGTHENS, NEUTRAL):
        one = change("until", direction, document="X-1", kind="exception", path="exceptions/x.yaml")
        assert roles(with_it, with_it, one) == ["hoofd-werkplek"]


CONTROL = """\
kind: control
id: mfa
title: MFA
implements: [5.17.01]
owner: {}
status: implemented
"""


def test_a_control_that_weakens_needs_the_ciso_besides_its_owner() -> None:
    with_it = repository(controls__mfa=CONTROL.format("hoofd-ict"))
    weaker = change("status", document="mfa", kind="control", path="controls/mfa.yaml")
    assert roles(with_it, with_it, weaker) == ["ciso", "hoofd-ict"]
    removed = change(document="mfa", kind="control", path="controls/mfa.yaml", new=False)
    assert roles(with_it, repository(), removed) == ["ciso", "hoofd-ict"]


def test_both_owners_approve_when_a_document_changes_hands() -> None:
    before = repository(controls__mfa=CONTROL.format("hoofd-ict"))
    after = repository(controls__mfa=CONTROL.format("hoofd-werkplek"))
    one = change("owner", NEUTRAL, document="mfa", kind="control", path="controls/mfa.yaml")
    assert roles(before, after, one) == ["hoofd-ict", "hoofd-werkplek"]


RISK = """\
kind: risk
id: R-1
title: Risico
owner: {owner}
treatment: accept
inherent: {{likelihood: 5, impact: 5, level: critical}}
residual: {{likelihood: 2, impact: 2, level: {level}}}
acceptance: {{by: {by}, date: 2026-05-28, ref: MT 32, until: 2027-05-31, reason: Vervanging}}
"""


def risk(level: str, by: str = "hoofd-ict", owner: str = "hoofd-ict") -> str:
    return RISK.format(level=level, by=by, owner=owner)


ACCEPTED = change("acceptance.until", document="R-1", kind="risk", path="risks/r.yaml")


@pytest.mark.parametrize(
    ("before", "after", "mandated"),
    [
        (risk("low"), risk("low"), "hoofd-werkplek"),
        (risk("low"), risk("low", by="college"), "college"),
        (risk("medium"), risk("medium"), "college"),
        # Above every mandate there is the board, and a level that is unknown may be such a one.
        (risk("high"), risk("high", by="hoofd-werkplek"), "college"),
        (risk("unheard"), risk("unheard"), "college"),
        # Who lowers the level in the same change needs who was mandated for the higher one.
        (risk("medium"), risk("low"), "college"),
    ],
)
def test_an_acceptance_needs_who_has_a_mandate_for_its_level(
    before: str, after: str, mandated: str
) -> None:
    found = roles(repository(risks__r=before), repository(risks__r=after), ACCEPTED)
    accepted = re.findall(r"acceptance: {by: ([\w-]+)", before + after)
    assert accepted
    assert found == sorted({"ciso", "hoofd-ict", mandated, *accepted})


def test_whoever_decided_confirms_what_is_recorded_of_it() -> None:
    approved = exception("deviation", more="approved: {by: college, date: 2026-05-12, ref: B 1}\n")
    with_it = repository(exceptions__x=approved)
    for direction in (STRENGTHENS, NEUTRAL):
        one = change(
            "approved.date", direction, document="X-1", kind="exception", path="exceptions/x.yaml"
        )
        assert roles(with_it, with_it, one) == ["college", "hoofd-werkplek"]


@pytest.mark.parametrize("field", ["systems", "processes", "requirements", "residual.level"])
def test_an_acceptance_that_is_widened_needs_who_has_a_mandate(field: str) -> None:
    with_it = repository(risks__r=risk("medium"))
    one = change(field, document="R-1", kind="risk", path="risks/r.yaml")
    assert roles(with_it, with_it, one) == ["ciso", "college", "hoofd-ict"]
    assert "college" not in roles(with_it, with_it, one._replace(direction=STRENGTHENS))


def test_a_risk_that_nobody_accepts_needs_no_mandate() -> None:
    text = (
        risk("high").replace("treatment: accept", "treatment: mitigate").partition("acceptance")[0]
    )
    with_it = repository(risks__r=text)
    assert roles(with_it, with_it, ACCEPTED) == ["ciso", "hoofd-ict"]


def test_a_mandate_that_has_ended_counts_no_longer() -> None:
    ended = ORGANISATION.replace("until: 2027-12-31", "until: 2026-11-22")
    with_it = repository(organisation=ended, risks__r=risk("low"))
    assert "college" in roles(with_it, with_it, ACCEPTED)
    assert "hoofd-werkplek" not in roles(with_it, with_it, ACCEPTED)


@pytest.mark.parametrize(
    ("field", "direction", "expected"),
    [
        ("statement.version", WEAKENS, ["college"]),
        ("scope.systems", WEAKENS, ["college"]),
        ("mandates.roles", STRENGTHENS, ["college"]),
        ("risk_method.levels", WEAKENS, ["college"]),
        ("review.last", WEAKENS, ["directie"]),
        ("statement.published", NEUTRAL, ["directie"]),
    ],
)
def test_what_is_the_boards_in_the_organisation_needs_the_board(
    field: str, direction: str, expected: list[str]
) -> None:
    of_management = repository(
        organisation=ORGANISATION.replace("owner: college", "owner: directie")
    )
    one = change(
        field, direction, document="lindemeer", kind="organisation", path="organisation.yaml"
    )
    found = roles(of_management, of_management, one)
    assert found == sorted({"directie", *expected})


POLICY = """\
kind: document
id: beleid
title: Beleid
type: {type}
owner: ciso
path: beleid.md
status: approved
requirements: [{number}]
subjects: [{subject}]
"""


@pytest.mark.parametrize(
    ("type_", "number", "subject", "expected"),
    [
        ("policy", "5.01.01", "other", ["ciso", "college"]),
        ("plan", "5.24.01", "information-security-policy", ["ciso", "college"]),
        ("plan", "5.01.01", "other", ["ciso"]),
        ("policy", "5.24.01", "other", ["ciso"]),
    ],
)
def test_a_document_that_the_board_adopts_needs_the_board(
    type_: str, number: str, subject: str, expected: list[str]
) -> None:
    with_it = repository(documents__b=POLICY.format(type=type_, number=number, subject=subject))
    for direction in (WEAKENS, STRENGTHENS):
        one = change(
            "status", direction, document="beleid", kind="document", path="documents/b.yaml"
        )
        assert roles(with_it, with_it, one) == expected


def test_the_settings_need_the_ciso_whatever_the_direction() -> None:
    for direction in (WEAKENS, STRENGTHENS, NEUTRAL):
        one = change("fail_on", direction, document=None, kind=None, path="bio2lint.yaml")
        (approval,) = needed(repository(), repository(), one)
        assert approval.role == "ciso"
        assert approval.paths == ("bio2lint.yaml",)
        assert approval.reasons[0].nl.endswith(": bio2lint.yaml.")


def test_a_comment_that_silences_needs_the_ciso_and_the_owner_of_the_document() -> None:
    board = repository(organisation=ORGANISATION.replace("owner: college", "owner: directie"))
    field = "# bio2lint: ignore[DUE001]"
    one = change(field, document="lindemeer", kind="organisation", path="organisation.yaml")
    found = needed(board, board, one._replace(pointer=""))
    assert [approval.role for approval in found] == ["ciso", "directie"]
    assert "leaves out" in found[0].reasons[0].en
    alone = one._replace(document=None, kind=None, old=None, new=None)
    assert roles(board, board, alone) == ["ciso"]


EVIDENCE = """\
kind: evidence
id: E-1
title: Bewijs
proves: [existence]
controls: [mfa]
collected: {by: hoofd-burgerzaken, date: 2026-09-30}
source: {url: 'https://intranet.lindemeer.example/a'}
"""


def test_evidence_without_an_owner_is_of_who_owns_the_control() -> None:
    one = change("period", NEUTRAL, document="E-1", kind="evidence", path="evidence/e.yaml")
    with_it = repository(evidence__e=EVIDENCE, controls__mfa=CONTROL.format("hoofd-ict"))
    assert roles(with_it, with_it, one) == ["hoofd-ict"]
    alone = repository(evidence__e=EVIDENCE)
    assert roles(alone, alone, one) == ["hoofd-burgerzaken"]


def test_a_role_is_of_who_appointed_it_and_the_board_looks_at_what_weakens() -> None:
    one = change("contact", NEUTRAL, document="ciso", kind="role", path="roles/ciso.yaml")
    assert roles(repository(), repository(), one) == ["directie"]
    weaker = change("functions", document="ciso", kind="role", path="roles/ciso.yaml")
    assert roles(repository(), repository(), weaker) == ["college", "directie"]


def test_who_is_asked_on_the_forge_is_watched_by_the_ciso() -> None:
    one = change("handles", NEUTRAL, document="ciso", kind="role", path="roles/ciso.yaml")
    taken = repository(roles__ciso=role("ciso", "ciso").replace("@lindemeer/ciso", "@iemand"))
    found = asked(needed(repository(), taken, one))
    assert found == {"ciso": ("@lindemeer/ciso",), "directie": ("@lindemeer/directie",)}


PAPER = """\
kind: document
id: gedragsregels
title: Gedragsregels
owner: hoofd-ict
type: procedure
path: documents/gedragsregels.md
status: {status}
approved: {{by: {by}, date: 2026-05-12, ref: MT 2026-11}}
"""


@pytest.mark.parametrize(
    ("status", "by", "field", "expected"),
    [
        ("approved", "directie", "path", ["directie", "hoofd-ict"]),
        ("approved", "directie", "title", ["hoofd-ict"]),
        ("draft", "directie", "path", ["hoofd-ict"]),
        ("approved", "iemand", "path", ["directie", "hoofd-ict"]),
    ],
)
def test_another_text_needs_whoever_approved_the_one_before(
    status: str, by: str, field: str, expected: list[str]
) -> None:
    paper = PAPER.format(status=status, by=by)
    before = repository(documents__g=paper)
    after = repository(documents__g=paper.replace(f"by: {by}", "by: hoofd-ict"))
    one = change(field, NEUTRAL, document="gedragsregels", kind="document", path="documents/g.yaml")
    assert roles(before, after, one) == expected


SYSTEM = """\
kind: system
id: werkplek
title: Werkplek
owner: hoofd-ict
critical: true
criticality: {by: hoofd-zorg, date: 2026-03-12, ref: zaak 1}
"""


def test_a_system_that_becomes_less_critical_needs_the_process_owner_who_decided_on_it() -> None:
    second = role("hoofd-zorg", "process-owner")
    with_it = repository(systems__w=SYSTEM, roles__hoofd_zorg=second)
    for field in ("critical", "criticality", "rpo", "rto"):
        one = change(field, document="werkplek", kind="system", path="systems/w.yaml")
        assert roles(with_it, with_it, one) == ["ciso", "hoofd-ict", "hoofd-zorg"]
    other = change("internet_facing", document="werkplek", kind="system", path="systems/w.yaml")
    assert roles(with_it, with_it, other) == ["ciso", "hoofd-ict"]


def test_reasons_are_merged_by_role_and_say_about_what() -> None:
    files = {
        f"controls__m{number}": CONTROL.format("hoofd-ict").replace("id: mfa", f"id: m{number}")
        for number in range(6)
    }
    with_them = repository(**files)
    changes = [
        change("status", document=f"m{n}", kind="control", path=f"controls/m{n}.yaml")
        for n in reversed(range(6))
    ]
    ciso, owner = needed(with_them, with_them, *changes)
    assert asked([ciso, owner]) == {
        "ciso": ("@lindemeer/ciso",),
        "hoofd-ict": ("@lindemeer/hoofd-ict",),
    }
    assert [reason.en.partition(": ")[2] for reason in owner.reasons] == [
        "m0, m1, m2, m3 and 2 more."
    ]
    assert owner.reasons[0].nl.startswith("Wie eigenaar is, beslist")
    assert owner.paths == tuple(f"controls/m{n}.yaml" for n in range(6))


def test_nothing_changed_needs_nobody() -> None:
    assert needed(repository(), repository()) == []
