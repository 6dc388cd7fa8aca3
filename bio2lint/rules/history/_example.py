"""The control that the examples on the pages of these rules change."""

from __future__ import annotations

PATH = "controls/wachtwoordkluis.yaml"
_CONTROL = """\
kind: control
id: wachtwoordkluis
title: Een wachtwoordkluis voor alle medewerkers
implements: ["5.17"]
owner: hoofd-werkplek
status: {status}
design: [documents/risicomethode.md]
review: {{last: {reviewed}, interval: P1Y, by: hoofd-werkplek}}
"""


def control(
    status: str = "implemented\nimplemented_on: 2026-05-09",
    reviewed: str = "2026-05-12",
    note: str = "",
) -> dict[str, str]:
    """Return the control as a file by path, with its status, review date and a note."""
    text = _CONTROL.format(status=status, reviewed=reviewed)
    return {PATH: text + (f"x-beoordeling: {note}\n" if note else "")}
