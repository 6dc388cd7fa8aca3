"""Changes that make the example stronger."""

from __future__ import annotations

from scripted import SETTINGS, Case, example, put, setting, text

OTHER = 64 * "0"

CONTROL = """\
kind: control
id: bm-8-22-proef
title: Elk kwartaal een proef of de zones van het netwerk gescheiden zijn
implements: ["8.22"]
owner: hoofd-infrastructuur
status: implemented
implemented_on: 2026-11-16
design: [documents/netwerkbeleid.md]
risks: [R-013]
review: {last: 2026-11-16, interval: P1Y, by: security-officer}
"""
EVIDENCE = """\
kind: evidence
id: E-2026-300
title: Meting van verplichte internetstandaarden, tweede helft van november
proves: [existence, operation]
controls: [bm-5-14]
requirements: [5.14.01]
systems: [website, digitaal-loket]
period: {from: 2026-11-16, until: 2026-11-20}
collected: {by: technisch-beheer, date: 2026-11-20}
result: {outcome: pass}
source: {url: 'https://bewijs.lindemeer.example/standaarden'}
classification: internal
"""


def digest(evidence: str) -> str:
    """Return the checksum that a piece of evidence of the example records."""
    _, _, rest = example()[f"evidence/{evidence}.yaml"].decode().partition("sha256: ")
    return rest.split()[0]


