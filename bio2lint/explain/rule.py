"""The explanation of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import profile, rules
from bio2lint.explain import Explanation, Section
from bio2lint.finding import Text
from bio2lint.report.words import SEVERITIES, joined
from bio2lint.settings import Settings

if TYPE_CHECKING:
    from bio2lint.rules import Check, Option, Rule

GROUPS = {
    "structure": Text(nl="structuur", en="structure"),
    "references": Text(nl="verwijzingen", en="references"),
    "completeness": Text(nl="volledigheid", en="completeness"),
    "ownership": Text(nl="eigenaarschap", en="ownership"),
    "timeliness": Text(nl="tijdigheid", en="timeliness"),
    "risk": Text(nl="risico's", en="risks"),
    "evidence": Text(nl="bewijs", en="evidence"),
    "applicability": Text(nl="toepasselijkheid", en="applicability"),
    "suppliers": Text(nl="leveranciers", en="suppliers"),
    "management-system": Text(nl="managementsysteem", en="management system"),
    "history": Text(nl="geschiedenis", en="history"),
    "confidentiality": Text(nl="vertrouwelijkheid", en="confidentiality"),
}
_WHY = Text(nl="Waarom", en="Why")
_BEFORE = Text(nl="Vóór de wijziging", en="Before the change")
_BAD = Text(nl="Fout", en="Bad")
_GOOD = Text(nl="Goed", en="Good")
_FIX = Text(nl="Herstellen", en="How to fix")
_OPTIONS = Text(nl="Opties", en="Options")
_SETTINGS = Text(nl="Instellen", en="Settings")
_KINDS = {
    "period": Text(nl="termijn", en="period"),
    "integer": Text(nl="geheel getal", en="whole number"),
    "flag": Text(nl="true of false", en="true or false"),
    "texts": Text(nl="lijst met teksten", en="list of texts"),
}


def find(name: str) -> Check | None:
    """Return the rule with a code or name, whatever its capitals; None when there is none."""
    wanted = name.strip().lower()
    known = (
        check for check in rules.load() if wanted in (check.rule.code.lower(), check.rule.name)
    )
    return next(known, None)


def names() -> list[str]:
    """Return every code and name of a rule."""
    return [name for check in rules.load() for name in (check.rule.code, check.rule.name)]


def explain(check: Check) -> Explanation:
    """Return what there is to know of a rule."""
    rule, docs = check.rule, check.docs
    severity, group = SEVERITIES[rule.severity], GROUPS[check.group]
    before = (Section(_BEFORE, files=tuple(docs.before.items())),) if docs.before else ()
    options = (Section(_OPTIONS, items=tuple(map(_option, rule.options))),) if rule.options else ()
    return Explanation(
        title=Text(
            nl=f"{rule.code} {rule.name} ({severity.nl}, {group.nl})",
            en=f"{rule.code} {rule.name} ({severity.en}, {group.en})",
        ),
        summary=rule.summary,
        sections=(
            Section(_WHY, paragraphs=(docs.why, _source(rule))),
            *before,
            Section(_BAD, files=tuple(docs.bad.items())),
            Section(_GOOD, files=tuple(docs.good.items())),
            Section(_FIX, paragraphs=(docs.fix, *_fixing(rule))),
            *options,
            Section(_SETTINGS, paragraphs=_settings(rule)),
        ),
        url=rule.url,
    )


def _source(rule: Rule) -> Text:
    return Text(nl=f"Bron: {_dutch(rule.source)}.", en=f"Source: {rule.source}.")


_DUTCH_SOURCES = (
    ("change log", "wijzigingsoverzicht"),
    ("hygiene", "goed gebruik"),
    ("own interval", "eigen termijn"),
    ("where the norm times a review", "waar de norm een termijn noemt"),
    ("where it sets a period, else", "waar dat een termijn noemt, anders"),
    ("the published copy, its §18, says mandatory", "de gepubliceerde kopie, §18, zegt verplicht"),
    ("Part 2 intro", "inleiding van deel 2"),
    ("Part 2", "deel 2"),
)


def _dutch(source: str) -> str:
    for english, dutch in _DUTCH_SOURCES:
        source = source.replace(english, dutch)
    return source


def _fixing(rule: Rule) -> tuple[Text, ...]:
    if not rule.fixable:
        return ()
    return (
        Text(
            nl="Waar maar één tekst goed kan zijn, herstelt `bio2lint fix` dit.",
            en="Where only one text can be right, `bio2lint fix` mends this.",
        ),
    )


def _option(option: Option) -> Text:
    usual, kind = _shown(option), _KINDS[option.kind]
    return Text(
        nl=f"`{option.name}` ({kind.nl}, standaard {usual}): {option.about.nl}",
        en=f"`{option.name}` ({kind.en}, default {usual}): {option.about.en}",
    )


def _shown(option: Option) -> str:
    if option.kind == "period":
        return str(option.default.text)
    if option.kind == "flag":
        return str(option.default).lower()
    return f"[{', '.join(option.default)}]" if option.kind == "texts" else str(option.default)


def _settings(rule: Rule) -> tuple[Text, ...]:
    where = [name for name in profile.NAMES if Settings(profile=name, preview=True).applies(rule)]
    profiles = Text(
        nl=f"Geldt in profiel {', '.join(where)}.", en=f"Holds in profile {', '.join(where)}."
    )
    said = [profiles]
    if rule.protected:
        said.append(
            Text(
                nl="Beschermd: kan niet worden uitgezet, verlaagd of onderdrukt.",
                en="Protected: cannot be turned off, lowered or suppressed.",
            )
        )
    elif rule.preview:
        said.append(
            Text(
                nl="Nieuw: telt alleen mee met `preview: true` in de instellingen.",
                en="New: only counts with `preview: true` in the settings.",
            )
        )
    return (joined(said, " "),)
