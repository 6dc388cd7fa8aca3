"""The rules: one module each, in the folder of its group, registered by being there.

A rule's module has `RULE`, its published page in `DOCS`, and exactly one of these functions, whose
name says when it runs:

- `check_document(document, norm, as_of)`: of one document, right after reading, while its data is
  at hand; or, if it is `dated`, afterwards, and only then is there a date;
- `check_repository(repository)`: of the index of all records;
- `check_change(before, after)`: of two indexes, for the review of a change.

Each is pure and yields `Found`. A rule with options is given `options`, a mapping from their names
to their values, by that name.
"""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bio2lint.finding import Severity, Text


_OWN = re.compile("[A-Z]{2,4}[0-9]{0,3}")


class Docs(NamedTuple):
    """What the page of a rule says besides its summary: why it matters, and how to mend a fault.

    `bad` and `good` are files of an otherwise sound administration, by path: with `bad` there is
    exactly one finding, of this rule; with `good` there is none. Of a rule of changes, `before` is
    what they change.
    """

    why: Text
    fix: Text
    bad: dict[str, str]
    good: dict[str, str]
    before: Mapping[str, str] = MappingProxyType({})


class Option(NamedTuple):
    """What an organisation may choose about a rule, in the settings.

    `kind` is period (an ISO 8601 duration), integer, flag, or texts (a list, or a lone one).
    `default` holds when nothing is chosen, and is what the rule is given: a Period, int, bool or
    tuple of texts.
    """

    name: str
    kind: str
    default: Any
    about: Text


class Rule(NamedTuple):
    """What is fixed of a rule.

    `source` is where it comes from: a section of Part 1 by its formal number (`§6.5`), `Part 2`,
    or `hygiene` for what every good administration does. `summary` says what it demands, in one
    sentence. `kinds` are the kinds of documents that a rule of documents is about, all when empty;
    `about` is the part of a document (`problems`, `faults`, `numbers` or `dates`) without which it
    is not asked. `absence`: it reports that something is not there, so its findings are held back
    while a file is unreadable. `settings`: a rule of documents that reads the settings file as
    well. `dated`: a rule of documents that asks the as-of date; it sees the record, but no longer
    the data. `protected`: it can't be suppressed, turned off or lowered. `preview`: it is new, and
    only counts for those who ask for such rules. `page` is the file of an organisation's own rule.
    """

    code: str
    name: str
    severity: Severity
    source: str
    summary: Text
    kinds: tuple[str, ...] = ()
    about: str = ""
    absence: bool = False
    settings: bool = False
    dated: bool = False
    protected: bool = False
    fixable: bool = False
    preview: bool = False
    options: tuple[Option, ...] = ()
    page: str = ""

    @property
    def url(self) -> str:
        """Return the address of the rule's page; of an organisation's own rule, its file."""
        return self.page or f"https://bio2lint.example/rules/{self.code}"


class Check(NamedTuple):
    """A rule with its function; `scope` is document, repository or change."""

    rule: Rule
    scope: str
    run: Callable[..., Any]

    @property
    def group(self) -> str:
        """Return the group that it is of, as its folder is called: `management-system`."""
        return self.run.__module__.split(".")[-2].replace("_", "-")

    @property
    def docs(self) -> Docs:
        """Return what its page says."""
        found: Docs = vars(import_module(self.run.__module__))["DOCS"]
        return found


@cache
def load() -> tuple[Check, ...]:
    """Return every rule, ordered by code."""
    base = os.path.dirname(__file__)
    modules = [
        import_module(f"{__name__}.{group.name}.{entry.name[:-3]}")
        for group in os.scandir(base)
        if group.is_dir() and not group.name.startswith("_")
        for entry in os.scandir(group.path)
        if entry.name.endswith(".py") and not entry.name.startswith("_")
    ]
    return tuple(sorted(map(_check, modules), key=lambda check: check.rule.code))


@cache
def _groups() -> frozenset[str]:
    return frozenset(check.rule.code.rstrip("0123456789") for check in load())


def may_be_own(code: str) -> bool:
    """Whether a code, or the beginning of one, can only be that of an organisation's own rule.

    Neither it nor a setting for its prefix can be taken for one of the program's groups.
    """
    if _OWN.fullmatch(code) is None:
        return False
    own = code.rstrip("0123456789")
    return not any(own.startswith(group) or group.startswith(own) for group in _groups())


def _check(module: Any) -> Check:
    for scope in ("document", "repository", "change"):
        if run := getattr(module, f"check_{scope}", None):
            return Check(module.RULE, scope, run)
    message = f"{module.__name__} has no check_document, check_repository or check_change"
    raise TypeError(message)
