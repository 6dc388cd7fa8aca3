"""GIT002 codeowners-gap."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from support import Files, check, edition, result

from bio2lint import engine, settings
from bio2lint.rules._example import ORGANISATION

if TYPE_CHECKING:
    from bio2lint.finding import Finding
    from bio2lint.tree import Fact

ASKING_ALL = """\
/bio2lint.yaml @lindemeer/ciso
CODEOWNERS @lindemeer/ciso
/organisation.yaml @lindemeer/college
/exceptions/ @lindemeer/college
"""
EXCEPTION = """\
kind: exception
id: {}
title: Geen chipcards
type: not-applicable
requirements: [7.07.01]
owner: hoofd-werkplek
reason: Er zijn er geen.
approved: {{by: college, date: 2026-03-10, ref: BW 2026-066}}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-werkplek}}
"""
ROLES = "---\n".join(
    f"kind: role\nid: {name}\ntitle: T\nfunctions: [{function}]\n"
    for name, function in (
        ("college", "board"),
        ("ciso", "ciso"),
        ("hoofd-werkplek", "line-manager"),
        ("hoofd-burgerzaken", "process-owner"),
    )
)
PLAIN = {
    "bio2lint.yaml": "norm: bio2@1.3\n",
    "organisation.yaml": ORGANISATION,
    "roles/rollen.yaml": ROLES,
}
HANDLES = {"college": "['@lindemeer/college']", "ciso": "[Lindemeer/CISO]"}


def files(codeowners: str | None = ASKING_ALL, **handles: str) -> dict[str, str]:
    """Return a sound administration with one exception, names on the forge and a CODEOWNERS."""
    roles = ROLES
    for role, names in (HANDLES | handles).items():
        roles = roles.replace(f"id: {role}\n", f"id: {role}\nhandles: {names}\n")
    found = PLAIN | {"roles/rollen.yaml": roles, "exceptions/x-3.yaml": EXCEPTION.format("X-3")}
    return found if codeowners is None else found | {".github/CODEOWNERS": codeowners}


def gaps(given: dict[str, str | bytes | Fact] | dict[str, str]) -> list[Finding]:
    return [finding for finding in check({**given}) if finding.code == "GIT002"]


def places(given: dict[str, str]) -> list[str]:
    return [f"{f.region.path}:{f.region.line}:{f.region.column}" for f in gaps(given)]


COLLEGE, CISO = "roles/rollen.yaml:3:10", "roles/rollen.yaml:9:10"


def test_who_is_asked_about_everything_gives_no_finding() -> None:
    assert places(files()) == []


@pytest.mark.parametrize(
    ("without", "expected"),
    [
        ("/exceptions/ @lindemeer/college\n", [COLLEGE]),
        ("/organisation.yaml @lindemeer/college\n", [COLLEGE]),
        ("/bio2lint.yaml @lindemeer/ciso\n", [CISO]),
        ("CODEOWNERS @lindemeer/ciso\n", [CISO]),
    ],
)
def test_a_role_that_is_not_asked_is_named_at_its_handles(
    without: str, expected: list[str]
) -> None:
    assert places(files(ASKING_ALL.replace(without, ""))) == expected


def test_there_is_one_finding_for_a_role_and_a_group_whatever_the_number_of_files() -> None:
    given = files("")
    given |= {f"exceptions/x-{n}.yaml": EXCEPTION.format(f"X-{n}") for n in range(4, 9)}
    exceptions, statement, of_ciso = gaps(given)
    assert "X-3, X-4, X-5, X-6 and 2 more" in exceptions.message.en
    assert "uitzonderingen" in exceptions.message.nl
    assert "lindemeer" in statement.message.en
    assert "bio2lint.yaml and CODEOWNERS" in of_ciso.message.en
    assert len({f.fingerprint for f in (exceptions, statement, of_ciso)}) == 3
    assert [place.path for place, _ in exceptions.related] == [
        f"exceptions/x-{n}.yaml" for n in (3, 4, 5)
    ]


def test_a_later_line_takes_the_question_away() -> None:
    assert places(files(f"{ASKING_ALL}/exceptions/x-3.yaml\n")) == [COLLEGE]


def test_a_link_asks_nobody() -> None:
    class Linked(Files):
        def is_link(self, path: str) -> bool:
            return path == ".github/CODEOWNERS"

    read = settings.read(b"norm: bio2@1.3\n")
    found = engine.check(Linked(files()), read, edition("1.3"), date(2026, 11, 23)).findings
    named = [one for one in found if one.code == "GIT002"]
    assert [one.message for one in named] == [one.message for one in gaps({**files("")})]
    (said,) = {one.help for one in named}
    assert said is not None
    assert said.en == (
        "The forge cannot use it: it is a link, which GitHub and GitLab do not follow. Put a plain "
        "file in its place."
    )


RISK = """\
kind: risk
id: R-007
title: Website toont verouderde openingstijden na een storing
owner: hoofd-burgerzaken
threat: Storing
consequence: Inwoners staan voor een gesloten deur
processes: [burgerzaken]
inherent: {likelihood: 3, impact: 2, level: medium}
residual: {likelihood: 2, impact: 2, level: low}
treatment: accept
actions: [{what: Nieuwe website, owner: hoofd-burgerzaken, due: 2027-04-30}]
acceptance: {by: college, date: 2026-05-28, ref: MT 2026-32, until: 2027-05-31, reason: V}
review: {last: 2026-09-03, interval: P6M, by: hoofd-burgerzaken}
"""


def test_one_of_those_with_a_mandate_is_enough() -> None:
    given = files(f"{ASKING_ALL}/risks/ @lindemeer/college\n") | {"risks/r.yaml": RISK}
    assert places(given) == []
    roles = given["roles/rollen.yaml"].replace(
        "id: hoofd-werkplek\n", "id: hoofd-werkplek\nhandles: ['@lindemeer/werkplek']\n"
    )
    by_other = files(f"{ASKING_ALL}/risks/ @lindemeer/werkplek\n")
    assert places(by_other | {"risks/r.yaml": RISK, "roles/rollen.yaml": roles}) == []
    nobody = files(f"{ASKING_ALL}/risks/ @lindemeer/ict\n") | {"risks/r.yaml": RISK}
    assert places(nobody) == [COLLEGE]
    open_risk = RISK.replace("treatment: accept", "treatment: mitigate").partition("acceptance")[0]
    assert places(nobody | {"risks/r.yaml": open_risk}) == []
    closed = RISK.replace("owner:", "status: closed\nowner:")
    assert places(nobody | {"risks/r.yaml": closed}) == []


def test_an_optional_section_of_gitlab_asks_nobody() -> None:
    given = files(None)
    assert places(given | {".gitlab/CODEOWNERS": f"[bio2lint]\n{ASKING_ALL}"}) == []
    optional = given | {".gitlab/CODEOWNERS": f"^[bio2lint]\n{ASKING_ALL}"}
    assert places(optional) == [COLLEGE, COLLEGE, CISO]


def test_without_a_file_or_without_handles_nothing_is_said() -> None:
    assert places(files(None)) == []
    assert places(PLAIN | {".github/CODEOWNERS": ""}) == []


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe", b"\n" * 50_000, b"x" * (3 * 1024 * 1024 + 1)],
    ids=["no text", "lines", "large"],
)
def test_a_file_that_no_forge_would_use_gives_nothing_to_go_by(content: bytes) -> None:
    given: dict[str, str | bytes | Fact] = {**files(None), ".github/CODEOWNERS": content}
    assert gaps(given) == []


def test_a_term_that_has_ended_moves_the_question_up_the_line() -> None:
    given = files(ASKING_ALL.replace("@lindemeer/ciso", "@lindemeer/college"))
    roles = given["roles/rollen.yaml"].replace(
        "functions: [ciso]", "functions: [ciso]\nuntil: 2026-11-22"
    )
    assert places(given) == [CISO]
    assert places(given | {"roles/rollen.yaml": roles}) == []


class Below(Files):
    """A tree whose root lies below the top of its repository."""

    def top(self) -> tuple[Files, str]:
        return Files(
            {f"administratie/{path}": text for path, text in self.files.items()} | TOP
        ), "administratie/"


TOP: dict[str, str | bytes | Fact] = {}


@pytest.mark.parametrize(("prefix", "expected"), [("/administratie/", 0), ("/", 2)])
def test_the_file_of_the_top_counts_where_the_root_lies_below_it(
    prefix: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ASKING_ALL.replace("\n/", f"\n{prefix}").replace("/bio2lint", f"{prefix}bio2lint")
    monkeypatch.setitem(TOP, "docs/CODEOWNERS", text)
    read = settings.read(b"norm: bio2@1.3\n")
    found = engine.check(Below(files(None)), read, edition("1.3"), date(2026, 11, 23))
    named = [f for f in found.findings if f.code == "GIT002"]
    assert len(named) == expected + (expected > 0)
    assert all("docs/CODEOWNERS" in finding.message.nl for finding in named)


def test_reading_it_takes_nothing_from_whoever_has_no_handles() -> None:
    assert result(PLAIN | {".github/CODEOWNERS": ""}).repository.codeowners is None
