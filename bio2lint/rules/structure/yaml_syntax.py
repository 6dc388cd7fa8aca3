"""STR001: the file is YAML that every tool reads in the same way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bio2lint.files import reason
from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm
    from bio2lint.yamlfile import Problem

RULE = Rule(
    code="STR001",
    name="yaml-syntax",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Elk bestand is leesbare YAML 1.2 in UTF-8, zonder dubbele sleutels of samenvoegingen.",
        en="Every file is readable YAML 1.2 in UTF-8, without duplicate or merge keys.",
    ),
    about="problems",
    protected=True,
)

_ROLE = """\
kind: role
id: hoofd-inkoop
title: Hoofd inkoop
functions: [line-manager, supplier-manager]
contact: inkoop@lindemeer.example
"""
_PATH = "roles/inkoop.yaml"

DOCS = Docs(
    why=Text(
        nl="Wat niet te lezen is, telt niet mee, en wat elk programma anders leest, betekent "
        "niets. Een dubbele sleutel wist ongemerkt wat er eerder stond.",
        en="What cannot be read does not count, and what every tool reads differently means "
        "nothing. A duplicate key silently wipes what stood before it.",
    ),
    fix=Text(
        nl="Herstel de aangewezen plek: de aanhalingstekens, de haken, het inspringen of de "
        "sleutel die twee keer voorkomt. Sla het bestand op als UTF-8.",
        en="Mend the place that is pointed at: the quotes, brackets, indentation or the key that "
        "stands there twice. Save the file as UTF-8.",
    ),
    bad={_PATH: f"{_ROLE}title: Hoofd inkoop en contractbeheer\n"},
    good={_PATH: _ROLE},
)

_FIRST = Text(nl="hier staat de eerste", en="the first one is here")
_BEGIN = Text(nl="hier begint het", en="it begins here")
_TOO = Text(nl="hier ook", en="here too")
_MOST_RELATED = 20

# Kind of problem → what is wrong and what to do; {} is the problem's detail.
_WORDS: dict[str, tuple[Text, Text]] = {
    "syntax": (
        Text(
            nl="Dit is geen geldige YAML; het bestand is vanaf hier niet te lezen.",
            en="This is not valid YAML; the file cannot be read from here on.",
        ),
        Text(
            nl="Kijk naar het inspringen, de dubbele punten en de aanhalingstekens op deze regel "
            "en die erboven.",
            en="Look at the indentation, colons and quotes on this line and the one above it.",
        ),
    ),
    "tab": (
        Text(
            nl="Hier staat een tab; YAML springt alleen in met spaties.",
            en="There is a tab here; YAML indents with spaces only.",
        ),
        Text(nl="Vervang de tab door spaties.", en="Replace the tab by spaces."),
    ),
    "unclosed-quote": (
        Text(nl="Deze tekst wordt niet afgesloten.", en="This text is never closed."),
        Text(
            nl="Zet het aanhalingsteken waarmee de tekst begint ook aan het eind.",
            en="Put the quote with which the text begins at its end too.",
        ),
    ),
    "unclosed-bracket": (
        Text(
            nl="Deze lijst of dit blok tussen haken is niet goed afgesloten.",
            en="This list or block in brackets is not closed well.",
        ),
        Text(
            nl="Zet een komma tussen de onderdelen en sluit elke haak.",
            en="Put a comma between the items and close every bracket.",
        ),
    ),
    "missing-colon": (
        Text(
            nl="Na deze sleutel ontbreekt de dubbele punt, of de gewone spatie daarachter.",
            en="The colon after this key is missing, or the plain space behind it.",
        ),
        Text(
            nl="Schrijf `sleutel: waarde`; vervolgregels van een tekst springen in.",
            en="Write `key: value`; further lines of a text are indented.",
        ),
    ),
    "unexpected-colon": (
        Text(
            nl="Hier staat een dubbele punt waar geen sleutel kan staan.",
            en="There is a colon where no key can be.",
        ),
        Text(
            nl="Zet een tekst met een dubbele punt tussen aanhalingstekens.",
            en="Put a text that holds a colon in quotes.",
        ),
    ),
    "duplicate-key": (
        Text(
            nl="De sleutel `{}` staat hier voor de tweede keer; wat geldt, is niet zeker.",
            en="The key `{}` stands here a second time; which one counts is not certain.",
        ),
        Text(nl="Houd één van beide over.", en="Keep one of the two."),
    ),
    "merge-key": (
        Text(
            nl="Samenvoegen met `<<` kan niet: het verbergt wat een document zegt.",
            en="Merging with `<<` is refused: it hides what a document says.",
        ),
        Text(nl="Schrijf de velden voluit.", en="Write the fields in full."),
    ),
    "complex-key": (
        Text(
            nl="Een sleutel moet een gewone tekst zijn.",
            en="A key must be a plain text.",
        ),
        Text(nl="Schrijf `sleutel: waarde`.", en="Write `key: value`."),
    ),
    "tag": (
        Text(
            nl="YAML-tags (`!…`) kunnen niet in de administratie.",
            en="YAML tags (`!…`) are refused in the administration.",
        ),
        Text(nl="Haal de tag weg.", en="Remove the tag."),
    ),
    "encoding": (
        Text(
            nl="Het bestand is niet opgeslagen als UTF-8 ({}).",
            en="The file is not saved as UTF-8 ({}).",
        ),
        Text(nl="Sla het opnieuw op als UTF-8.", en="Save it again as UTF-8."),
    ),
    "control-character": (
        Text(
            nl="Hier staat een onzichtbaar besturingsteken ({}).",
            en="There is an invisible control character here ({}).",
        ),
        Text(nl="Verwijder het teken.", en="Remove the character."),
    ),
    "line-break": (
        Text(
            nl="Hier staat een onzichtbaar regeleinde ({}) dat niet elk programma zo leest.",
            en="There is an invisible line break ({}) here that not every program reads as one.",
        ),
        Text(nl="Vervang het door een gewoon regeleinde.", en="Replace it by a plain line break."),
    ),
    "too-deep": (
        Text(
            nl="Het bestand is hier te diep genest om te lezen.",
            en="The file is nested too deeply here to be read.",
        ),
        Text(nl="Maak de opbouw vlakker.", en="Make the structure flatter."),
    ),
    "too-large": (
        Text(
            nl="Het bestand is te groot om te lezen (meer dan {} bytes).",
            en="The file is too large to be read (more than {} bytes).",
        ),
        Text(
            nl="Splits het in kleinere bestanden, of sluit het uit met `exclude`.",
            en="Split it into smaller files, or leave it out with `exclude`.",
        ),
    ),
    "too-many-aliases": (
        Text(
            nl="De verwijzingen met `*` in dit document worden samen te groot om te lezen.",
            en="The references with `*` in this document grow too large to be read.",
        ),
        Text(nl="Schrijf de waarden voluit.", en="Write the values in full."),
    ),
    "recursive-alias": (
        Text(
            nl="Deze verwijzing met `*` wijst naar een blok waar zij zelf in staat.",
            en="This reference with `*` points to a block that contains it.",
        ),
        Text(nl="Schrijf de waarde voluit.", en="Write the value in full."),
    ),
    "unknown-alias": (
        Text(
            nl="Deze verwijzing met `*` wijst naar niets: er is geen `&` met die naam erboven.",
            en="This reference with `*` points to nothing: no `&` of that name is above it.",
        ),
        Text(
            nl="Schrijf de waarde voluit, of zet de tekst tussen aanhalingstekens.",
            en="Write the value in full, or put the text in quotes.",
        ),
    ),
    "not-a-mapping": (
        Text(
            nl="Een document moet uit `sleutel: waarde`-regels bestaan; dit is iets anders.",
            en="A document must consist of `key: value` lines; this is something else.",
        ),
        Text(
            nl="Begin met `kind:`, `id:` en `title:`.", en="Begin with `kind:`, `id:` and `title:`."
        ),
    ),
    "empty": (
        Text(nl="Hier staat geen document.", en="There is no document here."),
        Text(nl="Vul het aan of verwijder het.", en="Fill it in or remove it."),
    ),
    "inaccessible": (
        Text(nl="Het bestand kan niet worden geopend ({}).", en="The file cannot be opened ({})."),
        Text(
            nl="Controleer of het een gewoon bestand is dat u mag lezen.",
            en="Check that it is a regular file that you may read.",
        ),
    ),
}


def explain(problem: Problem) -> tuple[Text, Text]:
    """Return what is wrong and what to do, in words."""
    message, help_ = _WORDS[problem.kind]
    detail = Text(nl=problem.detail, en=problem.detail)
    if problem.kind == "inaccessible":
        number = int(problem.detail)
        detail = reason(OSError(number, os.strerror(number)))
    return Text(
        *(words.replace("{}", said) for words, said in zip(message, detail, strict=True))
    ), help_


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield every fault of the text of one document; its merge keys are one fault together."""
    merges = [p for p in document.yaml.problems if p.kind == "merge-key"]
    for problem in document.yaml.problems:
        if problem.kind != "merge-key":
            yield _found(document, problem, _related(document, problem))
    if merges:
        places = [document.raw_place(p.start, p.end) for p in merges[1 : 1 + _MOST_RELATED]]
        yield _found(document, merges[0], tuple(Related(place, _TOO) for place in places))


def _related(document: Document, problem: Problem) -> tuple[Related, ...]:
    if problem.related is None:
        return ()
    other = document.raw_place(problem.related, problem.related + 1)
    return (Related(other, _FIRST if problem.kind == "duplicate-key" else _BEGIN),)


def _found(document: Document, problem: Problem, related: tuple[Related, ...]) -> Found:
    message, help_ = explain(problem)
    return Found(
        document.raw_place(problem.start, problem.end),
        message,
        help_,
        subject=f"{problem.kind} {problem.detail}",
        related=related,
    )
