"""What tests of the review share: two states of a repository in memory, and changes in short."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from support import AS_OF, Files, edition

from bio2lint import baseline, engine, settings
from bio2lint.review import Review, State, review
from bio2lint.rules._example import ORGANISATION
from bio2lint.tree import Fact

if TYPE_CHECKING:
    from bio2lint.review import Change

Held = Mapping[str, str | bytes | Fact]
SIGNS = {"weakens": "▼", "strengthens": "▲", "neutral": "·"}

ROLES = "---\n".join(
    f"""\
kind: role
id: {name}
title: {name.capitalize()}
functions: [{functions}]
contact: {name}@lindemeer.example
"""
    + (
        ""
        if name == "college"
        else "appointed: {by: college, date: 2025-01-14, ref: BW 2025-003}\n"
    )
    for name, functions in (
        ("college", "board"),
        ("directie", "executive-management"),
        ("ciso", "ciso"),
        ("hoofd-werkplek", "line-manager"),
        ("hoofd-burgerzaken", "process-owner"),
        ("hoofd-ict", "system-owner"),
    )
)
PROCESS = """\
kind: process
id: burgerzaken
title: Burgerzaken
owner: hoofd-burgerzaken
critical: true
classification: {confidentiality: high, integrity: high, availability: medium}
quickscan: {by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0412}
systems: [werkplek]
continuity: {document: documents/mfa.md, tested: 2026-06-01}
"""
SYSTEM = """\
kind: system
id: werkplek
title: Digitale werkplek
owner: hoofd-ict
processes: [burgerzaken]
suppliers: [leverancier]
critical: true
criticality: {by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0412}
internet_facing: true
classification: {confidentiality: medium, integrity: medium, availability: medium}
rpo: PT4H
rto: P1D
"""
CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01, 5.17.03]
owner: hoofd-werkplek
status: implemented
implemented_on: 2026-03-01
design: [documents/mfa.md]
systems: [werkplek]
cycles: [{requirement: 5.17.01, interval: P6M}]
review: {last: 2026-05-12, interval: P1Y, by: ciso}
"""
RISK = """\
kind: risk
id: R-001
title: Overname van accounts
owner: hoofd-werkplek
threat: phishing
consequence: Toegang tot gegevens van inwoners
systems: [werkplek]
inherent: {likelihood: 4, impact: 4, level: high}
residual: {likelihood: 2, impact: 4, level: medium}
analysed: {by: hoofd-werkplek, date: 2026-05-12, ref: zaak 2026-0511}
treatment: mitigate
controls: [mfa]
actions: [{what: Sleutels voor beheerders, owner: hoofd-ict, due: 2027-02-01}]
review: {last: 2026-05-12, interval: P1Y, by: hoofd-werkplek}
"""
EVIDENCE = """\
kind: evidence
id: E-001
title: Dekking van meervoudige authenticatie
proves: [existence, operation]
controls: [mfa]
requirements: [5.17.01, 5.17.03]
systems: [werkplek]
period: {from: 2026-04-01, until: 2026-09-30}
collected: {by: hoofd-ict, date: 2026-10-02}
result: {outcome: pass}
source: {url: 'https://bewijs.lindemeer.example/mfa'}
classification: internal
"""
EXCEPTION = """\
kind: exception
id: X-001
title: Nog geen sleutels voor elke beheerder
type: deviation
requirements: [5.17.01]
owner: hoofd-werkplek
reason: De leverancier levert de sleutels pas in het voorjaar.
analysis: [analyse-mfa]
ciso_advice: {by: ciso, date: 2026-11-10, ref: advies 2026-11, positive: true}
approved: {by: college, date: 2026-11-17, ref: BW 2026-290}
plan: plan-mfa
until: 2027-06-30
review: {last: 2026-11-17, interval: P6M, by: ciso}
"""
PAPERS = "---\n".join(
    f"""\
kind: document
id: {name}
title: {name.capitalize()}
owner: hoofd-werkplek
type: {kind}
path: documents/mfa.md
requirements: [5.17.01]
status: approved
approved: {{by: college, date: 2026-11-10, ref: BW 2026-27{number}}}
review: {{last: 2026-11-10, interval: P1Y, by: ciso}}
"""
    for number, (name, kind) in enumerate(
        (("analyse-mfa", "analysis"), ("plan-mfa", "plan"), ("procedure-mfa", "procedure"))
    )
)
SUPPLIER = """\
kind: supplier
id: leverancier
title: Leverancier van de werkplek
owner: hoofd-ict
services: [Werkplek als dienst]
contract: {kind: contract, ref: C-2026-01, start: 2026-11-12, end: 2029-12-31}
processes_information: true
cloud: true
clauses: {requirements: true, audit: true, yearly_proof: true, transparency: true, exit: true,
  chain: true, termination: true}
analysis: [analyse-mfa]
assurance: {report: 'https://bewijs.lindemeer.example/isae', type: ISAE 3402,
  period: {from: 2025-10-01, until: 2026-09-30}, scope: Alles, independent: true}
assessment: {by: hoofd-burgerzaken, date: 2026-10-01, outcome: pass}
access: [{what: Beheer, conditions: Alleen met begeleiding, until: 2027-01-31,
  analysis: analyse-mfa}]
"""
BASE: dict[str, str] = {
    "bio2lint.yaml": "norm: bio2@1.3\n",
    "organisation.yaml": ORGANISATION,
    "roles/rollen.yaml": ROLES,
    "processes/burgerzaken.yaml": PROCESS,
    "systems/werkplek.yaml": SYSTEM,
    "controls/mfa.yaml": CONTROL,
    "risks/R-001.yaml": RISK,
    "evidence/E-001.yaml": EVIDENCE,
    "documents/mfa.yaml": PAPERS,
    "documents/mfa.md": "# Meervoudige authenticatie\n",
    "documents/risicomethode.md": "# Risicomethode\n",
    "suppliers/leverancier.yaml": SUPPLIER,
}
"""An administration in which much can change."""


