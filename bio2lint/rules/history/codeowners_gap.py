"""GIT002: CODEOWNERS asks those who decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import known
from bio2lint.rules import Docs, Rule
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.codeowners import Held
    from bio2lint.deciders.guarded import Gap
    from bio2lint.repository import Repository

RULE = Rule(
    code="GIT002",
    name="codeowners-gap",
    severity=Severity.WARNING,
    source="hygiene",
    summary=Text(
        nl="CODEOWNERS vraagt voor uitzonderingen, acceptaties, de VvT en de instellingen de rol "
        "die daarover beslist.",
        en="For exceptions, acceptances, the statement of applicability and the settings, "
        "CODEOWNERS asks the role that decides on them.",
    ),
)

_EVERYTHING = "* @lindemeer/ict\n"
_ROLE = """\
kind: role
id: wethouder
title: Wethouder informatieveiligheid
functions: [board]
contact: wethouder@lindemeer.example
handles: ['@lindemeer/wethouder']
"""

DOCS = Docs(
    why=Text(
        nl="Wie in Git een uitzondering toevoegt of een acceptatie verlengt, kan dat samenvoegen "
        "zonder dat de rol die erover beslist het ziet. CODEOWNERS laat GitHub of GitLab die rol "
        "vragen.",
        en="Whoever adds an exception or extends an acceptance in Git can merge that without the "
        "role that decides on it ever seeing it. CODEOWNERS makes GitHub or GitLab ask that role.",
    ),
    fix=Text(
        nl="Laat `bio2lint codeowners` het bestand bijwerken, of zet er zelf een regel in. Regels "
        "die later in het bestand staan, gaan voor.",
        en="Let `bio2lint codeowners` update the file, or write a line in it yourself. Lines "
        "further down take precedence.",
    ),
    bad={"roles/wethouder.yaml": _ROLE, ".github/CODEOWNERS": _EVERYTHING},
    good={
        "roles/wethouder.yaml": _ROLE,
        ".github/CODEOWNERS": f"{_EVERYTHING}/organisation.yaml @lindemeer/wethouder\n",
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each role that CODEOWNERS does not ask about a group of paths on which it decides.

    Of roles without a name on the forge nothing can be told.
    """
    if repository.codeowners is None:
        return
    from bio2lint.deciders import guarded

    for gap in guarded.gaps(repository, repository.codeowners):
        yield _found(gap, repository.codeowners)


def _found(gap: Gap, held: Held) -> Found:
    names, file = listed(gap.names), held.path
    group = _GROUPS[gap.group]
    return Found(
        gap.role.place("handles"),
        Text(
            nl=f"{file} vraagt {gap.role.name} niet om {group.nl} te beoordelen: {names.nl}. Een "
            "wijziging daarvan kan zo buiten die rol om.",
            en=f"{file} does not ask {gap.role.name} to review {group.en}: {names.en}. A change of "
            "them can so pass by that role.",
        ),
        _help(gap, held),
        subject=gap.group,
        related=tuple(Related(place, _CONCERNED) for place in gap.places[:_MOST_SHOWN]),
    )


def _help(gap: Gap, held: Held) -> Text:
    if (why := held.unusable) is not None:
        return Text(
            nl=f"De forge kan er niet mee overweg: {why.nl}. Zet er een gewoon bestand neer.",
            en=f"The forge cannot use it: {why.en}. Put a plain file in its place.",
        )
    handles = listed(list(known(gap.role.handles)))
    return Text(
        nl=f"Voer `bio2lint codeowners` uit, of zet {handles.nl} in {held.path} bij deze paden.",
        en=f"Run `bio2lint codeowners`, or put {handles.en} beside these paths in {held.path}.",
    )


_MOST_SHOWN = 3
_CONCERNED = Text(nl="hierover gaat het", en="this is concerned")
_GROUPS = {
    "exceptions": Text(nl="uitzonderingen", en="exceptions"),
    "acceptances": Text(nl="geaccepteerde risico's", en="accepted risks"),
    "statement": Text(nl="de VvT", en="the statement of applicability"),
    "settings": Text(nl="wat wordt getoetst en gevraagd", en="what is checked and asked"),
}
