"""The organisation, systems, suppliers, documents and roles of the example that become weaker."""

from __future__ import annotations

from scripted import Case, gone, put, text

SUCCESSOR = """\
kind: document
id: {id}
title: {id}
type: procedure
path: documents/cvd-procedure.md
owner: security-officer
requirements: [5.24.08]
subjects: [{subjects}]
status: approved
approved: {{by: gemeentesecretaris, date: 2026-11-12, ref: MT 2026-61}}
review: {{last: 2026-11-12, interval: P1Y, by: ciso}}
"""

CASES = [
    # The organisation.
    Case(
        "a system falls out of scope",
        (text("organisation.yaml", "    - raadsinformatiesysteem\n  excluded", "  excluded"),),
        ("▼ lindemeer scope.systems: raadsinformatiesysteem → None",),
        ("gemeentesecretaris: owner", "college: scope"),
        1,
    ),
    Case(
        "a process falls out of scope",
        (text("organisation.yaml", "    - toezicht-en-handhaving\n", ""),),
        ("▼ lindemeer scope.processes: toezicht-en-handhaving → None",),
        ("gemeentesecretaris: owner", "college: scope"),
        1,
    ),
    Case(
        "something is excluded from the management system",
        (
            text(
                "organisation.yaml",
                "  excluded:\n",
                "  excluded:\n    - what: Gemeentewerf\n      reason: Te klein.\n",
            ),
        ),
        ("▼ lindemeer scope.excluded: None → {'what': 'Gemeentewerf', 'reason': 'Te klein.'}",),
        ("gemeentesecretaris: owner", "college: scope"),
        1,
    ),
    Case(
        "a role may accept risks of a higher level",
        (
            text(
                "organisation.yaml",
                "  - level: medium\n    roles: [gemeentesecretaris, college]",
                "  - level: medium\n    roles: [gemeentesecretaris, college, hoofd-ict]",
            ),
        ),
        ("▼ lindemeer mandates[medium].roles: None → hoofd-ict",),
        ("gemeentesecretaris: owner", "college: mandates"),
        1,
    ),
    Case(
        "a mandate lasts longer",
        (
            text(
                "organisation.yaml",
                "    ref: Mandaatregister 2026, artikel 14 lid 4\n    until: 2027-12-31",
                "    ref: Mandaatregister 2026, artikel 14 lid 4\n    until: 2031-12-31",
            ),
        ),
        ("▼ lindemeer mandates[critical].until: 2027-12-31 → 2031-12-31",),
        ("gemeentesecretaris: owner", "college: mandates"),
        1,
    ),
    Case(
        "a mandate is widened by a new decision",
        (
            text(
                "organisation.yaml",
                "  - level: high\n    roles: [college]\n"
                "    ref: Mandaatregister 2026, artikel 14 lid 3",
                "  - level: high\n    roles: [college, gemeentesecretaris]\n"
                "    ref: BW 2026-290, mandaatregister",
            ),
        ),
        (
            "▼+ lindemeer mandates[high].roles: None → gemeentesecretaris",
            (
                "· lindemeer mandates[high].ref: Mandaatregister 2026, "
                "artikel 14 lid 3 → BW 2026-290, "
                "mandaatregister"
            ),
        ),
        ("gemeentesecretaris: owner", "college: mandates"),
        0,
    ),
    # Systems and processes.
    Case(
        "a system is no longer critical",
        (text("systems/gemalenbesturing.yaml", "critical: true\n", "critical: false\n"),),
        ("▼ gemalenbesturing critical: True → False",),
        ("hoofd-ruimte: criticality, owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a system is no longer said to face the internet",
        (text("systems/website.yaml", "internet_facing: true", "internet_facing: false"),),
        ("▼ website internet_facing: True → False",),
        ("hoofd-communicatie: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a system needs less confidentiality",
        (
            text(
                "systems/sociaal-domein-systeem.yaml",
                "{confidentiality: high,",
                "{confidentiality: low,",
            ),
        ),
        ("▼ sociaal-domein-systeem classification.confidentiality: high → low",),
        ("hoofd-sociaal-domein: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a process is no longer critical",
        (text("processes/crisisbeheersing.yaml", "critical: true", "critical: false"),),
        ("▼ crisisbeheersing critical: True → False",),
        ("hoofd-veiligheid: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "recovery may take longer",
        (text("systems/back-up.yaml", "rto: PT8H", "rto: P3D"),),
        ("▼ back-up rto: PT8H → P3D",),
        ("hoofd-ict: criticality", "hoofd-infrastructuur: owner", "ciso: weakening"),
        1,
    ),
    # Suppliers.
    Case(
        "a clause of a contract is dropped",
        (text("suppliers/hosting-leverancier.yaml", "  audit: true\n", "  audit: false\n"),),
        ("▼ hosting-leverancier clauses.audit: True → False",),
        ("hoofd-ict: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a supplier keeps its access for longer",
        (
            text(
                "suppliers/soc-leverancier.yaml",
                "until: 2027-10-31\n    an",
                "until: 2030-10-31\n    an",
            ),
        ),
        (
            (
                "▼ soc-leverancier access[Uitlezen van detectiesensoren in het netwerk].until: "
                "2027-10-31 → 2030-10-31"
            ),
        ),
        ("hoofd-ict: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a supplier is no longer assessed",
        (
            text(
                "suppliers/brp-leverancier.yaml",
                "assessment: {by: hoofd-burgerzaken, date: 2026-09-08, outcome: pass}\n",
                "",
            ),
        ),
        (
            (
                "▼ brp-leverancier assessment: {'by': 'hoofd-burgerzaken', 'date': '2026-09-08', "
                "'outcome': 'pass'} → None"
            ),
        ),
        ("hoofd-burgerzaken: owner", "ciso: weakening"),
        1,
    ),
    # Documents.
    Case(
        "a document loses its approval",
        (
            text(
                "documents/patchbeleid.yaml",
                "status: approved\napproved: {by: gemeentesecretaris, date: 2026-03-26, "
                "ref: MT 2026-19}\n",
                "status: draft\n",
            ),
        ),
        (
            "▼ patchbeleid status: approved → draft",
            (
                "▼ patchbeleid approved: {'by': 'gemeentesecretaris', 'date': '2026-03-26', "
                "'ref': 'MT 2026-19'} → None"
            ),
        ),
        ("gemeentesecretaris: decided", "hoofd-ict: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a document disappears",
        (gone("documents/mobiel-werken.yaml"),),
        ("▼ mobiel-werken *: Beleid voor mobiel werken en thuiswerken → None",),
        ("gemeentesecretaris: decided", "hoofd-werkplek: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a document makes way for its successor",
        (
            text("documents/cvd-procedure.yaml", "status: approved\n", "status: superseded\n"),
            put(
                "documents/cvd-procedure-2027.yaml",
                SUCCESSOR.format(
                    id="cvd-procedure-2027", subjects="coordinated-vulnerability-disclosure"
                )
                + "supersedes: [cvd-procedure]\n",
            ),
        ),
        (
            "▼+ cvd-procedure status: approved → superseded",
            "▲ cvd-procedure-2027 *: None → cvd-procedure-2027",
        ),
        ("gemeentesecretaris: decided", "security-officer: owner", "ciso: weakening"),
        0,
    ),
    Case(
        "a document is deleted by a decision that names it",
        (
            gone("documents/malwarebeleid.yaml"),
            put(
                "documents/besluit-malware.yaml",
                SUCCESSOR.format(id="besluit-malware", subjects="malwarebeleid"),
            ),
        ),
        (
            "▼+ malwarebeleid *: Beleid tegen schadelijke software → None",
            "▲ besluit-malware *: None → besluit-malware",
        ),
        (
            "gemeentesecretaris: decided",
            "hoofd-ict: decided",
            "hoofd-werkplek: owner",
            "security-officer: owner",
            "ciso: weakening",
        ),
        0,
    ),
    Case(
        "a document is deleted in favour of one that then supersedes nothing",
        (
            gone("documents/herstelprocedure.yaml"),
            put(
                "documents/herstelprocedure-2027.yaml",
                SUCCESSOR.format(id="herstelprocedure-2027", subjects="restore-procedure")
                + "supersedes: [herstelprocedure]\n",
            ),
        ),
        (
            "▼ herstelprocedure *: Herstelprocedure voor kritieke systemen → None",
            "▲ herstelprocedure-2027 *: None → herstelprocedure-2027",
        ),
        (
            "gemeentesecretaris: decided",
            "hoofd-ict: decided",
            "hoofd-infrastructuur: owner",
            "security-officer: owner",
            "ciso: weakening",
        ),
        1,
    ),
    # Roles.
    Case(
        "a role gives itself the say of the board",
        (
            text(
                "roles/hoofd-inkoop.yaml",
                "functions: [line-manager, process-owner, supplier-manager]",
                "functions: [line-manager, process-owner, supplier-manager, board]",
            ),
        ),
        ("▼ hoofd-inkoop functions: None → board",),
        ("gemeentesecretaris: owner", "college: division-of-roles"),
        1,
    ),
    Case(
        "a role that alone has a function disappears",
        (
            text(
                "roles/incident-en-continuiteit.yaml",
                """\
---
kind: role
id: continuiteitscoordinator
title: Coördinator bedrijfscontinuïteit
functions: [continuity-manager]
contact: continuiteit@lindemeer.example
handles: ["@lindemeer/continuiteit"]
appointed: {by: gemeentesecretaris, date: 2024-11-21, ref: MT 2024-66}
from: 2025-01-01
""",
                "",
            ),
        ),
        ("▼ continuiteitscoordinator *: Coördinator bedrijfscontinuïteit → None",),
        ("gemeentesecretaris: owner", "college: division-of-roles", "ciso: handles"),
        1,
    ),
]
