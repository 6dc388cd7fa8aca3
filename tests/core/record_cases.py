"""Every field of every kind: where it is in the data and in the record, and a good value."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from bio2lint import schema
from bio2lint.finding import Text
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


def texts(kind: str, pointer: str, attribute: str | None = None) -> Case:
    return Case(kind, pointer, attribute or pointer.replace("/", "."), LIST, READ_LIST)


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
    Case("organisation", "cbw/applies", "cbw_applies", good=False, read=False),
    texts("organisation", "scope/processes", "scope.processes"),
    texts("organisation", "scope/systems", "scope.systems"),
    text("organisation", "scope/excluded/0/what", "scope.excluded.0.what"),
    *[
        text("organisation", f"risk_method/{part}", f"method.{part}")
        for part in ("document", "quickscan", "full_analysis", "register", "follow_up")
    ],
    *decision("organisation", "risk_method/adopted", "method.adopted"),
    text("organisation", "mandates/0/level", "mandates.0.level"),
    texts("organisation", "mandates/0/roles", "mandates.0.roles"),
    text("organisation", "mandates/0/ref", "mandates.0.ref"),
    day("organisation", "mandates/0/until", "mandates.0.until"),
    text("organisation", "statement/version"),
    *decision("organisation", "statement/approved", "statement.approved"),
    day("organisation", "statement/published/date", "statement.published"),
    texts("role", "functions"),
    texts("role", "handles"),
    text("role", "holder"),
    *decision("role", "appointed", "appointed"),
    day("role", "from", "start"),
    day("role", "until"),
    texts("role", "serves"),
    flag("process", "critical"),
    texts("process", "systems"),
    *decision("process", "quickscan", "quickscan"),
    text("process", "continuity/document", "continuity_document"),
    day("process", "continuity/tested", "continuity_tested"),
    flag("system", "critical"),
    *decision("system", "criticality", "criticality"),
    flag("system", "internet_facing"),
    texts("system", "processes"),
    texts("system", "suppliers"),
    text("supplier", "contract/kind"),
    text("supplier", "contract/ref"),
    day("supplier", "contract/start"),
    day("supplier", "contract/end"),
    texts("supplier", "analysis"),
    text("supplier", "assurance/report"),
    text("supplier", "assurance/type"),
    day("supplier", "assurance/period/from", "assurance.period.start"),
    day("supplier", "assurance/period/until"),
    text("supplier", "assurance/scope"),
    flag("supplier", "assurance/independent"),
    text("supplier", "assessment/by"),
    day("supplier", "assessment/date"),
    text("supplier", "assessment/outcome"),
    day("supplier", "access/0/until"),
    text("supplier", "access/0/analysis"),
    flag("supplier", "cloud"),
    flag("supplier", "processes_information"),
    Case("control", "implements", "implements", NUMBERS, READ_NUMBERS),
    text("control", "status"),
    day("control", "due"),
    day("control", "implemented_on"),
    texts("control", "basis"),
    texts("control", "design"),
    texts("control", "risks"),
    texts("control", "processes"),
    texts("control", "systems"),
    text("control", "provided_by/0/supplier"),
    Case("control", "parameters/retention", "retention", YEAR, READ_YEAR),
    texts("control", "sufficiency"),
    text("control", "replaces/norm"),
    text("control", "replaces/equivalence"),
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
    texts("risk", "processes"),
    texts("risk", "systems"),
    *decision("risk", "analysed", "analysed"),
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
    text("evidence", "collected/by", "collected_by"),
    text("evidence", "performed_by"),
    text("evidence", "classification"),
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
    texts("exception", "compensating"),
    text("document", "type"),
    text("document", "path", "document_path"),
    text("document", "url", "url"),
    Case("document", "requirements", "requirements", NUMBERS, READ_NUMBERS),
    texts("document", "subjects"),
    text("document", "result/outcome"),
    *action("document", "result/follow_up"),
    text("document", "status"),
    *decision("document", "approved", "approved"),
    day("document", "valid_until"),
    texts("document", "supersedes"),
    *[text("rule", name) for name in ("title", "code", "condition", "severity", "at")],
    texts("rule", "for", "about"),
    *[Case("rule", name, name, "text", Text("text", "text")) for name in ("message", "help")],
]
