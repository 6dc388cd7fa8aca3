"""The supplier of the examples on the pages of these rules."""

from __future__ import annotations

PATH = "suppliers/zaakwerk.yaml"

SUPPLIER = """\
kind: supplier
id: zaakwerk
title: Zaakwerk Noord B.V.
owner: hoofd-burgerzaken
services: [Beheer van het zaaksysteem]
"""

CONTRACT = "contract: {kind: contract, ref: C-2026-017, start: 2026-03-01, end: 2029-02-28}\n"

CLAUSES = """\
clauses:
  requirements: true
  audit: true
  yearly_proof: true
  transparency: true
  exit: true
  chain: {applies: false, reason: De leverancier werkt zonder toeleveranciers.}
"""

BOUND = f"""\
{SUPPLIER}{CONTRACT}processes_information: true
{CLAUSES}"""
"""A supplier that processes information under sound agreements, but for what comes before them."""

ANALYSED = "analysis: [afhankelijkheid-zaakwerk]\n"

ASSURED = f"""\
{BOUND.replace("start: 2026-03", "start: 2024-03")}{ANALYSED}\
assessment: {{by: hoofd-burgerzaken, date: 2026-09-08, outcome: pass}}
assurance:
  report: https://documenten.lindemeer.example/zaakwerk-2025
  type: ISAE 3402 type II
  period: {{from: 2025-01-01, until: 2025-12-31}}
  scope: Beheer van het zaaksysteem
  independent: true
"""
"""A supplier of some years, with the assurance that its contract promises."""


def analysis(approved: str) -> dict[str, str]:
    """Return the files of the analysis, adopted on a day."""
    return {
        "documents/afhankelijkheid-zaakwerk.md": "# Afhankelijkheid van Zaakwerk Noord\n",
        "documents/afhankelijkheid-zaakwerk.yaml": f"""\
kind: document
id: afhankelijkheid-zaakwerk
title: Afhankelijkheid van Zaakwerk Noord en zijn keten
owner: hoofd-burgerzaken
type: analysis
path: documents/afhankelijkheid-zaakwerk.md
status: approved
approved: {{by: hoofd-burgerzaken, date: {approved}, ref: zaak 2026-0088}}
""",
    }
