"""VVT007: it is recorded with whom the statement of applicability was shared, or where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.parts import Decision, Statement
from bio2lint.rules import Docs, Rule
from bio2lint.rules._example import with_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="VVT007",
    name="sharing-record",
    severity=Severity.INFO,
    source="§9",
    summary=Text(
        nl="Vastgelegd is met wie reikwijdte en Verklaring van Toepasselijkheid zijn gedeeld, of "
        "waar zij zijn gepubliceerd.",
        en="It is recorded with whom the scope and the statement of applicability were shared, or "
        "where they were published.",
    ),
)

_STATEMENT = """\
statement:
  version: versie 2026-2
  approved: {by: college, date: 2026-10-13, ref: BW 2026-247}
"""

DOCS = Docs(
    why=Text(
        nl="Ketenpartners, toezichthouders en inwoners moeten kunnen zien hoe de overheid haar "
        "informatie beveiligt. De gepubliceerde tekst van de BIO2 noemt publiceren zelfs "
        "verplicht; wie daarvan uitgaat, zet deze regel in de instellingen op `error`.",
        en="Partners, supervisors and citizens have to be able to see how government protects its "
        "information. The published text of BIO2 even calls publication mandatory; whoever goes "
        "by that sets this rule to `error` in the settings.",
    ),
    fix=Text(
        nl="Noem bij `statement` met wie zij is gedeeld (`shared_with`), of waar en wanneer zij is "
        "gepubliceerd (`published`).",
        en="Name under `statement` with whom it was shared (`shared_with`), or where and when it "
        "was published (`published`).",
    ),
    bad=with_statement(_STATEMENT),
    good=with_statement(
        f"{_STATEMENT}  shared_with: [{{party: Gemeenteraad van Lindemeer, date: 2026-10-22}}]\n"
    ),
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield the approved statement of which nothing says where it went.

    Before it is approved there is nothing to share yet.
    """
    for organisation_ in repository.organisations:
        statement = organisation_.statement
        if not isinstance(statement, Statement) or not isinstance(statement.approved, Decision):
            continue
        if statement.shares == 0 and statement.published is None:
            yield Found(
                organisation_.place("statement", "shared_with"),
                Text(
                    nl="Niet is vastgelegd met wie de Verklaring van Toepasselijkheid is gedeeld, "
                    "of waar zij is gepubliceerd.",
                    en="It is not recorded with whom the statement of applicability was shared, or "
                    "where it was published.",
                ),
                Text(
                    nl="Noem het bij `shared_with` of `published`.",
                    en="Name it under `shared_with` or `published`.",
                ),
            )
