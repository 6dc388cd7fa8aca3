"""Conditions that ask for too much: refused within their time, while others are carried out."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bio2lint import cel
from bio2lint.cel import LONGEST, Condition, Subject, Verdict, worker

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2026, 11, 23)
SECONDS = 2
AMPLE = 60
"""What a test may take: starting two processes on a busy machine, and the time of one condition."""

TEN = "[0,1,2,3,4,5,6,7,8,9]"
DOCUMENT = {"s": "a" * 100_000, "l": list(range(1, 1001)), "n": 3}
EVERYWHERE = ("system",)


def verdicts(*conditions: str, data: dict[str, Any] | None = None) -> list[Verdict]:
    """Return what becomes of conditions, in less than ample time."""
    begin = monotonic()
    subject = Subject(judged=True, kind="system", id="a", data=DOCUMENT if data is None else data)
    found = cel.evaluate(
        [Condition(text, EVERYWHERE) for text in conditions], [subject], AS_OF, SECONDS
    )
    assert monotonic() - begin < AMPLE
    return found


TOO_MUCH = {
    "lists that double": "[[1, 2]]" + ".map(a, a + a)" * 26 + ".size() > 0",
    "texts that double": f"['{'a' * 200}']" + ".map(a, a + a)" * 26 + "[0].size() > 0",
    "lists in lists that are compared": " == ".join(
        ["[[1]]" + ".map(a, [a, a, a, a, a])" * 20] * 2
    ),
}


@pytest.mark.parametrize("condition", TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much_work_is_refused_and_the_next_rule_is_carried_out(condition: str) -> None:
    assert len(condition) <= LONGEST
    assert verdicts("1 == 2", condition, "document.n == 4") == [
        Verdict(false=(0,)),
        Verdict(failure="refused"),
        Verdict(false=(0,)),
    ]


FAILING = {
    "comprehensions in comprehensions": "".join(f"{TEN}.all({v}, " for v in "abcdefgh")
    + "a < 10"
    + ")" * 8,
    "comprehensions over the document": "document.l.all(a, document.l.all(b, a + b > 0))",
    "a regular expression too large": "document.s.matches('((a{0,100}){0,100}){0,100}$')",
    "numbers too large": "document.n * 9223372036854775807 > 0",
    "a day that is none": "date('9999-99-99') < as_of",
    "a period that is too long": "date('9999-12-31') + period('P9999Y') > as_of",
    "no position in a list": "document.l[9223372036854775807] == 1",
}


@pytest.mark.parametrize("condition", FAILING.values(), ids=FAILING)
def test_what_cel_gives_up_is_a_failure_on_that_document(condition: str) -> None:
    (found,) = verdicts(condition)
    assert (found.failure, found.failed, found.false) == ("failed", (0,), ())
    assert found.detail


INVALID = {
    "brackets": "[" * 500,
    "closed brackets": "[" * 500 + "]" * 500,
    "parentheses": "(" * 900 + "1" + ")" * 900,
    "braces": "{" * LONGEST,
    "signs that confuse parsers": "!!(!!!!!!(!!!!(((((!!(!!(!!!!((" * 60 + "1",
    "a long sum": "1" + " + 1" * 400 + " > 0",
    "questions": "true ? " * 250,
    "choices": "true ? 1 : " * 150 + "1",
    "fields": "document" + ".a" * 900,
    "positions": "document" + "[0]" * 600,
    "quotes": "'" * 999,
    "every sign": "?:[]{}()..,,!!--" * 100,
    "nothing": "",
    "only a remark": "// true",
    "lone surrogates": "'\ud800' == document.s",
    "a nul": "document.n == 3 \0",
}


@pytest.mark.parametrize("condition", INVALID.values(), ids=INVALID)
def test_what_is_no_condition_is_told_at_once(condition: str) -> None:
    begin = monotonic()
    found, other = verdicts(condition, "1 == 2")
    assert found.failure == "invalid"
    assert 0 < len(found.detail) <= 200
    assert "\n" not in found.detail
    assert other == Verdict(false=(0,))
    assert monotonic() - begin < AMPLE


FINE = {
    "an expression that others try for ever": "!document.s.matches('^(a+)+$b')",
    "another": "!document.s.matches('(a*)*(b|c|d)+$')",
    "a long list": "document.l.all(x, x > 0) && document.l.exists(x, x == 1000)",
    "a long text": "(document.s + document.s + document.s).size() == 300000",
    "minus upon minus": "-" * 500 + "1 == 1",
    "or upon or": " || ".join(["document.n == 4"] * 100) + " || document.n == 3",
}


@pytest.mark.parametrize("condition", FINE.values(), ids=FINE)
def test_what_only_looks_like_too_much_is_carried_out(condition: str) -> None:
    assert verdicts(condition) == [Verdict()]


@pytest.mark.parametrize(
    "data",
    [
        {"s": "\ud800"},
        {"s": "\0"},
        {"n": 10**18},
        {"s": "\x1b[31m" * 1000},
        {"": {"": [[[[[[[[[[]]]]]]]]]]}},
        {"s": "x" * 3_000_000},
    ],
)
def test_no_data_breaks_a_condition(data: dict[str, Any]) -> None:
    assert verdicts("document.size() == 1", "document == document", data=data)[0].failure in (
        None,
        "failed",
    )


def test_the_time_for_all_rules_together_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cel, "_SECONDS_FOR_ALL", 3)
    hostile = TOO_MUCH["lists in lists that are compared"]
    found = verdicts("1 == 2", *[hostile] * 30, "1 == 2")
    assert found[0] == Verdict(false=(0,))
    assert {verdict.failure for verdict in found[1:]} == {"refused"}


@pytest.mark.skipif(sys.platform != "linux", reason="memory can only be limited on Linux")
def test_too_much_memory_is_refused_before_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cel, "MEMORY", 400 << 20)
    begin = monotonic()
    subject = Subject(judged=True, kind="system", id="a", data=DOCUMENT)
    conditions = [Condition(text, EVERYWHERE) for text in (TOO_MUCH["lists that double"], "1 == 2")]
    found = cel.evaluate(conditions, [subject], AS_OF, 3 * AMPLE)
    assert found == [Verdict(failure="refused"), Verdict(false=(0,))]
    assert monotonic() - begin < AMPLE


def test_where_no_process_can_be_started_rules_are_unavailable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    assert verdicts("1 == 2", "1 == 1") == [Verdict(failure="unavailable")] * 2


def test_nothing_in_the_folder_that_is_checked_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "cel_expr_python", "re", "datetime"):
        (tmp_path / f"{name}.py").write_text("open('imported', 'w').close()\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert verdicts("1 == 2") == [Verdict(false=(0,))]
    assert not (tmp_path / "imported").exists()


def test_the_process_has_no_part_of_the_program() -> None:
    code = f"import runpy, sys; runpy.run_path({worker.__file__!r}); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True
    )
    assert not [name for name in done.stdout.split() if name.startswith(("bio2lint", "yaml"))]


PIECES = (
    "document", "id", "kind", "as_of", "find(", "date(", "period(", "days_since(", "has(", "size(",
    ".", ".?", ":", "?", "(", ")", "[", "]", "{", "}", ",", "&&", "||", "!", "==", "<", "+", "-",
    "*", "/", "%", "in", "true", "null", "1", "2.5", "'a'", ".l", ".s", ".n", ".all(x,", ".map(x,",
    ".exists(x,", "x", ".matches(", "orValue(", "r'\\'", '"', "//", "\n",
)  # fmt: skip
WRITTEN = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), min_size=20, max_size=40)
)
def test_whatever_is_written_gets_a_verdict(conditions: list[str]) -> None:
    found = verdicts(*conditions)
    assert len(found) == len(conditions)
    assert {verdict.failure for verdict in found} <= {None, "invalid", "not-boolean", "failed"}


def test_each_thousand_documents_get_the_time_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    monkeypatch.setattr(worker, "_limit_time", asked.append)
    monkeypatch.setattr(worker, "_limit_memory", lambda _: None)
    request = {
        "as_of": "2026-11-23",
        "seconds": 7,
        "memory": 0,
        "conditions": [{"text": "document.n < 2500", "kinds": ["system"]}],
        "documents": [[True, "system", "a", {"n": number}] for number in range(2501)],
    }
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(request).encode())))
    said = io.StringIO()
    monkeypatch.setattr(sys, "stdout", said)
    worker.main()
    ready, answer = map(json.loads, said.getvalue().splitlines())
    assert ready == {"ready": True}
    assert answer == {"false": [2500], "failed": [], "failure": None, "detail": ""}
    assert asked == [7, 7, 7, 7]  # once to read the condition, then for each thousand
