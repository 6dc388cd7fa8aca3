"""CMP009: there is one organisation, with its scope and its context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import UNKNOWN, Unknown
from bio2lint.model.parts import Situation
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness._scope import scope_findings
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Organisation
    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP009",
    name="scope-context-incomplete",
    severity=Severity.ERROR,
    source="§5.1, §6.1",
    summary=Text(
        nl="De organisatie is vastgelegd met haar reikwijdte, waarin al het kritieke valt, en haar "
        "context, waaronder de Cbw.",
        en="The organisation is recorded with its scope, which holds all that is critical, and its "
        "context, the Cbw included.",
    ),
    absence=True,
)

_PROCESS = """\
kind: process
id: {0}
title: Een kritiek proces; de reikwijdte noemt alleen burgerzaken
owner: hoofd-burgerzaken
critical: true
classification: {{confidentiality: high, integrity: high, availability: high}}
quickscan: {{by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0412}}
systems: [werkplek]
continuity: {{document: documents/risicomethode.md, tested: 2026-06-02}}
"""

DOCS = Docs(
    why=Text(
        nl="Wat buiten de reikwijdte valt, wordt niet beheerst; het kritieke hoort er daarom "
        "altijd in. De context bepaalt welke risico's ertoe doen en welke wetten gelden.",
        en="What is outside the scope is not managed, so all that is critical belongs in it. The "
        "context decides which risks matter and which laws apply.",
    ),
    fix=Text(
        nl="Vul in `organisation.yaml` bij `scope` en `context` aan wat ontbreekt. Hoort een "
        "kritiek proces of systeem er echt niet in, noem het dan bij `excluded`, met de reden.",
        en="Complete `scope` and `context` in `organisation.yaml`. Where a critical process or "
        "system really does not belong, name it under `excluded`, with the reason.",
    ),
    bad={"processes/sociaal-domein.yaml": _PROCESS.format("sociaal-domein")},
    good={"processes/burgerzaken.yaml": _PROCESS.format("burgerzaken")},
)

_FACTORS = {
    "internal": Text(nl="interne factoren", en="internal factors"),
    "external": Text(nl="externe factoren", en="external factors"),
    "legal": Text(nl="wettelijke eisen", en="legal requirements"),
}
_CBW = Text(nl="de Cyberbeveiligingswet (Cbw)", en="the Cyberbeveiligingswet (Cbw)")


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield what lacks: an organisation, its scope or what belongs in it, its context.

    Controls alone need no organisation: they may be kept for those of other repositories.
    """
    organisations = repository.organisations
    if not organisations and (repository.processes or repository.systems or repository.risks):
        yield Found(repository.norm_place, _NOBODY, _ADD, subject="organisation")
    for organisation in organisations[1:]:
        first = Related(organisations[0].place(), Text(nl="de eerste", en="the first"))
        yield Found(organisation.place(), _TWICE, _KEEP_ONE, related=(first,))
    if len(organisations) == 1:
        yield from scope_findings(repository, organisations[0])
        yield from _context(organisations[0])


def _context(organisation: Organisation) -> Iterator[Found]:
    context = organisation.context
    if isinstance(context, Unknown):
        return
    missing = [key for key in _FACTORS if context is None or getattr(context, key) == 0]
    what = [_FACTORS[key] for key in missing]
    if context is not None and context.legal not in (0, UNKNOWN) and _lacks_cbw(organisation):
        missing.append("legal")
        what.append(_CBW)
    if missing:
        lacking = listed(what)
        yield Found(
            organisation.place("context", missing[0], key=True),
            Text(
                nl=f"In de context van de organisatie ontbreekt: {lacking.nl}.",
                en=f"The context of the organisation lacks {lacking.en}.",
            ),
            Text(
                nl="Vul `context` aan met wat binnen en buiten de organisatie haar risico's "
                "bepaalt, en met de wetten die gelden.",
                en="Add to `context` what inside and outside the organisation decides its risks, "
                "and the laws that apply.",
            ),
            subject="context",
        )


def _lacks_cbw(organisation: Organisation) -> bool:
    """Whether no law is the Cbw though it applies; it does unless the organisation says not."""
    context = organisation.context
    named = isinstance(context, Situation) and context.cbw
    return not named and organisation.cbw_applies in (True, None)


_NOBODY = Text(
    nl="Er is geen document van de organisatie, en daarmee geen reikwijdte, context en methode.",
    en="There is no document of the organisation, and so no scope, context or method.",
)
_ADD = Text(
    nl="Maak `organisation.yaml` met `kind: organisation`, en leg daarin reikwijdte en context "
    "vast.",
    en="Create `organisation.yaml` with `kind: organisation`, and record scope and context there.",
)
_TWICE = Text(
    nl="Er is al een document van de organisatie; bij twee is onduidelijk welke reikwijdte geldt.",
    en="There is a document of the organisation already; of two it is unclear which scope holds.",
)
_KEEP_ONE = Text(nl="Voeg beide samen tot één.", en="Merge the two into one.")
