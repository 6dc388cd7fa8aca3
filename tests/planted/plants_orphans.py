"""Planted objects that belong to nothing (REF007)."""

from __future__ import annotations

from planted_repo import plant

RISK = """\
kind: risk
id: ▸R-032
title: Verouderde lijst met sleutelhouders van de buitenlocaties
owner: hoofd-facilitair
status: open
threat: Een sleutel raakt zoek zonder dat iemand weet wie hem had
consequence: Een onbevoegde komt een afgesloten ruimte binnen
inherent: {likelihood: 2, impact: 3, level: medium}
residual: {likelihood: 1, impact: 3, level: low}
impact_areas:
  {political: 1, financial: 2, image: 1, trust: 2, publicity: 1, motivation: 1,
  management-control: 1}
treatment: mitigate
analysed: {by: hoofd-facilitair, date: 2026-10-06, ref: Z26-0688}
review: {last: 2026-10-06, interval: P1Y, by: hoofd-facilitair}
"""
DOCUMENT = """\
kind: document
id: ▸afspraken-vergaderruimtes
title: Afspraken over schermen in vergaderruimtes
owner: hoofd-facilitair
type: procedure
status: approved
approved: {by: gemeentesecretaris, date: 2026-09-08, ref: MT 2026-55}
url: https://intranet.lindemeer.example/afspraken-vergaderruimtes
review: {last: 2026-09-08, interval: P1Y, by: hoofd-facilitair}
"""
SYSTEM = """\
kind: system
id: ▸narrowcasting
title: Schermen in de publiekshal
owner: hoofd-communicatie
classification: {confidentiality: low, integrity: medium, availability: low}
critical: false
criticality: {by: hoofd-communicatie, date: 2026-09-10, ref: Z26-0655}
internet_facing: false
review: {last: 2026-09-10, interval: P1Y, by: hoofd-communicatie}
"""

ORPHANS = (
    plant("REF007", "a risk of nothing", ("risks/R-032.yaml", "", RISK), status=0),
    plant(
        "REF007",
        "a document about nothing",
        ("documents/afspraken-vergaderruimtes.yaml", "", DOCUMENT),
        status=0,
    ),
    plant("REF007", "a system of no process", ("systems/narrowcasting.yaml", "", SYSTEM), status=0),
)
