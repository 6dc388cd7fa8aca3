"""Controls, owners and evidence of the example that become weaker, and who must approve it.

Each case edits what no other does, so that all of them can be made in one change.
"""

from __future__ import annotations

from scripted import Case, gone, put, text

CASES = [
    # Controls.
    Case(
        "a requirement is dropped from a control",
        (
            text(
                "controls/bm-5-17-wachtwoorden.yaml",
                "implements: [5.17.02, 5.17.03]",
                "implements: [5.17.02]",
            ),
        ),
        ("▼ bm-5-17-wachtwoorden implements: 5.17.03 → None",),
        ("hoofd-werkplek: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "an implemented control is only planned",
        (
            text(
                "controls/bm-7-10.yaml",
                "status: implemented\nimplemented_on: 2020-11-02\n",
                "status: planned\ndue: 2027-06-30\n",
            ),
        ),
        (
            "▼ bm-7-10 status: implemented → planned",
            "· bm-7-10 implemented_on: 2020-11-02 → None",
            "· bm-7-10 due: None → 2027-06-30",
        ),
        ("hoofd-werkplek: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "an implemented control is in progress again",
        (
            text(
                "controls/bm-5-10.yaml",
                "status: implemented\nimplemented_on: 2025-09-01\n",
                "status: in-progress\ndue: 2027-03-31\n",
            ),
        ),
        (
            "▼ bm-5-10 status: implemented → in-progress",
            "· bm-5-10 implemented_on: 2025-09-01 → None",
            "· bm-5-10 due: None → 2027-03-31",
        ),
        ("hoofd-personeel: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a control loses its owner",
        (text("controls/bm-5-11.yaml", "owner: hoofd-werkplek\n", ""),),
        ("▼ bm-5-11 owner: hoofd-werkplek → None",),
        ("hoofd-werkplek: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a control is reviewed less often",
        (text("controls/bm-8-2.yaml", "interval: P6M, by: ciso", "interval: P1Y, by: ciso"),),
        ("▼ bm-8-2 review.interval: P6M → P1Y",),
        ("hoofd-ict: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a cycle of a control takes longer",
        (text("controls/bm-5-9.yaml", "interval: P3M}]", "interval: P1Y}]"),),
        ("▼ bm-5-9 cycles[5.09.01].interval: P3M → P1Y",),
        ("hoofd-ict: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a control no longer holds for a system",
        (
            text(
                "controls/bm-5-15.yaml",
                "systems: [werkplek, netwerk, identiteitsplatform, beheerdomein]",
                "systems: [werkplek, netwerk, identiteitsplatform]",
            ),
        ),
        ("▼ bm-5-15 systems: beheerdomein → None",),
        ("hoofd-infrastructuur: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a control disappears, and the risk that names it is tidied",
        (gone("controls/bm-7-3.yaml"), text("risks/R-022.yaml", "bm-7-2, bm-7-3, ", "bm-7-2, ")),
        (
            "· R-022 controls: bm-7-3 → None",
            (
                "▼ bm-7-3 *: Gesloten spreekkamers, afgeschermde balies en naamloze deuren voor "
                "gevoelige werkplekken → None"
            ),
        ),
        ("hoofd-facilitair: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "the term of what is not yet done moves back",
        (
            text(
                "risks/R-003.yaml",
                "owner: functioneel-beheer, due: 2027-01-29",
                "owner: functioneel-beheer, due: 2028-01-29",
            ),
        ),
        (
            (
                "▼ R-003 actions[Wekelijkse uitvoer van lopende zaken "
                "ook voor het sociaal d…].due: "
                "2027-01-29 → 2028-01-29"
            ),
        ),
        ("hoofd-dienstverlening: owner", "ciso: weakening"),
        1,
    ),
    # Owners.
    Case(
        "a risk is handed to an adviser, who may not hold it",
        (text("risks/R-004.yaml", "owner: hoofd-burgerzaken\nstatus", "owner: ciso\nstatus"),),
        ("▼ R-004 owner: hoofd-burgerzaken → ciso",),
        ("hoofd-burgerzaken: owner", "ciso: owner, weakening"),
        1,
    ),
    Case(
        "a process is handed to a role that does not exist",
        (
            text(
                "processes/personeel.yaml",
                "owner: hoofd-personeel\n",
                "owner: hoofd-van-alles\n",
            ),
        ),
        ("▼ personeel owner: hoofd-personeel → hoofd-van-alles",),
        ("hoofd-personeel: owner", "gemeentesecretaris: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "a system is handed to a role that nobody holds any more",
        (text("systems/netwerk.yaml", "owner: hoofd-infrastructuur", "owner: hoofd-netwerk"),),
        ("▼ netwerk owner: hoofd-infrastructuur → hoofd-netwerk",),
        ("hoofd-infrastructuur: owner", "gemeentesecretaris: owner", "ciso: weakening"),
        1,
        given=(
            put(
                "roles/hoofd-netwerk.yaml",
                "kind: role\nid: hoofd-netwerk\ntitle: Hoofd netwerk (opgeheven)\n"
                "functions: [line-manager]\nuntil: 2025-12-31\n",
            ),
        ),
    ),
    # Evidence.
    Case(
        "evidence disappears",
        (gone("evidence/E-2026-026.yaml"),),
        ("▼ E-2026-026 *: Dekking van meervoudige authenticatie per groep accounts → None",),
        ("hoofd-werkplek: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "evidence speaks of an earlier time",
        (
            text(
                "evidence/E-2026-029.yaml",
                "period: {from: 2026-01-01, until: 2026-09-30}\n"
                "collected: {by: auditor, date: 2026-10-19}",
                "period: {from: 2025-01-01, until: 2025-09-30}\n"
                "collected: {by: auditor, date: 2025-10-19}",
            ),
        ),
        (
            "· E-2026-029 period.from: 2026-01-01 → 2025-01-01",
            "▼ E-2026-029 period.until: 2026-09-30 → 2025-09-30",
            "▼ E-2026-029 collected.date: 2026-10-19 → 2025-10-19",
        ),
        ("hoofd-ict: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "the outcome of evidence is worse",
        (text("evidence/E-2026-030.yaml", "result: {outcome: pass}", "result: {outcome: fail}"),),
        ("▼ E-2026-030 result.outcome: pass → fail",),
        ("hoofd-ict: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "the outcome of evidence is worse, and it is followed up",
        (
            text(
                "evidence/E-2026-205.yaml",
                "result: {outcome: pass}",
                "result: {outcome: partial, follow_up: [{what: Herhalen, owner: hoofd-personeel, "
                "due: 2027-01-31}]}",
            ),
        ),
        (
            "▼+ E-2026-205 result.outcome: pass → partial",
            (
                "▲ E-2026-205 result.follow_up: None → {'what': 'Herhalen', 'owner': "
                "'hoofd-personeel', 'due': '2027-01-31'}"
            ),
        ),
        ("hoofd-bedrijfsvoering: owner", "ciso: weakening"),
        0,
    ),
    Case(
        "evidence no longer shows that something works",
        (
            text(
                "evidence/E-2026-222.yaml", "proves: [existence, operation]", "proves: [existence]"
            ),
        ),
        ("▼ E-2026-222 proves: operation → None",),
        ("hoofd-werkplek: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "the file of evidence can no longer be verified",
        (
            text(
                "evidence/E-2026-001.yaml",
                "  sha256: 655d137939e95158b1a3ece8a61cdc84e681dcb403d3b823896d9d0ebe69b917\n",
                "",
            ),
        ),
        (
            (
                "▼ E-2026-001 source.sha256: "
                "655d137939e95158b1a3ece8a61cdc84e681dcb403d3b823896d9d0ebe69b917 → None"
            ),
        ),
        ("gemeentesecretaris: owner", "ciso: weakening"),
        1,
    ),
    Case(
        "the file behind evidence is replaced",
        (put("evidence/files/e-2026-218-bevoegdheden-2026-q3.csv", "alles;in orde\n"),),
        (
            (
                "· E-2026-218 source.path: evidence/files/e-2026-218-bevoegdheden-2026-q3.csv → "
                "evidence/files/e-2026-218-bevoegdheden-2026-q3.csv"
            ),
        ),
        ("hoofd-ict: owner",),
        1,
    ),
    Case(
        "the file behind evidence disappears",
        (gone("evidence/files/e-2026-054-oorzaakanalyse.md"),),
        ("▼ E-2026-054 source.path: evidence/files/e-2026-054-oorzaakanalyse.md → None",),
        ("ciso: owner, weakening",),
        1,
    ),
]
