"""Exceptions and risks of the example that weaken it, with a decision and without."""

from __future__ import annotations

from scripted import Case, gone, put, text

DEVIATION = """\
kind: exception
id: {id}
title: Nog niet ingevoerd
type: deviation
requirements: [{requirement}]
owner: {owner}
reason: De leverancier levert pas in het voorjaar.
analysis: [R-022]
plan: plan-vervanging-tablets
until: 2027-06-30
review: {{last: 2026-11-17, interval: P6M, by: ciso}}
"""
APPROVED = """\
ciso_advice: {by: ciso, date: 2026-11-12, ref: CISO-advies 2026-31, positive: true}
approved: {by: college, date: 2026-11-17, ref: BW 2026-281}
"""
NOT_APPLICABLE = """\
kind: exception
id: X-012
title: Er zijn geen risicofuncties
type: not-applicable
requirements: [{requirement}]
owner: hoofd-personeel
reason: Geen enkele functie is als risicofunctie ingedeeld.
review: {{last: 2026-11-17, interval: P1Y, by: ciso}}
"""
ACCEPTANCE = """\
acceptance:
  by: {by}
  date: 2026-11-17
  ref: {ref}
  until: 2027-10-31
  reason: Maatregelen kosten meer dan de schade.
  renewals: 0
"""

