"""What is wrong with a file of ours that is no document: each mistake, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import schema, yamlfile
from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.finding import Pointer
    from bio2lint.yamlfile import YamlFile


class Mistake(NamedTuple):
    """A fault of the settings, at its line and column (1-based) of its file."""

    line: int
    column: int
    message: Text


class Wrong(NamedTuple):
    """What is wrong with the value at a pointer, or with its key."""

    pointer: Pointer
    message: Text
    key: bool = False


def unreadable(file: YamlFile) -> list[Mistake]:
    """Return what keeps a file from being one readable document."""
    from bio2lint.rules.structure._syntax import explain

    mistakes = [
        Mistake(*yamlfile.line_column(file, problem.start), _whole(*explain(problem)))
        for part in file.documents
        for problem in part.problems
    ]
    if len(file.documents) > 1:
        at = yamlfile.line_column(file, file.documents[1].start)
        words = Text(
            nl="Dit bestand bevat meer dan één document; houd er één over.",
            en="This file holds more than one document; keep one.",
        )
        mistakes.append(Mistake(*at, words))
    return mistakes


def located(file: YamlFile, wrong: Iterable[Wrong]) -> list[Mistake]:
    """Return what is wrong in the only document of a file, each at its line and column."""
    return [
        Mistake(
            *yamlfile.line_column(
                file, yamlfile.locate(file.documents[0], one.pointer, one.key)[0]
            ),
            one.message,
        )
        for one in wrong
    ]


def misfits(name: str, data: dict[str, Any]) -> list[Wrong]:
    """Return in what respects data does not fit the schema `name`."""
    if schema.fits(name, data):
        return []
    from bio2lint.rules.structure._misfits import explain
    from bio2lint.schema.errors import diagnose

    return [
        Wrong(
            fault.pointer,
            _unquoted(fault.value) if fault.kind == "ambiguous" else _whole(*explain(fault)),
            fault.key,
        )
        for fault in diagnose(name, data).faults
        # Codes are told apart by the rules that there are.
        if not (fault.key and "rules" in fault.pointer[:-1])
    ]


def _unquoted(value: object) -> Text:
    return Text(
        nl=f"Hier hoort een tekst, maar `{value}` is zonder aanhalingstekens geen tekst; schrijf "
        f'"{value}".',
        en=f'A text belongs here, but `{value}` without quotes is none; write "{value}".',
    )


def _whole(message: Text, advice: Text | None) -> Text:
    if advice is None:
        return message
    return Text(nl=f"{message.nl} {advice.nl}", en=f"{message.en} {advice.en}")
