"""The example administration, grown to any number of documents, for measuring.

Its controls, risks and evidence are copied under new ids, which refer to each other as the
originals do: so the documents are real ones, and a check finds what it finds on the example.

    python benchmarks/corpus.py FOLDER [DOCUMENTS]
"""

from __future__ import annotations

import re
import shutil
import sys
from itertools import count
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "repo"
COPIED = ("controls", "risks", "evidence")
IDS = re.compile(r"\b(bm-\d[\w-]*|R-\d{3}|E-\d{4}-\d{3})\b")
KIND = re.compile(r"^kind:", re.MULTILINE)


def write(folder: Path, documents: int = 3000) -> int:
    """Write a repository of at least that many documents to a new folder; return how many."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    written = sum(len(KIND.findall(_text(path))) for path in EXAMPLE.rglob("*.yaml"))
    originals = [path for name in COPIED for path in sorted((EXAMPLE / name).glob("*.yaml"))]
    copies = count(2)
    while written < documents:
        copy = next(copies)
        for path in originals:  # all of them, or references would lead nowhere
            text = IDS.sub(rf"\1-copy{copy}", _text(path))
            target = folder / path.parent.name / f"{path.stem}-copy{copy}.yaml"
            target.write_text(text, encoding="utf-8")
            written += len(KIND.findall(text))
    return written


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 3000  # noqa: PLR2004 (a script's arguments)
    print(write(Path(sys.argv[1]), wanted), "documents")
