"""Patterns of paths as the forges read them, matched in time that no pattern can make explode."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

P = TypeVar("P")
S = TypeVar("S")


class Class(NamedTuple):
    """A set of characters (`[a-z]`): spans from first to last, or whatever is in none of them."""

    spans: tuple[tuple[str, str], ...]
    negated: bool


class Token(NamedTuple):
    """One step of a name's pattern: a `star`, a character, a class, or any one character."""

    star: bool = False
    literal: str | None = None
    chosen: Class | None = None


class Part(NamedTuple):
    """The pattern of one name of a path.

    `text` is all of it where it is a text alone; `pieces` are the texts between its stars where it
    has nothing else.
    """

    text: str | None
    tokens: tuple[Token, ...] = ()
    pieces: tuple[str, ...] = ()


FOLDERS = Part(None)
"""The one part that stands for any number of names, none as well."""

NAME = Part(None, (Token(star=True),), ("", ""))
"""A part that stands for any one name."""


def wild(
    pattern: Sequence[P],
    items: Sequence[S],
    is_star: Callable[[P], bool],
    fits: Callable[[P, S], bool],
) -> bool:
    """Whether a pattern in which some steps stand for any number of items matches all items.

    Only the last star is ever tried again, which is enough and takes at most the product of both
    lengths.
    """
    at = item = 0
    star = after = -1
    while item < len(items):
        if at < len(pattern) and is_star(pattern[at]):
            star, after = at, item
            at += 1
        elif at < len(pattern) and fits(pattern[at], items[item]):
            at += 1
            item += 1
        elif star >= 0:
            after += 1
            at, item = star + 1, after
        else:
            return False
    return all(is_star(step) for step in pattern[at:])


def part(text: str, *, classes: bool) -> Part | None:
    """Return the pattern of one name; None when a class in it never ends.

    A backslash takes the next character as it is; `classes` says whether `[a-z]` is one.
    """
    if not any(sign in text for sign in "*?[\\"):
        return Part(text)
    tokens = _tokens(text, classes=classes)
    if tokens is None:
        return None
    if all(token.literal is not None for token in tokens):
        return Part("".join(token.literal or "" for token in tokens))
    if all(token.star or token.literal is not None for token in tokens):
        return Part(None, tuple(tokens), _between_stars(tokens))
    return Part(None, tuple(tokens))


def _tokens(text: str, *, classes: bool) -> list[Token] | None:
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == "*":
            tokens.append(Token(star=True))
        elif char == "?":
            tokens.append(Token())
        elif char == "[" and classes:
            read = _class(text, at)
            if read is None:
                return None
            chosen, at = read
            tokens.append(Token(chosen=chosen))
        else:
            at += (escapes := char == "\\" and at < len(text))
            tokens.append(Token(literal=text[at - 1] if escapes else char))
    return tokens


def _between_stars(tokens: list[Token]) -> tuple[str, ...]:
    pieces = [""]
    for token in tokens:
        if token.star:
            pieces.append("")
        else:
            pieces[-1] += token.literal or ""
    return tuple(pieces)


def _class(text: str, at: int) -> tuple[Class, int] | None:
    """Return the class that begins at an offset and where it ends; None when it does not end."""
    negated = text[at : at + 1] in ("!", "^")
    at += negated
    spans: list[tuple[str, str]] = []
    while text[at : at + 1] != "]":
        first, at = _member(text, at)
        last = first
        if text[at : at + 1] == "-" and text[at + 1 : at + 2] not in ("", "]"):
            last, at = _member(text, at + 1)
        if not first or not last:
            return None
        spans.append((first, last))
    return Class(tuple(spans), negated), at + 1


def _member(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] == "\\" and at + 1 < len(text):
        at += 1
    return text[at : at + 1], at + 1


def name_fits(pattern: Part, name: str) -> bool:
    """Whether the pattern of one name matches a name as a whole."""
    if pattern.text is not None:
        return pattern.text == name
    if pattern.pieces:
        return _pieces_fit(pattern.pieces, name)
    return wild(pattern.tokens, name, _is_star, _character_fits)


def _pieces_fit(pieces: tuple[str, ...], name: str) -> bool:
    """Whether a name has all pieces in this order, the first and the last at its ends."""
    first, *middle, last = pieces
    if not (name.startswith(first) and name.endswith(last)):
        return False
    at, end = len(first), len(name) - len(last)
    for piece in middle:
        found = name.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return at <= end


def _is_star(token: Token) -> bool:
    return token.star


def _character_fits(token: Token, char: str) -> bool:
    if token.literal is not None:
        return token.literal == char
    if token.chosen is None:
        return True
    return token.chosen.negated != any(a <= char <= b for a, b in token.chosen.spans)


def path_fits(pattern: Sequence[Part], names: Sequence[str]) -> bool:
    """Whether the patterns of all names, of which some may be FOLDERS, match a path's names."""
    return wild(pattern, names, _is_any, name_fits)


def _is_any(pattern: Part) -> bool:
    return pattern is FOLDERS
