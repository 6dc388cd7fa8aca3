"""The words for states, roles, periods and demands of the norm, in both languages."""

from __future__ import annotations

import json
from typing import Any

from bio2lint import wording
from bio2lint.finding import Text

STATES = {
    "active": Text(nl="geldend", en="active"),
    "none": Text(nl="geen", en="none"),
    "moved": Text(nl="verplaatst", en="moved"),
    "withdrawn": Text(nl="vervallen", en="withdrawn"),
    "reference": Text(nl="verwijzing", en="reference"),
}
_BASES = {
    "statutory": Text(nl="wettelijke termijn", en="statutory"),
    "as-soon-as-possible": Text(nl="zo snel mogelijk", en="as soon as possible"),
    "risk": Text(nl="op grond van risico", en="by risk"),
}
_ASPECTS = {
    "interval": Text(nl="termijn", en="period"),
    "own_period": Text(nl="eigen termijn", en="period of one's own"),
    "deadline": Text(nl="uiterste termijn", en="deadline"),
    "retention": Text(nl="bewaartermijn", en="retention"),
    "subjects": Text(nl="onderwerpen", en="subjects"),
    "population": Text(nl="geldt voor elk van", en="holds for each of"),
    "permits_departure": Text(nl="afwijking toegestaan", en="departure permitted"),
    "roles.responsible": Text(nl="verantwoordelijk", en="responsible"),
    "roles.recipient": Text(nl="ontvanger", en="recipient"),
    "roles.audience": Text(nl="doelgroep", en="audience"),
    "demands.risk_analysis": Text(nl="risicoanalyse", en="risk analysis"),
    "demands.analysis_of": Text(nl="risicoanalyse per", en="risk analysis of each of"),
    "demands.clauses": Text(nl="contractbepalingen", en="contract clauses"),
    "demands.before": Text(nl="vóór", en="before"),
    "demands.documents": Text(nl="stukken", en="documents"),
    "demands.test": Text(nl="toets", en="test"),
    "demands.report": Text(nl="rapportage", en="report"),
    "demands.approval": Text(nl="goedkeuring", en="approval"),
    "demands.consult": Text(nl="advies van", en="advice of"),
    "demands.event": Text(nl="aanleiding", en="occasion"),
    "references.measures": Text(nl="verwijst naar", en="refers to"),
    "references.controls": Text(nl="verwijst naar", en="refers to"),
    "references.external": Text(nl="verwijst naar", en="refers to"),
}
_OF = {
    "document": "document", "register": "register", "supplier": "leverancier",
    "system": "systeem", "process": "proces", "evidence": "bewijs",
}  # fmt: skip
_KINDS = {
    "policy": "beleid", "procedure": "procedure", "plan": "plan", "register": "register",
    "contract": "contract", "record": "vastlegging", "report": "rapport",
    "requirements": "eisen", "method": "methodiek", "principles": "uitgangspunten",
    "rules": "regels", "agreement": "overeenkomst", "appointment": "aanstelling",
    "statement": "verklaring", "programme": "programma", "instruction": "instructie",
    "facility": "voorziening",
}  # fmt: skip
_FUNCTIONS = {
    "board": "bestuur", "executive-management": "leiding", "supervisory-body":
    "controlerend orgaan", "ciso": "CISO", "cio": "CIO", "dpo": "functionaris "
    "gegevensbescherming", "privacy-officer": "privacy officer", "internal-auditor":
    "interne auditor", "line-manager": "lijnmanager", "process-owner": "proceseigenaar",
    "system-owner": "systeemeigenaar", "supplier-manager": "leveranciersmanager",
    "head-of-operations": "eindverantwoordelijke bedrijfsvoering", "independent-officer":
    "onafhankelijke functionaris", "all-staff": "alle medewerkers", "contractors": "externen",
}  # fmt: skip
_OF_CLOUD = Text(nl=" (clouddiensten)", en=" (cloud services)")
_TERMS = {
    "required": Text(nl="altijd", en="always"),
    "per-event": Text(nl="bij iedere aanleiding", en="at each occasion"),
    "conditional": Text(nl="in bepaalde gevallen", en="in certain cases"),
    "always": Text(nl="altijd", en="always"),
    "departure": Text(nl="bij afwijking", en="at a departure"),
    "suppliers": Text(nl="leveranciers", en="suppliers"),
    "systems": Text(nl="systemen", en="systems"),
    "processes": Text(nl="processen", en="processes"),
    "contract": Text(nl="het sluiten van een contract", en="a contract is concluded"),
    "supplier-access": Text(nl="toegang van een leverancier", en="a supplier gets access"),
    "critical-systems": Text(nl="kritieke systemen", en="critical systems"),
    "internet-facing-systems": Text(nl="internetsystemen", en="internet-facing systems"),
}
_PROVED = {
    "design": Text(nl="opzet", en="design"),
    "existence": Text(nl="bestaan", en="existence"),
    "operation": Text(nl="werking", en="operation"),
}
_YES = Text(nl="ja", en="yes")
_ADOPTED = Text(nl=" (vastgesteld)", en=" (adopted)")


