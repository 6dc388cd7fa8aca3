"""Small results for the tests of reports: a norm of six numbers and hand-made findings."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bio2lint import coverage
from bio2lint.engine import DocumentName, Result
from bio2lint.finding import Finding, Place, Region, Severity, Text
from bio2lint.model import Control, Exemption, records
from bio2lint.norm import Control as NormControl
from bio2lint.norm import Measure, Norm
from bio2lint.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterable

GOLDEN = Path(__file__).parent / "golden"
AS_OF = date(2026, 11, 23)
HOSTILE = {
    "terminal": "\x1b[2J\x1b]0;titel\x07",
    "lines": "regel\neen\r\ntwee\x0bdrie\x0cvier\x85vijf\u2028zes\u2029zeven",
    "bidi": "\u202eomgekeerd\u2066\u200b\u200d\ufeff",
    "surrogates": "\ud800 \udfff",
    "controls": "\x00\x08\x9b31m\x7f",
    "noncharacters": "\ufffe\uffff\U0001fffe\ue000",
    "xml": "</failure></testcase>]]><!-- & \"'`",
    "json": '"}], "findings": [{"',
    "long": "lang" * 5_000,
    "wide": "e\u0301" * 500 + "漢字" * 500,
}
"""Texts that would break a line, steer a terminal, or make XML or JSON invalid."""


def measure(number: str, control: str) -> Measure:
    return Measure(number, control, "active", Text(number, number), None, None, {})


def norm(edition: str = "1.3") -> Norm:
    controls = {"5.3": (), "5.17": ("5.17.01", "5.17.02"), "7.7": ("7.07.01",)}
    measures = [measure(m, control) for control, below in controls.items() for m in below]
    return Norm(
        edition=edition,
        published="2026-01-09",
        copy=Text(
            nl="Gelezen uit een kopie die volgens haarzelf geen formele status heeft, voor de "
            "toetsen van dit programma.",
            en="Read from a copy that says of itself that it has no formal status, for the tests "
            "of this program.",
        ),
        themes={"5": Text("Organisatorisch", "Organisational")},
        controls={n: NormControl(n, Text(n, n), below, {}) for n, below in controls.items()},
        measures={m.number: m for m in measures},
        active=tuple(m.number for m in measures),
    )


def record(kind: str, identifier: str, path: str, **fields: Any) -> Any:
    data = {"kind": kind, "id": identifier, **fields}
    return records.build(kind, data, path=path, ordinal=0, invalid=set(), references=())


def mfa(path: str = "controls/mfa.yaml") -> Any:
    return record("control", "mfa", path, implements=["5.17.01"], status="implemented")


def no_chipcards(path: str = "exceptions/chipcards.yaml") -> Any:
    return record(
        "exception",
        "X-003",
        path,
        type="not-applicable",
        requirements=["7.07.01"],
        approved={"by": "directie", "date": "2026-03-09"},
    )


def finding(
    code: str = "REF003",
    path: str = "controls/mfa.yaml",
    line: int = 4,
    columns: tuple[int, int] = (23, 30),
    source: str = "implements: [5.10.03, 5.04.02]",
    message: Text | str = "5.04.02 is verplaatst naar 5.10.02.",
    hint: Text | None = None,
    *,
    severity: Severity = Severity.ERROR,
    end_line: int | None = None,
    **more: Any,
) -> Finding:
    """A finding with sensible fields; `columns` are its first and one past its last."""
    region = Region(path, line, columns[0], end_line or line, columns[1])
    fields: dict[str, Any] = {
        "code": code,
        "name": "measure-moved",
        "severity": severity,
        "message": Text(message, message) if isinstance(message, str) else message,
        "help": hint,
        "region": region,
        "pointer": "/implements/1",
        "source_line": source,
        "document": "mfa",
        "ordinal": 0,
        "kind": "control",
        "owner": "hoofd-werkplek",
        "requirements": (),
        "url": f"https://bio2lint.example/rules/{code}",
        "fixable": False,
        "fingerprint": "0123456789abcdef0123456789abcdef",
    }
    return Finding(**(fields | more))


def result(
    *findings: Finding,
    records: Iterable[Any] = (),
    edition: str = "1.3",
    unreadable: tuple[str, ...] = (),
    held_back: dict[str, int] | None = None,
    turned_off: dict[str, int] | None = None,
    stray: tuple[str, ...] = (),
    elsewhere: int = 0,
    **more: Any,
) -> Result:
    """A result of these findings; statuses follow from the records (MFA and chipcards if none)."""
    known = list(records) or [mfa(), no_chipcards()]
    judged_by = norm(edition)
    usual = {
        "profile": "standard",
        "not_applied": ("DUE004",),
        "silenced": (),
        "baseline": None,
        "repository": Repository(
            known,
            norm=judged_by,
            as_of=AS_OF,
            norm_place=Place("bio2lint.yaml", 0, ("norm",)),
            norm_pinned=True,
        ),
    }
    return Result(
        **(usual | more),
        norm=judged_by,
        as_of=AS_OF,
        findings=findings,
        coverage=coverage.of_all(
            judged_by,
            [r for r in known if isinstance(r, Control)],
            [r for r in known if isinstance(r, Exemption)],
            AS_OF,
            everything_known=not unreadable,
        ),
        documents=(
            *(DocumentName(r.path, r.ordinal, r.kind, r.id, 2) for r in known),
            *(DocumentName(path, 0, None, None, 1) for path in unreadable),
        ),
        unreadable=unreadable,
        held_back=held_back or {},
        turned_off=turned_off or {},
        stray=stray,
        elsewhere=elsewhere,
    )


def agree(name: str, text: str) -> None:
    """Assert that `text` is the golden file's; BIO2LINT_UPDATE_GOLDEN=1 writes it instead."""
    file = GOLDEN / name
    if os.environ.get("BIO2LINT_UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_bytes().decode("utf-8")
