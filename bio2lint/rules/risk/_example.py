"""The risk of the examples on the pages of these rules."""

from __future__ import annotations

_RISK = """\
kind: risk
id: R-007
title: Website toont verouderde openingstijden na een storing
owner: hoofd-burgerzaken
threat: Storing bij de beheerder van de website
consequence: Inwoners staan voor een gesloten deur
processes: [burgerzaken]
%s\
review: {last: 2026-09-03, interval: P6M, by: hoofd-burgerzaken}
"""
_ACCEPTED = """\
inherent: {likelihood: 2, impact: 2, level: low}
treatment: accept
actions: [{what: Nieuwe website, owner: hoofd-burgerzaken, due: 2027-04-30}]
acceptance: {by: college, date: 2025-11-04, ref: BW 2025-261, reason: Vervanging%s}
"""


def risk(rated: str) -> dict[str, str]:
    """Return a risk with its ratings and treatment, which are given as lines of YAML."""
    return {"risks/R-007.yaml": _RISK % rated}


def accepted(until: str) -> dict[str, str]:
    """Return an accepted risk; `until` follows the reason, within the acceptance."""
    return risk(_ACCEPTED % until)
