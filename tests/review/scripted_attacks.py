"""Pull requests of somebody who wants to get a weakening past the review unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scripted import SETTINGS, example, gone, more, moved, put, renamed, setting, text
from scripted_decisions import APPROVED, DEVIATION
from scripted_organisation import SUCCESSOR

if TYPE_CHECKING:
    from scripted import Edit


class Attack(NamedTuple):
    """A change that means to hide something, and by what it shows all the same.

    `shown` are lines of changes, `CODE document` of new findings (`hidden` where only the settings
    before show them), and `unreadable path side`.
    """

    name: str
    edits: tuple[Edit, ...]
    shown: tuple[str, ...]
    given: tuple[Edit, ...] = ()


MFA = "controls/bm-5-17.yaml"
WHOLE = example()[MFA].decode()
WEAK = WHOLE.replace(
    "status: implemented\nimplemented_on: 2025-03-17", "status: planned\ndue: 2027-06-30"
)
TITLE = (
    "Meervoudige authenticatie op iedere werkplek, elk beheeraccount en alles wat via internet "
    "bereikbaar is"
)
INVENTORY = (
    "Eén inventaris voor apparatuur, clouddiensten, OT en apparaten op afstand, elk kwartaal "
    "gecontroleerd"
)
RANSOM = "Gijzelsoftware legt werkplekken, bestanden en koppelingen plat"
LOGS = "Logbestanden worden gewijzigd of gewist om sporen te verbergen"
LOWERED = "▼ bm-5-17 status: implemented → planned"
ASKING = put("CODEOWNERS", "* @lindemeer/ciso\n/exceptions/ @lindemeer/college\n")
LOWER = text(
    "risks/R-005.yaml",
    "residual: {likelihood: 3, impact: 3, level: medium}",
    "residual: {likelihood: 1, impact: 3, level: low}",
)
UNEXPLAINED = ("▼ R-005 residual.likelihood: 3 → 1", "▼ R-005 residual.level: medium → low")
EVERYTHING = (
    "include: [organisation.yaml, /roles/, /processes/, /systems/, /suppliers/, /controls/, "
    "/risks/, /evidence/, /exceptions/, /documents/]"
)
MANDATES = "mandates:\n{}".format(
    example()["organisation.yaml"].decode().partition("mandates:\n")[2].partition("statement:\n")[0]
)
CHECKED = """\
kind: evidence
id: {id}
title: Steekproef op de inventaris
proves: [operation]
controls: [bm-5-9]
period: {{from: 2026-10-01, until: 2026-10-31}}
collected: {{by: hoofd-ict, date: 2026-11-02}}
result: {{outcome: pass}}
source: {{url: 'https://bewijs.lindemeer.example/inventaris'}}
classification: internal
"""


ATTACKS = [
    Attack(
        "turn a rule off and break what it guards",
        (
            setting("OWN001: off", "rules"),
            text("suppliers/brp-leverancier.yaml", "owner: hoofd-burgerzaken\n", ""),
        ),
        (
            "▼ bio2lint.yaml rules.OWN001: None → off",
            "▼ brp-leverancier owner: hoofd-burgerzaken → None",
            "hidden OWN001 brp-leverancier",
        ),
    ),
    Attack(
        "turn a rule off where a lighter profile has it off already",
        (setting("RSK009: off", "rules"), setting("profile: starter")),
        ("▼ bio2lint.yaml rules.RSK009: None → off", "▼ bio2lint.yaml profile: None → starter"),
    ),
    Attack(
        "turn a rule off on some paths where a lighter profile has it off already",
        (
            setting("- {paths: [risks/], rules: {RSK009: off}}", "overrides"),
            setting("profile: starter"),
        ),
        ("▼ bio2lint.yaml overrides[risks/].RSK009: None → off",),
    ),
    Attack(
        "break a file, so that what it held is gone unseen",
        (put("risks/R-001.yaml", "kind: risk\nid: [\n"),),
        ("unreadable risks/R-001.yaml after", "STR001 None"),
    ),
    Attack(
        "break a file, so that what goes elsewhere is held back",
        (put("risks/R-001.yaml", "kind: risk\nid: [\n"), gone("risks/R-028.yaml")),
        ("unreadable risks/R-001.yaml after", f"▼ R-028 *: {LOGS} → None"),
    ),
    Attack(
        "take the kind away, so that it is no document any more",
        (text("risks/R-028.yaml", "kind: risk\n", ""),),
        ("unreadable risks/R-028.yaml after",),
    ),
    Attack(
        "weaken a document while it moves to another file",
        (gone(MFA), put("controls/zz.yaml", WEAK)),
        (LOWERED, "GIT001 bm-5-17"),
    ),
    Attack(
        "leave the document as it was elsewhere, as a decoy with the same id",
        (put(MFA, WEAK), put("controls/aa.yaml", WHOLE)),
        (LOWERED, "STR004 bm-5-17"),
    ),
    Attack(
        "add a weaker document with the same id",
        (put("controls/aa.yaml", WEAK),),
        (f"▲ bm-5-17 *: None → {TITLE}", "STR004 bm-5-17"),
    ),
    Attack(
        "let one of two documents with the same id go, and weaken the other",
        (put(MFA, WEAK), gone("controls/aa.yaml")),
        (LOWERED, f"▼ bm-5-17 *: {TITLE} → None"),
        given=(put("controls/aa.yaml", WHOLE),),
    ),
    Attack(
        "give the id to something else",
        (
            renamed("bm-5-17", "bm-mfa"),
            put("risks/zz.yaml", "kind: risk\nid: bm-5-17\ntitle: Iets anders\n"),
        ),
        ("GIT005 bm-5-17",),
    ),
    Attack(
        "rename a control everywhere, and let it hold for less",
        (
            text(
                "controls/bm-5-9.yaml",
                "systems: [werkplek, netwerk, gemalenbesturing, beheerdomein]",
                "systems: [werkplek]",
            ),
            renamed("bm-5-9", "bm-inventaris"),
        ),
        (f"▼ bm-5-9 *: {INVENTORY} → None", "GIT001 None"),
    ),
    Attack(
        "rename a control everywhere, and let it hold for a process less",
        (
            text(
                "controls/bm-5-9.yaml",
                "processes: [ict-beheer, riolering-en-gemalen]",
                "processes: [ict-beheer]",
            ),
            renamed("bm-5-9", "bm-inventaris"),
        ),
        (f"▼ bm-5-9 *: {INVENTORY} → None", "GIT001 None"),
    ),
    Attack(
        "rename a control everywhere, and let it be done less often",
        (
            text("controls/bm-5-9.yaml", "interval: P3M}]", "interval: P1Y}]"),
            renamed("bm-5-9", "bm-inventaris"),
        ),
        (f"▼ bm-5-9 *: {INVENTORY} → None", "GIT001 None"),
    ),
    Attack(
        "rename a risk everywhere, and rate it lower",
        (
            text(
                "risks/R-001.yaml",
                "residual: {likelihood: 2, impact: 4, level: medium}",
                "residual: {likelihood: 1, impact: 4, level: low}",
            ),
            renamed("R-001", "R-101"),
        ),
        (f"▼ R-001 *: {RANSOM} → None", "GIT001 None"),
    ),
    Attack(
        "rename a document from one value to a weaker one, and change the value itself",
        (
            text("evidence/E-2026-400.yaml", "id: P3M", "id: P1Y"),
            text("controls/bm-5-9.yaml", "interval: P3M}]", "interval: P1Y}]"),
        ),
        ("▼ bm-5-9 cycles[5.09.01].interval: P3M → P1Y",),
        given=(put("evidence/E-2026-400.yaml", CHECKED.format(id="P3M")),),
    ),
    Attack(
        "lower a risk, and pretend that a control against it is new",
        (
            LOWER,
            text(
                "controls/bm-5-10.yaml", "implemented_on: 2025-09-01", "implemented_on: 2026-11-20"
            ),
        ),
        UNEXPLAINED,
    ),
    Attack(
        "lower a risk, and set a control against it that was there",
        (LOWER, text("risks/R-005.yaml", "controls: [bm", "controls: [bm-7-11, bm")),
        (*UNEXPLAINED, "▲ R-005 controls: None → bm-7-11"),
    ),
    Attack(
        "make a file too large to be read",
        (more("risks/R-028.yaml", "#" * 1_000_001),),
        ("unreadable risks/R-028.yaml after",),
    ),
    Attack(
        "turn a rule off by another name",
        (more(SETTINGS, "x-a: &a {RSK009: off}\nrules: *a\n"),),
        ("▼ bio2lint.yaml rules.RSK009: None → off",),
    ),
    Attack(
        "name what is deleted in a document that nobody approved",
        (
            gone("documents/malwarebeleid.yaml"),
            put(
                "documents/besluit.yaml",
                SUCCESSOR.format(id="besluit", subjects="malwarebeleid").replace(
                    "status: approved", "status: draft"
                ),
            ),
        ),
        ("▼ malwarebeleid *: Beleid tegen schadelijke software → None", "GIT001 None"),
    ),
    Attack(
        "lower a risk, and give a control against it another id",
        (LOWER, renamed("bm-5-10", "bm-gedragsregels")),
        UNEXPLAINED,
    ),
    Attack(
        "lower a risk, by evidence that something does not work",
        (
            LOWER,
            put(
                "evidence/E-2026-400.yaml",
                """\
