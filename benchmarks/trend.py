"""`bio2lint trend` over many commits as a multiple of one full check of the same repository.

Each commit changes a few files. Whole processes on one core, in turn, medians of several pairs:

    python benchmarks/trend.py [DOCUMENTS] [COMMITS] [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import timing

CHANGED = 3
FIRST = date(2026, 1, 1)


def history(folder: Path, commits: int) -> None:
    """Make commits, one a day, that each edit a few controls in turn."""
    paths = sorted((folder / "controls").glob("*.yaml"))
    for number in range(commits):
        for index in range(number * CHANGED, (number + 1) * CHANGED):
            path = paths[index % len(paths)]
            with path.open("a", encoding="utf-8") as stream:
                stream.write(f"x-meting-{number}: {index}\n")
        timing.commit(folder, (FIRST + timedelta(days=number)).isoformat())


def main() -> None:
    """Print both medians and their ratio."""
    usual = ["3000", "200", "3"]
    documents, commits, runs = (int(word) for word in sys.argv[1:] + usual[len(sys.argv) - 1 :])
    timing.on_one_core()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = timing.repository(folder, documents, (FIRST - timedelta(days=1)).isoformat())
        history(folder, commits)
        trend = ("trend", "--since", FIRST.isoformat(), "--every", "commit", "--format", "csv")
        check = ("check", "--as-of", timing.AS_OF)
        pairs = [
            (timing.seconds(folder, *check), timing.seconds(folder, *trend)) for _ in range(runs)
        ]
    one, many = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(
        f"{written} documents, {commits} commits: check {one:.2f} s, trend {many:.2f} s,", end=" "
    )
    print(f"{ratio:.1f} x")


if __name__ == "__main__":
    main()
