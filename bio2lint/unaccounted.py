"""Requirements of which nothing would be said, since what says why is silenced.

That a requirement is missing (CMP001, CMP002) is held back for a fault which explains it: a number
that stands for nothing, a date that cannot be right. Such a fault may be suppressed, turned off,
lowered or put in a baseline, but protected rules may not be silenced that way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.numbers import is_measure
from bio2lint.rules.applicability import exception_expired
from bio2lint.rules.completeness import control_missing, measure_missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bio2lint.finding import Finding
    from bio2lint.repository import Repository
    from bio2lint.rules import Rule

_SAYING = frozenset(
    rule.code for rule in (measure_missing.RULE, control_missing.RULE, exception_expired.RULE)
)
_EXPLAINING = ("STR", "REF")
"""The groups of the faults by which a number, a status or a date is not understood."""


def find(
    standing: list[Finding], repository: Repository, judged: Callable[[str], bool]
) -> Iterator[tuple[Rule, Found]]:
    """Yield each requirement that is missing or unknown while no standing finding accounts for it.

    An error that explains what is unknown says enough. `judged` tells whether the rule of a code
    looked everywhere: while a file cannot be read, that is what is said.
    """
    if any(map(_explains, standing)):
        return
    said = {number for one in standing if one.code in _SAYING for number in one.requirements}
    for number, covered in repository.coverage.items():
        control = repository.norm.controls.get(number)
        follows = control is not None and bool(control.measures)
        rule = measure_missing.RULE if is_measure(number) else control_missing.RULE
        unmet = covered.status in ("missing", "unknown") and not follows
        if unmet and number not in said and judged(rule.code):
            yield rule, _found(repository, number)


def _explains(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.code.startswith(_EXPLAINING)


def _found(repository: Repository, number: str) -> Found:
    title = repository.norm.title(number)
    return Found(
        repository.norm_place,
        Text(
            nl=f"Niets wat meetelt, gaat over {number} ({title.nl}); de fout die dat verklaart, is "
            "onderdrukt, uitgezet, verlaagd of vastgelegd in de nulmeting.",
            en=f"Nothing that counts is about {number} ({title.en}); the fault that explains this "
            "is suppressed, turned off, lowered or in the baseline.",
        ),
        Text(
            nl="Herstel die fout; hij staat bij een nummer, een status of een besluit.",
            en="Mend that fault; it is at a number, a status or a decision.",
        ),
        requirements=(number,),
        subject=number,
    )
