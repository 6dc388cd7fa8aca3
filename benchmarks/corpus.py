"""A repository of any number of documents for measuring, each as long as those of the example.

python benchmarks/corpus.py FOLDER [DOCUMENTS]
"""

from __future__ import annotations

import sys
from pathlib import Path

from bio2lint import norm

ROLES = 12
SYSTEMS = 40
SHARES = {"controls": 0.31, "risks": 0.25, "evidence": 0.42}

ROLE = """\
kind: role
id: rol-{n}
title: Hoofd van afdeling {n}
functions: [line-manager, process-owner]
contact: afdeling-{n}@voorbeeld.example
"""
GOVERNANCE = """\
kind: role
id: {function}
title: {function}
functions: [{function}]
"""
SUPPLIER = """\
kind: supplier
id: leverancier
title: Leverancier van beheer
owner: rol-0
services: [Technisch beheer]
contract: {kind: contract, ref: C-1, start: 2025-01-01, end: 2028-12-31}
"""
SYSTEM = """\
kind: system
id: systeem-{n}
title: Informatiesysteem nummer {n}
owner: rol-{role}
classification: {{confidentiality: high, integrity: medium, availability: medium}}
internet_facing: false
"""
CONTROL = """\
kind: control
id: maatregel-{n}
title: Wat de organisatie doet om {number} na te leven bij onderdeel {n}
implements:
  - {number}
owner: rol-{role}
status: implemented
implemented_on: 2025-11-01
basis: [norm, risk]
design:
  - documents/beleid.md
risks: [R-{risk}]
systems: [systeem-{system}]
provided_by:
  - supplier: leverancier
    part: Dagelijks beheer en bewaking van de voorziening, met een maandelijkse rapportage
    own_part: Beoordelen van de rapportage en bijsturen waar afspraken niet worden gehaald
parameters:
  toelichting: De afdeling legt elk kwartaal vast hoe deze maatregel werkt en wie dat toetste.
review:
  last: 2026-05-12
  interval: P1Y
  by: rol-{role}
"""
RISK = """\
kind: risk
id: R-{n}
title: Verlies van gegevens door een fout bij onderdeel {n}
owner: rol-{role}
threat: menselijke fout bij het verwerken van aanvragen
vulnerability: controle achteraf ontbreekt bij een deel van de zaken
consequence: Inwoners krijgen een onjuist besluit en de afdeling herstelt dat met de hand
systems: [systeem-{system}]
impact_areas: {{financial: 3, trust: 4, publicity: 2}}
inherent: {{likelihood: 4, impact: 4, level: high}}
residual: {{likelihood: 2, impact: 3, level: medium}}
treatment: mitigate
controls: [maatregel-{control}]
actions:
  - what: Steekproef op de verwerkte aanvragen uitbreiden
    owner: rol-{role}
    due: 2027-02-01
review:
  last: 2026-09-30
  interval: P6M
"""
EVIDENCE = """\
kind: evidence
id: E-{n}
title: Verslag van de toetsing over de maand oktober van 2026, onderdeel {n}
proves: [existence, operation]
controls: [maatregel-{control}]
systems: [systeem-{system}]
period:
  from: 2026-10-01
  until: 2026-10-31
collected:
  by: rol-{role}
  date: 2026-11-03
performed_by: rol-{role}
result:
  outcome: pass
  follow_up:
    - what: De twee afwijkingen uit de steekproef bespreken en het werkvoorschrift aanvullen
      owner: rol-{role}
      due: 2027-01-15
    - what: Bij de volgende toetsing nagaan of de aanvulling het gewenste effect heeft
      owner: rol-{role}
      due: 2027-04-30
source:
  url: https://archief.voorbeeld.example/toetsing/{n}
classification: internal
"""
ORGANISATION = """\
kind: organisation
id: voorbeeld
title: Gemeente Voorbeeld
sector: municipality
risk_method:
  scale: {likelihood: 5, impact: 5}
  levels: {low: 1, medium: 5, high: 12}
"""


def write(folder: Path, documents: int = 3000) -> int:
    """Write a repository of about that many documents to a new folder; return how many."""
    edition = norm.load("1.3")
    numbers = [*edition.active, *(f'"{number}"' for number in edition.controls)]
    files = {
        "bio2lint.yaml": "norm: bio2@1.3\n",
        "organisation.yaml": ORGANISATION,
        "documents/beleid.md": "# Beleid\n",
        "suppliers/leverancier.yaml": SUPPLIER,
        "roles/board.yaml": GOVERNANCE.format(function="board"),
        "roles/ciso.yaml": GOVERNANCE.format(function="ciso"),
    }
    files |= {f"roles/rol-{n}.yaml": ROLE.format(n=n) for n in range(ROLES)}
    for n in range(SYSTEMS):
        files[f"systems/systeem-{n}.yaml"] = SYSTEM.format(n=n, role=n % ROLES)
    controls, risks = (int(documents * SHARES[name]) for name in ("controls", "risks"))
    for name, template in (("controls", CONTROL), ("risks", RISK), ("evidence", EVIDENCE)):
        for n in range(int(documents * SHARES[name])):
            files[f"{name}/{name}-{n}.yaml"] = template.format(
                n=n,
                number=numbers[n % len(numbers)],
                role=n % ROLES,
                system=n % SYSTEMS,
                control=n % controls,
                risk=n % risks,
            )
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return len(files) - 2


if __name__ == "__main__":
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 3000  # noqa: PLR2004 (a script's arguments)
    print(write(Path(sys.argv[1]), count), "documents")
