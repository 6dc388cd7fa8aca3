"""The fenced blocks of a Markdown text: which file each shows, or which commands with output.

A line that ends with a colon and holds one code span names the file that the block after it shows.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]

_END = "\x1e"
_FENCE = re.compile(
    r"^## (?P<section>.+)$"
    r"|(?:^(?P<label>.*:)\n\n)?^```(?P<language>\w+)\n(?P<text>(?:.*\n)*?)```$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Block:
    """A fenced block; `file` is the path that it shows, None when it shows none."""

    section: str
    language: str
    text: str
    file: str | None


def blocks(document: str) -> list[Block]:
    """Return all fenced blocks of a Markdown file at the root of the repository, in order."""
    section, found = "", []
    for match in _FENCE.finditer((ROOT / document).read_text(encoding="utf-8")):
        if match["section"]:
            section = match["section"]
            continue
        spans = re.findall(r"`([^`]+)`", match["label"] or "")
        file = spans[0] if len(spans) == 1 else None
        found.append(Block(section, match["language"], match["text"], file))
    return found


def in_section(document: str, section: str) -> list[Block]:
    """Return the fenced blocks below one heading; there is at least one."""
    found = [block for block in blocks(document) if block.section == section]
    assert found, f"{document} has no blocks under {section}"
    return found


def file_block(document: str, file: str) -> Block:
    """Return the one block that shows a file."""
    (found,) = [block for block in blocks(document) if block.file == file]
    return found


def write(block: Block, folder: Path) -> None:
    """Write the file that a block shows."""
    assert block.file is not None
    path = folder / block.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a user without any settings, who has the program installed."""
    programs = os.path.dirname(sys.executable)
    return {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
    }


def replay(block: Block, folder: Path) -> str:
    """Return what a console block says when its commands are run in `folder`, one shell for all."""
    commands = [line[2:] for line in block.text.splitlines() if line.startswith("$ ")]
    assert commands, f"no commands in {block.text!r}"
    script = "".join(f"{command}\ns=$?; printf '\\036'; (exit $s)\n" for command in commands)
    ran = subprocess.run(
        ["sh", "-c", script],
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    outputs = ran.stdout.split(_END)[: len(commands)]
    return "".join(f"$ {c}\n{out}" for c, out in zip(commands, outputs, strict=True))


def prove(document: str, block: Block, folder: Path) -> None:
    """Assert that a console block shows what its commands say.

    With BIO2LINT_UPDATE_GOLDEN=1 the document is made to show it.
    """
    said = replay(block, folder)
    if os.environ.get("BIO2LINT_UPDATE_GOLDEN"):
        path = ROOT / document
        text = path.read_text(encoding="utf-8")
        shown = f"```console\n{block.text}```"
        assert text.count(shown) == 1
        path.write_text(text.replace(shown, f"```console\n{said}```"), encoding="utf-8")
    else:
        assert said == block.text, f"{document} shows something else than:\n{said}"
