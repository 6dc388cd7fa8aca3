"""The risk of the examples on the pages of the rules about numbers."""

from __future__ import annotations

_RISK = """\
kind: risk
id: R-007
title: Inhuurkracht deelt vertrouwelijke stukken
owner: hoofd-werkplek
processes: [burgerzaken]
requirements: [%s]
inherent: {likelihood: 3, impact: 3, level: medium}
residual: {likelihood: 1, impact: 3, level: low}
treatment: mitigate
review: {last: 2026-09-03, interval: P6M, by: hoofd-werkplek}
"""


def naming(number: str) -> dict[str, str]:
    """Return a risk that names a requirement by a number as it is written in YAML."""
    return {"risks/R-007.yaml": _RISK % number}
