"""Conditions in the Common Expression Language (CEL), carried out in a process of their own.

CEL itself does no I/O and ends by nature, but may take very long and much memory to do so. What it
may take is therefore limited, and more than that ends that process, not the program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bio2lint.finding import Place

LONGEST = 2000
"""The most characters that a condition may have."""

SECONDS = 10
"""The most time that a condition may take for a thousand documents."""

MEMORY = 2 << 30
"""The most memory that conditions may take, in bytes, where the system can limit it."""

_SECONDS_FOR_ALL = 60
_SECONDS_MORE = 0.001  # for each condition on each document: forty times what it usually takes
_POSITION = re.compile(r"ERROR: <input>:(-?\d+):(-?\d+): (.*)")
_STATUS = re.compile(r"^[A-Z_]+: | \[[A-Z_]+\]$")
_LONGEST_DETAIL = 200


class Condition(NamedTuple):
    """A condition and the kinds of documents that it is about."""

    text: str
    kinds: tuple[str, ...]


class Subject(NamedTuple):
    """A document as conditions see it; one that is not `judged` can only be looked up by its id."""

    judged: bool
    kind: str
    id: str
    data: dict[str, Any]


class Verdict(NamedTuple):
    """The indexes of the documents that are not in order, and of those where a condition failed.

    `failure` is why it was not carried out as written: invalid, not-boolean, failed (on some
    document), refused (it took too much) or unavailable (CEL is not there). `detail` is what CEL
    says of it, `line` and `column` (1-based) where in the condition; both are 0 if it does not say.
    """

    false: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()
    failure: str | None = None
    detail: str = ""
    line: int = 0
    column: int = 0


class Failure(NamedTuple):
    """Why an own rule could not be carried out, at which place of it.

    `kind` is as in Verdict, or too-long, reserved or duplicate; `detail` is what goes with it, and
    `document` and `documents` the first document on which it failed and on how many. `other` is the
    place of the rule that has the same code.
    """

    kind: str
    place: Place
    detail: str = ""
    document: str = ""
    documents: int = 0
    other: Place | None = None


def evaluate(
    conditions: Sequence[Condition],
    documents: Sequence[Subject],
    as_of: date,
    seconds: float = SECONDS,
) -> list[Verdict]:
    """Return the verdict of each condition on the documents of its kinds.

    Raises nothing: a condition that takes more than its time or memory is refused, and where CEL is
    not installed, or does not start, every condition is unavailable.
    """
    from time import monotonic

    verdicts: list[Verdict] = []
    until = monotonic() + _SECONDS_FOR_ALL + _SECONDS_MORE * len(conditions) * len(documents)
    while left := conditions[len(verdicts) :]:
        answers = _answers(left, documents, as_of, seconds, until - monotonic())
        verdicts += map(_verdict, answers[1:])
        late = monotonic() >= until
        if late or not answers:
            failure = "refused" if late else "unavailable"
            missing = len(conditions) - len(verdicts)
            return [*verdicts, *[Verdict(failure=failure)] * missing]
        if len(answers) <= len(left):
            verdicts.append(Verdict(failure="refused"))
    return verdicts


def _answers(
    conditions: Sequence[Condition],
    documents: Sequence[Subject],
    as_of: date,
    seconds: float,
    seconds_for_all: float,
) -> list[dict[str, Any]]:
    """Return what the process says as far as it comes, the line that it is ready first."""
    import json
    import subprocess
    import sys

    from bio2lint.cel import worker

    request = {
        "as_of": as_of.isoformat(),
        "seconds": seconds,
        "memory": MEMORY,
        "conditions": [condition._asdict() for condition in conditions],
        "documents": documents,
    }
    try:
        # -P: what lies in the folder that is checked is never imported.
        said = subprocess.run(  # noqa: S603 -- this interpreter, with a script of ours
            [sys.executable, "-P", worker.__file__],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=seconds_for_all,
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
    except OSError:
        return []
    whole = (line for line in said.splitlines(keepends=True) if line.endswith(b"\n"))
    return [json.loads(line) for line in whole]


def _verdict(answer: dict[str, Any]) -> Verdict:
    detail = str(answer["detail"])
    line = column = 0
    if (found := _POSITION.search(detail)) is not None:
        line, column, detail = max(0, int(found[1])), max(0, int(found[2])), found[3]
    return Verdict(
        tuple(answer["false"]),
        tuple(answer["failed"]),
        answer["failure"],
        _brief(detail),
        line,
        column,
    )


def _brief(detail: str) -> str:
    """Return the first line of what CEL says, without the names of its kinds of errors."""
    first = next(iter(detail.splitlines()), "").partition(" expecting {")[0]
    first = _STATUS.sub("", first).removesuffix(" (in container '')").rstrip(".")
    return first if len(first) <= _LONGEST_DETAIL else f"{first[: _LONGEST_DETAIL - 1]}…"
