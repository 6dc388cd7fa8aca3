"""VVT004: the statement of applicability has a version and the board's dated approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Role
from bio2lint.model.fields import Unknown, complete, known
from bio2lint.model.parts import Decision
from bio2lint.rules import Docs, Rule
from bio2lint.rules._example import with_statement
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model.parts import MaybeText
    from bio2lint.repository import Repository

RULE = Rule(
    code="VVT004",
    name="statement-not-approved",
    severity=Severity.ERROR,
    source="§7, §11.1",
    summary=Text(
        nl="De Verklaring van Toepasselijkheid heeft een versie en is door het bestuur "
        "goedgekeurd, met datum.",
        en="The statement of applicability has a version and is approved by the board, with a "
        "date.",
    ),
)

_SHARED = "  shared_with: [{party: Gemeenteraad van Lindemeer, date: 2026-10-22}]\n"
_STATEMENT = f"statement:\n  version: versie 2026-2\n{_SHARED}"

DOCS = Docs(
    why=Text(
        nl="Met de VvT zegt de organisatie welke maatregelen gelden en welke zijn ingevoerd. Het "
        "bestuur is daarvoor verantwoordelijk; zonder versie en besluit is niet te zeggen wat het "
        "heeft goedgekeurd.",
        en="With the statement of applicability the organisation says which measures apply and "
        "which are implemented. The board is responsible for it; without a version and a decision "
        "nobody can say what it approved.",
    ),
    fix=Text(
        nl="Leg in `organisation.yaml` bij `statement` de versie vast en het besluit van het "
        "bestuur.",
        en="Record the version and the decision of the board under `statement` in "
        "`organisation.yaml`.",
    ),
    bad=with_statement(_STATEMENT),
    good=with_statement(
        f"{_STATEMENT}  approved: {{by: college, date: 2026-10-13, ref: BW 2026-247}}\n"
    ),
)

_PARTS = {
    "version": Text(nl="een versie", en="a version"),
    "approved": Text(nl="de goedkeuring door het bestuur", en="the approval by the board"),
}


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield what the statement of the one organisation lacks, and an approval by another role."""
    if len(repository.organisations) != 1:
        return
    (organisation,) = repository.organisations
    statement = organisation.statement
    if isinstance(statement, Unknown):
        return
    if statement is None:
        yield Found(organisation.place("statement"), _ABSENT, _HELP, subject="missing")
        return
    missing = [part for part in _PARTS if getattr(statement, part) is None]
    if missing:
        what = listed([_PARTS[part] for part in missing])
        yield Found(
            organisation.place("statement", missing[0]),
            Text(
                nl=f"De Verklaring van Toepasselijkheid mist {what.nl}.",
                en=f"The statement of applicability lacks {what.en}.",
            ),
            _HELP,
            subject="missing",
        )
    approved = statement.approved
    if isinstance(approved, Decision) and _is_somebody_else(repository, approved.by):
        yield Found(
            organisation.place("statement", "approved", "by"),
            Text(
                nl=f"De Verklaring van Toepasselijkheid is goedgekeurd door {approved.by}, en die "
                "rol is niet het bestuur.",
                en=f"The statement of applicability was approved by {approved.by}, and that role "
                "is not the board.",
            ),
            Text(
                nl="Laat het bestuur de verklaring goedkeuren en leg dat besluit vast.",
                en="Have the board approve the statement and record that decision.",
            ),
            subject="by",
        )


def _is_somebody_else(repository: Repository, name: MaybeText) -> bool:
    """Whether it is a role that is certainly not the board; where nobody is, OWN004 says so."""
    role = repository.find(name, Role) if isinstance(name, str) else None
    if role is None or not complete(role.functions):
        return False
    anybody = any("board" in known(one.functions) for one in repository.roles)
    return anybody and "board" not in known(role.functions)


_ABSENT = Text(
    nl="Er is geen Verklaring van Toepasselijkheid vastgelegd: geen versie en geen goedkeuring "
    "door het bestuur.",
    en="No statement of applicability is recorded: no version, and no approval by the board.",
)
_HELP = Text(
    nl="Leg haar vast: `statement: {version: …, approved: {by: …, date: …, ref: …}}`.",
    en="Record it: `statement: {version: …, approved: {by: …, date: …, ref: …}}`.",
)
