"""Planted faults of exceptions (VVT)."""

from __future__ import annotations

from planted_repo import plant

_NO_TEST_REPORT = """\
kind: exception
id: X-007
title: Kleine updates zonder testverslag
type: ▸deviation
requirements: [8.29.01]
owner: hoofd-dienstverlening
reason: Van kleine updates maakt niemand een verslag.
analysis: [R-009]
ciso_advice: {by: ciso, date: 2026-09-01, ref: CISO-advies 2026-20, positive: true}
approved: {by: college, date: 2026-09-15, ref: BW 2026-222}
plan: wijzigingsbeheer
until: 2027-06-30
review: {last: 2026-09-15, interval: P6M}
"""
_CLOSED_AT_WEEKENDS = """\
kind: exception
id: X-007
title: Geen meldingen in het weekeinde
type: ▸deviation
requirements: [6.08.01, 5.24.01]
owner: hoofd-bedrijfsvoering
reason: Het meldloket is in het weekeinde gesloten.
analysis: [R-025]
ciso_advice: {by: ciso, date: 2026-09-01, ref: CISO-advies 2026-21, positive: true}
approved: {by: college, date: 2026-09-01, ref: BW 2026-223}
plan: incidentprocedure
until: 2027-06-30
review: {last: 2026-09-15, interval: P6M}
"""
_WHAT_A_DEVIATION_NEEDS = r"""analysis: [R-014]
ciso_advice: {by: ciso, date: 2026-03-03, ref: CISO-advies 2026-03, positive: true}
\g<0>
plan: plan-vervanging-tablets
until: 2026-11-23"""

APPLICABILITY = (
    plant(
        "VVT001",
        "a reason left blank",
        ("exceptions/X-003.yaml", r"^reason: >-\n(  .*\n)+", "reason: ▸''\n"),
    ),
    plant(
        "VVT001",
        "no plan",
        ("exceptions/X-002.yaml", "^plan: .*\n", ""),
        ("exceptions/X-002.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "VVT001",
        "a deviation without an end",
        ("exceptions/X-002.yaml", "^until: .*\n", ""),
        ("exceptions/X-002.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "VVT001",
        "no analysis of a control that does not apply",
        ("exceptions/X-006.yaml", "^analysis: .*\n", ""),
        ("exceptions/X-006.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "VVT001",
        "a risk for its only analysis that is closed",
        ("exceptions/X-006.yaml", "analysis: [analyse-maatwerk]", "analysis: [▸R-018]"),
        ("risks/R-018.yaml", "status: open", "status: closed"),
    ),
    plant(
        "VVT003",
        "no advice",
        ("exceptions/X-002.yaml", "^ciso_advice: .*\n", ""),
        ("exceptions/X-002.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "VVT003",
        "advice after the decision",
        ("exceptions/X-002.yaml", "date: 2026-06-11", "date: ▸2026-06-24"),
    ),
    plant(
        "VVT003",
        "advice by somebody else",
        ("exceptions/X-002.yaml", "by: ciso", "by: ▸security-officer"),
    ),
    plant(
        "VVT003",
        "negative advice, overruled by a decision that cannot be found",
        ("exceptions/X-002.yaml", "positive: true", "positive: ▸false"),
        ("exceptions/X-002.yaml", ", ref: BW 2026-161", ""),
    ),
    plant(
        "VVT008",
        "one deviation more",
        ("exceptions/X-007.yaml", "", _NO_TEST_REPORT),
        status=0,
    ),
    plant(
        "VVT008",
        "not applicable that became a deviation",
        ("bio2lint.yaml", "fail_on: error\n", "fail_on: error\nrules: {DUE004: off}\n"),
        ("exceptions/X-003.yaml", "type: not-applicable", "type: ▸deviation"),
        ("exceptions/X-003.yaml", "^approved: .*", _WHAT_A_DEVIATION_NEEDS),
        status=0,
    ),
    plant(
        "VVT008",
        "a deviation from two measures",
        ("exceptions/X-007.yaml", "", _CLOSED_AT_WEEKENDS),
        status=0,
    ),
    plant(
        "VVT009",
        "an end that has passed",
        ("exceptions/X-003.yaml", "^approved: .*", r"\g<0>\nuntil: ▸2026-06-30"),
    ),
    plant(
        "VVT009",
        "an end of yesterday",
        ("exceptions/X-006.yaml", "^approved: .*", r"\g<0>\nuntil: ▸2026-11-22"),
    ),
    plant(
        "VVT009",
        "nobody's approval",
        ("exceptions/X-004.yaml", "^approved: .*\n", ""),
        ("exceptions/X-004.yaml", "\nid: ", "\nid: ▸"),
    ),
)
