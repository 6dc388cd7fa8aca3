"""Where data of persons stand in a text: mail addresses, mobile numbers, postal addresses.

The time is linear in the length of the text: patterns begin with a literal or are looked for at a
glance first, and give nothing back that they have repeated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Text
from bio2lint.rules.confidentiality._context import before, lowered, outline

if TYPE_CHECKING:
    from collections.abc import Iterator


class Personal(NamedTuple):
    """Data of a person from `start` up to `end`, in code points; never the value itself."""

    start: int
    end: int
    kind: Text


_MAIL = Text(nl="een e-mailadres van een persoon", en="the e-mail address of a person")
_MOBILE = Text(nl="een mobiel nummer", en="a mobile number")
_ADDRESS = Text(nl="een adres", en="an address")

_AT = r"@[A-Za-z0-9-]{1,63}+(?:[.][A-Za-z0-9-]{1,63}+)++"
_LOCAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-"
_LONGEST_LOCAL = 64
_EXAMPLES = (".example", ".test", ".invalid", ".localhost")
_EXAMPLE_NAMES = frozenset(("example", "voorbeeld"))
_PRIVATE = (
    r"gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|aol|proton|protonmail|pm|gmx|ziggo"
    r"|kpnmail|kpnplanet|planet|hetnet|xs4all|home|upcmail|casema|quicknet|chello|tele2|zonnet"
)
_ROLE = (
    r"info|post|mail|contact|beheer|admin|desk|loket|meld|team|afdeling|dienst|zaken|domein|groep"
    r"|financ|inkoop|verkoop|sales|secur|beveilig|veilig|privacy|service|support|griffi|college"
    r"|bestuur|directie|secretar|communic|person|juridi|vergunning|belasting|burger|klant|balie"
    r"|reply|master|abuse|redactie|datalek|incident|facilit|archief|project|programma|onderhoud"
    r"|storing|factu|crediteur|debiteur|office|recept|hoofd|manager|coord|advies|audit|risico"
    r"|control|continu|crisis|gemeente|provincie|waterschap|system|systeem|server|backup|monitor"
    r"|alert|notif|werkplek|ruimte|wonen|jeugd|zorg|subsidie|parkeer|netwerk|network|test"
    r"|functionaris|gegevens|eigenaar|weerbaar|digita|cyber"
    r"|\b(?:ict|ci|it|hr|hrm|po|fg|dpo|ciso|cio|cvd|soc|cert|csirt|woo|avg|kcc|wmo|pers|bio|isms"
    r"|app|web|api|dev|ops|raad|demo|orders?|vth|bi|data|no)\b"
)
_NAME = r"[a-z]++(?:[.-][a-z]++)++[0-9]{0,4}"

_PHONES = (
    ("06", r"06(?:[-. ]?[0-9]){8}(?![0-9])"),
    ("31", r"(?:\+|00)31[- ]?(?:[(]0[)])?[- ]?6(?:[- ]?[0-9]){8}(?![0-9])"),
)
_ON_DUTY = ("piket", "wacht", "meld", "storing", "balie", "desk", "loket", "algemeen", "centrale")
_OTHER_NUMBER = (
    r"(?:[a-z]{2}[0-9]{2} ?[a-z]{4} ?"  # the number is the end of an IBAN
    r"|\b(?:zaak|dossier|kenmerk|besluit|contract|factuur|order|bestelling|ticket|id|ref)"
    r"(?:nummer|nr[.]?)?\W{0,4})$"
)
_NEAR = 24
"""Where such a word stands; the longest has seventeen letters, and four signs may follow."""
_SOON = 40
_PART_OF = frozenset("_-/.,+#%@&=~")

_POSTCODES = (b"0000 AA", b"0000AA")
_POSTCODE = r"[1-9][0-9]{3} ?(?![KMGT]B)[A-Z]{2}(?![A-Za-z0-9])"
_STREET = (
    r"(?:straat|laan|weg|plein|singel|gracht|kade|dijk|hof|pad|dreef|steeg|markt|park"
    r"|plantsoen|ring|baan|wal|erf|tuin|oord|veld|berg|akker|kamp|es|brink|haven|zijde)"
    r"[ ]{1,4}[0-9]{1,5}[ ]?[a-z]?(?:-[0-9a-z]{1,4})?[,;. ]{0,3}$"
)
_OFFICE = (
    r"bezoek|postadres|vestig|kantoor|gemeente(?:huis| )|stadhuis|raadhuis|provinciehuis|locatie"
    r"|datacent|rekencent|gebouw|werf|loket|archief|depot|bedrijf|b\.v\.|bv\b|n\.v\."
)
_HOME = (
    r"(?:woon|huis|thuis|priv[eé][ -]?)adres(?:sen)?[^\w\r\n]{1,6}"
    r"[^\W\d_][^\d\r\n]{2,40}+[0-9]{1,5}"
)
_HOME_HINTS = ("woonadres", "huisadres", "thuisadres", "vé-adres", "véadres", "veadres", "ve-adres")


def find(text: str) -> list[Personal]:
    """Return the personal data in a text, in order and without overlap."""
    found = [*_mail(text), *_phones(text), *_addresses(text)]
    apart: list[Personal] = []
    for one in sorted(found, key=lambda o: (o.start, -o.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _mail(text: str) -> Iterator[Personal]:
    for match in re.finditer(_AT, text) if "@" in text else ():
        head = text[max(0, match.start() - _LONGEST_LOCAL) : match.start()]
        local = head[len(head.rstrip(_LOCAL)) :]
        if local and _of_a_person(local.lower(), match[0][1:].lower()):
            yield Personal(match.start() - len(local), match.end(), _MAIL)


def _of_a_person(local: str, domain: str) -> bool:
    """Whether an address names somebody: at a private provider, or as initials and a name."""
    *names, top = domain.split(".")
    if not top.isalpha() or domain.endswith(_EXAMPLES) or names[-1] in _EXAMPLE_NAMES:
        return False
    name = local.partition("+")[0].replace("_", ".")
    if not (re.fullmatch(_NAME, name) or re.fullmatch(_PRIVATE, names[-1])):
        return False
    return re.search(_ROLE, name) is None


def _phones(text: str) -> Iterator[Personal]:
    for hint, pattern in _PHONES:
        for match in re.finditer(pattern, text) if hint in text else ():
            previous = text[max(match.start() - 1, 0) : match.start()]
            part = previous.isalnum() or previous in _PART_OF
            if not part and not _of_no_person(text, *match.span()):
                yield Personal(*match.span(), _MOBILE)


def _of_no_person(text: str, start: int, end: int) -> bool:
    """Whether the words around a number say that a service has it, or that nobody is called so."""
    line, after = before(text, start), text[end : end + _SOON].partition("\n")[0].lower()
    around = f"{line} {after}"
    on_duty = any(word in around for word in _ON_DUTY)
    return on_duty or re.search(_OTHER_NUMBER, line[-_NEAR:]) is not None


def _addresses(text: str) -> Iterator[Personal]:
    shape = outline(text)
    if any(postcode in shape for postcode in _POSTCODES):
        for match in re.finditer(_POSTCODE, text):
            line = before(text, match.start())
            street = re.search(_STREET, line) if _ends_in_a_number(line) else None
            if street and not re.search(_OFFICE, line):
                begin = line.rfind(" ", 0, street.start()) + 1
                yield Personal(match.start() - len(line) + begin, match.end(), _ADDRESS)
    small = lowered(text)
    if "adres" in small and any(hint in small for hint in _HOME_HINTS):
        for match in re.finditer(_HOME, small):
            yield Personal(*match.span(), _ADDRESS)


def _ends_in_a_number(line: str) -> bool:
    return line.rstrip(" ,;.").rpartition(" ")[2][:1].isdigit()
