"""Planted faults of texts, designs, documents and scope (CMP004-CMP009, CMP012)."""

from __future__ import annotations

from planted_repo import plant

_NOT_ADOPTED = (r"^status: approved\napproved: .*\n", "status: ▸draft\n")
_CABLING = """\
kind: document
id: bekabeling
title: Bekabelingsplan
type: plan
owner: hoofd-facilitair
requirements: ["7.12"]
status: draft
path: documents/bekabeling.md
"""

TEXTS = (
    plant(
        "CMP004",
        "a reason that is still to come",
        ("exceptions/X-003.yaml", r"^reason: >-\n(  .*\n)+", "reason: ▸nog in te vullen\n"),
        status=0,
    ),
    plant(
        "CMP004",
        "the words of a template",
        ("processes/inkoop.yaml", "^title: .*", "title: ▸Inkoop van [naam gemeente]"),
        status=0,
    ),
    plant(
        "CMP004",
        "a dash for a decision number",
        ("documents/cloudbeleid.yaml", "ref: BW 2025-142", "ref: ▸'-'"),
        status=0,
    ),
    plant(
        "CMP004",
        "something to be done in a list",
        ("organisation.yaml", "^  legal:\n", "  legal:\n    - ▸TODO\n"),
        status=0,
    ),
)

DESIGNS = (
    plant(
        "CMP005",
        "a policy back on the drawing board",
        (
            "documents/screeningsbeleid.yaml",
            r"^status: approved\napproved: .*\n",
            "status: draft\n",
        ),
        ("controls/bm-6-1.yaml", "^design: .", "design: [▸"),
    ),
    plant(
        "CMP005",
        "a procedure that was superseded by nothing",
        ("documents/cvd-procedure.yaml", "^type: .*\n", "type: report\n"),
        ("documents/cvd-procedure.yaml", "^status: approved", "status: draft"),
        ("controls/bm-5-24-cvd.yaml", "^design: .", "design: [▸"),
    ),
    plant(
        "CMP005",
        "a new design that is not settled yet",
        ("controls/bm-7-12.yaml", r"^design: \[.*\]", "design: [▸documents/bekabeling.md]"),
        ("documents/bekabeling.md", "", "# Bekabeling\n"),
        (
            "documents/bekabeling.yaml",
            "",
            _CABLING,
        ),
    ),
)

DOCUMENTS = (
    plant(
        "CMP006",
        "a subject left out",
        ("documents/cryptografiebeleid.yaml", "use-registration, ", ""),
        ("documents/cryptografiebeleid.yaml", "^subjects: ", "subjects: ▸"),
        status=0,
    ),
    plant(
        "CMP006",
        "a subject misspelled",
        ("documents/wijzigingsbeheer.yaml", "rollback-plan", "terugvalplan"),
        ("documents/wijzigingsbeheer.yaml", "^subjects: ", "subjects: ▸"),
        status=0,
    ),
    plant(
        "CMP006",
        "no subjects at all",
        ("documents/cloudbeleid.yaml", "^subjects: .*\n", ""),
        ("documents/cloudbeleid.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
    plant(
        "CMP007",
        "a policy that must be adopted and is a draft",
        ("documents/back-upbeleid.yaml", *_NOT_ADOPTED),
    ),
    plant(
        "CMP007",
        "a policy that must be adopted and names no decision",
        ("documents/back-upbeleid.yaml", "^approved: .*\n", ""),
        ("documents/back-upbeleid.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "CMP007",
        "a register taken for a report",
        ("documents/loggingoverzicht.yaml", "^type: register", "type: report"),
        ("documents/loggingoverzicht.yaml", "^subjects: .*\n", ""),
        ("controls/bm-8-15.yaml", ", 8.15.03", ", ▸8.15.03"),
    ),
    plant(
        "CMP007",
        "a procedure that was superseded",
        ("documents/herstelprocedure.yaml", "^status: approved", "status: superseded"),
        ("controls/bm-8-13-herstel.yaml", r"^implements: \[", "implements: [▸"),
        ("controls/bm-8-13-herstel.yaml", r"^design: .*", "design: [documents/back-upbeleid.md]"),
    ),
)

ORGANISATION = (
    plant(
        "CMP008",
        "no analysis of what suffices",
        ("controls/bm-8-29.yaml", "^sufficiency: .*\n", ""),
        ("controls/bm-8-29.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
    plant(
        "CMP008",
        "an empty list of analyses",
        ("controls/bm-5-35.yaml", r"^sufficiency: \[.*\]", "sufficiency: ▸[]"),
        status=0,
    ),
    plant(
        "CMP008",
        "a control with one measure",
        ("controls/bm-5-23.yaml", "^sufficiency: .*\n", ""),
        ("controls/bm-5-23.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
    plant(
        "CMP009",
        "a critical process outside the scope",
        ("organisation.yaml", "^    - burgerzaken\n", ""),
        ("organisation.yaml", "^  processes:", "  ▸processes:"),
    ),
    plant(
        "CMP009",
        "a critical system that was forgotten",
        ("systems/raadsinformatiesysteem.yaml", "^critical: false", "critical: true"),
        ("organisation.yaml", "^    - raadsinformatiesysteem\n", ""),
        ("organisation.yaml", "^  systems:", "  ▸systems:"),
    ),
    plant(
        "CMP009",
        "no external factors",
        ("organisation.yaml", r"^  external:\n(    - .*\n)+", ""),
        ("organisation.yaml", "^context:", "▸context:"),
    ),
    plant(
        "CMP009",
        "a context without the Cbw",
        ("organisation.yaml", "^    - Cyberbeveiligingswet .*\n", ""),
        ("organisation.yaml", "^  legal:", "  ▸legal:"),
    ),
)

QUICKSCANS = (
    plant(
        "CMP012",
        "no quickscan",
        ("processes/burgerzaken.yaml", "^quickscan: .*\n", ""),
        ("processes/burgerzaken.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
    plant(
        "CMP012",
        "no classification",
        ("processes/burgerzaken.yaml", "^classification: .*\n", ""),
        ("processes/burgerzaken.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
    plant(
        "CMP012",
        "a process that became critical",
        ("processes/inkoop.yaml", "^critical: false", "critical: true"),
        ("processes/inkoop.yaml", "^quickscan: .*\n", ""),
        ("processes/inkoop.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
)
