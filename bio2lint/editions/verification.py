"""`norm verify`: the shipped facts against a copy of the official text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from bio2lint import files, wording
from bio2lint.editions import words
from bio2lint.finding import Text
from bio2lint.norm import markdown, verify
from bio2lint.report.layout import hanging, wrap
from bio2lint.report.safe import visible
from bio2lint.report.words import counted
from bio2lint.status import NOTHING, USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.norm import Norm
    from bio2lint.norm.markdown import Reading
    from bio2lint.norm.verify import Difference, Verdict

MAX_BYTES = 2_000_000
"""Largest text that is read; the official one has some 40 thousand bytes."""

_GAP = "  "


def run(norm: Norm, path: str) -> Verdict:
    """Return what differs between an edition and the text in a file.

    Refused with status 2 when the file cannot be read, with 3 when it holds no numbers.
    """
    reading = _read(path)
    if not reading.sections:
        raise Refused(
            NOTHING,
            Text(
                nl=f"{path} bevat geen nummers van overheidsmaatregelen.",
                en=f"{path} holds no numbers of government measures.",
            ),
        )
    return verify.verify(norm, reading)


def _read(path: str) -> Reading:
    try:
        content = files.read(path, MAX_BYTES + 1)
    except FileNotFoundError:
        raise Refused(
            USAGE, Text(nl=f"{path} bestaat niet.", en=f"{path} does not exist.")
        ) from None
    except OSError as error:
        why = files.reason(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"{path} kan niet worden gelezen: {why.nl}.",
                en=f"{path} cannot be read: {why.en}.",
            ),
        ) from error
    if len(content) > MAX_BYTES:
        raise Refused(
            USAGE,
            Text(
                nl=f"{path} is groter dan {MAX_BYTES} bytes; dat is geen deel 2 van de norm.",
                en=f"{path} is larger than {MAX_BYTES} bytes; that is no part 2 of the norm.",
            ),
        )
    return markdown.read(_decoded(content, path))


def _decoded(content: bytes, path: str) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(USAGE, _no_text(path, error.start)) from error
    if "\0" in text:
        raise Refused(USAGE, _no_text(path, content.index(0)))
    return text


def _no_text(path: str, offset: int) -> Text:
    return Text(
        nl=f"{path} is geen tekst in UTF-8 (vanaf byte {offset}).",
        en=f"{path} is no text in UTF-8 (from byte {offset}).",
    )


def as_text(found: Verdict, norm: Norm, path: str, language: str, width: int) -> str:
    """Return what differs, what is to be looked at and what is known, with lines of the file."""
    groups = (
        (Text(nl="Verschillen", en="Differences"), _listed(found.differences)),
        (Text(nl="Te bekijken", en="To be looked at"), _listed(found.doubts)),
        (
            Text(nl="Bekend en toegelicht", en="Known and explained"),
            [_single(known.difference, known.note) for known in found.known],
        ),
    )
    counts = len(found.differences), len(found.doubts), len(found.known)
    lines = wrap(_heading(found, norm, path).in_language(language), width)
    for (head, items), count in zip(groups, counts, strict=True):
        if items:
            lines += ["", f"{head.in_language(language)} ({count})"]
            for item in items:
                lines += _item(item, language, width)
    lines.append("")
    for text in _closing(found):
        lines += wrap(text.in_language(language), width)
    lines += hanging("Norm: ", norm.copy.in_language(language), width)
    return "\n".join(lines) + "\n"


def as_json(found: Verdict, norm: Norm, path: str, language: str) -> str:
    """Return the same as JSON."""
    return words.as_json(
        {
            "norm": norm.name,
            "file": visible(path),
            "numbers": found.numbers,
            "respelled": found.respelled,
            "clean": found.clean,
            "differences": [_plain(each, language) for each in found.differences],
            "to_look_at": [_plain(each, language) for each in found.doubts],
            "known": [
                {**_plain(each.difference, language), "note": each.note.in_language(language)}
                for each in found.known
            ],
        }
    )


Item = tuple[int, Text, Text | None]
"""What is shown of a difference: the line, what is said of which numbers, and the explanation."""


def _listed(differences: tuple[Difference, ...]) -> list[Item]:
    """Return differences as items, numbers that are missing at one place taken together."""
    items: list[Item] = []
    for (line, kind), group in groupby(differences, key=lambda each: (each.line, each.kind)):
        found = list(group)
        if kind == "missing" and len(found) > 1:
            numbers = wording.listed([each.number for each in found])
            items.append((line, _missing(numbers), None))
        else:
            items += [_single(each, None) for each in found]
    return items


def _missing(numbers: Text) -> Text:
    return Text(
        nl=f"{numbers.nl} ontbreken na deze regel",
        en=f"{numbers.en} are missing after this line",
    )


def _single(difference: Difference, note: Text | None) -> Item:
    number, message = difference.number, difference.message
    return difference.line, Text(nl=f"{number} {message.nl}", en=f"{number} {message.en}"), note


def _plain(difference: Difference, language: str) -> dict[str, Any]:
    message = difference.message.in_language(language)
    return {**difference._asdict(), "message": message}


def _heading(found: Verdict, norm: Norm, path: str) -> Text:
    shown = visible(path)
    return Text(
        nl=f"{shown} tegen {norm.name}: {found.numbers} nummers gelezen",
        en=f"{shown} against {norm.name}: {found.numbers} numbers read",
    )


def _item(item: Item, language: str, width: int) -> Iterator[str]:
    line, said, note = item
    place = Text(nl=f"regel {line}", en=f"line {line}").in_language(language)
    yield from hanging(f"{_GAP}{place}{_GAP}", said.in_language(language), width)
    if note is not None:
        yield from hanging(_GAP * 3, note.in_language(language), width)


def _closing(found: Verdict) -> Iterator[Text]:
    if found.respelled:
        respelled = counted(
            found.respelled,
            Text(nl="nummer is", en="number is"),
            Text(nl="nummers zijn", en="numbers are"),
        )
        yield Text(
            nl=f"{respelled.nl} anders geschreven, zoals zonder voorloopnul; dat telt niet als "
            "verschil.",
            en=f"{respelled.en} spelled in another way, such as without leading zeros; that is no "
            "difference.",
        )
    if found.clean:
        but = Text(nl=", op het bekende na", en=", but for what is known")
        known = but if found.known else Text("", "")
        yield Text(
            nl=f"De gegevens komen overeen met deze tekst{known.nl}.",
            en=f"The data agrees with this text{known.en}.",
        )
    else:
        yield Text(
            nl="De gegevens wijken af van deze tekst. Is dit een nieuwe uitgave, meld het dan aan "
            "de makers van bio2lint.",
            en="The data differs from this text. If this is a new publication, tell the makers of "
            "bio2lint.",
        )
