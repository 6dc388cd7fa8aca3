"""Whether what stands where a secret may stand looks like one, and not like prose or a name."""

from __future__ import annotations

import re

# Patterns are texts, compiled by `re` when first needed: most runs need none of them.
_STAND_IN = (
    r"<[^<>]*>|\$\{|\{\{|%\w+%|[xX]{4}|\*{3}|\.{3}|…|•"
    r"|(?i:change[-_]?me|change[-_]?it|voorbeeld|placeholder|redacted|dummy|invullen|verwijderd"
    r"|your[-_])|[Ee]xample|^[$!]\w*$|^sha\d+[:=-]"
)
_STAND_IN_WORDS = frozenset(
    ("password", "passwd", "pass", "pwd", "wachtwoord", "geheim", "secret", "token", "key")
)
_WORD = r"(?:[^\W\d_]++\d{0,5}|\d{1,8}[^\W\d_]*+)"
_NAME = rf"{_WORD}(?:[-_./:#+]++{_WORD})*+(?:@{_WORD}(?:[-.]{_WORD})++)?+[-_./:#+]*+"
_WORD_AND_DIGITS = r"[^\W\d_]+\d+"
_DIGIT_OR_STRONG = r"[\d!$%^&*=?~]"
_CLASSES = ("[a-z]", "[A-Z]", r"\d", r"[^A-Za-z0-9\s]")
_PASSWORD_LENGTH = 6
_LONG_PASSWORD = 8
_TOKEN_LENGTH = 16
_MIXED_TOKEN_LENGTH = 12
_MIXED = 3
_KEY_RUN = r"[A-Za-z0-9+/=]{8}"


def filled_in(value: str) -> bool:
    """Whether it is no stand-in, such as `<invullen>`, `${WACHTWOORD}`, `xxxx` or `changeme`."""
    return value.lower() not in _STAND_IN_WORDS and re.search(_STAND_IN, value) is None


def key_material(value: str) -> bool:
    """Whether between (or after) the marks of a private key there is a key."""
    inside = value.split("-----")[2]
    return filled_in(inside) and re.search(_KEY_RUN, inside) is not None


def password(value: str) -> bool:
    """Whether a value looks like a password: no word of prose, name, path, date or number."""
    bare = value.strip("().,:;")
    if len(bare) < _PASSWORD_LENGTH or not _is_one_word(bare) or not filled_in(bare):
        return False
    if bare.rstrip("!?").isalpha() or not re.search(_DIGIT_OR_STRONG, bare):
        return False
    return bool(re.fullmatch(_WORD_AND_DIGITS, bare)) or not re.fullmatch(_NAME, bare)


def password_in_prose(value: str) -> bool:
    """Whether a value looks like a password though more words follow: `Welkom01` alone does not."""
    bare = value.strip("().,:;")
    varied = _mixture(bare) >= _MIXED and len(bare) >= _LONG_PASSWORD
    return varied and password(bare) and not re.fullmatch(_NAME, bare)


def token(value: str) -> bool:
    """Whether a value looks like a random token or key: long, mixed, and no name, path or hash."""
    least = _TOKEN_LENGTH if _mixture(value) < _MIXED else _MIXED_TOKEN_LENGTH
    if len(value) < least or not _is_one_word(value) or not filled_in(value):
        return False
    has_digit = re.search(r"\d", value) is not None
    has_letter = re.search(r"[A-Za-z]", value) is not None
    return has_digit and has_letter and not re.fullmatch(_NAME, value)


def _is_one_word(value: str) -> bool:
    return not any(character.isspace() for character in value)


def _mixture(value: str) -> int:
    """Return how many there are of lower case, upper case, digits and other characters."""
    return sum(re.search(pattern, value) is not None for pattern in _CLASSES)
