"""How the runner of GitHub Actions reads a job's output: which commands it carries out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

REGISTERED = frozenset(
    (
        *("set-env", "set-output", "save-state", "add-path", "add-mask", "add-matcher", "debug"),
        *("remove-matcher", "warning", "error", "notice", "group", "endgroup", "echo"),
        "stop-commands",
    )
)
ELSEWHERE = re.compile(r"##(?:vso|teamcity)\[")
"""Commands of the agents of Azure Pipelines and TeamCity, anywhere in a line."""

_DATA = {"\r": "%0D", "\n": "%0A", "%": "%25"}
_PROPERTY = {"\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C", "%": "%25"}
_OLD = {";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D", "%": "%25"}


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def obeyed(output: str) -> list[Command]:
    """The commands in an output, in order; `::` counts at the start of a line, `##[` anywhere."""
    lines = re.split(r"\r\n|\r|\n", output)
    return [command for line in lines if (command := _new(line) or _old(line)) is not None]


def _new(line: str) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    return _command(line[2:end], ",", _PROPERTY, _unescaped(line[end + 2 :], _DATA))


def _old(line: str) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    return _command(line[start + 3 : end], ";", _OLD, _unescaped(line[end + 1 :], _OLD))


def _command(info: str, separator: str, escapes: Mapping[str, str], data: str) -> Command | None:
    name, _, listed = info.partition(" ")
    if name.lower() not in REGISTERED:
        return None
    pairs = [part.split("=", 1) for part in listed.strip().split(separator) if part]
    properties = {pair[0]: _unescaped(pair[1], escapes) for pair in pairs if len(pair) == 2}
    return Command(name, properties, data)


def _unescaped(text: str, escapes: Mapping[str, str]) -> str:
    for character, escape in escapes.items():
        text = text.replace(escape, character)
    return text
