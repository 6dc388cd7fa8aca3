"""Start-up of the whole process as a ratio to `python -c pass`: medians of eleven, in turn.

python benchmarks/startup.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11
ROLE = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"


def seconds(command: list[str]) -> float:
    """Return how long a command takes."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "roles").mkdir()
        (Path(folder) / "roles" / "ciso.yaml").write_text(ROLE, encoding="utf-8")
        (Path(folder) / "bio2lint.yaml").write_text("norm: bio2@1.3\n", encoding="utf-8")
        program = [sys.executable, "-m", "bio2lint"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "--version": [*program, "--version"],
            "check of one document": [*program, "check", "--root", folder],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS + 1):
            for name, command in commands.items():
                times[name].append(seconds(command))
    medians = {name: statistics.median(of[1:]) for name, of in times.items()}
    base = medians["python -c pass"]
    for name, median in medians.items():
        print(f"{name:24} {median * 1000:7.1f} ms  {median / base:5.2f} x")


if __name__ == "__main__":
    main()
