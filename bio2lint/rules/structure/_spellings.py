"""Other spellings of dates, periods, checksums and numbers, and what is meant by them."""

from __future__ import annotations

import re

from bio2lint.model.fields import read_date

_DAY_FIRST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4})", re.ASCII)
_DAY_AND_NAME = re.compile(r"(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})", re.ASCII | re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ]?)(\d{1,2})([-/. ]?)(\d{1,2})", re.ASCII)
_MIDNIGHT = re.compile(r"[Tt ]0?0:00(:00(\.0+)?)?Z?", re.ASCII)
_LAST_MONTH = 12
_ALL_DIGITS = 8
_MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february"),
    ("mrt", "mar", "maart", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oct", "oktober", "october"),
    ("nov", "november"),
    ("dec", "december"),
)

_UNITS = {
    **dict.fromkeys(("j", "y", "jr", "jaar", "jaren", "year", "years"), ("Y", 1)),
    **dict.fromkeys(("kwartaal", "kwartalen", "quarter", "quarters"), ("M", 3)),
    **dict.fromkeys(("m", "mnd", "maand", "maanden", "month", "months"), ("M", 1)),
    **dict.fromkeys(("w", "wk", "week", "weken", "weeks"), ("W", 1)),
    **dict.fromkeys(("d", "dag", "dagen", "day", "days"), ("D", 1)),
    **dict.fromkeys(("h", "u", "uur", "uren", "hour", "hours"), ("TH", 1)),
    **dict.fromkeys(("min", "minuut", "minuten", "minute", "minutes"), ("TM", 1)),
}
_EVERY = {
    **dict.fromkeys(("jaarlijks", "yearly", "annually", "annual"), "P1Y"),
    **dict.fromkeys(("halfjaarlijks", "half jaar", "halfjaar", "half year"), "P6M"),
    **dict.fromkeys(("driemaandelijks", "quarterly"), "P3M"),
    **dict.fromkeys(("maandelijks", "monthly"), "P1M"),
    **dict.fromkeys(("wekelijks", "weekly"), "P1W"),
    **dict.fromkeys(("dagelijks", "daily"), "P1D"),
}
_ISO = re.compile(r"P(?=[0-9T])[0-9YMWDTHS]+", re.ASCII)
_IN_WORDS = re.compile(r"(per|elke?|iedere?|every|each)? ?([0-9]{1,4})? ?([a-z]+)", re.ASCII)
_NOT_HEXADECIMAL = re.compile(r"^sha-?256[:= ]|[ :]", re.ASCII | re.IGNORECASE)
_INTEGER = re.compile(r"([0-9]{1,18})(?:\.0*)?", re.ASCII)
_BOOLEANS = {
    **dict.fromkeys(("true", "ja", "yes", "on", "y", "j", "waar"), "true"),
    **dict.fromkeys(("false", "nee", "no", "off", "n", "onwaar"), "false"),
}


def recovered_date(text: str) -> tuple[str | None, bool]:
    """Return the ISO date that a Dutch, a short or a long date stands for, and whether surely.

    With dashes the day comes first, as one writes it in Dutch; with slashes or dots others put the
    month first. A time of day is only left out without doubt when it is midnight, as spreadsheets
    add it.
    """
    text = text.strip()
    if match := _DAY_AND_NAME.fullmatch(text):
        day, name, year = match.groups()
        month, sure = _month(name), True
    elif match := _DAY_FIRST.fullmatch(text):
        day, sign, month, year = match.groups()
        sure = sign == "-" or int(day) > _LAST_MONTH or int(day) == int(month)
    elif match := _YEAR_FIRST.fullmatch(text):
        year, sign, month, other, day = match.groups()
        sure = sign == other and (sign != "" or len(text) == _ALL_DIGITS)
    else:
        year, month, day = text[:4], text[5:7], text[8:10]
        sure = _MIDNIGHT.fullmatch(text[10:]) is not None
    iso = f"{year}-{month:0>2}-{day:0>2}"
    return (iso, sure) if read_date(iso) else (None, False)


def _month(name: str) -> str:
    numbers = (n for n, names in enumerate(_MONTHS, 1) if name.lower() in names)
    return str(next(numbers, 0))


def recovered(text: str, pattern: str) -> str | None:
    """Return what a text surely stands for where a form is demanded (a regular expression).

    It differs from the text only in spaces, capitals or the words for a period.
    """
    for meant in (text.strip(), _period(text, pattern), _hexadecimal(text)):
        if meant is not None and meant != text and re.search(pattern, meant):
            return meant
    return None


def _period(text: str, pattern: str) -> str | None:
    """Return a period in ISO 8601: of `p 1 y`, `1Y`, `P1J`, `6 maanden`, `jaarlijks`."""
    written = " ".join(text.lower().split())
    iso = written.replace(" ", "").replace("j", "y").upper()
    if _ISO.fullmatch(iso):
        return iso
    return _EVERY.get(written) or _in_words(written, with_time="T" in pattern)


def _in_words(written: str, *, with_time: bool) -> str | None:
    match = _IN_WORDS.fullmatch(written)
    if match is None or not (match[1] or match[2]) or match[3] not in _UNITS:
        return None
    # Where minutes are possible, an m may be one.
    if with_time and match[3] == "m":
        return None
    unit, times = _UNITS[match[3]]
    return f"P{unit[:-1]}{int(match[2] or 1) * times}{unit[-1]}"


def _hexadecimal(text: str) -> str:
    return _NOT_HEXADECIMAL.sub("", text.strip()).lower()


def recovered_plain(text: str, types: tuple[str, ...]) -> tuple[str | None, bool]:
    """Return the boolean or whole number, as YAML, that a text stands for, and whether surely."""
    written = text.strip().lower()
    if "boolean" in types and written in _BOOLEANS:
        return _BOOLEANS[written], True
    match = _INTEGER.fullmatch(written) if "integer" in types else None
    if match is None:
        return None, False
    # To some tools a number that begins with 0 is octal.
    digits = match[1].lstrip("0") or "0"
    return digits, digits == match[1]
