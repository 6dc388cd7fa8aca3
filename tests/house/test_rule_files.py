"""A rule is one page that can be read at once."""

from __future__ import annotations

from pathlib import Path

import pytest

RULES = Path(__file__).parents[2] / "bio2lint" / "rules"
LONGEST = 150
ADVICE = """\
{path} has {count} lines; a rule has at most {most}. Take out what is not needed, first of all from
its examples. Is it still too long, move one subject of its own (what to look for, how long
something holds) to a module `_subject.py` beside it; what several rules say belongs there as well.
"""


def too_long(path: Path) -> str | None:
    """Return what to do about a file that is too long; None when it is not."""
    count = len(path.read_text(encoding="utf-8").splitlines())
    return ADVICE.format(path=path.name, count=count, most=LONGEST) if count > LONGEST else None


def rule_files() -> list[Path]:
    return sorted(path for path in RULES.glob("*/*.py") if not path.name.startswith("_"))


@pytest.mark.parametrize("path", rule_files(), ids=lambda path: path.stem)
def test_a_rule_fits_on_a_page(path: Path) -> None:
    advice = too_long(path)
    assert advice is None, advice


@pytest.mark.parametrize("over", [0, 1])
def test_what_is_too_long(tmp_path: Path, over: int) -> None:
    path = tmp_path / "rule.py"
    path.write_text("line = 1\n" * (LONGEST + over), encoding="utf-8")
    assert (too_long(path) is not None) == bool(over)


def test_every_rule_is_looked_at() -> None:
    assert {"measure_moved.py", "yaml_syntax.py"} <= {path.name for path in rule_files()}
    assert len(rule_files()) > 60
