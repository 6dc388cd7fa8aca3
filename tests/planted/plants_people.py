"""Planted faults of who answers (OWN), of dates that pass (DUE) and of risks (RSK)."""

from __future__ import annotations

from planted_repo import plant

OWNERSHIP = (
    plant(
        "OWN001",
        "an owner removed",
        ("controls/bm-5-12.yaml", "^owner: .*\n", ""),
        ("controls/bm-5-12.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant("OWN001", "an owner emptied", ("risks/R-016.yaml", "^owner: .*", "▸owner:")),
    plant(
        "OWN001",
        "an owner of blanks",
        ("systems/website.yaml", "^owner: .*", 'owner: ▸""'),
    ),
    plant(
        "OWN001",
        "two owners",
        ("documents/cloudbeleid.yaml", "^owner: (.*)", r"owner: ▸[\1, cio]"),
    ),
    plant(
        "OWN003",
        "an owner who has left",
        ("roles/hoofd-personeel.yaml", r"^(functions: .*\n)", r"\1until: ▸2026-08-31\n"),
    ),
    plant(
        "OWN003",
        "an owner who is still to begin",
        ("roles/security-officer.yaml", "^from: .*", "from: ▸2026-12-01"),
    ),
    plant(
        "OWN003",
        "an owner whose term ended yesterday",
        ("roles/hoofd-inkoop.yaml", r"^(functions: .*\n)", r"\1until: ▸2026-11-22\n"),
    ),
    plant(
        "OWN004",
        "no board",
        ("roles/bestuur.yaml", "functions: [board]", "functions: [executive-management]"),
        ("organisation.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "OWN004",
        "a board whose term has ended",
        ("roles/bestuur.yaml", "functions: [board]", "functions: [board]\nuntil: 2026-06-10"),
        ("organisation.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "OWN004",
        "two CISOs",
        (
            "roles/security-officer.yaml",
            "functions: [information-security-officer]",
            "functions: [information-security-officer, ▸ciso]",
        ),
    ),
)

TIMELINESS = (
    plant(
        "DUE001",
        "a review of two years ago",
        ("controls/bm-5-12.yaml", "^review: {last: [0-9-]*", "review: {last: ▸2024-06-18"),
    ),
    plant(
        "DUE001",
        "a risk that was analysed last year and not reviewed since",
        ("risks/R-016.yaml", "^review: .*\n", ""),
        ("risks/R-016.yaml", "^(analysed: .*date: )[0-9-]*", r"\g<1>2025-11-12"),
        ("risks/R-016.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "DUE001",
        "a review that should be monthly",
        (
            "systems/website.yaml",
            "^review: {last: (.*), interval: P1Y",
            r"review: {last: ▸\1, interval: P1M",
        ),
    ),
    plant(
        "DUE001",
        "a review without a day, more than half a year after the approval",
        (
            "exceptions/X-003.yaml",
            "^review: {last: [^,]*, interval: P1Y",
            "▸review: {interval: P6M",
        ),
    ),
    plant(
        "DUE002",
        "a policy that is reviewed every four years",
        ("documents/cloudbeleid.yaml", "interval: P1Y", "interval: ▸P4Y"),
    ),
    plant(
        "DUE002",
        "an audit plan that is reviewed every two years",
        ("documents/auditplan.yaml", "interval: P6M", "interval: ▸P2Y"),
    ),
    plant(
        "DUE002",
        "a cycle that is a month too long",
        (
            "controls/bm-5-1.yaml",
            "requirement: 5.01.02, interval: P1Y",
            "requirement: 5.01.02, interval: ▸P13M",
        ),
    ),
    plant(
        "DUE002",
        "an interval in which no time passes",
        ("systems/website.yaml", "interval: P1Y", "interval: ▸P0D"),
    ),
    plant(
        "DUE003",
        "a document past its end",
        ("documents/cloudbeleid.yaml", r"^(review: .*\n)\Z", r"\1valid_until: ▸2026-09-30\n"),
    ),
    plant(
        "DUE003",
        "a document that was not reviewed in time",
        ("documents/cvd-procedure.yaml", "^review: {last: [0-9-]*", "review: {last: ▸2025-03-05"),
        ("documents/cvd-procedure.yaml", "^(approved: .*date): [0-9-]*", r"\1: 2025-01-29"),
    ),
    plant(
        "DUE003",
        "a register that was neither reviewed nor approved in the half year that the norm sets",
        ("documents/internetregister.yaml", "^review: .*\n", ""),
        ("documents/internetregister.yaml", "^(approved: .*date): [0-9-]*", r"\1: ▸2026-03-30"),
    ),
)

RISKS = (
    plant(
        "RSK002",
        "a level that does not follow from the scores",
        ("risks/R-016.yaml", "impact: 4, level: high", "impact: 4, level: ▸medium"),
    ),
    plant(
        "RSK002",
        "a score off the scale",
        ("risks/R-016.yaml", "likelihood: 3", "likelihood: ▸6"),
    ),
    plant(
        "RSK002",
        "a residual risk above the inherent one",
        (
            "risks/R-020.yaml",
            "^residual: .*",
            "residual: {likelihood: ▸3, impact: 5, level: high}",
        ),
    ),
    plant(
        "RSK002",
        "a level that the method does not have",
        ("risks/R-016.yaml", "impact: 4, level: high", "impact: 4, level: ▸hoog"),
    ),
    plant(
        "RSK004",
        "an acceptance without an end",
        ("risks/R-019.yaml", "^  until: .*\n", ""),
        ("risks/R-019.yaml", "\nacceptance:", "\n▸acceptance:"),
    ),
    plant(
        "RSK004",
        "an acceptance without an action",
        ("risks/R-019.yaml", r"^actions:\n(  - .*\n)+", ""),
        ("risks/R-019.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "RSK004",
        "a risk accepted without anybody's decision",
        ("risks/R-020.yaml", "treatment: transfer", "treatment: accept"),
        ("risks/R-020.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "RSK005",
        "an acceptance that has ended",
        ("risks/R-019.yaml", "^  until: .*", "  until: ▸2026-08-31"),
    ),
    plant(
        "RSK005",
        "an acceptance that ended yesterday",
        ("risks/R-019.yaml", "^  until: .*", "  until: ▸2026-11-22"),
    ),
    plant(
        "RSK005",
        "an acceptance renewed time and again",
        ("risks/R-019.yaml", "renewals: 0", "renewals: ▸2"),
    ),
    plant(
        "RSK007",
        "a risk accepted instead of a measure that is deviated from",
        ("risks/R-019.yaml", 'requirements: ["7.11"]', 'requirements: ["7.11", 8.16.04]'),
        ("risks/R-019.yaml", "treatment: accept", "treatment: ▸accept"),
    ),
    plant(
        "RSK007",
        "the risk of a deviation accepted",
        ("risks/R-014.yaml", "treatment: mitigate", "treatment: ▸accept"),
        (
            "risks/R-014.yaml",
            r"^(review: .*\n)\Z",
            r"acceptance: {by: college, date: 2026-06-23, ref: BW 1, until: 2027-03-31}\n\1",
        ),
    ),
    plant(
        "RSK007",
        "part of the risk of a deviation accepted, the rest mitigated",
        (
            "risks/R-013.yaml",
            r"^(review: .*\n)\Z",
            r"▸acceptance: {by: college, date: 2026-05-19, ref: BW 1, until: 2027-06-30}\n\1",
        ),
    ),
)
