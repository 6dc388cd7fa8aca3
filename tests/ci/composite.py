"""A small runner of composite actions: does their shell steps as GitHub's runner does.

Steps that use another action are noted, with what they are given.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_TOKEN = re.compile(r"\s*(?:(&&|\|\||==|!=|!|\(|\))|'((?:[^']|'')*)'|([\w.*-]+))")
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_STATUS = re.compile(r"\b(?:always|cancelled|failure|success)\(")


@dataclass(frozen=True)
class Step:
    """What became of a step; `given` is what another action got, `status` that of a shell."""

    outcome: str
    output: str = ""
    summary: str = ""
    status: int | None = None
    given: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """What became of an action: its steps by name, its outputs, and whether the job stays green."""

    steps: dict[str, Step]
    outputs: dict[str, str]
    passed: bool

    @property
    def log(self) -> str:
        """Return what all steps said."""
        return "".join(step.output for step in self.steps.values())


def as_text(text: str) -> Any:
    """Return a YAML document with every value as the text that stands there."""
    (data,) = yaml.load_all(text, yaml.BaseLoader)
    return data


def run(
    action: Path,
    inputs: Mapping[str, str],
    github: Mapping[str, Any],
    environ: Mapping[str, str],
    used: Mapping[str, Mapping[str, str]],
) -> Job:
    """Do the steps of an action in the folder GITHUB_WORKSPACE of `environ`.

    `used` are the outputs of other actions, by the id of the step that uses them.
    """
    declared = as_text(action.read_text(encoding="utf-8"))
    assert set(inputs) <= set(declared["inputs"]), "the runner only warns of unknown inputs"
    context: dict[str, Any] = {"github": github, "steps": {}}
    defaults = {name: _filled(one["default"], context) for name, one in declared["inputs"].items()}
    context["inputs"] = {**defaults, **inputs}
    steps: dict[str, Step] = {}
    green = True
    for number, step in enumerate(declared["runs"]["steps"]):
        made: dict[str, str] = {}
        if not _wanted(step.get("if", ""), context, green=green):
            done = Step("skipped")
        elif "uses" in step:
            given = {name: _filled(text, context) for name, text in step["with"].items()}
            done = Step("success", given=given)
            made = dict(used.get(step.get("id", ""), {}))
        else:
            done, made = _shell(step, context, environ, str(number))
        green = green and done.outcome != "failure"
        steps[step["name"]] = done
        context["steps"][step.get("id")] = {"outcome": done.outcome, "outputs": made}
    outputs = {name: _filled(one["value"], context) for name, one in declared["outputs"].items()}
    return Job(steps, outputs, green)


def _shell(
    step: Mapping[str, Any], context: Mapping[str, Any], environ: Mapping[str, str], name: str
) -> tuple[Step, dict[str, str]]:
    assert step["shell"] == "bash"
    assert "${{" not in step["run"], "an expression in a script is text of that script"
    files = {
        variable: os.path.join(environ["RUNNER_TEMP"], f"{variable}-{name}")
        for variable in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
    }
    for path in files.values():
        open(path, "w", encoding="utf-8").close()
    variables = {key: _filled(text, context) for key, text in step.get("env", {}).items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=environ["GITHUB_WORKSPACE"],
        env={**environ, **files, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    with open(files["GITHUB_STEP_SUMMARY"], encoding="utf-8") as stream:
        summary = stream.read()
    with open(files["GITHUB_OUTPUT"], encoding="utf-8") as stream:
        made = dict(line.rstrip("\n").split("=", 1) for line in stream)
    outcome = "failure" if done.returncode else "success"
    return Step(outcome, done.stdout.decode(), summary, done.returncode), made


def _wanted(condition: str, context: Mapping[str, Any], *, green: bool) -> bool:
    condition = condition.strip().removeprefix("${{").removesuffix("}}")
    if not _STATUS.search(condition) and not green:
        return False
    return not condition or bool(evaluate(condition, {**context, "green": green}))


def _filled(text: str, context: Mapping[str, Any]) -> str:
    return _EXPRESSION.sub(lambda found: str(evaluate(found[1], context)), text)


def evaluate(expression: str, context: Mapping[str, Any]) -> Any:
    """Return the value of an expression; what is not there is empty text.

    As in docs.github.com, "Evaluate expressions in workflows and actions".
    """
    tokens = [found.groups() for found in _TOKEN.finditer(expression.strip())]
    rest = iter([*tokens, (None, None, None)])
    reader = _Reader(rest, context)
    value = reader.any_of()
    assert reader.token == (None, None, None), expression
    return value


class _Reader:
    """Reads one expression from the left, by the precedence of its operators."""

    def __init__(self, rest: Iterator[tuple[Any, ...]], context: Mapping[str, Any]) -> None:
        self._rest = rest
        self._context = context
        self.token = next(rest)

    def _next(self) -> tuple[Any, ...]:
        read, self.token = self.token, next(self._rest, (None, None, None))
        return read

    def any_of(self) -> Any:
        value = self._all_of()
        while self.token[0] == "||":
            self._next()
            other = self._all_of()
            value = value or other
        return value

    def _all_of(self) -> Any:
        value = self._compared()
        while self.token[0] == "&&":
            self._next()
            other = self._compared()
            value = other if value else value
        return value

    def _compared(self) -> Any:
        value = self._single()
        if self.token[0] in ("==", "!="):
            equal = self._next()[0] == "=="
            return (str(value).lower() == str(self._single()).lower()) is equal
        return value

    def _single(self) -> Any:
        operator, text, name = self._next()
        if operator == "!":
            return not self._single()
        if operator == "(":
            value = self.any_of()
            assert self._next()[0] == ")"
            return value
        if name is None:
            return text.replace("''", "'")
        if self.token[0] == "(":
            self._next()
            assert self._next()[0] == ")"
            return self._status(name)
        return self._looked_up(name)

    def _status(self, name: str) -> bool:
        green = bool(self._context["green"])
        states = {"always": True, "cancelled": False, "success": green, "failure": not green}
        return states[name]

    def _looked_up(self, name: str) -> Any:
        value: Any = self._context
        for part in name.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        return "" if value is None else value
