"""Planted gaps in CODEOWNERS: who decides is not asked (GIT002)."""

from __future__ import annotations

from planted_repo import Plant, plant

FILE = """\
* @lindemeer/beheer
/bio2lint.yaml @lindemeer/ciso
/CODEOWNERS @lindemeer/ciso
/organisation.yaml @lindemeer/college
/exceptions/ @lindemeer/college
/risks/R-019.yaml @lindemeer/directie
"""


def _gap(what: str, old: str, new: str, role: str, handle: str) -> Plant:
    assert old in FILE
    handles = f'handles: ["@lindemeer/{handle}"]'
    return plant(
        "GIT002",
        what,
        ("CODEOWNERS", "", FILE.replace(old, new)),
        (f"roles/{role}.yaml", handles, handles.replace("[", "▸[")),
        status=0,
    )


GAPS = (
    _gap(
        "exceptions that only their owners would be asked about",
        "/exceptions/ @lindemeer/college\n",
        "/exceptions/ @lindemeer/ict\n",
        "bestuur",
        "college",
    ),
    _gap(
        "settings and a CODEOWNERS that the CISO would not be asked about",
        "/bio2lint.yaml @lindemeer/ciso\n/CODEOWNERS @lindemeer/ciso\n",
        "",
        "ciso",
        "ciso",
    ),
    _gap(
        "a line for all risks below that of an accepted one",
        "R-019.yaml @lindemeer/directie\n",
        "R-019.yaml @lindemeer/directie\n/risks/\n",
        "bestuur",
        "directie",
    ),
    _gap(
        "a line that is skipped for a word that is no owner",
        "/organisation.yaml @lindemeer/college\n",
        "/organisation.yaml @lindemeer/college college\n",
        "bestuur",
        "college",
    ),
)
