"""Planted faults of what the norm asks: completeness (CMP), evidence (EVD), exceptions (VVT)."""

from __future__ import annotations

from planted_repo import plant

_NORM = ("bio2lint.yaml", "norm: ", "norm: ▸")

COMPLETENESS = (
    plant(
        "CMP001",
        "a measure dropped from a control",
        ("controls/bm-8-29.yaml", '["8.29", 8.29.01]', '["8.29"]'),
        _NORM,
    ),
    plant(
        "CMP001",
        "a control instead of its measure",
        ("controls/bm-6-8.yaml", '["6.8", 6.08.01]', '["6.8"]'),
        _NORM,
    ),
    plant("CMP001", "an exception removed", ("exceptions/X-003.yaml", "", None), _NORM),
    plant(
        "CMP002",
        "a file removed to which nothing refers",
        ("controls/bm-7-12.yaml", "", None),
        _NORM,
    ),
    plant(
        "CMP002",
        "a control that has taken the number of the next one",
        ("controls/bm-8-11.yaml", '["8.11"]', '["8.12"]'),
        _NORM,
    ),
    plant("CMP002", "an exception removed", ("exceptions/X-006.yaml", "", None), _NORM),
    plant(
        "CMP003",
        "a control excepted of which the measure is in place",
        ("exceptions/X-006.yaml", 'requirements: ["8.28"]', 'requirements: ["8.28", ▸"8.29"]'),
    ),
    plant(
        "CMP003",
        "a slip of one digit in an exception",
        ("exceptions/X-005.yaml", '[8.30.01, "8.30"]', '[8.30.01, ▸"8.31"]'),
    ),
    plant(
        "CMP003",
        "a control excepted though a measure of it is in place",
        ("exceptions/X-005.yaml", '[8.30.01, "8.30"]', '[8.30.01, "8.30", ▸"5.12"]'),
    ),
    plant(
        "CMP010",
        "a measure that is planned",
        ("controls/bm-8-29.yaml", "^status: .*", "status: ▸planned\ndue: 2027-03-31"),
        ("controls/bm-8-29.yaml", "^implemented_on: .*\n", ""),
        status=0,
    ),
    plant(
        "CMP010",
        "a measure that is in progress",
        ("controls/bm-6-8.yaml", "^status: .*", "status: ▸in-progress\ndue: 2026-12-31"),
        ("controls/bm-6-8.yaml", "^implemented_on: .*\n", ""),
        status=0,
    ),
    plant(
        "CMP010",
        "a measure that is due on the day itself",
        ("controls/bm-5-12.yaml", "^status: .*", "status: ▸in-progress\ndue: 2026-11-23"),
        ("controls/bm-5-12.yaml", "^implemented_on: .*\n", ""),
        status=0,
    ),
    plant(
        "CMP011",
        "planned without a date",
        ("controls/bm-8-29.yaml", "^status: .*", "status: planned"),
        ("controls/bm-8-29.yaml", "^implemented_on: .*\n", ""),
        ("controls/bm-8-29.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "CMP011",
        "due yesterday",
        ("controls/bm-8-29.yaml", "^status: .*", "status: in-progress\ndue: ▸2026-11-22"),
        ("controls/bm-8-29.yaml", "^implemented_on: .*\n", ""),
    ),
    plant(
        "CMP011",
        "a control without measures, due last year",
        ("controls/bm-7-12.yaml", "^status: .*", "status: planned\ndue: ▸2025-12-31"),
        ("controls/bm-7-12.yaml", "^implemented_on: .*\n", ""),
    ),
)

EVIDENCE = (
    plant(
        "EVD001",
        "evidence that does not pass",
        ("evidence/E-2026-016.yaml", "outcome: pass", "outcome: fail"),
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.01]"),
    ),
    plant(
        "EVD001",
        "evidence of existence only",
        ("evidence/E-2026-016.yaml", "proves: [existence, operation]", "proves: [existence]"),
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.01]"),
    ),
    plant(
        "EVD001",
        "no design",
        ("controls/bm-5-12.yaml", "^design: .*\n", ""),
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.01]"),
    ),
    plant(
        "EVD001",
        "evidence removed",
        ("evidence/E-2026-051.yaml", "", None),
        ("controls/bm-5-24-cvd.yaml", "implements: [5.24.08]", "implements: [▸5.24.08]"),
    ),
    plant(
        "EVD001",
        "evidence without a result",
        ("evidence/E-2026-016.yaml", "^result: .*\n", ""),
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.01]"),
    ),
    plant(
        "EVD002",
        "evidence of last year",
        (
            "evidence/E-2026-016.yaml",
            "^period: .*",
            "period: {from: 2025-02-03, until: ▸2025-04-02}",
        ),
        status=0,
    ),
    plant(
        "EVD002",
        "evidence that is a day too old",
        (
            "evidence/E-2026-028.yaml",
            "^period: .*",
            "period: {from: 2025-05-01, until: ▸2025-11-22}",
        ),
        status=0,
    ),
    plant(
        "EVD002",
        "evidence with only the day on which it was collected",
        ("evidence/E-2026-016.yaml", "^period: .*\n", ""),
        ("evidence/E-2026-016.yaml", "^(collected: .*date): [0-9-]*", r"\1: ▸2025-04-14"),
        status=0,
    ),
    plant(
        "EVD003",
        "a file of evidence touched up",
        ("evidence/files/e-2026-028-wachtwoordeisen.json", r"^\A", "\n"),
        ("evidence/E-2026-028.yaml", "  sha256: ", "  sha256: ▸"),
    ),
    plant(
        "EVD003",
        "a checksum of another file",
        ("evidence/E-2026-016.yaml", "^  sha256: ..", "  sha256: ▸00"),
    ),
    plant(
        "EVD003",
        "the path of another file",
        (
            "evidence/E-2026-016.yaml",
            "^  path: .*",
            "  path: evidence/files/e-2026-028-wachtwoordeisen.json",
        ),
        ("evidence/E-2026-016.yaml", "  sha256: ", "  sha256: ▸"),
    ),
    plant(
        "EVD003",
        "no checksum",
        ("evidence/E-2026-016.yaml", "^  sha256: .*\n", ""),
        ("evidence/E-2026-016.yaml", "\nsource:", "\n▸source:"),
        status=0,
    ),
)

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
        (
            "exceptions/X-007.yaml",
            "",
            "kind: exception\nid: X-007\ntitle: Kleine updates zonder testverslag\n"
            "type: ▸deviation\nrequirements: [8.29.01]\nowner: hoofd-dienstverlening\n"
            "reason: Van kleine updates maakt niemand een verslag.\nanalysis: [R-009]\n"
            "ciso_advice: {by: ciso, date: 2026-09-01, ref: CISO-advies 2026-20, positive: true}\n"
            "approved: {by: college, date: 2026-09-15, ref: BW 2026-222}\n"
            "plan: wijzigingsbeheer\nuntil: 2027-06-30\n"
            "review: {last: 2026-09-15, interval: P6M}\n",
        ),
        status=0,
    ),
    plant(
        "VVT008",
        "not applicable that became a deviation",
        ("exceptions/X-003.yaml", "type: not-applicable", "type: ▸deviation"),
        (
            "exceptions/X-003.yaml",
            "^approved: .*",
            "analysis: [R-014]\n"
            "ciso_advice: {by: ciso, date: 2026-03-03, ref: CISO-advies 2026-03, positive: true}\n"
            r"\g<0>"
            "\nplan: plan-vervanging-tablets\nuntil: 2026-11-23",
        ),
        status=0,
    ),
    plant(
        "VVT008",
        "a deviation from two measures",
        (
            "exceptions/X-007.yaml",
            "",
            "kind: exception\nid: X-007\ntitle: Geen meldingen in het weekeinde\n"
            "type: ▸deviation\nrequirements: [6.08.01, 5.24.01]\nowner: hoofd-bedrijfsvoering\n"
            "reason: Het meldloket is in het weekeinde gesloten.\nanalysis: [R-025]\n"
            "ciso_advice: {by: ciso, date: 2026-09-01, ref: CISO-advies 2026-21, positive: true}\n"
            "approved: {by: college, date: 2026-09-01, ref: BW 2026-223}\n"
            "plan: incidentprocedure\nuntil: 2027-06-30\n"
            "review: {last: 2026-09-15, interval: P6M}\n",
        ),
        status=0,
    ),
    plant(
        "VVT009",
        "an end that has passed",
        ("exceptions/X-003.yaml", "^approved: .*", r"\g<0>" "\nuntil: ▸2026-06-30"),
    ),
    plant(
        "VVT009",
        "an end of yesterday",
        ("exceptions/X-006.yaml", "^approved: .*", r"\g<0>" "\nuntil: ▸2026-11-22"),
    ),
    plant(
        "VVT009",
        "nobody's approval",
        ("exceptions/X-004.yaml", "^approved: .*\n", ""),
        ("exceptions/X-004.yaml", "\nid: ", "\nid: ▸"),
    ),
)
