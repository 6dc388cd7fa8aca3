"""Planted faults of structure (STR) and confidentiality (SEC)."""

from __future__ import annotations

from planted_repo import plant

_COPIED_RISK = """\
kind: risk
id: ▸R-016
title: Verlies van een gegevensdrager
owner: hoofd-ict
status: open
threat: Een koerier raakt een schijf kwijt
vulnerability: De schijf is niet versleuteld
consequence: Gegevens liggen op straat
processes: [ict-beheer]
inherent: {likelihood: 2, impact: 2, level: low}
analysed: {by: hoofd-ict, date: 2026-10-01}
treatment: avoid
review: {last: 2026-10-01, interval: P1Y}
"""
_SECOND_WEBSITE = """\
kind: system
id: ▸Website
title: Portaal voor ondernemers
owner: hoofd-ict
processes: [dienstverlening]
classification: {confidentiality: low, integrity: medium, availability: medium}
"""
_SECOND_CIO = r"""\1---
kind: role
id: ▸cio
title: Plaatsvervangend CIO
functions: [cio]
contact: cio@lindemeer.example
"""

STRUCTURE = (
    plant(
        "STR001",
        "a tab as indentation",
        ("controls/bm-5-12.yaml", "\nstatus: ", "\n▸\tstatus: "),
    ),
    plant(
        "STR001",
        "a quote that is never closed",
        ("controls/bm-7-12.yaml", 'implements: ["7.12"]', 'implements: [▸"7.12]'),
    ),
    plant(
        "STR001",
        "a bracket that is never closed",
        ("roles/cio.yaml", "functions: [cio]", "functions: ▸[cio"),
    ),
    plant(
        "STR001",
        "a colon left out",
        ("systems/website.yaml", "\nowner: ", "\n▸owner "),
    ),
    plant(
        "STR001",
        "a colon within a title without quotes",
        ("systems/website.yaml", "^title: .*", "title: Website▸: nieuws en bekendmakingen"),
    ),
    plant(
        "STR001",
        "a line pasted twice",
        ("risks/R-020.yaml", "^treatment: (.*)", r"treatment: \1\n▸treatment: \1"),
    ),
    plant(
        "STR001",
        "a merge key",
        ("processes/inkoop.yaml", "\ncritical: ", "\n▸<<: {}\ncritical: "),
    ),
    plant(
        "STR002",
        "a slip in a key",
        ("controls/bm-5-12.yaml", "\nimplements: ", "\n▸implemnts: "),
    ),
    plant(
        "STR002",
        "a slip in a word",
        ("controls/bm-5-12.yaml", "status: implemented", "status: ▸implementd"),
    ),
    plant(
        "STR002",
        "a key that does not exist",
        ("risks/R-016.yaml", "\ntreatment: ", "\n▸prioriteit: hoog\ntreatment: "),
    ),
    plant(
        "STR002",
        "no title",
        ("systems/website.yaml", "^title: .*\n", ""),
        ("systems/website.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "STR002",
        "a lone text where a list belongs",
        (
            "controls/bm-5-24-cvd.yaml",
            "design: [documents/cvd-procedure.md]",
            "design: ▸documents/cvd-procedure.md",
        ),
    ),
    plant(
        "STR002",
        "yes in Dutch",
        ("systems/website.yaml", "critical: false", "critical: ▸nee"),
    ),
    plant(
        "STR002",
        "a document of another kind than there are",
        ("risks/R-016.yaml", "kind: risk", "kind: ▸risico"),
    ),
    plant(
        "STR003",
        "a case number without quotes",
        ("systems/website.yaml", "^(criticality: .*ref): [^}]*", r"\1: ▸20260332"),
    ),
    plant(
        "STR003",
        "a year for a version",
        ("organisation.yaml", "^  version: .*", "  version: ▸2026"),
    ),
    plant(
        "STR003",
        "a decision number with a leading nought",
        ("exceptions/X-003.yaml", "ref: BW 2026-066", "ref: ▸066"),
    ),
    plant(
        "STR003",
        "a title that is a number",
        ("documents/auditplan.yaml", "^title: .*", "title: ▸2026"),
    ),
    plant(
        "STR004",
        "a file copied and not renamed within",
        ("risks/R-032.yaml", "", _COPIED_RISK),
    ),
    plant(
        "STR004",
        "the same id with a capital",
        ("systems/zz-portaal.yaml", "", _SECOND_WEBSITE),
    ),
    plant(
        "STR004",
        "a second document in one file with the id of the first",
        ("roles/cio.yaml", r"^(from: .*\n)\Z", _SECOND_CIO),
    ),
    plant(
        "STR005",
        "a date as one writes it in Dutch",
        ("controls/bm-5-12.yaml", "^review: {last: [0-9-]*", "review: {last: ▸12-05-2026"),
    ),
    plant(
        "STR005",
        "a day that does not exist",
        ("risks/R-016.yaml", "^(analysed: .*date): [0-9-]*", r"\1: ▸2026-04-31"),
    ),
    plant(
        "STR005",
        "a review that is still to come",
        ("systems/website.yaml", "^review: {last: [0-9-]*", "review: {last: ▸2027-10-15"),
    ),
    plant(
        "STR005",
        "an end before the beginning",
        (
            "suppliers/soc-leverancier.yaml",
            "start: 2024-11-01, end: 2027-10-31",
            "start: 2024-11-01, end: ▸2024-10-31",
        ),
    ),
    plant(
        "STR005",
        "the year 9999 for no end",
        (
            "organisation.yaml",
            "artikel 14 lid 1\n    until: 2027-12-31",
            "artikel 14 lid 1\n    until: ▸9999-12-31",
        ),
    ),
    plant(
        "STR005",
        "an implementation in the future that is said to be done",
        ("controls/bm-7-12.yaml", "^implemented_on: .*", "implemented_on: ▸2027-02-03"),
    ),
    plant(
        "STR006",
        "the line of the norm removed",
        ("bio2lint.yaml", "norm: bio2@1.3\n", "▸"),
    ),
    plant(
        "STR006",
        "the line of the norm turned into a comment",
        ("bio2lint.yaml", "norm: bio2@1.3\n", "# norm: bio2@1.3\n▸"),
    ),
    plant(
        "STR006",
        "settings without anything in them",
        ("bio2lint.yaml", r"^\A[\s\S]*\Z", "▸# nog in te vullen\n"),
    ),
)

# Put together here, so that nothing in this file looks like a secret to other programs.
_TOKEN = "gh" + "p_" + "Zx9Kq2Lm7Tv4Bn8Rw3Yc6Hd1Jf5Gs0Pa2Ue"
_KEY = "-----BEGIN " + "PRIVATE KEY-----"
_KEY_TEXT = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw"
_PASSWORD, _OTHER_PASSWORD = "Lindeboom!" + "2026zz", "Fb7kq9" + "Zt2w"
SECRETS = (_TOKEN, _KEY_TEXT, _PASSWORD, _OTHER_PASSWORD)
"""What must not be shown anywhere; each is in one of the plants below."""

CONFIDENTIALITY = (
    plant(
        "SEC001",
        "a password in a comment",
        ("systems/website.yaml", r"^(rto: .*\n)", rf"\1# beheer: wachtwoord: ▸{_PASSWORD}\n"),
    ),
    plant(
        "SEC001",
        "a token in an explanation",
        (
            "controls/bm-5-12.yaml",
            "^x-toelichting: >-\n",
            f"\\g<0>  Ophalen met ▸{_TOKEN} uit de\n  koppeling.\n",
        ),
    ),
    plant(
        "SEC001",
        "a private key pasted into a field of one's own",
        (
            "documents/auditplan.yaml",
            r"^(review: .*\n)\Z",
            rf"\1x-sleutel: |\n  ▸{_KEY}\n  {_KEY_TEXT}\n",
        ),
    ),
    plant(
        "SEC001",
        "a password in a web address",
        (
            "evidence/E-2026-016.yaml",
            "^classification: .*",
            rf"\g<0>\nx-bron: https://lezer:▸{_OTHER_PASSWORD}@dossier.example/uitvoer",
        ),
    ),
)
