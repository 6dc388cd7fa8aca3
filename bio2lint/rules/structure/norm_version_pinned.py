"""STR006: the settings say by which edition of the norm the administration is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="STR006",
    name="norm-version-pinned",
    severity=Severity.ERROR,
    source="change log",
    summary=Text(
        nl="De instellingen leggen de editie van de norm vast.",
        en="The settings pin the edition of the norm.",
    ),
)

DOCS = Docs(
    why=Text(
        nl="Maatregelen verhuizen en vervallen van editie op editie. Ligt de editie niet vast, dan "
        "verandert de uitkomst zonder dat iemand in de administratie iets wijzigde.",
        en="Measures move and lapse from edition to edition. If the edition is not pinned, the "
        "outcome changes without anybody having changed the administration.",
    ),
    fix=Text(
        nl="Zet de editie in `bio2lint.yaml`, en ga bewust over naar een nieuwe.",
        en="Put the edition in `bio2lint.yaml`, and move to a new one on purpose.",
    ),
    bad={"bio2lint.yaml": "language: nl\n"},
    good={"bio2lint.yaml": "norm: bio2@1.3\nlanguage: nl\n"},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield one finding when no edition is pinned; the newest is then used."""
    if repository.norm_pinned:
        return
    name = repository.norm.name
    yield Found(
        repository.norm_place,
        Text(
            nl=f"De editie van de norm ligt niet vast; er is getoetst aan {name}. Een nieuwe "
            "editie verandert dan zomaar de uitkomst.",
            en=f"No edition of the norm is pinned; {name} was used. A new edition would then "
            "change the outcome unasked.",
        ),
        Text(
            nl=f"Zet `norm: {name}` in bio2lint.yaml.", en=f"Put `norm: {name}` in bio2lint.yaml."
        ),
    )
