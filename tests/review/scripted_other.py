"""Changes that make the example stronger, and changes that mean nothing for compliance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scripted import SETTINGS, Case, gone, more, moved, put, renamed, setting, text

if TYPE_CHECKING:
    from scripted import Edit

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
SUCCESSOR = """\
kind: document
id: loggingbeleid-2027
title: Beleid voor logging en bewaking 2027
type: policy
path: documents/loggingbeleid.md
owner: hoofd-ict
requirements: ["8.15", 8.15.01, 8.15.02, 8.15.03, 8.15.04, "8.16", 8.16.01, 8.16.02, 8.16.03]
subjects: [logging, monitoring, log-retention]
status: approved
approved: {by: gemeentesecretaris, date: 2026-11-12, ref: MT 2026-60}
review: {last: 2026-11-12, interval: P1Y, by: ciso}
"""

STRENGTHENING = [
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
        ("hoofd-facilitair: owner",),
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


def rewritten(path: str, pattern: str, by: str) -> Edit:
    """Replace whatever fits a pattern in a file, at least once."""

    def edit(files: dict[str, bytes]) -> None:
        new, times = re.subn(pattern, by, files[path].decode(), flags=re.MULTILINE)
        assert times, (path, pattern)
        files[path] = new.encode()

    return edit


def merged(paths: list[str], to: str) -> Edit:
    """Put the documents of several files in one."""

    def edit(files: dict[str, bytes]) -> None:
        files[to] = b"---\n".join(files.pop(path) for path in paths)

    return edit


def split(path: str, *to: str) -> Edit:
    """Give each document of a file a file of its own."""

    def edit(files: dict[str, bytes]) -> None:
        parts = files.pop(path).split(b"---\n")
        files.update(dict(zip(to, parts, strict=True)))

    return edit


def upside_down(path: str) -> Edit:
    """Write the keys of a document of one line each in the other order."""

    def edit(files: dict[str, bytes]) -> None:
        files[path] = b"".join(reversed(files[path].splitlines(keepends=True)))

    return edit


NEUTRAL = [
    Case(
        "an owner is another role that fits",
        (text("controls/bm-7-4.yaml", "owner: hoofd-facilitair", "owner: hoofd-veiligheid"),),
        ("· bm-7-4 owner: hoofd-facilitair → hoofd-veiligheid",),
        ("hoofd-facilitair: owner", "hoofd-veiligheid: owner"),
        0,
    ),
    Case(
        "a file is renamed and moved",
        (moved("controls/bm-8-9.yaml", "controls/techniek/inrichting.yaml"),),
        (),
        (),
        0,
    ),
    Case(
        "an id is renamed, wherever it stands",
        (renamed("bm-8-3", "bm-toegang"), renamed("gemalen-leverancier", "sluiswacht")),
        (
            "· bm-toegang id: bm-8-3 → bm-toegang",
            "· sluiswacht id: gemalen-leverancier → sluiswacht",
        ),
        ("hoofd-dienstverlening: owner", "hoofd-ruimte: owner"),
        0,
    ),
    Case(
        "the documents of one file get files of their own",
        (split("roles/beheer.yaml", "roles/functioneel.yaml", "roles/technisch.yaml"),),
        (),
        (),
        0,
    ),
    Case(
        "documents of several files come together in one",
        (
            merged(
                ["systems/website.yaml", "systems/netwerk.yaml", "systems/siem.yaml"],
                "systems/systemen.yaml",
            ),
        ),
        (),
        (),
        0,
    ),
    Case(
        "keys stand in another order",
        (upside_down("processes/financien.yaml"),),
        (),
        (),
        0,
    ),
    Case(
        "lists stand in another order",
        (
            text(
                "controls/bm-8-16.yaml",
                'implements: ["8.16", 8.16.01, 8.16.02, 8.16.03]',
                'implements: [8.16.03, 8.16.01, "8.16", 8.16.02]',
            ),
            text(
                "processes/dienstverlening.yaml",
                "[digitaal-loket, website,",
                "[website, digitaal-loket,",
            ),
        ),
        (),
        (),
        0,
    ),
    Case(
        "comments and empty lines",
        (
            rewritten("risks/R-029.yaml", r"^(threat: .*)$", r"# Besproken.\n\n\1 # of anders"),
            more("risks/R-030.yaml", "# Einde.\n"),
        ),
        (),
        (),
        0,
    ),
    Case(
        "another style of quoting and of lists",
        (
            text("controls/bm-8-24.yaml", 'implements: ["8.24"', "implements: ['8.24'"),
            rewritten("risks/R-020.yaml", r"^owner: (.*)$", r'"owner": "\1"'),
            text(
                "systems/e-mail.yaml",
                "suppliers: [werkplek-leverancier]",
                "suppliers:\n- werkplek-leverancier",
            ),
        ),
        (),
        (),
        0,
    ),
    Case(
        "numbers of the norm spelled otherwise",
        (text("controls/bm-5-1.yaml", "5.01.01, 5.01.02]", "'5.01.01', \"5.01.02\"]"),),
        (),
        (),
        0,
    ),
    Case(
        "numbers of the norm spelled as they should be",
        (
            text(
                "controls/bm-5-2.yaml",
                'implements: ["5.02", 5.2.1]',
                'implements: ["5.2", 5.02.01]',
            ),
        ),
        (),
        (),
        0,
        given=(
            text(
                "controls/bm-5-2.yaml",
                'implements: ["5.2", 5.02.01]',
                'implements: ["5.02", 5.2.1]',
            ),
        ),
    ),
    Case(
        "line ends of another system",
        (rewritten("controls/bm-7-14.yaml", r"\n", "\r\n"),),
        (),
        (),
        0,
    ),
    Case(
        "another title",
        (rewritten("controls/bm-7-12.yaml", r"^title: .*$", "title: Bekabeling ligt veilig"),),
        (
            (
                "· bm-7-12 title: Bekabeling in gesloten goten, met tekening per verdieping en "
                "uitgeschakelde loze aansluitingen → Bekabeling ligt veilig"
            ),
        ),
        ("hoofd-infrastructuur: owner",),
        0,
    ),
    Case(
        "free keys",
        (
            text(
                "suppliers/netwerk-leverancier.yaml", "cloud: false\n", "cloud: false\nx-nr: 12\n"
            ),
            more("bio2lint.yaml", "x-team: veiligheid\n"),
        ),
        (
            "· netwerk-leverancier x-nr: None → 12",
            "· bio2lint.yaml x-team: None → veiligheid",
        ),
        ("hoofd-infrastructuur: owner", "ciso: settings"),
        0,
    ),
    Case(
        "a period written otherwise",
        (text("processes/inkoop.yaml", "interval: P1Y", "interval: P12M"),),
        (),
        (),
        0,
    ),
    Case(
        "a requirement goes over to another control that is as far",
        (
            text("controls/bm-5-20.yaml", 'implements: ["5.20", ', "implements: ["),
            text(
                "controls/bm-5-20-exit.yaml",
                "implements: [5.20.06]",
                'implements: [5.20.06, "5.20"]',
            ),
        ),
        (
            "· bm-5-20 implements: 5.20 → None",
            "▲ bm-5-20-exit implements: None → 5.20",
        ),
        ("hoofd-inkoop: owner",),
        0,
    ),
    Case(
        "an exception that is over disappears",
        (gone("exceptions/X-013.yaml"),),
        ("· X-013 *: Voorbij → None",),
        ("hoofd-ict: owner",),
        0,
        given=(
            put(
                "exceptions/X-013.yaml",
                """\
