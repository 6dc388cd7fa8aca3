"""VVT005: whoever puts another norm in the place of this one says why that is as good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.parts import Replacement
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="VVT005",
    name="equivalence-missing",
    severity=Severity.WARNING,
    source="§4",
    summary=Text(
        nl="Vervangt een andere norm de invulling van een beheersmaatregel, dan is vastgelegd "
        "waarom die gelijkwaardig is.",
        en="Where another norm takes the place of a control, it is recorded why it is equivalent.",
    ),
)

_CONTROL = """\
kind: control
id: bm-8-4
title: Broncode van de gemalen volgens de richtlijn voor industriële automatisering
implements: ["8.4"]
owner: hoofd-ict
status: implemented
implemented_on: 2026-09-01
design: ['https://intranet.lindemeer.example/beleid/gemalen']
{}
review: {{last: 2026-09-01, interval: P1Y, by: ciso}}
"""

DOCS = Docs(
    why=Text(
        nl="De BIO2 laat toe dat een andere norm, zoals NEN 7510 voor zorginformatie of de CSIR "
        "voor operationele technologie, beheersmaatregelen vervangt, als die gelijkwaardig is. "
        "Zonder onderbouwing is dat niet te beoordelen.",
        en="BIO2 allows another norm, such as NEN 7510 for health information or the CSIR for "
        "operational technology, to replace controls where it is equivalent. Without grounds "
        "nobody can judge that.",
    ),
    fix=Text(
        nl="Verwijs bij `replaces: {equivalence: …}` naar de onderbouwing. Komt de andere norm "
        "erbij in plaats van ervoor in de plaats, laat `replaces` dan weg en noem haar bij "
        "`design`.",
        en="Refer to the grounds under `replaces: {equivalence: …}`. Where the other norm comes "
        "beside this one and not in its place, leave `replaces` out and name it under `design`.",
    ),
    bad={"controls/bm-8-4.yaml": _CONTROL.format("replaces: {norm: IEC 62443}")},
    good={
        "controls/bm-8-4.yaml": _CONTROL.format(
            "replaces: {norm: IEC 62443, equivalence: documents/gelijkwaardigheid.md}"
        ),
        "documents/gelijkwaardigheid.md": "# Gelijkwaardigheid van IEC 62443 voor de gemalen\n",
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each control that another norm replaces without a statement of equivalence.

    A norm that is combined with this one replaces nothing and needs none.
    """
    for control in repository.controls:
        replaced = control.replaces
        if isinstance(replaced, Replacement) and replaced.equivalence is None:
            norm = replaced.norm if isinstance(replaced.norm, str) else None
            yield Found(
                control.place("replaces", "equivalence"),
                Text(
                    nl=f"Niet is onderbouwd dat {norm or 'de andere norm'} hier gelijkwaardig is.",
                    en=f"Nothing shows that {norm or 'the other norm'} is equivalent here.",
                ),
                Text(
                    nl="Verwijs naar de onderbouwing: `equivalence: …`, of laat `replaces` weg als "
                    "de andere norm alleen aanvult.",
                    en="Refer to the grounds: `equivalence: …`, or leave `replaces` out where the "
                    "other norm only adds.",
                ),
                requirements=tuple(repository.implemented_by(control)),
            )
