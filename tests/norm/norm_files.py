"""Where the tests of this folder read the norm's data file and, where it is kept, its source."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT.parent / "shared" / "norm"

EDITIONS = ("1.2", "1.3")

Facts = dict[str, Any]


def load(edition: str = "1.3") -> Facts:
    """Return an edition as plain data, dates as text, as JSON Schema wants them."""
    text = (ROOT / "policies" / f"bio2-{edition}.yaml").read_text("utf-8")
    data: Facts = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return data


def schema() -> Facts:
    data: Facts = json.loads((ROOT / "schemas" / "norm.schema.json").read_text("utf-8"))
    return data


def active(facts: Facts) -> dict[str, Facts]:
    return {n: m for n, m in facts["measures"].items() if m["state"] == "active"}


def control_of(number: str) -> str:
    theme, control, _ = number.split(".")
    return f"{theme}.{int(control)}"


def functions(measure: Facts) -> set[str]:
    """Return every function that a measure names, in whatever part it plays."""
    demands = measure.get("demands", {})
    named = {f for part in measure.get("roles", {}).values() for f in part}
    named |= {demands["approval"]["by"]} if "approval" in demands else set()
    return named | ({demands["consult"]} if "consult" in demands else set())


def periods(measure: Facts) -> set[str]:
    """Return every duration that a measure names, of whatever kind."""
    found = {
        measure.get(key, {}).get(bound)
        for key, bound in (("interval", "max"), ("deadline", "max"), ("retention", "min"))
    }
    return {period for period in found if period}


def present(norm: Facts, get: Callable[[Facts], object]) -> dict[str, object]:
    """Return what `get` finds in the measures that have it."""
    found = {number: get(item) for number, item in norm["measures"].items()}
    return {number: value for number, value in found.items() if value}


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the place and the text of each text pair below a value, per language."""
    if isinstance(value, dict):
        if value.keys() & {"nl", "en"}:
            yield from ((f"{path}/{lang}", str(text)) for lang, text in value.items())
            return
        for key, item in value.items():
            yield from texts(item, f"{path}/{key}")


def _source(name: str) -> Path:
    path = SOURCE / name
    if not path.is_file():
        pytest.skip(f"the norm's source texts are not beside the repository: {name}")
    return path


def table(name: str, key: str) -> dict[str, dict[str, str]]:
    """Return the rows of a table of the source by one of its columns, or skip the test."""
    with _source(name).open(encoding="utf-8", newline="") as rows:
        return {row[key]: row for row in csv.DictReader(rows)}


def official_text(name: str) -> str:
    return _source(name).read_text("utf-8")


def official_measures(edition: str) -> dict[str, str]:
    """Return the official text of every measure number of an edition, or skip the test."""
    parts = re.split(
        r"^## (\d\.\d\d\.\d\d)\s*$",
        official_text(f"bio2-{edition}-deel2-maatregelen.md"),
        flags=re.MULTILINE,
    )
    return {number: body.strip() for number, body in zip(parts[1::2], parts[2::2], strict=True)}
