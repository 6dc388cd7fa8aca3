"""The words for what the norm's data says in codes."""

from __future__ import annotations

from bio2lint.finding import Text

STATES = {
    "active": Text(nl="geldt", en="in force"),
    "none": Text(nl="geen overheidsmaatregel", en="no government measure"),
    "moved": Text(nl="verplaatst", en="moved"),
    "withdrawn": Text(nl="vervallen", en="withdrawn"),
    "reference": Text(nl="verwijst door", en="refers to another"),
}
FUNCTIONS = {
    "board": Text(nl="bestuur", en="board"),
    "executive-management": Text(nl="directie", en="executive management"),
    "supervisory-body": Text(nl="interne toezichthouder", en="internal supervisor"),
    "ciso": Text(nl="CISO", en="CISO"),
    "cio": Text(nl="CIO", en="CIO"),
    "dpo": Text(nl="functionaris gegevensbescherming", en="data protection officer"),
    "privacy-officer": Text(nl="privacyadviseur", en="privacy officer"),
    "internal-auditor": Text(nl="interne auditor", en="internal auditor"),
    "line-manager": Text(nl="lijnmanager", en="line manager"),
    "process-owner": Text(nl="proceseigenaar", en="process owner"),
    "system-owner": Text(nl="systeemeigenaar", en="system owner"),
    "supplier-manager": Text(nl="leveranciersmanager", en="supplier manager"),
    "head-of-operations": Text(nl="hoofd bedrijfsvoering", en="head of operations"),
    "independent-officer": Text(nl="onafhankelijke functionaris", en="independent officer"),
    "all-staff": Text(nl="alle medewerkers", en="all staff"),
    "contractors": Text(nl="externen", en="contractors"),
}
DOCUMENTS = {
    "policy": Text(nl="beleid", en="policy"),
    "procedure": Text(nl="werkwijze", en="procedure"),
    "plan": Text(nl="plan van aanpak", en="plan"),
    "register": Text(nl="register of overzicht", en="register"),
    "contract": Text(nl="contractbepaling", en="contract clause"),
    "record": Text(nl="vastlegging", en="record"),
    "report": Text(nl="verslag", en="report"),
    "requirements": Text(nl="eisen", en="requirements"),
    "method": Text(nl="methode", en="method"),
    "principles": Text(nl="uitgangspunten", en="principles"),
    "rules": Text(nl="regels", en="rules"),
    "agreement": Text(nl="afspraken", en="agreement"),
    "appointment": Text(nl="aanwijzing of benoeming", en="appointment"),
    "statement": Text(nl="verklaring", en="statement"),
    "programme": Text(nl="programma", en="programme"),
    "instruction": Text(nl="instructie", en="instruction"),
    "facility": Text(nl="voorziening", en="facility"),
}
TIMED = {
    "document": Text(nl="van het document", en="of the document"),
    "register": Text(nl="van het register", en="of the register"),
    "supplier": Text(nl="per leverancier", en="for each supplier"),
    "system": Text(nl="per systeem", en="for each system"),
    "process": Text(nl="per proces", en="for each process"),
    "evidence": Text(nl="blijkt uit bewijs", en="shown by evidence"),
}
RISK_ANALYSES = {
    "required": Text(nl="een risicoafweging", en="a risk assessment"),
    "per-event": Text(
        nl="bij iedere aanleiding een risicoafweging", en="a risk assessment for each occasion"
    ),
    "conditional": Text(
        nl="in bepaalde gevallen een risicoafweging", en="a risk assessment in certain cases"
    ),
}
POPULATIONS = {
    "internet-facing-systems": Text(
        nl="elk systeem dat aan internet hangt", en="each internet-facing system"
    ),
    "suppliers": Text(nl="elke leverancier", en="each supplier"),
    "all-systems": Text(nl="elk systeem", en="each system"),
    "critical-systems": Text(nl="elk kritiek systeem", en="each critical system"),
}
BASES = {
    "statutory": Text(nl="de wettelijke termijn", en="the statutory term"),
    "as-soon-as-possible": Text(nl="zo snel mogelijk", en="as soon as possible"),
    "risk": Text(nl="op grond van het risico", en="based on the risk"),
}