kind: evidence
id: E-2026-400
title: Steekproef op verzending
proves: [operation]
controls: [bm-5-10]
period: {from: 2026-11-01, until: 2026-11-20}
collected: {by: hoofd-personeel, date: 2026-11-20}
result: {outcome: fail}
source: {url: 'https://bewijs.lindemeer.example/steekproef'}
classification: internal
""",
            ),
        ),
        UNEXPLAINED,
    ),
    Attack(
        "lower a risk, by evidence that is older than it was",
        (
            LOWER,
            text(
                "evidence/E-2026-014.yaml",
                "collected: {by: hoofd-personeel, date: 2026-09-14}",
                "collected: {by: hoofd-personeel, date: 2025-09-14}",
            ),
        ),
        (*UNEXPLAINED, "▼ E-2026-014 collected.date: 2026-09-14 → 2025-09-14"),
    ),
    Attack(
        "lower a risk, by evidence that was there under another id and title",
        (
            LOWER,
            text("evidence/E-2026-014.yaml", "title: Hercontrole", "title: Controle"),
            renamed("E-2026-014", "E-2026-914"),
        ),
        UNEXPLAINED,
    ),
    Attack(
        "lower a risk, by a control that was there under another id and title",
        (
            LOWER,
            text("controls/bm-5-10.yaml", "title: Gedragsregels gelden", "title: Regels gelden"),
            renamed("bm-5-10", "bm-gedragsregels"),
        ),
        UNEXPLAINED,
    ),
    Attack(
        "rename an exception, and let it run longer",
        (
            text("exceptions/X-002.yaml", "until: 2027-03-31", "until: 2029-03-31"),
            renamed("X-002", "X-102"),
        ),
        ("▼ X-102 *: None → Tablets van de buitendienst zijn niet op afstand te wissen",),
    ),
    Attack(
        "write an id with a letter that only looks the same",
        (
            text("exceptions/X-002.yaml", "id: X-002", "id: \u0425-002"),
            text("exceptions/X-002.yaml", "until: 2027-03-31", "until: 2029-03-31"),
        ),
        (
            (
                "▼ exceptions/X-002.yaml *: None → Tablets van de "
                "buitendienst zijn niet op afstand te "
                "wissen"
            ),
            "STR002 None",
        ),
    ),
    Attack(
        "say a key twice, of which a reader sees the first",
        (
            text(
                "controls/bm-5-9.yaml",
                "status: implemented\n",
                "status: implemented\nstatus: planned\n",
            ),
        ),
        ("▼ bm-5-9 status: implemented → planned", "STR001 bm-5-9"),
    ),
    Attack(
        "silence what a weakening makes wrong",
        (
            text(
                "controls/bm-5-9.yaml",
                "owner: hoofd-ict\n",
                "owner: niemand # bio2lint: ignore[REF006] until=2027-10-31 -- komt nog\n",
            ),
        ),
        (
            "▼ bm-5-9 owner: hoofd-ict → niemand",
            "▼ bm-5-9 # bio2lint: ignore[REF006]: None → 2027-10-31",
        ),
    ),
    Attack(
        "silence the rule that sees what falls back",
        (
            text(
                "controls/bm-5-9.yaml",
                "status: implemented\nimplemented_on: 2024-06-10\n",
                "# bio2lint: ignore[GIT001] until=2027-10-31 -- komt nog\n"
                "status: planned\ndue: 2027-10-31\n",
            ),
        ),
        (
            "▼ bm-5-9 status: implemented → planned",
            "▼ bm-5-9 # bio2lint: ignore[GIT001]: None → 2027-10-31",
        ),
    ),
    Attack(
        "move a document to where nothing takes part",
        (moved("risks/R-001.yaml", "archief/R-001.yaml"),),
        (f"▼ R-001 *: {RANSOM} → None", "GIT001 None"),
        given=(setting(EVERYTHING),),
    ),
    Attack(
        "move a document to a file that is no YAML",
        (moved("risks/R-001.yaml", "risks/R-001.txt"),),
        (f"▼ R-001 *: {RANSOM} → None", "GIT001 None"),
    ),
    Attack(
        "go back to an edition that does not know the measure, and drop it",
        (
            text(SETTINGS, "norm: bio2@1.3", "norm: bio2@1.2"),
            text("controls/bm-5-21.yaml", ", 5.21.05]", "]"),
        ),
        ("▼ bio2lint.yaml norm: bio2@1.3 → bio2@1.2",),
    ),
    Attack(
        "ask nobody any more in CODEOWNERS, and turn a rule off",
        (put("CODEOWNERS", "# niemand\n"), setting("RSK009: off", "rules")),
        (
            "▼ bio2lint.yaml rules.RSK009: None → off",
            "GIT002 college",
            "GIT002 ciso",
        ),
        given=(ASKING,),
    ),
    Attack(
        "let a file that goes before CODEOWNERS ask somebody else",
        (put(".github/CODEOWNERS", "* @kwaad/ik\n"),),
        (
            "▼ .github/CODEOWNERS settings: ciso → None",
            "▼ .github/CODEOWNERS exceptions: college → None",
        ),
        given=(ASKING,),
    ),
    Attack(
        "let CODEOWNERS ask nobody about one folder",
        (more("CODEOWNERS", "/risks/\n"),),
        (
            (
                "▼ CODEOWNERS risks/R-001.yaml, risks/R-002.yaml, risks/R-003.yaml +28: "
                "@lindemeer/ciso → None"
            ),
        ),
        given=(ASKING,),
    ),
    Attack(
        "lower a risk, and accept what is left by the mandate for that alone",
        (
            LOWER,
            text(
                "risks/R-005.yaml",
                "treatment: mitigate\n",
                "treatment: accept\nacceptance: {by: hoofd-sociaal-domein, date: 2026-11-20, "
                "ref: Z26-0998, until: 2027-10-31, reason: Te duur., renewals: 0}\n",
            ),
        ),
        UNEXPLAINED,
    ),
    Attack(
        "take a mandate, and accept a risk by it",
        (
            text(
                "organisation.yaml",
                "  - level: high\n    roles: [college]\n"
                "    ref: Mandaatregister 2026, artikel 14 lid 3",
                "  - level: high\n    roles: [college, hoofd-veiligheid]\n    ref: Z26-0999",
            ),
            text(
                "risks/R-030.yaml",
                "treatment: mitigate\n",
                "treatment: accept\nacceptance: {by: hoofd-veiligheid, date: 2026-11-20, "
                "ref: Z26-0999, until: 2027-10-31, reason: Te duur., renewals: 0}\n",
            ),
        ),
        ("▼ R-030 treatment: mitigate → accept",),
    ),
    Attack(
        "let no mandates be left, and accept a risk",
        (
            text("organisation.yaml", MANDATES, ""),
            text(
                "risks/R-030.yaml",
                "treatment: mitigate\n",
                "treatment: accept\nacceptance: {by: hoofd-veiligheid, date: 2026-11-20, "
                "ref: Z26-0999, until: 2027-10-31, reason: Te duur., renewals: 0}\n",
            ),
        ),
        ("▼ R-030 treatment: mitigate → accept",),
    ),
    Attack(
        "take the say of the board, and approve an exception by it",
        (
            text(
                "roles/hoofd-inkoop.yaml",
                "supplier-manager]\n",
                "supplier-manager, board]\n"
                "appointed: {by: gemeentesecretaris, date: 2026-11-20, ref: MT 2026-99}\n",
            ),
            put(
                "exceptions/X-099.yaml",
                DEVIATION.format(id="X-099", requirement="6.01.01", owner="hoofd-inkoop")
                + APPROVED.replace("by: college", "by: hoofd-inkoop"),
            ),
        ),
        ("▼ X-099 *: None → Nog niet ingevoerd",),
    ),
    Attack(
        "approve an exception of one's own",
        (
            put(
                "exceptions/X-099.yaml",
                DEVIATION.format(id="X-099", requirement="6.01.01", owner="hoofd-inkoop")
                + APPROVED.replace("by: college", "by: hoofd-inkoop"),
            ),
        ),
        ("▼ X-099 *: None → Nog niet ingevoerd",),
    ),
    Attack(
        "approve an exception in the name of nobody",
        (
            put(
                "exceptions/X-099.yaml",
                DEVIATION.format(id="X-099", requirement="6.01.01", owner="hoofd-inkoop")
                + APPROVED.replace("by: college", "by: het-bestuur"),
            ),
        ),
        ("▼ X-099 *: None → Nog niet ingevoerd", "REF006 X-099"),
    ),
    Attack(
        "approve an exception on a day that is still to come",
        (
            put(
                "exceptions/X-099.yaml",
                DEVIATION.format(id="X-099", requirement="6.01.01", owner="hoofd-inkoop")
                + APPROVED.replace("2026-11-17", "2027-01-17"),
            ),
        ),
        ("STR005 X-099",),
    ),
    Attack(
        "say nothing any more in the settings",
        (put(SETTINGS, "norm: bio2@1.3\n"),),
        ("▼ bio2lint.yaml profile: strict → None",),
        given=(setting("profile: strict"),),
    ),
]
