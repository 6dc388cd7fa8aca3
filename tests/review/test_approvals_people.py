"""Who stands in for whom, and that nobody gives themselves a say in the change itself."""

from __future__ import annotations

from approval_cases import asked, change, needed, repository, role, roles

from bio2lint import codeowners
from bio2lint.finding import Text
from bio2lint.review.approvals import with_asked
from bio2lint.review.change import NEUTRAL, Approval
from bio2lint.rules._example import ORGANISATION

SETTINGS = change("fail_on", document=None, kind=None, path="bio2lint.yaml")
CONTROL = "kind: control\nid: mfa\ntitle: M\nimplements: [5.17.01]\nowner: {}\nstatus: planned\n"
ON_CONTROL = change("due", NEUTRAL, document="mfa", kind="control", path="controls/mfa.yaml")


def test_where_nobody_is_ciso_the_board_decides_and_that_is_said() -> None:
    without = repository(roles__ciso=None)
    (approval,) = needed(without, without, SETTINGS)
    assert (approval.role, approval.handles) == ("college", ("@lindemeer/college",))
    assert "on 2026-11-23 nobody fulfils the function of the CISO" in approval.reasons[0].en
    assert "op 2026-11-23 vervult niemand de functie van de CISO" in approval.reasons[0].nl


def test_a_function_that_no_role_has_is_named_without_handles() -> None:
    without = repository(roles__ciso=None, roles__college=None)
    (approval,) = needed(without, without, SETTINGS)
    assert (approval.role, approval.handles) == ("board", ())


def test_the_last_day_of_a_term_is_in_time_and_the_day_after_is_not() -> None:
    last = repository(roles__ciso=role("ciso", "ciso", "until: 2026-11-23\n"))
    assert roles(last, last, SETTINGS) == ["ciso"]
    past = repository(roles__ciso=role("ciso", "ciso", "until: 2026-11-22\n"))
    assert roles(past, past, SETTINGS) == ["college"]
    later = repository(roles__ciso=role("ciso", "ciso", "from: 2026-11-24\n"))
    assert roles(later, later, SETTINGS) == ["college"]


def test_a_ciso_who_works_for_others_only_is_not_ours() -> None:
    lent = repository(roles__ciso=role("ciso", "ciso", "serves: [gastvrijland]\n"))
    assert roles(lent, lent, SETTINGS) == ["college"]
    shared = repository(roles__ciso=role("ciso", "ciso", "serves: [gastvrijland, lindemeer]\n"))
    assert roles(shared, shared, SETTINGS) == ["ciso"]


def test_an_owner_who_has_gone_is_replaced_up_the_line() -> None:
    gone = repository(
        controls__mfa=CONTROL.format("hoofd-ict"),
        roles__hoofd_ict=role("hoofd-ict", "system-owner", "until: 2026-01-31\n"),
    )
    (approval,) = needed(gone, gone, ON_CONTROL)
    assert approval.role == "directie"
    assert "the role hoofd-ict is not held on 2026-11-23" in approval.reasons[0].en
    nobody = repository(controls__mfa=CONTROL.format("iemand"))
    (approval,) = needed(nobody, nobody, ON_CONTROL)
    assert approval.role == "directie"
    assert "de rol iemand bestaat niet" in approval.reasons[0].nl
    without = repository(controls__mfa=CONTROL.replace("owner: {}\n", ""))
    (approval,) = needed(without, without, ON_CONTROL)
    assert approval.role == "directie"
    assert "er is geen eigenaar vastgelegd" in approval.reasons[0].nl


def test_nobody_becomes_ciso_or_takes_over_its_name_in_the_change_itself() -> None:
    taken = role("hoofd-ict", "ciso, system-owner")
    after = repository(roles__hoofd_ict=taken, roles__ciso=None)
    assert roles(repository(), after, SETTINGS) == ["ciso"]
    renamed = repository(roles__ciso=role("ciso", "ciso").replace("lindemeer/ciso", "indringer"))
    assert asked(needed(repository(), renamed, SETTINGS)) == {"ciso": ("@lindemeer/ciso",)}
    before = repository(roles__ciso=None)
    self_made = repository(roles__ciso=role("indringer", "ciso"))
    assert roles(before, self_made, SETTINGS) == ["college"]


