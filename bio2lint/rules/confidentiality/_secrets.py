"""Where secrets stand in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.rules.confidentiality._context import lowered
from bio2lint.rules.confidentiality._forms import CALLED, FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.finding import Text
    from bio2lint.rules.confidentiality._forms import Form


class Secret(NamedTuple):
    """A secret from `start` up to `end`, in code points. It never holds the value itself."""

    start: int
    end: int
    kind: Text


# Every document is searched for every hint, so these are kept at hand.
_FORMS = tuple((form.hint, form) for form in FORMS)
_CALLED = tuple((form.hint, form) for form in CALLED)


def find(text: str) -> list[Secret]:
    """Return the secrets in a text, in order and without overlap; the time is linear."""
    small = lowered(text)
    hinted = [(form, text) for hint, form in _FORMS if hint in text]
    hinted += [(form, small) for hint, form in _CALLED if hint in small]
    if not hinted:
        return []
    found = [secret for form, searched in hinted for secret in _look_for(form, searched, text)]
    apart: list[Secret] = []
    for secret in sorted(found, key=lambda s: (s.start, -s.end)):
        if not apart or secret.start >= apart[-1].end:
            apart.append(secret)
    return apart


def _look_for(form: Form, searched: str, text: str) -> Iterator[Secret]:
    for match in re.finditer(form.pattern, searched, re.ASCII):
        groups = match.groupdict()
        start, end = match.span("s" if "s" in groups else 0)
        plausible = form.in_prose if groups.get("words") else form.plausible
        if plausible(text[start:end]):
            yield Secret(start, end, form.kind)
