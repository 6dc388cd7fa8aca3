"""The system of the examples on the pages of these rules."""

from __future__ import annotations

_SYSTEM = """\
kind: system
id: meldingen
title: Meldingen openbare ruimte
owner: %s
processes: [burgerzaken]
critical: false
internet_facing: true
classification: {confidentiality: medium, integrity: low, availability: low}
"""


def owned_by(owner: str) -> dict[str, str]:
    """Return a system with its owner, as it is written in YAML."""
    return {"systems/meldingen.yaml": _SYSTEM % owner}
