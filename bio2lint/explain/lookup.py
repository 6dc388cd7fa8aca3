"""From what somebody types to its explanation: a code, a name, or a number however spelled."""

from __future__ import annotations

import os
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import check, norm, numbers, opening, settings
from bio2lint.explain import requirement, rule
from bio2lint.finding import Text
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.engine import Result
    from bio2lint.explain import Explanation, Section
    from bio2lint.norm import Norm
    from bio2lint.opening import Request
    from bio2lint.settings import Settings


class Setting(NamedTuple):
    """Where something is asked: by which edition, and what the repository has for a number."""

    norm: Norm
    language: str | None
    here: Callable[[str], tuple[Section, ...]]


def setting(request: Request, edition: str | None) -> Setting:
    """Return the setting of a request; Refused (status 2) for an edition that there is not."""
    root = opening.root_of(request)
    inside = request.root is not None or os.path.isfile(os.path.join(root, settings.FILE))
    read = opening.read_settings(root, request) if inside else None
    asked = edition or (read.edition if read else norm.NEWEST)
    try:
        facts = norm.load(asked.removeprefix("bio2@"))
    except norm.UnknownEditionError as error:
        known = ", ".join(error.known)
        raise Refused(
            USAGE,
            Text(
                nl=f"Editie {error.edition} is hier niet bekend; kies uit {known}.",
                en=f"Edition {error.edition} is not known here; choose from {known}.",
            ),
        ) from error
    if read is None or read.edition != facts.edition:
        return Setting(facts, read.language if read else None, lambda _number: ())
    judged = cache(partial(_judged, request, root, read))
    return Setting(facts, read.language, partial(_here, judged, root))


def _judged(request: Request, root: str, read: Settings) -> Result | Refused:
    """Return the check of the repository, or why there is none."""
    try:
        return check.run(request, root, read).result
    except Refused as refused:
        return refused


def _here(judged: Callable[[], Result | Refused], root: str, number: str) -> tuple[Section, ...]:
    from bio2lint.explain import here

    found = judged()
    if isinstance(found, Refused):
        return here.not_judged(found.messages)
    return here.sections(found, number, lambda path: os.path.relpath(os.path.join(root, path)))


def find(subject: str, where: Setting) -> Explanation:
    """Return the explanation of a subject; Refused (status 2) when nothing is called so."""
    found = rule.find(subject)
    if found is not None:
        return rule.explain(found)
    number = numbers.canonical(subject)
    if number is None or not where.norm.has(number):
        raise Refused(USAGE, _unknown(subject, number, where.norm))
    return requirement.explain(where.norm, number, where.here(number))


def _unknown(subject: str, number: str | None, facts: Norm) -> Text:
    if number is not None:
        return Text(
            nl=f"{facts.name} kent geen nummer {number}.",
            en=f"{facts.name} has no number {number}.",
        )
    from bio2lint.schema.errors import nearest

    meant = nearest(subject, rule.names())
    return Text(
        nl=f"Er is geen regel of nummer `{subject}`"
        + (f"; bedoelt u `{meant}`?" if meant else "."),
        en=f"There is no rule or number `{subject}`"
        + (f"; did you mean `{meant}`?" if meant else "."),
    )
