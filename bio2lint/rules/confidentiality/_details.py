"""Where a text gives away how the network is built: addresses and names of machines.

Each pattern begins with what is rare and is bounded; what stands before it is looked up afterwards.
So the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Text
from bio2lint.rules.confidentiality._context import before

if TYPE_CHECKING:
    from collections.abc import Iterator


class Detail(NamedTuple):
    """A detail from `start` up to `end`, in code points."""

    start: int
    end: int
    kind: Text


_ADDRESS = Text(nl="een IP-adres", en="an IP address")
_HOST = Text(nl="de naam van een machine", en="the name of a machine")

_NO_MORE = r"(?![\w-]|[.]\w)"
_IPV4 = r"[0-9]{1,3}+[.][0-9]{1,3}+[.][0-9]{1,3}+[.][0-9]{1,3}+" + _NO_MORE
_IPV6 = r":[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,37}+" + _NO_MORE
_HEX = "0123456789abcdefABCDEF"
_VERSION = (
    r"(?:versie|version|release|build|firmware|paragraaf|hoofdstuk|artikel|bijlage|§"
    r"|\b(?:par|hfst|eis|stap|tabel|figuur|patch|update))\W{0,3}$"
)
_NEAR = 16
"""Where a word for a version stands; the longest has nine letters, and three signs may follow."""
_SPARE_4 = ("c00002", "c63364", "cb0071", "00", "7f", "a9fe", "e", "ff")
_SPARE_6 = ("20010db8", "3fff0", "0" * 31, "fe8", "ff")
"""How addresses begin, as hexadecimal digits, that are kept for examples, are masks, or are of
oneself, of one's neighbours, of all or of none."""
_LIKE_A_VERSION = r"(?!10[.])[0-9]{1,2}(?:[.][0-9]{1,2}){3}"
"""No address of an inner network has only such low numbers, but for those that begin with 10."""

_INSIDE = r"[.](?:local|lan|intern|internal|corp|localdomain|home)" + _NO_MORE
_NUMBERED = r"[0-9](?:[.][a-z0-9-]{1,63}+){2,9}" + _NO_MORE
_BARE = r"[Ss][Rr][Vv][A-Za-z-]{0,20}[0-9]{1,4}(?![\w.-])"
_SERVER = (
    r"(?:srv|server|sql|db|dc|vm|fw|sw|rtr|esx|ad|mx|vpn|rd|rds|citrix|fs|print|bkp|backup|nas|san"
    r"|ilo|idrac|mgmt|jump|proxy|lb|k8s|app|web|mail)[a-z-]{0,20}[0-9]{1,4}[.].*"
)
_OF_A_NAME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-."
_LONGEST_NAME = 120
_EXAMPLES = (".example", ".test", ".invalid", ".localhost")
_EXAMPLE_NAMES = frozenset(("example", "voorbeeld"))
_FILES = (
    *(".csv", ".md", ".json", ".yaml", ".yml", ".txt", ".log", ".pdf", ".xlsx", ".docx", ".zip"),
    *(".html", ".xml", ".png"),
)


def find(text: str) -> list[Detail]:
    """Return the details in a text, in order and without overlap."""
    apart: list[Detail] = []
    found = [*_addresses(text), *_hosts(text)]
    for one in sorted(found, key=lambda o: (o.start, -o.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _addresses(text: str) -> Iterator[Detail]:
    for pattern, of_it in ((_IPV4, ""), (_IPV6, _HEX)):
        for match in re.finditer(pattern, text):
            start = _begin(text, match.start(), of_it)
            tells = _stands_alone(text, start) and _is_of_a_network(text[start : match.end()])
            if tells and not re.search(_VERSION, before(text, start, _NEAR)):
                yield Detail(start, match.end(), _ADDRESS)


def _begin(text: str, at: int, of_it: str) -> int:
    """Return where a word begins of which the part before `at` consists of certain characters."""
    head = text[max(0, at - _LONGEST_NAME) : at]
    return at - len(head) + len(head.rstrip(of_it)) if of_it else at


def _stands_alone(text: str, start: int) -> bool:
    previous = text[max(start - 1, 0) : start]
    return not previous.isalnum() and previous not in ("_", "-", ".", ":", "@")


def _is_of_a_network(value: str) -> bool:
    """Whether it is an address that says something: none for examples, or of oneself."""
    from socket import AF_INET, AF_INET6, inet_pton

    family, spare = (AF_INET6, _SPARE_6) if ":" in value else (AF_INET, _SPARE_4)
    try:
        address = inet_pton(family, value).hex()
    except OSError:
        return False
    if address.startswith(spare) or re.fullmatch(_LIKE_A_VERSION, value):
        return False
    return any(c.isdigit() for c in value)


def _hosts(text: str) -> Iterator[Detail]:
    for pattern, wanted in ((_INSIDE, ".*"), (_NUMBERED, _SERVER), (_BARE, ".*")):
        for match in re.finditer(pattern, text, re.IGNORECASE):
            start = _begin(text, match.start(), _OF_A_NAME)
            name = text[start : match.end()].lower()
            if re.fullmatch(wanted, name) and _is_of_a_machine(name) and not _in_path(text, start):
                yield Detail(start, match.end(), _HOST)


def _in_path(text: str, start: int) -> bool:
    """Whether a name is that of a folder or mailbox; after `//` it is a machine's."""
    previous = text[max(start - 2, 0) : start]
    return previous[-1:] in ("@", "_") or (previous.endswith("/") and previous != "//")


def _is_of_a_machine(name: str) -> bool:
    """Whether a name is none for examples, and not that of a file or a version."""
    *above, top = name.split(".")
    if name.endswith((*_EXAMPLES, *_FILES)) or not _EXAMPLE_NAMES.isdisjoint(above):
        return False
    return name[0].isalnum() and (top.isalpha() or not above)