def as_json(data: Any) -> str:
    """Return plain data as JSON for programs."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def localised(fact: Any, language: str) -> Any:
    """Return plain data of the norm with each pair of texts in one language."""
    if isinstance(fact, dict):
        if fact.keys() == {"nl", "en"}:
            return fact[language]
        return {key: localised(value, language) for key, value in fact.items()}
    return [localised(value, language) for value in fact] if isinstance(fact, list) else fact


def term(facts: dict[str, Any]) -> Text:
    """Return in a few words how a measure is timed: its interval, deadline or retention."""
    said = []
    if interval := facts.get("interval"):
        every = wording.duration(interval["max"])
        strict = interval["strength"] == "must"
        said.append(
            every if strict else Text(nl=f"{every.nl}, zo mogelijk", en=f"{every.en}, if possible")
        )
    if "own_period" in facts:
        said.append(Text(nl="eigen keuze", en="own choice"))
    if deadline := facts.get("deadline"):
        said.append(_bound(deadline, "max", Text(nl="binnen", en="within")))
    if retention := facts.get("retention"):
        said.append(_bound(retention, "min", Text(nl="bewaar", en="keep")))
    return Text(nl=", ".join(t.nl for t in said), en=", ".join(t.en for t in said))


def _bound(fact: dict[str, Any], key: str, lead: Text) -> Text:
    if key not in fact:
        return _BASES[fact["basis"]]
    length = wording.duration(fact[key])
    return Text(nl=f"{lead.nl} {length.nl}", en=f"{lead.en} {length.en}")


def aspect(path: str) -> Text:
    """Return the words for the path of a fact, as `norm.diff.FactChange` names it."""
    return _ASPECTS[path]


def values(path: str, found: tuple[Any, ...]) -> Text:
    """Return the plain values of one aspect in words."""
    return wording.listed([_value(path, value) for value in found], len(found))


def _value(path: str, value: Any) -> Text:
    if value is True:
        return _YES
    if isinstance(value, dict):
        return _compound(path, value)
    if path in ("roles.responsible", "roles.recipient", "roles.audience", "demands.consult"):
        return _function(value)
    return _TERMS.get(value, Text(value, value))


def _compound(path: str, fact: dict[str, Any]) -> Text:
    if path == "demands.documents":
        adopted = _ADOPTED if fact.get("adopted") else Text("", "")
        return Text(
            nl=f"{_KINDS[fact['type']]} {fact['subject']}{adopted.nl}",
            en=f"{fact['type']} {fact['subject']}{adopted.en}",
        )
    if path == "demands.clauses":
        of_cloud = _OF_CLOUD if "of" in fact else Text("", "")
        return Text(nl=f"{fact['name']}{of_cloud.nl}", en=f"{fact['name']}{of_cloud.en}")
    if path == "demands.approval":
        by, when = _function(fact["by"]), _TERMS[fact["when"]]
        return Text(nl=f"{by.nl} ({when.nl})", en=f"{by.en} ({when.en})")
    length = term({path: fact})
    if path != "interval":
        return length
    proved = [_PROVED[name] for name in fact.get("aspects", ())]
    of = wording.listed([Text(nl=_OF[fact["of"]], en=fact["of"]), *proved])
    return Text(nl=f"{length.nl} ({of.nl})", en=f"{length.en} ({of.en})")


def _function(name: str) -> Text:
    short = name in ("ciso", "cio", "dpo")
    english = name.upper() if short else name.replace("-", " ")
    return Text(nl=_FUNCTIONS[name], en=english)