CASES = [
    Case(
        "a control meets one more requirement",
        (text("controls/bm-5-8.yaml", '"5.8", 5.08.01]', '"5.8", 5.08.01, "8.26"]'),),
        ("▲ bm-5-8 implements: None → 8.26",),
        ("hoofd-ict: owner",),
        0,
    ),
    Case(
        "a planned control is implemented",
        (
            text(
                "controls/bm-7-13.yaml",
                "status: planned\ndue: 2027-01-31\n",
                "status: implemented\nimplemented_on: 2026-11-20\n",
            ),
        ),
        (
            "▲ bm-7-13 status: planned → implemented",
            "· bm-7-13 due: 2027-01-31 → None",
            "· bm-7-13 implemented_on: None → 2026-11-20",
        ),
        ("hoofd-infrastructuur: owner",),
        0,
        given=(
            text(
                "controls/bm-7-13.yaml",
                "status: implemented\nimplemented_on: 2021-03-15\n",
                "status: planned\ndue: 2027-01-31\n",
            ),
        ),
    ),
    Case(
        "a control is reviewed more often",
        (text("controls/bm-8-7.yaml", "interval: P1Y, by: sec", "interval: P6M, by: sec"),),
        ("▲ bm-8-7 review.interval: P1Y → P6M",),
        ("hoofd-werkplek: owner",),
        0,
    ),
    Case(
        "a control takes effect in one more system",
        (text("controls/bm-8-20.yaml", "systems: [netwerk, b", "systems: [netwerk, siem, b"),),
        ("▲ bm-8-20 systems: None → siem",),
        ("hoofd-infrastructuur: owner",),
        0,
    ),
    Case(
        "a control is added, and the risk is lower by it",
        (
            put("controls/bm-8-22-proef.yaml", CONTROL),
            text(
                "risks/R-013.yaml",
                "residual: {likelihood: 2, impact: 4, level: medium}",
                "residual: {likelihood: 1, impact: 4, level: low}",
            ),
        ),
        (
            (
                "▲ bm-8-22-proef *: None → Elk kwartaal een proef of de zones van het netwerk "
                "gescheiden zijn"
            ),
            "· R-013 residual.likelihood: 2 → 1",
            "· R-013 residual.level: medium → low",
        ),
        ("hoofd-infrastructuur: owner",),
        0,
    ),
    Case(
        "evidence is added",
        (put("evidence/E-2026-300.yaml", EVIDENCE),),
        (
            (
                "▲ E-2026-300 *: None → Meting van verplichte "
                "internetstandaarden, tweede helft van "
                "november"
            ),
        ),
        ("hoofd-infrastructuur: owner",),
        0,
    ),
    Case(
        "a test that failed succeeds, and the risk is lower by it",
        (
            text("evidence/E-2026-232.yaml", "outcome: fail", "outcome: pass"),
            text("evidence/E-2026-232.yaml", OTHER, digest("E-2026-232")),
            text(
                "risks/R-007.yaml",
                "residual: {likelihood: 3, impact: 5, level: high}",
                "residual: {likelihood: 1, impact: 5, level: medium}",
            ),
        ),
        (
            "▲ E-2026-232 result.outcome: fail → pass",
            f"· E-2026-232 source.sha256: {OTHER} → {digest('E-2026-232')}",
            "· R-007 residual.likelihood: 3 → 1",
            "· R-007 residual.level: high → medium",
        ),
        ("hoofd-infrastructuur: owner",),
        0,
        given=(
            text("evidence/E-2026-232.yaml", digest("E-2026-232"), OTHER),
            text("evidence/E-2026-232.yaml", "outcome: pass", "outcome: fail"),
            text(
                "risks/R-007.yaml",
                "residual: {likelihood: 1, impact: 5, level: medium}",
                "residual: {likelihood: 3, impact: 5, level: high}",
            ),
        ),
    ),
    Case(
        "later evidence comes in the place of older, and the risk is lower by it",
        (
            text(
                "evidence/E-2026-018.yaml",
                "period: {from: 2026-07-01, until: 2026-09-30}",
                "period: {from: 2026-08-01, until: 2026-11-15}",
            ),
            text("evidence/E-2026-018.yaml", "date: 2026-10-02", "date: 2026-11-18"),
            text("evidence/E-2026-018.yaml", OTHER, digest("E-2026-018")),
            text(
                "risks/R-011.yaml",
                "residual: {likelihood: 2, impact: 3, level: medium}",
                "residual: {likelihood: 1, impact: 3, level: low}",
            ),
        ),
        (
            "· E-2026-018 period.from: 2026-07-01 → 2026-08-01",
            "▲ E-2026-018 period.until: 2026-09-30 → 2026-11-15",
            "▲ E-2026-018 collected.date: 2026-10-02 → 2026-11-18",
            f"· E-2026-018 source.sha256: {OTHER} → {digest('E-2026-018')}",
            "· R-011 residual.likelihood: 2 → 1",
            "· R-011 residual.level: medium → low",
        ),
        ("hoofd-financien: owner", "hoofd-infrastructuur: owner"),
        0,
        given=(text("evidence/E-2026-018.yaml", digest("E-2026-018"), OTHER),),
    ),
    Case(
        "a deviation ends sooner",
        (text("exceptions/X-002.yaml", "until: 2027-03-31", "until: 2027-02-28"),),
        ("▲ X-002 until: 2027-03-31 → 2027-02-28",),
        ("hoofd-werkplek: owner",),
        0,
    ),
    Case(
        "an acceptance ends sooner",
        (text("risks/R-019.yaml", "until: 2027-05-31", "until: 2027-03-31"),),
        ("▲ R-019 acceptance.until: 2027-05-31 → 2027-03-31",),
        (
            "gemeentesecretaris: decided",
            "hoofd-facilitair: owner",
        ),
        0,
        alone="another change makes it end later",
    ),
    Case(
        "a risk is rated higher",
        (
            text(
                "risks/R-027.yaml",
                "residual: {likelihood: 1, impact: 3, level: low}",
                "residual: {likelihood: 2, impact: 3, level: medium}",
            ),
        ),
        ("▲ R-027 residual.likelihood: 1 → 2", "▲ R-027 residual.level: low → medium"),
        ("hoofd-werkplek: owner",),
        0,
    ),
    Case(
        "an action against a risk is done",
        (
            text(
                "risks/R-004.yaml",
                "owner: hoofd-burgerzaken, due: 2027-01-15}",
                "owner: hoofd-burgerzaken, due: 2027-01-15, done: 2026-11-19}",
            ),
        ),
        (
            (
                "▲ R-004 actions[Steekproef op geraadpleegde personen "
                "uitbreiden van maandel…].done: "
                "None → 2026-11-19"
            ),
        ),
        ("hoofd-burgerzaken: owner",),
        0,
    ),
    Case(
        "less is excluded from the management system",
        (
            text(
                "organisation.yaml",
                "    - what: Stichting Bibliotheek Lindemeer\n      reason: Zelfstandige stichting "
                "met een eigen netwerk en eigen toepassingen; de gemeente geeft alleen subsidie.\n",
                "",
            ),
        ),
        (
            (
                "▲ lindemeer scope.excluded: {'what': 'Stichting Bibliotheek Lindemeer', 'reason': "
                "'Zelfstandige stichting met een eigen netwerk en eigen toepassingen; de gemeente "
                "geeft alleen subsidie.'} → None"
            ),
        ),
        ("gemeentesecretaris: owner",),
        0,
    ),
    Case(
        "a mandate is narrowed",
        (
            text(
                "organisation.yaml", "hoofd-communicatie, hoofd-veiligheid, ", "hoofd-veiligheid, "
            ),
        ),
        ("▲ lindemeer mandates[low].roles: hoofd-communicatie → None",),
        ("gemeentesecretaris: owner", "college: mandates"),
        0,
    ),
    Case(
        "recovery has to be faster",
        (text("systems/e-mail.yaml", "rto: P1D", "rto: PT8H"),),
        ("▲ e-mail rto: P1D → PT8H",),
        ("hoofd-werkplek: owner",),
        0,
    ),
    Case(
        "a supplier loses its access",
        (
            text(
                "suppliers/back-up-leverancier.yaml",
                """\
access:
  - what: Storingen verhelpen aan het opslagsysteem in het gemeentehuis
    conditions: Alleen begeleid op locatie of via de beheerpoort, zonder toegang tot de inhoud van \
de versleutelde back-ups
    until: 2027-01-31
    analysis: R-012
""",
                "",
            ),
        ),
        (
            (
                "▲ back-up-leverancier access: {'what': 'Storingen "
                "verhelpen aan het opslagsysteem in "
                "het gemeentehuis', 'conditions': 'Alleen begeleid op "
                "locatie of via de beheerpoort, "
                "zonder toegang tot de inhoud van de versleutelde "
                "back-ups', 'until': '2027-01-31', "
                "'analysis': 'R-012'} → None"
            ),
        ),
        ("hoofd-infrastructuur: owner",),
        0,
    ),
    Case(
        "a clause is agreed",
        (
            text(
                "suppliers/omgevingsdienst.yaml",
                "audit: {applies: false, reason: Nee.}",
                "audit: true",
            ),
        ),
        ("▲ omgevingsdienst clauses.audit: {'applies': False, 'reason': 'Nee.'} → True",),
        ("hoofd-ruimte: owner",),
        0,
        given=(
            text(
                "suppliers/omgevingsdienst.yaml",
                "  audit: true\n",
                "  audit: {applies: false, reason: Nee.}\n",
            ),
        ),
    ),
    Case(
        "a document is reviewed more often",
        (text("documents/cloudbeleid.yaml", "interval: P1Y", "interval: P6M"),),
        ("▲ cloudbeleid review.interval: P1Y → P6M",),
        ("hoofd-ict: owner",),
        0,
    ),
    Case(
        "findings of a lesser severity fail too",
        (text(SETTINGS, "fail_on: error", "fail_on: warning"),),
        ("▲ bio2lint.yaml fail_on: error → warning",),
        ("ciso: settings",),
        0,
        alone="another change turns it off",
    ),
    Case(
        "a rule weighs more",
        (setting("CMP006: error", "rules"),),
        ("▲ bio2lint.yaml rules.CMP006: None → error",),
        ("ciso: settings",),
        0,
    ),
]
