"""Files that are not written yet, over those of another tree."""

from __future__ import annotations

import posixpath
from io import BytesIO
from typing import TYPE_CHECKING

from bio2lint.tree.content import digests_of
from bio2lint.tree.snapshot import Fact, is_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bio2lint.tree.snapshot import Tree


class Overlay:
    """Another tree in which some files hold other bytes: what is not written yet."""

    def __init__(self, below: Tree, content: Mapping[str, bytes]) -> None:
        self._below = below
        self._content = content

    def paths(self) -> list[str]:
        """Return the paths of the tree below, and those of YAML that only the overlay has."""
        return sorted({*self._below.paths(), *filter(is_yaml, self._content)})

    def read(self, path: str, limit: int) -> bytes:
        """Return at most `limit` bytes of a file; OSError when it cannot be read."""
        content = self._content.get(path)
        return self._below.read(path, limit) if content is None else content[:limit]

    def fact(self, path: str, *, digest: bool) -> Fact:
        """Return what is known of a path; of a file that the overlay has, by its bytes."""
        content = self._content.get(posixpath.normpath(path))
        if content is None or path.endswith("/"):
            return self._below.fact(path, digest=digest)
        digests = digests_of(BytesIO(content)) if digest else frozenset[str]()
        return Fact("file", None, len(content), digests)

    def is_link(self, path: str) -> bool:
        """Whether what stands at a path is a link, or is found through one; writing leaves it."""
        return self._below.is_link(path)

    def top(self) -> tuple[Tree, str]:
        """Return the whole of the tree below; what the overlay has counts there as well."""
        top, prefix = self._below.top()
        return Overlay(top, {prefix + path: held for path, held in self._content.items()}), prefix
