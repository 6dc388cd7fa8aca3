"""What tests of rules share: repositories in memory, and findings as `path:line:column CODE`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from bio2lint import engine, norm, rules, settings
from bio2lint.tree import Fact

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bio2lint.finding import Finding
    from bio2lint.past import Past

AS_OF = "2026-11-23"
NOISE = frozenset({"CMP001", "CMP002", "CMP009"})
"""What every repository that is not complete gives."""


def all_but(*prefixes: str) -> frozenset[str]:
    """Return the codes that begin with none of these: what a test is not about."""
    codes = (check.rule.code for check in rules.load())
    return frozenset(code for code in codes if not code.startswith(prefixes))


@dataclass(frozen=True, eq=False)
class Files:
    """A tree in memory: paths to text, bytes, or the fact that is to be told of them."""

    files: Mapping[str, str | bytes | Fact]

    def paths(self) -> list[str]:
        return sorted(path for path in self.files if path.endswith((".yaml", ".yml")))

    def read(self, path: str, limit: int) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(path)
        content = self.files[path]
        assert not isinstance(content, Fact)
        return (content.encode() if isinstance(content, str) else content)[:limit]

    def fact(self, path: str, *, digest: bool) -> Fact:
        from hashlib import sha256

        content = self.files.get(path)
        if content is None:
            folder = any(name.startswith(f"{path}/") for name in self.files)
            return Fact("folder" if folder else "missing")
        if isinstance(content, Fact):
            return content
        data = content.encode() if isinstance(content, str) else content
        digests = frozenset({sha256(data).hexdigest()}) if digest else frozenset[str]()
        return Fact("file", None, len(data), digests)

    def is_link(self, path: str) -> bool:  # noqa: ARG002 (there are no links in memory)
        return False

    def top(self) -> tuple[Files, str]:
        return self, ""


@cache
def edition(name: str) -> norm.Norm:
    return norm.load(name)


def result(files: Mapping[str, str | bytes | Fact], as_of: str = AS_OF) -> engine.Result:
    """Check a repository in memory; unless it has settings, by edition 1.3 and all rules."""
    files = {"bio2lint.yaml": "norm: bio2@1.3\npreview: true\n", **files}
    content = files["bio2lint.yaml"]
    assert not isinstance(content, Fact)
    read = settings.read(content.encode() if isinstance(content, str) else content)
    return engine.check(Files(files), read, edition(read.edition), date.fromisoformat(as_of))


def check(files: Mapping[str, str | bytes | Fact], as_of: str = AS_OF) -> list[Finding]:
    """Return all findings on a repository in memory."""
    return list(result(files, as_of).findings)


def expect(
    files: Mapping[str, str | bytes | Fact],
    *expected: str,
    as_of: str = AS_OF,
    ignoring: Collection[str] = NOISE,
) -> None:
    """Assert that exactly these findings (`path:line:column CODE`) are made, in this order."""
    found = [
        f"{f.region.path}:{f.region.line}:{f.region.column} {f.code}"
        for f in check(files, as_of)
        if f.code not in ignoring
    ]
    assert found == list(expected)


def of_change(
    before: Mapping[str, str],
    after: Mapping[str, str],
    as_of: str = AS_OF,
    past: Past | None = None,
) -> list[Finding]:
    """Return what the rules of changes find in a change of a repository in memory."""
    from bio2lint.review import State, review

    states = []
    for files in (before, after):
        named = {"bio2lint.yaml": "norm: bio2@1.3\n", **files}
        read = settings.read(named["bio2lint.yaml"].encode())
        states.append(State(Files(named), read, result(named, as_of)))
    codes = {check.rule.code for check in rules.load() if check.scope == "change"}
    return [found for found in review(*states, past=past).findings.new if found.code in codes]


def expect_change(
    before: Mapping[str, str], after: Mapping[str, str], *expected: str, as_of: str = AS_OF
) -> None:
    """Assert that the rules of changes make exactly these findings (`path:line:column CODE`)."""
    found = of_change(before, after, as_of)
    assert [f"{f.region.path}:{f.region.line}:{f.region.column} {f.code}" for f in found] == list(
        expected
    )
