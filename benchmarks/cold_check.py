"""A cold check of a repository against only loading its files with PyYAML's C loader.

Whole processes on one core, in turn, medians of several runs:

    python benchmarks/cold_check.py [DOCUMENTS] [RUNS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus

LOAD = """
import os, sys, yaml
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".yaml"):
            with open(os.path.join(folder, name), "rb") as stream:
                list(yaml.load_all(stream, Loader=yaml.CSafeLoader))
"""


def seconds(command: list[str]) -> float:
    """Return how long a command takes."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def main() -> None:
    """Print both medians and their ratio."""
    documents, runs = (int(word) for word in (sys.argv[1:] + ["3000", "7"][len(sys.argv) - 1 :]))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        written = corpus.write(Path(folder), documents)
        loading = [sys.executable, "-c", LOAD, folder]
        checking = [sys.executable, "-m", "bio2lint", "check", "--root", folder]
        checking += ["--as-of", "2026-11-23"]
        pairs = [(seconds(loading), seconds(checking)) for _ in range(runs + 1)][1:]
    load, check = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"{written} documents: loading {load:.2f} s, check {check:.2f} s, {ratio:.2f} x")


if __name__ == "__main__":
    main()
