"""A review of a change of 20 files against a full check of the same repository.

Whole processes on one core, in turn, medians of several pairs; of a commit, and of the files on
disk:

    python benchmarks/review.py [DOCUMENTS] [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

import timing

CHANGED = 20


def change(folder: Path) -> None:
    """Edit a score of controls: each is reviewed less often."""
    paths = sorted((folder / "controls").glob("*.yaml"))
    fitting = [path for path in paths if "interval: P1Y, by:" in path.read_text(encoding="utf-8")]
    for path in fitting[:: len(fitting) // CHANGED][:CHANGED]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("interval: P1Y, by:", "interval: P18M, by:"), encoding="utf-8")


def main() -> None:
    """Print the medians and the ratios."""
    documents, runs = (int(word) for word in (sys.argv[1:] + ["3000", "7"][len(sys.argv) - 1 :]))
    timing.on_one_core()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = timing.repository(folder, documents)
        change(folder)
        timing.commit(folder, timing.AS_OF)
        dated = ("--as-of", timing.AS_OF)
        commands = {
            "check": ("check", *dated),
            "review of a commit": ("review", "HEAD~1", "HEAD", *dated),
            "review of the disk": ("review", "HEAD~1", *dated),
        }
        times: dict[str, list[float]] = {command: [] for command in commands}
        for _ in range(runs + 1):
            for command, arguments in commands.items():
                times[command].append(timing.seconds(folder, *arguments))
    print(f"{written} documents, {CHANGED} files changed")
    checks = times["check"][1:]
    for command, found in times.items():
        ratio = statistics.median(b / a for a, b in zip(checks, found[1:], strict=True))
        print(f"{command}: {statistics.median(found[1:]):.2f} s, {ratio:.2f} x")


if __name__ == "__main__":
    main()
