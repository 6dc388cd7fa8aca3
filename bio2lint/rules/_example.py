"""The organisation of the examples on the pages of rules, and of the tests that prove them."""

from __future__ import annotations

STATEMENT = """\
statement:
  version: versie 2026-2
  approved: {by: college, date: 2026-10-13, ref: BW 2026-247}
  shared_with: [{party: Gemeenteraad van Lindemeer, date: 2026-10-22}]
  published: {date: 2026-10-27, url: 'https://www.lindemeer.example/informatieveiligheid'}
"""
"""Its statement of applicability."""

_BEGIN = """\
kind: organisation
id: lindemeer
title: Gemeente Lindemeer
owner: college
sector: municipality
cbw: {applies: true, registered: 2026-09-08}
scope:
  statement: Alle processen van de gemeente en de systemen waarop zij steunen.
  processes: [burgerzaken]
  systems: [werkplek]
context:
  internal: [Een team van acht mensen beheert werkplek en netwerk.]
  external: [Gijzelsoftware raakt gemeenten vaker dan andere overheden.]
  legal: ['Cyberbeveiligingswet (Cbw), met zorgplicht en meldplicht.']
risk_method:
  document: documents/risicomethode.md
  quickscan: documents/risicomethode.md#quickscan
  full_analysis: documents/risicomethode.md#analyse
  register: documents/risicomethode.md#register
  follow_up: documents/risicomethode.md#opvolging
  scale: {likelihood: 5, impact: 5}
  levels: {low: 1, medium: 5, high: 10, critical: 20}
  impact_areas:
    political: Van vragen in de raad (1) tot het aftreden van een wethouder (5).
    diplomatic: {applies: false, reason: De gemeente kent geen buitenlandse betrekkingen.}
    financial: Van minder dan 10.000 euro (1) tot meer dan 2 miljoen euro (5).
    image: Van een klacht (1) tot blijvende schade aan de naam van de gemeente (5).
    trust: Van enkele bezorgde inwoners (1) tot inwoners die gegevens achterhouden (5).
    publicity: Van een bericht in het streekblad (1) tot dagenlang landelijk nieuws (5).
    motivation: Van gemopper (1) tot vertrek van medewerkers op sleutelposities (5).
    management-control: Van een gemiste rapportage (1) tot een week zonder sturing (5).
  appetite: Lage restrisico's aanvaardt de afdeling zelf.
  adopted: {by: college, date: 2026-02-10, ref: BW 2026-038}
mandates:
  - {level: low, roles: [hoofd-werkplek, college], ref: Mandaatregister art. 14, until: 2027-12-31}
  - {level: medium, roles: [college], ref: Mandaatregister art. 14, until: 2027-12-31}
"""
_END = """\
review: {last: 2026-10-13, interval: P1Y, by: college}
"""
ORGANISATION = _BEGIN + STATEMENT + _END


def with_statement(statement: str) -> dict[str, str]:
    """Return the organisation with another statement of applicability, as a file by path."""
    return {"organisation.yaml": ORGANISATION.replace(STATEMENT, statement)}
