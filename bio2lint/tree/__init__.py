"""Which files there are, their bytes and facts. Rules ask the tree nothing: facts are gathered."""

from __future__ import annotations

from bio2lint.tree.overlay import Overlay
from bio2lint.tree.snapshot import Fact, Tree, is_yaml
from bio2lint.tree.work import WorkTree

__all__ = ["Fact", "Overlay", "Tree", "WorkTree", "is_yaml"]
