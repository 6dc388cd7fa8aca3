"""OWN006: who approved is whom the norm names, or holds a mandate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import in_force
from bio2lint.model.fields import known
from bio2lint.model.parts import Decision
from bio2lint.rules import Docs, Rule
from bio2lint.rules.ownership import _roles
from bio2lint.rules.risk import _mandates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bio2lint.model import Exemption, Paper
    from bio2lint.repository import Repository

RULE = Rule(
    code="OWN006",
    name="approver-role",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Wie iets vaststelt of een toegestane afwijking goedkeurt, is daarvoor de rol die de "
        "norm noemt, of heeft mandaat.",
        en="Whoever adopts something or approves a permitted departure is the role that the norm "
        "names for it, or has a mandate.",
    ),
)

_ROLES_DOCUMENT = """\
kind: document
id: rolverdeling
title: Rollen en verantwoordelijkheden voor informatiebeveiliging
owner: directie
type: policy
url: https://intranet.lindemeer.example/rolverdeling
requirements: [5.02.01]
subjects: [roles-and-responsibilities]
status: approved
approved: {by: %s, date: 2026-06-09, ref: BW 2026-131}
review: {last: 2026-06-09, interval: P1Y, by: ciso}
"""

DOCS = Docs(
    why=Text(
        nl="De norm laat sommige besluiten aan één rol: het beleid en de rolverdeling aan het "
        "bestuur, een toegestane afwijking aan de proceseigenaar. Zo beslist wie er ook "
        "verantwoordelijk voor is.",
        en="The norm leaves some decisions to one role: the policy and the division of roles to "
        "the board, a permitted departure to the process owner. So whoever decides also answers "
        "for it.",
    ),
    fix=Text(
        nl="Laat de genoemde rol besluiten. Besluit een ander in mandaat, leg dat mandaat dan met "
        "vindplaats vast bij `mandates`: voor het hoogste risiconiveau, of voor een eigen niveau "
        "zoals `beleid`.",
        en="Have the named role decide. If another decides under a mandate, record that mandate "
        "with its reference under `mandates`: for the highest level of risk, or for a level of its "
        "own such as `policy`.",
    ),
    bad={"documents/rolverdeling.yaml": _ROLES_DOCUMENT % "directie"},
    good={"documents/rolverdeling.yaml": _ROLES_DOCUMENT % "college"},
)

_NAMES = {
    "board": Text(nl="het bestuur", en="the board"),
    "executive-management": Text(nl="de leiding van de organisatie", en="executive management"),
    "process-owner": Text(nl="de proceseigenaar", en="the process owner"),
}


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each adopted document and each permitted departure that another role approved."""
    organisations = repository.organisations
    if not all(_mandates.understood(organisation) for organisation in organisations):
        return
    norm = repository.norm
    mandated = {r for o in organisations for r in _mandates.acting_for_board(o, repository.as_of)}
    for number in norm.active:
        approval = norm.measures[number].demands.get("approval")
        if approval is None:
            continue
        by, always = approval["by"], approval["when"] == "always"
        right = _adopted(repository, number) if always else _departures(repository, number)
        wrong = [record for record in right if _another(repository, record, by, mandated)]
        # Beside the adopted policy there may be others that elaborate on it.
        if not always or len(wrong) == len(right):
            for record in wrong:
                yield _found(repository, record, number, by)


def _adopted(repository: Repository, number: str) -> Sequence[Paper | Exemption]:
    """Return the approved documents that the measure asks for, by their subject, else by number."""
    norm = repository.norm
    measure = norm.measures[number]
    subjects, types = measure.subjects, {document["type"] for document in measure.documents}
    approved = [paper for paper in repository.documents if paper.status == "approved"]
    by_subject = [paper for paper in approved if subjects & set(known(paper.subjects))]
    by_number = [
        paper
        for paper in approved
        if paper.type in types and number in {norm.resolve(n) for n in known(paper.requirements)}
    ]
    return by_subject or by_number


def _departures(repository: Repository, number: str) -> Sequence[Paper | Exemption]:
    return [
        exemption
        for exemption in repository.coverage[number].exceptions
        if exemption.type == "permitted" and in_force(exemption, repository.as_of)
    ]


def _another(
    repository: Repository, record: Paper | Exemption, function: str, mandated: set[str]
) -> bool:
    """Whether it is certain that somebody else approved."""
    decided = record.approved
    if not isinstance(decided, Decision) or decided.by in mandated:
        return False
    has = _roles.functions(repository, decided.by)
    if has is None or _roles.may_act_as(has, function):
        return False
    return function != "process-owner" or decided.by not in _roles.owners_of_processes(repository)


def _found(repository: Repository, record: Paper | Exemption, number: str, function: str) -> Found:
    by = record.approved.by if isinstance(record.approved, Decision) else None
    title, name = repository.norm.title(number), _NAMES[function]
    return Found(
        record.place("approved", "by"),
        Text(
            nl=f"{by} keurde {record.name} goed, maar volgens {number} ({title.nl}) doet "
            f"{name.nl} dat.",
            en=f"{by} approved {record.name}, but by {number} ({title.en}) {name.en} does that.",
        ),
        Text(
            nl=f"Laat {name.nl} besluiten, of leg het mandaat met vindplaats vast bij `mandates`.",
            en=f"Have {name.en} decide, or record the mandate with its reference under `mandates`.",
        ),
        requirements=(number,),
    )
