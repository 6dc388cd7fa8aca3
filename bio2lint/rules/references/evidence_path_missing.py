"""REF008: every path that a document names exists in the repository, spelled exactly so."""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.references._targets import is_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository
    from bio2lint.schema import Leaf
    from bio2lint.tree import Fact

RULE = Rule(
    code="REF008",
    name="evidence-path-missing",
    severity=Severity.ERROR,
    source="§4",
    summary=Text(
        nl="Elk pad dat een document noemt, bestaat in de administratie, precies zo geschreven.",
        en="Every path that a document names exists in the repository, spelled exactly so.",
    ),
    fixable=True,
)

_DOCUMENT = """\
kind: document
id: risicomethode
title: Methode voor risicomanagement
owner: directie
type: procedure
path: documents/%s
subjects: [risk-management-method]
status: approved
approved: {by: college, date: 2026-02-10, ref: BW 2026-038}
review: {last: 2026-02-10, interval: P1Y, by: directie}
"""

DOCS = Docs(
    why=Text(
        nl="Een ander moet kunnen nagaan wat er staat. Een bestand dat er niet is, bewijst niets; "
        "met andere hoofdletters is het op veel systemen een ander bestand.",
        en="Somebody else must be able to verify what is stated. A file that is not there proves "
        "nothing; with other capitals it is another file on many systems.",
    ),
    fix=Text(
        nl="Voeg het bestand toe of verbeter het pad. Paden beginnen bij de hoofdmap en blijven "
        "daarbinnen; webadressen worden niet opgehaald.",
        en="Add the file or correct the path. Paths start at the root folder and stay inside it; "
        "web addresses are not fetched.",
    ),
    bad={"documents/risicomethode.yaml": _DOCUMENT % "risicomethodiek.md"},
    good={"documents/risicomethode.yaml": _DOCUMENT % "risicomethode.md"},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each path to nothing, to outside, to a folder instead of a file, or in other case."""
    for record, reference, path in repository.paths:
        fact = repository.facts.get(path)
        # What is left empty is STR002's.
        if fact is None or reference.value == "" or not is_path(reference, repository):
            continue
        fault = _fault(reference, path, fact)
        if fault is not None:
            yield Found(
                record.place(*reference.pointer),
                *fault,
                subject=path,
                replacement=_respelled(reference, path, fact),
            )


def _fault(reference: Leaf, path: str, fact: Fact) -> tuple[Text, Text] | None:
    # What names a path and nothing else holds a file: its content is the document or evidence.
    must_be_file = reference.kinds == ("path",)
    if normpath(path.strip()) in (".", "/"):
        return _nothing(reference.value)
    if fact.kind == "missing":
        return _missing(path)
    if fact.kind == "outside":
        return _outside(path)
    if fact.kind == "folder" and must_be_file:
        return Text(
            nl=f"{path} is een map; hier hoort een bestand.",
            en=f"{path} is a folder; a file belongs here.",
        ), Text(
            nl="Noem het bestand zelf, zodat vaststaat waar het om gaat.",
            en="Name the file itself, so that it is certain what is meant.",
        )
    if fact.spelled is not None:
        return Text(
            nl=f"{path} heet in de administratie {fact.spelled}; "
            "andere hoofdletters zijn op veel systemen een ander bestand.",
            en=f"{path} is called {fact.spelled} in the repository; "
            "on many systems other capitals are another file.",
        ), Text(nl=f"Schrijf {fact.spelled}.", en=f"Write {fact.spelled}.")
    return None


def _nothing(written: str) -> tuple[Text, Text]:
    return Text(
        nl=f"‘{written}’ noemt geen bestand, dus er is niets na te gaan.",
        en=f"‘{written}’ names no file, so there is nothing to verify.",
    ), Text(
        nl="Noem het bestand, met zo nodig # en de kop erachter.",
        en="Name the file, followed by # and the heading if needed.",
    )


def _missing(path: str) -> tuple[Text, Text]:
    message = Text(
        nl=f"{path} bestaat niet in de administratie.",
        en=f"{path} does not exist in the repository.",
    )
    if path.lower().startswith("www."):
        return message, Text(
            nl="Zet https:// voor een webadres.", en="Put https:// before a web address."
        )
    return message, Text(
        nl="Voeg het bestand toe, of verbeter het pad; het begint bij de hoofdmap.",
        en="Add the file, or correct the path; it starts at the root folder.",
    )


def _outside(path: str) -> tuple[Text, Text]:
    return Text(
        nl=f"{path} ligt niet binnen de administratie, dus een ander kan het niet nagaan.",
        en=f"{path} is not inside the repository, so nobody else can verify it.",
    ), Text(
        nl="Noem een pad vanaf de hoofdmap, met / ertussen en zonder .. of koppeling naar buiten.",
        en="Name a path from the root folder, with / in between and no .. or link to the outside.",
    )


def _respelled(reference: Leaf, path: str, fact: Fact) -> str | None:
    """Return the reference as YAML with the path as the disk spells it, its anchor kept."""
    right = f"{fact.spelled}{reference.value[len(path) :]}"
    return f'"{right}"' if fact.spelled is not None and '"' not in right else None
