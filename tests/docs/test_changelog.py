from __future__ import annotations

import re

from markdown_blocks import ROOT

from bio2lint import __version__


def test_the_changelog_begins_with_the_version_of_the_program() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = re.search(r"^## \[([^\]]+)\] - (.+)$", text, re.MULTILINE)
    assert heading is not None
    assert heading[1] == __version__
    assert re.fullmatch(r"Unreleased|\d{4}-\d\d-\d\d", heading[2])
