"""The process in which conditions of own rules run: it alone loads CEL, and may be ended.

It is a script that imports nothing of ours. It reads one request from its input (JSON: `as_of`,
`seconds` and `memory` that it may take, `conditions`, `documents`) and writes a line when it is
ready and then one for each condition. A condition that takes too much ends the process; what is
missing from its output says which one that was.
"""

from __future__ import annotations

import faulthandler
import json
import re
import sys
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

_SPAN = re.compile(
    r"P(?=[0-9T])(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?"
    r"(?:T(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?",
    re.ASCII,
)
_ISO_DAY = 10  # yyyy-mm-dd
_BATCH = 1000
"""For how many documents a condition gets its time."""

_FAULTS = (RuntimeError, TypeError, ValueError, OverflowError)
"""What CEL raises: on conditions that it cannot read, and where it gives up."""


def _midnight(text: str) -> datetime:
    if len(text) != _ISO_DAY:
        message = f"'{text}' is no date such as 2026-11-23"
        raise ValueError(message)
    return datetime.combine(date.fromisoformat(text), time(), UTC)


def _period(text: str) -> timedelta:
    """Return an ISO 8601 duration; a month is a twelfth of 365 days, so that P12M is P1Y."""
    found = _SPAN.fullmatch(text)
    if found is None:
        message = f"'{text}' is no period such as P1Y or PT4H"
        raise ValueError(message)
    years, months, weeks, days, *below = (int(part or 0) for part in found.groups())
    hours, minutes, seconds = below
    whole = (years * 12 + months) * 365 / 12 + weeks * 7 + days
    return timedelta(days=whole, hours=hours, minutes=minutes, seconds=seconds)


def _environment(as_of: datetime, documents: list[Any]) -> Any:
    """Return what a condition may use: variables and functions, none of which does I/O."""
    from cel_expr_python import cel  # type: ignore[import-untyped] # has no py.typed
    from cel_expr_python.ext.ext_optional import (  # type: ignore[import-untyped] # the same
        ExtOptional,
    )

    kinds, fields = cel.Type, cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
    by_id: dict[Any, Any] = {}
    for _, _, identifier, data in documents:
        by_id.setdefault(identifier, data)

    def function(name: str, result: Any, run: Any) -> Any:
        overload = cel.Overload(
            f"{name}_string", return_type=result, parameters=[kinds.STRING], impl=run
        )
        return cel.FunctionDecl(name, [overload])

    return cel.NewEnv(
        variables={
            "document": fields,
            "id": kinds.STRING,
            "kind": kinds.STRING,
            "as_of": kinds.TIMESTAMP,
        },
        extensions=[ExtOptional()],
        functions=[
            function("date", kinds.TIMESTAMP, _midnight),
            function("days_since", kinds.INT, lambda text: (as_of - _midnight(text)).days),
            function("period", kinds.DURATION, _period),
            function("find", fields, lambda identifier: by_id.get(identifier, {})),
        ],
    )


def _compiled(environment: Any, text: str) -> tuple[Any, dict[str, Any]]:
    """Return a condition that can be run, or None and why not."""
    try:
        program = environment.compile(text)
    except _FAULTS as error:
        return None, {"failure": "invalid", "detail": str(error)}
    result = program.return_type().name()
    if result not in ("BOOL", "DYN"):
        return None, {"failure": "not-boolean", "detail": result}
    return program, {}


def _answer(program: Any, variables: dict[str, Any]) -> bool | str:
    """Return what a condition says of a document, or in words why it says nothing."""
    try:
        result = program.eval(data=variables)
        kind = result.type().name()
        if kind == "BOOL":
            return bool(result.value())
        return str(result.value()) if kind == "ERROR" else f"the result is {kind}, not BOOL"
    except _FAULTS as error:
        return str(error)


def _judge(environment: Any, condition: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    """Return the indexes of documents of which a condition is false, and of those where it fails.

    A document is whether it is to be judged, its kind, id and data.
    """
    as_of = _midnight(request["as_of"])
    _limit_time(request["seconds"])
    program, failure = _compiled(environment, condition["text"])
    if program is None:
        return {"false": [], "failed": [], **failure}
    false, failed, detail = [], [], ""
    for index, (judged, kind, identifier, data) in enumerate(request["documents"]):
        if index % _BATCH == 0:
            _limit_time(request["seconds"])
        if judged and kind in condition["kinds"]:
            answer = _answer(
                program, {"document": data, "id": identifier, "kind": kind, "as_of": as_of}
            )
            if isinstance(answer, str):
                failed.append(index)
                detail = detail or answer
            elif not answer:
                false.append(index)
    return {
        "false": false,
        "failed": failed,
        "failure": "failed" if failed else None,
        "detail": detail,
    }


def _limit_time(seconds: float) -> None:
    """End the process after so many seconds from now, unless this is asked again before."""
    # A thread does it that needs no help of the interpreter: while CEL works, there is none.
    faulthandler.dump_traceback_later(seconds, exit=True)


def _limit_memory(size: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the time alone is limited
        return
    with suppress(ValueError, OSError):  # a lower limit holds already, or there is none
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(line)}\n")
    sys.stdout.flush()


def main() -> None:
    """Answer the request on the standard input."""
    request = json.load(sys.stdin.buffer)
    _limit_memory(request["memory"])
    environment = _environment(_midnight(request["as_of"]), request["documents"])
    _tell({"ready": True})
    for condition in request["conditions"]:
        _tell(_judge(environment, condition, request))
    faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    main()
