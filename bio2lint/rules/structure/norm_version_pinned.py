"""STR006: the settings say by which edition of the norm the administration is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Rule

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
