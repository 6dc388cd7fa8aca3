"""The control of the examples on the pages of these rules, with evidence that it works."""

from __future__ import annotations

_CONTROL = """\
kind: control
id: bm-8-18
title: Systeemhulpmiddelen alleen voor beheerders met een taak daarvoor
implements: [8.18.01]
owner: hoofd-ict
status: {status}
design: [{design}]
review: {{last: 2026-09-01, interval: P1Y, by: ciso}}
---
kind: evidence
id: E-2026-012
title: Lijst van wie systeemhulpmiddelen mag gebruiken
proves: [existence, operation]
controls: [bm-8-18]
requirements: [8.18.01]
collected: {{by: hoofd-ict, date: 2026-10-05}}
result: {{outcome: pass}}
source: {{url: 'https://intranet.lindemeer.example/zaken/2026-1182'}}
classification: internal
"""


def control(
    status: str = "implemented\nimplemented_on: 2026-09-01",
    design: str = "'https://intranet.lindemeer.example/beleid/systeemhulpmiddelen'",
) -> dict[str, str]:
    """Return a control with its status, and where its design is, as they are written in YAML."""
    return {"controls/bm-8-18.yaml": _CONTROL.format(status=status, design=design)}
