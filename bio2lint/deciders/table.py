"""Which change needs whose approval, as `policies/approvals.yaml` has it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bio2lint import resources, yamlfile
from bio2lint.finding import Text

TOP = "board"
"""Above this function there is none (§12.1)."""

EVERYBODY_ELSE = "executive-management"
"""Who stands above a function of which the table says nothing."""


class Case(NamedTuple):
    """One reason to ask somebody.

    `kinds`, `types`, `fields` and `directions` say of which changes, all when empty. `condition` is
    the name of what else has to hold; `who` is owner, a function (board, ciso, process-owner),
    mandate, norm or decider. `guards` is the group of paths for which CODEOWNERS should ask them.
    """

    about: str
    kinds: tuple[str, ...]
    types: tuple[str, ...]
    fields: tuple[str, ...]
    condition: str | None
    directions: tuple[str, ...]
    who: str
    guards: str | None
    why: Text


class Table(NamedTuple):
    """All cases, and for a function that nobody fulfils the one above it."""

    cases: tuple[Case, ...]
    up: dict[str, str]

    def guarding(self, group: str) -> tuple[Case, ...]:
        """Return the cases that guard a group of paths."""
        return tuple(case for case in self.cases if case.guards == group)


@cache
def load() -> Table:
    """Return the shipped table."""
    data = yamlfile.read(resources.read("policies", "approvals.yaml")).documents[0].data
    if data is None:
        message = "policies/approvals.yaml cannot be read"
        raise RuntimeError(message)
    cases = tuple(
        Case(
            about=case["about"],
            kinds=tuple(case.get("kinds", ())),
            types=tuple(case.get("types", ())),
            fields=tuple(case.get("fields", ())),
            condition=case.get("condition"),
            directions=tuple(case["directions"]),
            who=case["who"],
            guards=case.get("guards"),
            why=Text(**case["why"]),
        )
        for case in data["cases"]
    )
    return Table(cases, data["up"])
