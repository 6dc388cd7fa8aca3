"""ISM003: there are adopted objectives for information security, and they are measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import UNKNOWN
from bio2lint.model.parts import Review
from bio2lint.period import Period
from bio2lint.rules import Docs, Rule
from bio2lint.rules.management_system import _yearly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Paper
    from bio2lint.repository import Repository

RULE = Rule(
    code="ISM003",
    name="objectives-missing",
    severity=Severity.WARNING,
    source="ISO 27001 6.2",
    summary=Text(
        nl="Er zijn vastgestelde doelstellingen voor informatiebeveiliging, en er wordt gemeten of "
        "ze worden gehaald.",
        en="There are adopted objectives for information security, and it is measured whether they "
        "are reached.",
    ),
    absence=True,
)

_TYPE = "objectives"
_PATH = "documents/doelstellingen-2026.yaml"
_GOOD = """\
kind: document
id: doelstellingen-2026
title: Doelstellingen informatiebeveiliging 2026
owner: directie
type: objectives
path: documents/doelstellingen-2026.md
status: approved
approved: {by: college, date: 2026-01-27, ref: BW 2026-022}
review: {last: 2026-10-20, interval: P3M, by: ciso}
"""

DOCS = Docs(
    why=Text(
        nl="Zonder doelen die te meten zijn en een eigenaar hebben, is niet te zeggen of de "
        "informatiebeveiliging beter of slechter wordt.",
        en="Without objectives that can be measured and have an owner, nobody can tell whether "
        "information security gets better or worse.",
    ),
    fix=Text(
        nl="Laat doelstellingen vaststellen en leg ze vast als document met `type: objectives`. "
        "Zet bij `review` hoe vaak de stand wordt gemeten, of bij `result` wat de laatste meting "
        "was.",
        en="Have objectives adopted and record them as a document with `type: objectives`. Say "
        "under `review` how often progress is measured, or under `result` what the last "
        "measurement was.",
    ),
    bad={_PATH: _GOOD.replace("review: {last: 2026-10-20, interval: P3M, by: ciso}\n", "")},
    good={_PATH: _GOOD},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield that there are no objectives, or else adopted ones that nobody measures."""
    papers = [paper for paper in repository.documents if paper.type in (_TYPE, UNKNOWN)]
    adopted = [paper for paper in papers if paper.status in ("approved", UNKNOWN)]
    # One whose type cannot be understood may be it.
    if not adopted and not any(paper.type is UNKNOWN for paper in papers):
        yield from _yearly.absent(
            repository,
            _TYPE,
            Text(
                nl="Er zijn geen vastgestelde doelstellingen voor informatiebeveiliging; zo is "
                "niet te meten of het beter gaat.",
                en="There are no adopted objectives for information security, so progress cannot "
                "be measured.",
            ),
            Text(
                nl="Laat doelstellingen vaststellen en leg ze vast als document met "
                "`type: objectives`.",
                en="Have objectives adopted and record them as a document with `type: objectives`.",
            ),
        )
    for paper in adopted:
        if paper.type == _TYPE and paper.status == "approved" and not _measured(paper):
            yield Found(
                paper.place("review", "interval"),
                Text(
                    nl=f"Van doelstellingen {paper.name} blijkt niet dat gemeten wordt of ze "
                    "worden gehaald.",
                    en=f"Nothing shows that it is measured whether the objectives {paper.name} are "
                    "reached.",
                ),
                Text(
                    nl="Zet bij `review` de termijn waarna de stand wordt gemeten, of bij `result` "
                    "de laatste meting.",
                    en="Say under `review` after which interval progress is measured, or under "
                    "`result` what the last measurement was.",
                ),
            )


def _measured(paper: Paper) -> bool:
    """Whether there is a measurement, or a term for it; also where that cannot be told."""
    review = paper.review
    planned = isinstance(review.interval, Period) if isinstance(review, Review) else False
    doubtful = review is UNKNOWN or (isinstance(review, Review) and review.interval is UNKNOWN)
    return planned or doubtful or paper.result is not None