def state(files: Held, as_of: str = AS_OF) -> State:
    """Return one side of a change: the check of files in memory."""
    return _state(tuple(sorted(files.items())), as_of)


@lru_cache(maxsize=16)
def _state(items: tuple[tuple[str, str | bytes | Fact], ...], as_of: str) -> State:
    files = dict(items)
    content = files.get("bio2lint.yaml")
    assert not isinstance(content, Fact)
    read = settings.read(content.encode() if isinstance(content, str) else content)
    tree = Files(files)
    held = baseline.read(tree.read(read.baseline, 1 << 20)) if read.baseline else None
    day = date.fromisoformat(as_of)
    return State(tree, read, engine.check(tree, read, edition(read.edition), day, held))


def reviewed(before: Held, after: Held, as_of: str = AS_OF) -> Review:
    """Review a change of files in memory."""
    return review(state(before, as_of), state(after, as_of))


def edited(path: str, old: str, new: str, base: Mapping[str, str] = BASE) -> dict[str, str]:
    """Return files in which one text of one of them is another."""
    assert base[path].count(old) == 1, (path, old)
    return {**base, path: base[path].replace(old, new)}


def without(path: str, base: Mapping[str, str] = BASE) -> dict[str, str]:
    """Return files without one of them."""
    return {name: text for name, text in base.items() if name != path}


def short(change: Change) -> str:
    """Return a change in one line; `+` where a decision supports it."""
    sign = SIGNS[change.direction] + ("+" if change.supported else "")
    where = change.document or change.path
    return f"{sign} {where} {change.field or '*'}: {change.before} → {change.after}"


def shorts(before: Held, after: Held, as_of: str = AS_OF) -> list[str]:
    """Return the changes of a change, in short."""
    return [short(change) for change in reviewed(before, after, as_of).changes]
