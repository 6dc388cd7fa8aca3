"""What would change in CODEOWNERS, as a unified diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.asking import Plan

_NO_END = "\\ No newline at end of file"


def lines(plan: Plan, path: str) -> Iterator[str]:
    """Yield the lines of a unified diff, without their ends."""
    from difflib import unified_diff

    old, new = (_lines((content or b"").decode()) for content in (plan.old, plan.new))
    before = "/dev/null" if plan.old is None else path
    for line in unified_diff(old, new, before, path, lineterm="\n"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield _NO_END


def _lines(text: str) -> list[str]:
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
