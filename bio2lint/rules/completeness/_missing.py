"""Requirements that nothing meets: what CMP001 and CMP002 have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.repository import Repository


def unmet(repository: Repository, numbers: Iterable[str]) -> Iterator[str]:
    """Yield each of `numbers` that no control names and no exception covers.

    One with an exception that does not count is left out: another rule speaks of that exception.
    """
    for number in numbers:
        covered = repository.coverage[number]
        lapsed = any(exemption.type != "permitted" for exemption in covered.exceptions)
        if covered.status == "missing" and not lapsed:
            yield number
