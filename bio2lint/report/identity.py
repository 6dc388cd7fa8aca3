"""What a forge may know a finding by, when it holds more than one administration."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bio2lint.finding import Finding
    from bio2lint.report import Context


def in_git(finding: Finding, context: Context) -> str:
    """Return what no other finding in the Git repository has, made of its fingerprint.

    Forges take findings that they know by the same name for one.
    """
    root = context.git_path(".")
    if root == ".":
        return finding.fingerprint
    known_by = f"{root}\0{finding.fingerprint}".encode("utf-8", "surrogatepass")
    return sha256(known_by).hexdigest()[:32]
