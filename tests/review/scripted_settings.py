"""Changes of the settings, and of what silences findings: where an attacker would begin."""

from __future__ import annotations

from scripted import SETTINGS, Case, gone, more, put, setting, text

CISO = ("ciso: settings",)
RULE = """\
kind: rule
id: {code}
title: Een risico heeft een status
code: {code}
for: [risk]
condition: has(document.status)
message: {{nl: Zonder status., en: No status.}}
severity: error
"""
BASELINE = """\
date: 2026-11-20
reason: Overgenomen uit de spreadsheet.
owner: ciso
until: 2027-06-30
findings:
- code: RSK009
  document: R-002
  fingerprint: "00000000000000000000000000000001"
"""
ENTRY = """\
- code: CMP007
  document: bm-6-1
  fingerprint: "00000000000000000000000000000002"
"""
LATE = "owner: cio, due: 2027-01-29}\n"
SILENCED = (
    "owner: cio, due: 2026-10-30}} # bio2lint: ignore[RSK009] until={} -- wacht op de leverancier\n"
)

CASES = [
    Case(
        "a rule is turned off",
        (setting("RSK009: off", "rules"),),
        ("▼ bio2lint.yaml rules.RSK009: None → off",),
        CISO,
        1,
    ),
    Case(
        "a rule weighs less",
        (setting("OWN001: info", "rules"),),
        ("▼ bio2lint.yaml rules.OWN001: None → info",),
        CISO,
        1,
    ),
    Case(
        "all rules of a group are turned off",
        (setting("SUP: off", "rules"),),
        ("▼ bio2lint.yaml rules.SUP: None → off",),
        CISO,
        1,
    ),
    Case(
        "an option of a rule allows more",
        (setting("GIT004: {delay: P3Y}", "rules"),),
        ("▼ bio2lint.yaml rules.GIT004.delay: P6M → P3Y",),
        CISO,
        1,
    ),
    Case(
        "a lighter profile",
        (setting("profile: starter"),),
        ("▼ bio2lint.yaml profile: None → starter",),
        CISO,
        1,
    ),
    Case(
        "no finding fails any more",
        (text(SETTINGS, "fail_on: error", "fail_on: never"),),
        ("▼ bio2lint.yaml fail_on: error → never",),
        CISO,
        1,
    ),
    Case(
        "a file is excluded, and with it its document",
        (setting("- documents/analyse-maatwerk.yaml", "exclude"),),
        (
            "▼ bio2lint.yaml exclude: None → documents/analyse-maatwerk.yaml",
            (
                "▼ analyse-maatwerk *: Analyse van programmatuur, "
                "scripts en uitbestede ontwikkeling "
                "→ None"
            ),
        ),
        ("ciso: settings, weakening", "gemeentesecretaris: decided", "hoofd-ict: owner"),
        1,
    ),
    Case(
        "a file is no longer included, and with it its document",
        (
            text(
                SETTINGS,
                "include: ['*']",
                "include: ['*', '!suppliers/personeel-leverancier.yaml']",
            ),
        ),
        (
            "▼ bio2lint.yaml include: None → !suppliers/personeel-leverancier.yaml",
            "▼ personeel-leverancier *: Loonlijn Plassenland B.V. → None",
        ),
        ("ciso: settings, weakening", "hoofd-personeel: owner"),
        1,
        given=(setting("include: ['*']"),),
    ),
    Case(
        "rules weigh less on some paths",
        (setting("- {paths: [risks/], rules: {OWN: off}}", "overrides"),),
        ("▼ bio2lint.yaml overrides[risks/].OWN: None → off",),
        CISO,
        1,
    ),
    Case(
        "an older version of the program will do",
        (text(SETTINGS, "requires: '>=0.1'", "requires: '>=0.0.1'"),),
        ("▼ bio2lint.yaml requires: >=0.1 → >=0.0.1",),
        CISO,
        1,
        given=(setting("requires: '>=0.1'"),),
    ),
    Case(
        "new rules no longer count",
        (text(SETTINGS, "preview: true\n", ""),),
        ("▼ bio2lint.yaml preview: True → None",),
        CISO,
        1,
        given=(setting("preview: true"),),
    ),
    Case(
        "an older edition of the norm",
        (text(SETTINGS, "norm: bio2@1.3", "norm: bio2@1.2"),),
        ("▼ bio2lint.yaml norm: bio2@1.3 → bio2@1.2",),
        CISO,
        1,
        alone="the numbers of another edition are judged differently",
    ),
    # What silences findings.
    Case(
        "a baseline holds findings back",
        (setting("baseline: bio2lint-baseline.yaml"), put("bio2lint-baseline.yaml", BASELINE)),
        ("▼ bio2lint.yaml baseline: None → bio2lint-baseline.yaml",),
        CISO,
        1,
        alone="there is one baseline, and others add to it",
    ),
    Case(
        "a baseline holds one finding more back",
        (more("bio2lint-baseline.yaml", ENTRY),),
        ("▼ bio2lint-baseline.yaml findings: None → CMP007 bm-6-1",),
        CISO,
        1,
        given=(
            setting("baseline: bio2lint-baseline.yaml"),
            put("bio2lint-baseline.yaml", BASELINE),
        ),
    ),
    Case(
        "a comment silences a finding",
        (text("risks/R-026.yaml", LATE, SILENCED.format("2027-03-31")),),
        (
            (
                "▲ R-026 actions[Gebruik van de goedgekeurde "
                "taalassistent evalueren met dri…].due: "
                "2027-01-29 → 2026-10-30"
            ),
            "▼ R-026 # bio2lint: ignore[RSK009]: None → 2027-03-31",
        ),
        ("ciso: settings", "hoofd-informatiebeheer: owner"),
        1,
    ),
    Case(
        "a comment silences a finding for longer",
        (text("risks/R-025.yaml", "until=2026-12-31", "until=2029-12-31"),),
        ("▼ R-025 # bio2lint: ignore[RSK009]: 2026-12-31 → 2029-12-31",),
        ("ciso: settings", "hoofd-bedrijfsvoering: owner"),
        1,
        given=(
            text(
                "risks/R-025.yaml",
                "due: 2027-01-22}\n",
                "due: 2026-10-30} # bio2lint: ignore[RSK009] until=2026-12-31 -- wacht\n",
            ),
        ),
    ),
    # Rules of the organisation's own.
    Case(
        "an own rule disappears",
        (gone("rules/LIN001.yaml"),),
        ("▼ LIN001 *: Een risico heeft een status → None",),
        ("ciso: settings", "gemeentesecretaris: owner"),
        1,
        given=(put("rules/LIN001.yaml", RULE.format(code="LIN001")),),
    ),
    Case(
        "an own rule weighs less",
        (text("rules/LIN002.yaml", "severity: error", "severity: info"),),
        ("▼ LIN002 severity: error → info",),
        ("ciso: settings", "gemeentesecretaris: owner"),
        1,
        given=(put("rules/LIN002.yaml", RULE.format(code="LIN002")),),
    ),
    Case(
        "an own rule looks at something else",
        (text("rules/LIN003.yaml", "has(document.status)", "has(document.id)"),),
        ("▼ LIN003 condition: has(document.status) → has(document.id)",),
        ("ciso: settings", "gemeentesecretaris: owner"),
        1,
        given=(put("rules/LIN003.yaml", RULE.format(code="LIN003")),),
    ),
]