CASES = [
    # Exceptions.
    Case(
        "a deviation comes without an approval",
        (
            put(
                "exceptions/X-010.yaml",
                DEVIATION.format(id="X-010", requirement="7.05.01", owner="hoofd-facilitair"),
            ),
        ),
        ("· X-010 *: None → Nog niet ingevoerd",),
        ("hoofd-facilitair: owner",),
        1,
    ),
    Case(
        "a deviation comes with all that it needs, and what it excuses is only planned",
        (
            text(
                "controls/bm-7-2.yaml",
                "status: implemented\n",
                "status: planned\ndue: 2027-06-30\n",
            ),
            put(
                "exceptions/X-011.yaml",
                DEVIATION.format(id="X-011", requirement='"7.2", 7.02.01', owner="hoofd-facilitair")
                + APPROVED,
            ),
        ),
        (
            "▼+ bm-7-2 status: implemented → planned",
            "· bm-7-2 due: None → 2027-06-30",
            "▼+ X-011 *: None → Nog niet ingevoerd",
        ),
        ("hoofd-facilitair: owner", "college: decided, exception", "ciso: advice, weakening"),
        0,
    ),
    Case(
        "a deviation runs longer, without a new decision",
        (text("exceptions/X-001.yaml", "until: 2027-06-30", "until: 2028-06-30"),),
        ("▼ X-001 until: 2027-06-30 → 2028-06-30",),
        ("hoofd-infrastructuur: owner", "college: exception", "ciso: advice"),
        1,
    ),
    Case(
        "a deviation runs longer by a new decision",
        (
            text(
                "exceptions/X-014.yaml",
                "approved: {by: college, date: 2026-05-19, ref: BW 2026-125}",
                "approved: {by: college, date: 2026-11-17, ref: BW 2026-283}",
            ),
            text("exceptions/X-014.yaml", "until: 2027-06-30", "until: 2027-12-31"),
        ),
        (
            "▼+ X-014 until: 2027-06-30 → 2027-12-31",
            "· X-014 approved.date: 2026-05-19 → 2026-11-17",
            "· X-014 approved.ref: BW 2026-125 → BW 2026-283",
        ),
        ("hoofd-infrastructuur: owner", "college: decided, exception", "ciso: advice"),
        0,
        given=(
            put(
                "exceptions/X-014.yaml",
                DEVIATION.format(id="X-014", requirement="8.16.04", owner="hoofd-infrastructuur")
                + "ciso_advice: {by: ciso, date: 2026-05-07, ref: CISO-advies 2026-12, "
                "positive: true}\n"
                "approved: {by: college, date: 2026-05-19, ref: BW 2026-125}\n",
            ),
        ),
    ),
    Case(
        "a deviation is widened to another measure",
        (
            text(
                "exceptions/X-002.yaml",
                "requirements: [8.01.01]",
                "requirements: [8.01.01, 8.01.02]",
            ),
        ),
        ("▼ X-002 requirements: None → 8.01.02",),
        ("hoofd-werkplek: owner", "college: exception", "ciso: advice"),
        1,
    ),
    Case(
        "a measure is said not to apply",
        (
            put(
                "exceptions/X-012.yaml",
                NOT_APPLICABLE.format(requirement="6.01.01")
                + "approved: {by: college, date: 2026-11-17, ref: BW 2026-282}\n",
            ),
        ),
        ("▼+ X-012 *: None → Er zijn geen risicofuncties",),
        ("hoofd-personeel: owner", "college: decided, exception"),
        0,
    ),
    Case(
        "an exception for what does not apply covers a measure more",
        (
            text(
                "exceptions/X-004.yaml",
                "type: not-applicable\nrequirements: [7.10.03]",
                "type: not-applicable\nrequirements: [7.10.03, 7.10.02]",
            ),
        ),
        ("▼ X-004 requirements: None → 7.10.02",),
        ("hoofd-facilitair: owner", "college: exception"),
        1,
    ),
    # Risks.
    Case(
        "a medium risk is accepted by whoever has a mandate for it",
        (
            text(
                "risks/R-029.yaml",
                "treatment: mitigate\n",
                "treatment: accept\n"
                + ACCEPTANCE.format(by="gemeentesecretaris", ref="MT 2026-62"),
            ),
        ),
        (
            "▼+ R-029 treatment: mitigate → accept",
            (
                "▼+ R-029 acceptance: None → {'by': 'gemeentesecretaris', 'date': '2026-11-17', "
                "'ref': 'MT 2026-62', 'until': '2027-10-31', 'reason': "
                "'Maatregelen kosten meer dan "
                "de schade.', 'renewals': 0}"
            ),
        ),
        ("hoofd-inkoop: owner", "gemeentesecretaris: acceptance, decided", "ciso: weakening"),
        0,
    ),
    Case(
        "a medium risk is accepted by somebody without a mandate for it",
        (
            text(
                "risks/R-021.yaml",
                "treatment: mitigate\n",
                "treatment: accept\n" + ACCEPTANCE.format(by="hoofd-ruimte", ref="Z26-0900"),
            ),
        ),
        (
            "▼ R-021 treatment: mitigate → accept",
            (
                "▼ R-021 acceptance: None → {'by': 'hoofd-ruimte', 'date': '2026-11-17', "
                "'ref': 'Z26-0900', 'until': '2027-10-31', 'reason': 'Maatregelen kosten meer dan "
                "de schade.', 'renewals': 0}"
            ),
        ),
        ("hoofd-ruimte: decided, owner", "gemeentesecretaris: acceptance", "ciso: weakening"),
        1,
    ),
    Case(
        "an acceptance runs longer, without a new decision",
        (text("risks/R-019.yaml", "until: 2027-05-31", "until: 2028-05-31"),),
        ("▼ R-019 acceptance.until: 2027-05-31 → 2028-05-31",),
        ("hoofd-facilitair: owner", "gemeentesecretaris: acceptance, decided", "ciso: weakening"),
        1,
    ),
    Case(
        "an acceptance runs longer by a new decision of whoever has a mandate",
        (
            text(
                "risks/R-023.yaml",
                "  date: 2026-05-28\n  ref: MT 2026-33\n  until: 2026-12-31\n",
                "  date: 2026-11-19\n  ref: MT 2026-63\n  until: 2027-03-31\n",
            ),
            text("risks/R-023.yaml", "renewals: 0", "renewals: 1"),
        ),
        (
            "▼+ R-023 acceptance.until: 2026-12-31 → 2027-03-31",
            "· R-023 acceptance.date: 2026-05-28 → 2026-11-19",
            "· R-023 acceptance.ref: MT 2026-33 → MT 2026-63",
            "· R-023 acceptance.renewals: 0 → 1",
        ),
        ("hoofd-inkoop: owner", "gemeentesecretaris: acceptance, decided", "ciso: weakening"),
        0,
        given=(
            text(
                "risks/R-023.yaml",
                "treatment: mitigate\n",
                """\
treatment: accept
acceptance:
  by: gemeentesecretaris
  date: 2026-05-28
  ref: MT 2026-33
  until: 2026-12-31
  reason: De rekencentra zijn niet te spreiden.
  renewals: 0
""",
            ),
        ),
    ),
    Case(
        "a residual risk is lower, with nothing new that explains it",
        (
            text(
                "risks/R-005.yaml",
                "residual: {likelihood: 3, impact: 3, level: medium}",
                "residual: {likelihood: 1, impact: 3, level: low}",
            ),
        ),
        (
            "▼ R-005 residual.likelihood: 3 → 1",
            "▼ R-005 residual.level: medium → low",
        ),
        ("hoofd-sociaal-domein: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a risk is closed, with nothing new that explains it",
        (text("risks/R-024.yaml", "status: open", "status: closed"),),
        ("▼ R-024 status: open → closed",),
        ("hoofd-informatiebeheer: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a risk disappears from the register",
        (gone("risks/R-028.yaml"),),
        ("▼ R-028 *: Logbestanden worden gewijzigd of gewist om sporen te verbergen → None",),
        ("hoofd-ict: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "an action against a risk is dropped without having been done",
        (
            text(
                "risks/R-018.yaml",
                "actions:\n  - {what: Noodaccounts twee keer per jaar in plaats van jaarlijks "
                "beproeven, owner: technisch-beheer, due: 2027-02-12}\n",
                "",
            ),
        ),
        (
            (
                "▼ R-018 actions: {'what': 'Noodaccounts twee keer per "
                "jaar in plaats van jaarlijks "
                "beproeven', 'owner': 'technisch-beheer', 'due': '2027-02-12'} → None"
            ),
        ),
        ("hoofd-infrastructuur: owner", "ciso: weakening"),
        1,
    ),
]
