"""A component of GitLab as a job: its inputs filled in, and its scripts run as the runner does."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_INPUT = re.compile(r"\$\[\[ inputs\.([a-z-]+) \]\]")


def parts(template: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the declared inputs of a component and its jobs, not yet filled in."""
    spec, jobs = yaml.load_all(template.read_text(encoding="utf-8"), yaml.BaseLoader)
    return spec["spec"]["inputs"], jobs


def job(template: Path, inputs: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """Return the name of the one job of a component, and the job with its inputs filled in.

    Each text is filled in by itself, as GitLab does after it has read the YAML.
    """
    declared, jobs = parts(template)
    assert set(inputs) <= set(declared), "GitLab refuses unknown inputs"
    values = {name: inputs.get(name, one["default"]) for name, one in declared.items()}
    for name, one in declared.items():
        assert values[name] in one.get("options", [values[name]]), name
        assert re.search(one.get("regex", ""), values[name]), name
    (filled,) = _filled(jobs, values).items()
    name, content = filled
    return name, content


def _filled(data: Any, values: Mapping[str, str]) -> Any:
    if isinstance(data, dict):
        return {_filled(key, values): _filled(value, values) for key, value in data.items()}
    if isinstance(data, list):
        return [_filled(one, values) for one in data]
    return _INPUT.sub(lambda found: values[found[1]], data)


def run(
    content: Mapping[str, Any], folder: Path, environ: Mapping[str, str], shell: str = "bash"
) -> tuple[int, str]:
    """Run the scripts of a job in one shell that stops at the first failure."""
    lines = [*content.get("before_script", []), *content["script"]]
    done = subprocess.run(
        [shell, "-e", "-c", "\n".join(lines)],
        cwd=folder,
        env={**environ, **content["variables"]},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def as_json(content: Any) -> str:
    """Return a configuration as JSON, which is YAML as well."""
    return json.dumps(content)