def test_nobody_gives_themselves_a_mandate_in_the_change_itself() -> None:
    risk = (
        "kind: risk\nid: R-1\ntitle: R\nowner: hoofd-ict\ntreatment: accept\n"
        "residual: {likelihood: 3, impact: 3, level: medium}\n"
        "acceptance: {by: hoofd-ict, date: 2026-05-28, ref: MT 32, until: 2027-05-31, reason: V}\n"
    )
    widened = ORGANISATION.replace("roles: [college]", "roles: [college, hoofd-ict]")
    accepted = change(document="R-1", kind="risk", path="risks/r.yaml", old=False)
    after = repository(organisation=widened, risks__r=risk)
    assert roles(repository(), after, accepted) == ["ciso", "college", "hoofd-ict"]
    assert roles(after, after, accepted) == ["ciso", "hoofd-ict"]


def test_in_the_first_change_of_all_the_roles_are_those_that_it_brings() -> None:
    import support

    nothing = support.result({}).repository
    assert roles(nothing, repository(), SETTINGS) == ["ciso"]


def test_a_new_role_may_own_what_is_new() -> None:
    after = repository(
        controls__mfa=CONTROL.format("nieuw"), roles__nieuw=role("nieuw", "line-manager")
    )
    added = change(
        direction=NEUTRAL, document="mfa", kind="control", path="controls/mfa.yaml", old=False
    )
    assert asked(needed(repository(), after, added)) == {"nieuw": ("@lindemeer/nieuw",)}


def test_what_is_no_handle_is_left_out_and_a_sign_is_put_before_one() -> None:
    odd = role("ciso", "ciso").replace(
        "handles: ['@lindemeer/ciso']", 'handles: ["ciso", "@a b", "x\\n* @evil", "@ciso"]'
    )
    with_it = repository(roles__ciso=odd)
    assert asked(needed(with_it, with_it, SETTINGS)) == {"ciso": ("@ciso",)}


def test_a_document_without_a_known_id_is_found_by_its_place() -> None:
    bad = CONTROL.format("hoofd-ict").replace("id: mfa\n", "")
    with_it = repository(controls__mfa=bad)
    one = ON_CONTROL._replace(document=None)
    assert one.new is not None
    one = one._replace(old=None, new=one.new._replace(id=None))
    assert roles(with_it, with_it, one) == ["hoofd-ict"]


APPROVAL = Approval(
    "ciso", ("@lindemeer/CISO",), (Text(nl="", en=""),), paths=("bio2lint.yaml", "risks/r.yaml")
)


def answer(text: str, dialect: str = "github", approval: Approval = APPROVAL) -> bool | None:
    read = codeowners.read(text, dialect)
    (found,) = with_asked([approval], read, lambda path: f"administratie/{path}")
    return found.asked


def test_codeowners_asks_a_role_when_it_does_so_for_every_path() -> None:
    assert answer("* @lindemeer/ciso\n") is True
    assert answer("/administratie/bio2lint.yaml @lindemeer/ciso\n") is False
    assert answer("* @lindemeer/ciso\n/administratie/risks/ @other @lindemeer/ciso\n") is True
    assert answer("* @lindemeer/ciso\n/administratie/risks/ @other\n") is False
    assert answer("* @lindemeer/ciso\n", approval=APPROVAL._replace(handles=())) is False


def test_optional_sections_of_gitlab_ask_nobody_and_others_add_up() -> None:
    assert answer("* @other\n[CISO][2]\n* @lindemeer/ciso @b\n", "gitlab") is True
    assert answer("* @other\n^[CISO]\n* @lindemeer/ciso\n", "gitlab") is False


def test_without_codeowners_nothing_is_said() -> None:
    assert with_asked([APPROVAL], None, str) == [APPROVAL]
