"""A small administration that is sound but for the many measures that it does not implement yet.

The examples on the pages of the rules are laid over it.
"""

from __future__ import annotations

from bio2lint.rules._example import ORGANISATION

APPOINTED = "\nappointed: {by: college, date: 2025-01-14, ref: BW 2025-003}"
SOUND: dict[str, str] = {
    "bio2lint.yaml": "norm: bio2@1.3\n",
    "organisation.yaml": ORGANISATION,
    "roles/rollen.yaml": "\n---\n".join(
        f"""\
kind: role
id: {name}
title: {title}
functions: [{function}]
contact: {name}@lindemeer.example"""
        + ("" if name == "college" else APPOINTED)
        for name, title, function in (
            ("college", "College van burgemeester en wethouders", "board"),
            ("directie", "Gemeentesecretaris", "executive-management"),
            ("ciso", "Chief information security officer", "ciso"),
            ("fg", "Functionaris gegevensbescherming", "dpo"),
            ("auditor", "Interne auditor", "internal-auditor"),
            ("hoofd-werkplek", "Hoofd werkplek", "line-manager"),
            ("hoofd-burgerzaken", "Hoofd burgerzaken", "process-owner"),
            ("hoofd-ict", "Hoofd ICT", "system-owner"),
        )
    )
    + "\n",
    "processes/burgerzaken.yaml": """\
kind: process
id: burgerzaken
title: Burgerzaken
owner: hoofd-burgerzaken
critical: false
classification: {confidentiality: high, integrity: high, availability: medium}
quickscan: {by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0412}
systems: [werkplek]
""",
    "systems/werkplek.yaml": """\
kind: system
id: werkplek
title: Digitale werkplek
owner: hoofd-ict
processes: [burgerzaken]
critical: false
internet_facing: false
classification: {confidentiality: medium, integrity: medium, availability: medium}
""",
    **{
        f"documents/{name}.yaml": f"""\
kind: document
id: {name}
title: {title}
owner: {owner}
type: {kind}
path: documents/{name}.md
status: approved
approved: {{by: college, date: 2026-06-09, ref: BW 2026-131}}
result: {{outcome: pass}}
review: {{last: 2026-06-09, interval: P1Y, by: {owner}}}
"""
        for name, title, owner, kind in (
            ("interne-audit-2026", "Interne audit 2026", "auditor", "internal-audit"),
            ("directiebeoordeling-2026", "Beoordeling 2026", "college", "management-review"),
            ("doelstellingen-2026", "Doelstellingen 2026", "directie", "objectives"),
        )
    },
    "documents/toereikendheid.yaml": """\
kind: document
id: toereikendheid-2026
title: Zijn de overheidsmaatregelen genoeg?
owner: ciso
type: analysis
path: documents/risicomethode.md
requirements: ["5.4", "5.28"]
subjects: [sufficiency]
status: approved
approved: {by: directie, date: 2026-07-09, ref: MT 2026-41}
review: {last: 2026-07-09, interval: P1Y, by: ciso}
""",
    **{
        f"documents/{name}.md": f"# {name}\n"
        for name in (
            "risicomethode",
            "interne-audit-2026",
            "directiebeoordeling-2026",
            "doelstellingen-2026",
        )
    },
}
