"""libyaml's errors, turned into a problem at the place that a writer has to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.yamlfile.decoding import Problem

if TYPE_CHECKING:
    from yaml.error import YAMLError

# Words of libyaml → kind, and whether the place is where the broken text begins.
_KNOWN = (
    ("maximum nesting depth", "too-deep", False),
    ("tab character", "tab", False),
    ("scanning a quoted scalar", "unclosed-quote", True),
    ("simple key", "missing-colon", True),
    ("mapping values are not allowed", "unexpected-colon", False),
    ("a tag", "tag", False),
    ("tag handle", "tag", False),
    ("expected ',' or", "unclosed-bracket", False),
)


def syntax_problem(error: YAMLError, text: str, offset: int) -> Problem:
    """Return where and how a text breaks YAML's grammar.

    ``detail`` holds libyaml's own words, which quote nothing of the text; ``related`` is the start
    of the list, mapping or text that is broken, where that is another place. ``offset`` is the
    place when libyaml names none.
    """
    problem = getattr(error, "problem", None) or "not valid YAML"
    context = getattr(error, "context", None) or ""
    at = _index(getattr(error, "problem_mark", None), offset)
    begin = _index(getattr(error, "context_mark", None), at)
    words = f"{context}: {problem}" if context else problem
    kind, from_start = "syntax", False
    if text[at : at + 1] == "\t":
        kind = "tab"
    else:
        for known, slug, place_at_start in _KNOWN:
            if known in words:
                kind, from_start = slug, place_at_start
                break
    if kind == "unclosed-bracket":
        # On a later line, what is in the way tells less than where the bracket was opened.
        from_start = bool(set(text[begin:at]) & set("\r\n"))
    if from_start:
        at = begin
    end = min(at + 1, len(text))
    related = begin if begin != at else None
    return Problem(kind, min(at, len(text)), end, recoverable=False, detail=words, related=related)


def _index(mark: object, otherwise: int) -> int:
    return int(getattr(mark, "index", otherwise))