kind: exception
id: X-013
title: Voorbij
type: deviation
requirements: [8.32.01]
owner: hoofd-ict
reason: De oude werkwijze liep af.
analysis: [R-018]
ciso_advice: {by: ciso, date: 2026-01-12, ref: CISO-advies 2026-02, positive: true}
approved: {by: college, date: 2026-01-20, ref: BW 2026-011}
plan: plan-vervanging-tablets
until: 2026-09-30
review: {last: 2026-09-17, interval: P6M, by: ciso}
""",
            ),
        ),
    ),
    Case(
        "a document that was superseded before disappears",
        (gone("documents/loggingbeleid-2025.yaml"),),
        ("· loggingbeleid-2025 *: Loggingbeleid 2025 → None",),
        ("hoofd-ict: owner",),
        0,
        given=(
            put(
                "documents/loggingbeleid-2025.yaml",
                """\
kind: document
id: loggingbeleid-2025
title: Loggingbeleid 2025
type: policy
path: documents/loggingbeleid.md
owner: hoofd-ict
requirements: ["8.15"]
status: superseded
""",
            ),
        ),
    ),
    Case(
        "a risk that was closed before disappears",
        (gone("risks/R-031.yaml"), text("controls/bm-5-16.yaml", "[R-010, R-031]", "[R-010]")),
        (
            "· R-031 *: Gedeeld beheeraccount op de oude printserver → None",
            "· bm-5-16 risks: R-031 → None",
        ),
        ("hoofd-werkplek: owner",),
        0,
    ),
    Case(
        "another language for the reports",
        (text(SETTINGS, "language: nl", "language: en"),),
        ("· bio2lint.yaml language: nl → en",),
        ("ciso: settings",),
        0,
    ),
    Case(
        "a contract is renewed",
        (text("suppliers/financien-leverancier.yaml", "end: 2029-03-31", "end: 2031-03-31"),),
        ("· financien-leverancier contract.end: 2029-03-31 → 2031-03-31",),
        ("hoofd-financien: owner",),
        0,
    ),
]
CASES = [*STRENGTHENING, *NEUTRAL]
