"""`bio2lint` and `python -m bio2lint`: answers `--version` itself, leaves the rest to the cli."""

from __future__ import annotations

import sys

from bio2lint import __version__
from bio2lint.status import INTERRUPTED


def main() -> None:
    """Run the program; ends the process with the agreed exit status."""
    if sys.argv[1:] == ["--version"]:
        # The question every editor and CI asks first needs no command-line library.
        sys.stdout.write(f"bio2lint {__version__}\n")
        sys.exit(0)
    try:
        from bio2lint.cli import run

        status = run()
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


if __name__ == "__main__":
    main()
