"""Planted faults of what applies and who decided so (VVT004-VVT007, VVT010)."""

from __future__ import annotations

from planted_repo import plant

_ORGANISATION = "organisation.yaml"
_NO_DOMAINS = """\
kind: exception
id: X-007
title: Geen opgave van websites
type: not-applicable
requirements: [▸5.14.05]
owner: hoofd-communicatie
reason: De leverancier van de website houdt zelf een lijst bij.
approved: {by: college, date: 2026-09-15, ref: BW 2026-224}
review: {last: 2026-09-15, interval: P1Y}
"""

STATEMENT = (
    plant(
        "VVT004",
        "no version",
        (_ORGANISATION, "^  version: .*\n", ""),
        (_ORGANISATION, "^statement:", "▸statement:"),
    ),
    plant(
        "VVT004",
        "no approval",
        (_ORGANISATION, "^  approved: .*\n", ""),
        (_ORGANISATION, "^statement:", "▸statement:"),
    ),
    plant(
        "VVT004",
        "approved by the management and not by the board",
        (
            _ORGANISATION,
            "^  approved: {by: college, date: 2026-10-13",
            "  approved: {by: ▸gemeentesecretaris, date: 2026-10-13",
        ),
    ),
    plant(
        "VVT004",
        "no statement",
        (_ORGANISATION, r"^statement:\n(  .*\n)+", ""),
        (_ORGANISATION, "\nid: ", "\nid: ▸"),
    ),
    plant(
        "VVT007",
        "neither shared nor published",
        (_ORGANISATION, r"^  shared_with:\n(    .*\n)+  published: .*\n", ""),
        (_ORGANISATION, "^statement:", "▸statement:"),
        status=0,
    ),
    plant(
        "VVT007",
        "shared with nobody",
        (_ORGANISATION, r"^  shared_with:\n(    .*\n)+  published: .*\n", "  shared_with: ▸[]\n"),
        status=0,
    ),
    plant(
        "VVT007",
        "a new version that has not gone anywhere",
        (_ORGANISATION, r"^  shared_with:\n(    .*\n)+  published: .*\n", ""),
        (_ORGANISATION, "^  version: .*", "  version: versie 2026-3"),
        (_ORGANISATION, "^statement:", "▸statement:"),
        status=0,
    ),
)

REPLACEMENT = (
    plant(
        "VVT005",
        "another norm without grounds",
        ("controls/bm-8-4.yaml", "^owner: ", "▸replaces: {norm: IEC 62443}\nowner: "),
        status=0,
    ),
    plant(
        "VVT005",
        "another norm for a measure",
        ("controls/bm-8-29.yaml", "^owner: ", "▸replaces:\n  norm: NEN 7510\nowner: "),
        status=0,
    ),
    plant(
        "VVT005",
        "another norm with words instead of grounds",
        (
            "controls/bm-7-12.yaml",
            "^owner: ",
            "▸replaces: {norm: CSIR, x-toelichting: gelijkwaardig}\nowner: ",
        ),
        status=0,
    ),
)

PLAUSIBLE = (
    plant(
        "VVT006",
        "a website that is said not to be one",
        ("exceptions/X-007.yaml", "", _NO_DOMAINS),
        status=0,
    ),
    plant(
        "VVT006",
        "no policy for the cloud",
        ("exceptions/X-003.yaml", "[7.07.01]", "[7.07.01, ▸5.23.01]"),
        status=0,
    ),
    plant(
        "VVT006",
        "no CISO",
        ("exceptions/X-003.yaml", "[7.07.01]", "[7.07.01, ▸5.02.02]"),
        status=0,
    ),
    plant(
        "VVT006",
        "a measure that is in place",
        ("exceptions/X-003.yaml", "[7.07.01]", "[7.07.01, ▸8.19.01]"),
        status=0,
    ),
    plant(
        "VVT006",
        "a plan for what does not apply",
        ("exceptions/X-004.yaml", "^owner: ", "plan: plan-vervanging-tablets\nowner: "),
        ("exceptions/X-004.yaml", "^type: ", "type: ▸"),
        status=0,
    ),
)

DECISIONS = (
    plant(
        "VVT010",
        "an approved policy",
        ("documents/cloudbeleid.yaml", ", ref: BW 2025-142", ""),
        ("documents/cloudbeleid.yaml", "^approved:", "▸approved:"),
        status=0,
    ),
    plant(
        "VVT010",
        "advice of the CISO",
        ("exceptions/X-002.yaml", ", ref: CISO-advies 2026-14", ""),
        ("exceptions/X-002.yaml", "^ciso_advice:", "▸ciso_advice:"),
        status=0,
    ),
    plant(
        "VVT010",
        "an adopted method",
        (_ORGANISATION, ", ref: BW 2026-038", ""),
        (_ORGANISATION, "^  adopted:", "  ▸adopted:"),
        status=0,
    ),
    plant(
        "VVT010",
        "the approval of the statement",
        (_ORGANISATION, ", ref: BW 2026-247", ""),
        (_ORGANISATION, "^  approved:", "  ▸approved:"),
        status=0,
    ),
)
