"""The reports: one module a format, each a pure function of a result and a context."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.engine import Result

FORMATS = {
    "text": "text",
    "concise": "concise",
    "json": "jsonreport",
    "junit": "junit",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "markdown": "markdown",
}
"""The formats by name, and the module of this package that writes each."""

_MODULES = {**FORMATS, "statistics": "statistics"}


class Context(NamedTuple):
    """What a report may know besides the result.

    `language` is nl or en. `fail_on` is the severity from which a finding fails, None for never.
    `width` is in columns. `hidden` is how many findings the command line narrowed away. `revision`
    is the commit that was checked. `status` is the exit status of the run. `working_path` and
    `git_path` turn a path relative to the root into one relative to the working folder and to the
    Git root.
    """

    language: str = "nl"
    fail_on: Severity | None = Severity.ERROR
    color: bool = False
    width: int = 80
    hidden: int = 0
    revision: str | None = None
    status: int = 0
    working_path: Callable[[str], str] = str
    git_path: Callable[[str], str] = str


def render(name: str, result: Result, context: Context) -> str:
    """Return the report in one of FORMATS, or the `statistics` in the place of `text`."""
    module = import_module(f"{__name__}.{_MODULES[name]}")
    report: str = module.render(result, context)
    return report
