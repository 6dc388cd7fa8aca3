"""Every field of every kind: where it is in the data and in the record, and a good value."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from bio2lint import schema
from bio2lint.period import Period


class Case(NamedTuple):
    """A field: where it is in the data and in the record, a good value, and what becomes of it."""

    kind: str
    pointer: str
    attribute: str
    good: Any
    read: Any


DAY, READ_DAY = "2026-05-12", date(2026, 5, 12)
YEAR, READ_YEAR = "P1Y", Period(12, 0, "P1Y")
NUMBERS, READ_NUMBERS = ["A.5.1", "5.17.1"], ("5.1", "5.17.01")
LIST, READ_LIST = ["a", "b"], ("a", "b")


def text(kind: str, pointer: str, attribute: str | None = None) -> Case:
    return Case(kind, pointer, attribute or pointer.replace("/", "."), "text", "text")


def day(kind: str, pointer: str, attribute: str | None = None) -> Case:
    return Case(kind, pointer, attribute or pointer.replace("/", "."), DAY, READ_DAY)


def flag(kind: str, pointer: str) -> Case:
    return Case(kind, pointer, pointer.replace("/", "."), good=False, read=False)


def score(kind: str, pointer: str, attribute: str | None = None) -> Case:
    return Case(kind, pointer, attribute or pointer.replace("/", "."), 3, 3)


def texts(kind: str, pointer: str) -> Case:
    return Case(kind, pointer, pointer, LIST, READ_LIST)


def decision(kind: str, pointer: str, attribute: str) -> list[Case]:
    return [
        text(kind, f"{pointer}/by", f"{attribute}.by"),
        day(kind, f"{pointer}/date", f"{attribute}.date"),
        text(kind, f"{pointer}/ref", f"{attribute}.ref"),
    ]


def action(kind: str, pointer: str) -> list[Case]:
    at = pointer.replace("/", ".")
    return [
        text(kind, f"{pointer}/0/owner", f"{at}.0.owner"),
        day(kind, f"{pointer}/0/due", f"{at}.0.due"),
        day(kind, f"{pointer}/0/done", f"{at}.0.done"),
    ]


COMMON = [
    case
    for kind in schema.KINDS
    for case in (
        text(kind, "id"),
        text(kind, "owner"),
        day(kind, "review/last"),
        Case(kind, "review/interval", "review.interval", YEAR, READ_YEAR),
        text(kind, "review/by"),
    )
]
CASES = [
    *COMMON,
    score("organisation", "risk_method/scale/likelihood", "scale.likelihood"),
    score("organisation", "risk_method/scale/impact", "scale.impact"),
    *decision("organisation", "statement/approved", "statement_approved"),
    texts("role", "functions"),
    day("role", "from", "start"),
    day("role", "until"),
    texts("role", "serves"),
    flag("process", "critical"),
    texts("process", "systems"),
    day("process", "continuity/tested", "continuity_tested"),
    flag("system", "critical"),
    flag("system", "internet_facing"),
    texts("system", "processes"),
    texts("system", "suppliers"),
    text("supplier", "contract/kind", "contract_kind"),
    flag("supplier", "cloud"),
    flag("supplier", "processes_information"),
    Case("control", "implements", "implements", NUMBERS, READ_NUMBERS),
    text("control", "status"),
    day("control", "due"),
    day("control", "implemented_on"),
    texts("control", "design"),
    texts("control", "risks"),
    Case("control", "cycles/0/requirement", "cycles.0.requirement", "A.5.1", "5.1"),
    Case("control", "cycles/0/interval", "cycles.0.interval", YEAR, READ_YEAR),
    text("risk", "status"),
    Case("risk", "requirements", "requirements", NUMBERS, READ_NUMBERS),
    *[
        case
        for rating in ("inherent", "residual")
        for case in (
            score("risk", f"{rating}/likelihood"),
            score("risk", f"{rating}/impact"),
            text("risk", f"{rating}/level"),
        )
    ],
    text("risk", "treatment"),
    texts("risk", "controls"),
    *action("risk", "actions"),
    text("risk", "acceptance/by"),
    day("risk", "acceptance/date"),
    day("risk", "acceptance/until"),
    text("risk", "acceptance/ref"),
    score("risk", "acceptance/renewals"),
    texts("evidence", "proves"),
    texts("evidence", "controls"),
    Case("evidence", "requirements", "requirements", NUMBERS, READ_NUMBERS),
    texts("evidence", "systems"),
    texts("evidence", "suppliers"),
    day("evidence", "period/from", "period.start"),
    day("evidence", "period/until", "period.until"),
    day("evidence", "collected/date", "collected"),
    text("evidence", "result/outcome"),
    *action("evidence", "result/follow_up"),
    text("evidence", "source/path", "source_path"),
    text("evidence", "source/sha256", "sha256"),
    text("exception", "type"),
    Case("exception", "requirements", "requirements", NUMBERS, READ_NUMBERS),
    texts("exception", "analysis"),
    *decision("exception", "ciso_advice", "advice"),
    Case("exception", "ciso_advice/positive", "advice.positive", good=False, read=False),
    *decision("exception", "approved", "approved"),
    text("exception", "plan"),
    day("exception", "until"),
    text("document", "type"),
    text("document", "path", "document_path"),
    Case("document", "requirements", "requirements", NUMBERS, READ_NUMBERS),
    text("document", "status"),
    *decision("document", "approved", "approved"),
    day("document", "valid_until"),
    texts("document", "supersedes"),
]
