"""What is wrong with the text of a YAML file, in words: the fault and what to do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bio2lint.files import reason
from bio2lint.finding import Text

if TYPE_CHECKING:
    from bio2lint.yamlfile import Problem

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
