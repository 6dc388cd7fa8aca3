"""A small administration that is sound but for the many measures that it does not implement yet.

The examples on the pages of the rules are laid over it.
"""

from __future__ import annotations

APPOINTED = "\nappointed: {by: college, date: 2025-01-14, ref: BW 2025-003}"
SOUND: dict[str, str] = {
    "bio2lint.yaml": "norm: bio2@1.3\n",
    "organisation.yaml": """\
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
statement:
  version: versie 2026-2
  approved: {by: college, date: 2026-10-13, ref: BW 2026-247}
  shared_with: [{party: Gemeenteraad van Lindemeer, date: 2026-10-22}]
  published: {date: 2026-10-27, url: 'https://www.lindemeer.example/informatieveiligheid'}
review: {last: 2026-10-13, interval: P1Y, by: college}
""",
    "roles/rollen.yaml": "\n---\n".join(
        f"""\
kind: role
id: {name}
title: {title}
functions: [{function}]
contact: {name}@lindemeer.example"""
        + ("" if name == "college" else APPOINTED)
        for name, title, function in (
            ("college", "College van burgemeester en wethouders", "board"),
            ("directie", "Gemeentesecretaris", "executive-management"),
            ("ciso", "Chief information security officer", "ciso"),
            ("fg", "Functionaris gegevensbescherming", "dpo"),
            ("auditor", "Interne auditor", "internal-auditor"),
            ("hoofd-werkplek", "Hoofd werkplek", "line-manager"),
            ("hoofd-burgerzaken", "Hoofd burgerzaken", "process-owner"),
            ("hoofd-ict", "Hoofd ICT", "system-owner"),
        )
    )
    + "\n",
    "processes/burgerzaken.yaml": """\
kind: process
id: burgerzaken
title: Burgerzaken
owner: hoofd-burgerzaken
critical: false
classification: {confidentiality: high, integrity: high, availability: medium}
quickscan: {by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0412}
systems: [werkplek]
""",
    "systems/werkplek.yaml": """\
kind: system
id: werkplek
title: Digitale werkplek
owner: hoofd-ict
processes: [burgerzaken]
critical: false
internet_facing: false
classification: {confidentiality: medium, integrity: medium, availability: medium}
""",
    **{
        f"documents/{name}.yaml": f"""\
kind: document
id: {name}
title: {title}
owner: {owner}
type: {kind}
path: documents/{name}.md
status: approved
approved: {{by: college, date: 2026-06-09, ref: BW 2026-131}}
result: {{outcome: pass}}
review: {{last: 2026-06-09, interval: P1Y, by: {owner}}}
"""
        for name, title, owner, kind in (
            ("interne-audit-2026", "Interne audit 2026", "auditor", "internal-audit"),
            ("directiebeoordeling-2026", "Beoordeling 2026", "college", "management-review"),
            ("doelstellingen-2026", "Doelstellingen 2026", "directie", "objectives"),
        )
    },
    "documents/toereikendheid.yaml": """\
kind: document
id: toereikendheid-2026
title: Zijn de overheidsmaatregelen genoeg?
owner: ciso
type: analysis
path: documents/risicomethode.md
requirements: ["5.4", "5.28"]
subjects: [sufficiency]
status: approved
approved: {by: directie, date: 2026-07-09, ref: MT 2026-41}
review: {last: 2026-07-09, interval: P1Y, by: ciso}
""",
    **{
        f"documents/{name}.md": f"# {name}\n"
        for name in (
            "risicomethode",
            "interne-audit-2026",
            "directiebeoordeling-2026",
            "doelstellingen-2026",
        )
    },
}
