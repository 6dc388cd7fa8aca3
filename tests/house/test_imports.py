"""Imports run one way: what stands further down may import what stands above it, never back."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "bio2lint"

# Every module of the package, or folder of modules, from the ground up: a layer imports layers
# above it in this list, and modules of its own layer.
LAYERS = (
    ("__init__", "finding", "resources", "numbers", "period", "status", "wording", "edits"),
    ("yamlfile",),
    ("schema", "model", "norm", "profile", "tree", "files", "codeowners"),
    ("suppression",),
    ("cel",),
    ("history", "document", "coverage", "past"),
    ("repository",),
    ("decisions", "showing"),
    ("rules", "deciders"),
    ("settings",),
    ("judge", "repair", "silencing", "unaccounted", "baseline", "custom"),
    ("reading",),
    ("engine",),
    ("report",),
    ("opening",),
    ("check", "source", "editions"),
    ("record", "inforce", "fix", "explain", "migrate", "review", "asking", "trend"),
    ("cli",),
    ("__main__",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
# The work tree asks Git which files count; Git is known to history alone.
LATE = {("tree", "history")}


def layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("bio2lint"):
            found |= (
                {f"bio2lint.{alias.name}" for alias in node.names}
                if node.module == "bio2lint"
                else {node.module}
            )
        elif isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.startswith("bio2lint")}
    return {name for name in found if name != "bio2lint.__version__"}


def test_every_module_has_a_layer() -> None:
    names = {
        layer(f"bio2lint.{'.'.join(p.relative_to(PACKAGE).with_suffix('').parts)}")
        for p in modules()
    }
    assert names == set(LEVEL)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = layer(f"bio2lint.{'.'.join(path.relative_to(PACKAGE).with_suffix('').parts)}")
    upward = {
        name
        for name in imported(path)
        if LEVEL[layer(name)] > LEVEL[own] and (own, layer(name)) not in LATE
    }
    assert not upward


def test_finding_imports_nothing_of_ours() -> None:
    assert imported(PACKAGE / "finding.py") == set()


def test_only_history_knows_git() -> None:
    starting = {
        layer(f"bio2lint.{'.'.join(path.relative_to(PACKAGE).with_suffix('').parts)}")
        for path in modules()
        if any(
            (isinstance(node, ast.ImportFrom) and node.module in ("subprocess", "git"))
            or (
                isinstance(node, ast.Import)
                and any(alias.name in ("subprocess", "git") for alias in node.names)
            )
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    }
    assert starting == {"history", "cel"}


def test_no_rule_imports_another() -> None:
    rules = [p for p in (PACKAGE / "rules").rglob("*.py") if not p.name.startswith("_")]
    names = {f"bio2lint.rules.{p.parent.name}.{p.stem}" for p in rules}
    for path in rules:
        assert not imported(path) & names, path
