"""What is said about CODEOWNERS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Text
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bio2lint.codeowners.entries import Problem


def unreadable(path: str) -> Text:
    """Say that a document cannot be read."""
    return Text(
        nl=f"{path} is niet (geheel) te lezen, dus is niet te zeggen van wie het is; herstel dat "
        "eerst.",
        en=f"{path} cannot be (wholly) read, so there is no telling whose it is; mend that first.",
    )


def nobody(silent: Sequence[str]) -> Text:
    """Say that no role has a name on the forge."""
    roles = listed(silent)
    return Text(
        nl=f"Geen rol is te vragen. Geef rollen `handles`, zoals `['@organisatie/team']`: "
        f"{roles.nl}.",
        en=f"No role can be asked. Give roles `handles`, such as `['@organisation/team']`: "
        f"{roles.en}.",
    )


def silent(roles: Sequence[str]) -> Iterator[Text]:
    """Say which roles decide on something but have no name that the forge takes."""
    if roles:
        named = listed(roles, most=20)
        yield Text(
            nl=f"Zonder bruikbare `handles`, en dus niet gevraagd: {named.nl}.",
            en=f"Without usable `handles`, and so not asked: {named.en}.",
        )


def impossible(path: str) -> Text:
    """Say that a path cannot be written in CODEOWNERS."""
    return Text(
        nl=f"{path}: dit pad is in CODEOWNERS niet te schrijven; geef het bestand een andere naam.",
        en=f"{path}: this path cannot be written in CODEOWNERS; give the file another name.",
    )


def skipped(path: str, problem: Problem) -> Text:
    """Say what is wrong with a line."""
    place = f"{path}:{problem.line}: "
    return Text(nl=place + problem.message.nl, en=place + problem.message.en)


def overridden(path: str, line: int, names: Sequence[str]) -> Text:
    """Say that a line takes precedence over the block."""
    shown = listed(names)
    return Text(
        nl=f"{path}:{line}: deze regel gaat voor het blok van bio2lint, bij {shown.nl}. Zet hem "
        "erboven.",
        en=f"{path}:{line}: this line takes precedence over the block of bio2lint, for "
        f"{shown.en}. Put it above.",
    )


def damaged(path: str, line: int) -> Text:
    """Say that it is not clear where the block is."""
    return Text(
        nl=f"{path}:{line}: het blok van bio2lint heeft niet één begin en één eind. Herstel of "
        "verwijder deze regels.",
        en=f"{path}:{line}: the block of bio2lint has not one beginning and one end. Mend or "
        "remove these lines.",
    )


def closed(path: str, why: Text) -> Text:
    """Say that the file cannot be opened."""
    return Text(
        nl=f"{path} kan niet worden geopend: {why.nl}.", en=f"{path} cannot be opened: {why.en}."
    )


def unusable(why: Text) -> Text:
    """Say that the file is no CODEOWNERS."""
    return Text(
        nl=f"CODEOWNERS is niet te gebruiken: {why.nl}.", en=f"CODEOWNERS is of no use: {why.en}."
    )


def outcome(path: str, number: int, *, stale: bool, written: bool) -> Text:
    """Say what came of it."""
    if not stale:
        return Text(
            nl=f"{path} is bij: {number} regels.", en=f"{path} is up to date: {number} lines."
        )
    if written:
        return Text(
            nl=f"{path} geschreven: {number} regels.", en=f"{path} written: {number} lines."
        )
    return Text(
        nl=f"{path} is niet bij. Voer `bio2lint codeowners` uit.",
        en=f"{path} is out of date. Run `bio2lint codeowners`.",
    )
