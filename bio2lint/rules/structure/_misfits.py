"""What of a document does not fit its schema, in words: how it is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Text
from bio2lint.rules.structure._spellings import recovered, recovered_plain

if TYPE_CHECKING:
    from bio2lint.finding import Pointer
    from bio2lint.schema.errors import Fault

_TYPES = {
    "string": Text(nl="een tekst", en="a text"),
    "integer": Text(nl="een geheel getal", en="a whole number"),
    "boolean": Text(nl="true of false", en="true or false"),
    "array": Text(nl="een lijst", en="a list"),
    "object": Text(nl="een blok met eigen sleutels", en="a block with keys of its own"),
    "null": Text(nl="niets", en="nothing"),
}
_LONGEST_LIST = 12


def explain(fault: Fault) -> tuple[Text, Text | None]:
    """Return what does not fit, where it stands in words, and what to do."""
    return _EXPLAIN[fault.kind](fault)


def _where(pointer: Pointer) -> Text:
    """Return the way to a field in words: `review` → `interval`, item 2."""
    nl, en = [], []
    for step in pointer:
        nl.append(f"onderdeel {step + 1}" if isinstance(step, int) else f"`{_short(step)}`")
        en.append(f"item {step + 1}" if isinstance(step, int) else f"`{_short(step)}`")
    return Text(nl=" → ".join(nl), en=" → ".join(en))


def _inside(pointer: Pointer) -> Text:
    if not pointer:
        return Text(nl="", en="")
    where = _where(pointer)
    return Text(nl=f" in {where.nl}", en=f" in {where.en}")


def _short(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004 (fits a line)


def _choice(words: tuple[str, ...], joint: str) -> str:
    shown = [f"`{word}`" for word in words[:_LONGEST_LIST]]
    if len(words) > _LONGEST_LIST:
        return ", ".join([*shown, "…"])
    return f" {joint} ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _meant(fault: Fault) -> Text | None:
    if fault.meant is None:
        return None
    return Text(nl=f"Bedoelt u `{fault.meant}`?", en=f"Did you mean `{fault.meant}`?")


def _unknown_key(fault: Fault) -> tuple[Text, Text | None]:
    inside = _inside(fault.pointer[:-1])
    free = sorted(fault.expected)
    return (
        Text(
            nl=f"De sleutel `{_short(fault.value)}`{inside.nl} bestaat niet.",
            en=f"There is no key `{_short(fault.value)}`{inside.en}.",
        ),
        _meant(fault)
        or Text(
            nl=f"Kies uit {_choice(tuple(free), 'of')}; eigen velden beginnen met `x-`.",
            en=f"Choose from {_choice(tuple(free), 'or')}; fields of your own begin with `x-`.",
        ),
    )


def _missing_key(fault: Fault) -> tuple[Text, Text | None]:
    key = fault.pointer[-1]
    inside = _inside(fault.pointer[:-1])
    nl = en = ""
    if len(fault.expected) > 1:
        nl, en = f" met {_choice(fault.expected, 'of')}", f" with {_choice(fault.expected, 'or')}"
    return (
        Text(
            nl=f"De verplichte sleutel `{key}`{inside.nl} ontbreekt.",
            en=f"The required key `{key}`{inside.en} is missing.",
        ),
        Text(
            nl=f"Voeg `{key}:` toe{nl}.",
            en=f"Add `{key}:`{en}.",
        ),
    )


def _missing_one_of(fault: Fault) -> tuple[Text, Text | None]:
    inside = _inside(fault.pointer[:-1])
    return (
        Text(
            nl=f"Er moet {_choice(fault.expected, 'of')}{inside.nl} staan.",
            en=f"There must be {_choice(fault.expected, 'or')}{inside.en}.",
        ),
        Text(nl="Voeg een van beide toe.", en="Add one of them."),
    )


def _type(fault: Fault) -> tuple[Text, Text | None]:
    where = _where(fault.pointer)
    wanted = [_TYPES[name] for name in fault.expected]
    nl, en = " of ".join(t.nl for t in wanted), " or ".join(t.en for t in wanted)
    found = _found(fault.value)
    return (
        Text(
            nl=f"Bij {where.nl} hoort {nl}, maar er staat {found.nl}.",
            en=f"{where.en} must be {en}, but there is {found.en}.",
        ),
        _remedy(fault),
    )


def _remedy(fault: Fault) -> Text | None:
    key = fault.pointer[-1] if fault.pointer else ""
    if fault.value is None:
        return Text(
            nl="Vul een waarde in of haal de sleutel weg.", en="Give a value or drop the key."
        )
    if "array" in fault.expected and isinstance(fault.value, (str, int)):
        shown = _short(fault.value)
        return Text(nl=f"Schrijf `{key}: [{shown}]`.", en=f"Write `{key}: [{shown}]`.")
    if "object" in fault.expected and isinstance(fault.value, (str, int)):
        return Text(
            nl=f"Schrijf `{key}: {{sleutel: waarde}}`, met de sleutels die erbij horen.",
            en=f"Write `{key}: {{key: value}}`, with the keys that belong there.",
        )
    if isinstance(fault.value, str):
        return _unquoted(fault.value, fault.expected)
    return _expected(fault)


def _unquoted(written: str, expected: tuple[str, ...]) -> Text | None:
    """Return what to write where a text stands for a boolean or a whole number."""
    meant, _ = recovered_plain(written, expected)
    if meant is not None:
        nl = en = meant
    elif "boolean" in expected:
        nl, en = "true of false", "true or false"
    else:
        return None
    return Text(
        nl=f"Schrijf {nl}, zonder aanhalingstekens.",
        en=f"Write {en}, without quotes.",
    )


def _found(value: Any) -> Text:
    if value is None:
        return _TYPES["null"]
    if isinstance(value, (list, dict)):
        return _TYPES["array" if isinstance(value, list) else "object"]
    return Text(nl=f"`{_short(value)}`", en=f"`{_short(value)}`")


def _value(fault: Fault) -> tuple[Text, Text | None]:
    where = _where(fault.pointer)
    found = _found(fault.value)
    return (
        Text(
            nl=f"{found.nl} kan niet bij {where.nl}; kies uit {_choice(fault.expected, 'of')}.",
            en=f"{found.en} is not a value of {where.en}; choose {_choice(fault.expected, 'or')}.",
        ),
        _meant(fault),
    )


def _form(fault: Fault) -> tuple[Text, Text | None]:
    where = _where(fault.pointer)
    shown = _short(fault.value)
    meant = recovered(fault.value, fault.expected[0])
    return (
        Text(
            nl=f"`{shown}` heeft niet de vorm die bij {where.nl} hoort.",
            en=f"`{shown}` does not have the form of {where.en}.",
        ),
        Text(nl=f"Schrijf {meant}.", en=f"Write {meant}.") if meant else _expected(fault),
    )


def _expected(fault: Fault) -> Text | None:
    words = fault.words
    return words and Text(nl=f"Verwacht: {words.nl}.", en=f"Expected: {words.en}.")


def _empty(fault: Fault) -> tuple[Text, Text | None]:
    where = _where(fault.pointer)
    return (
        Text(nl=f"{where.nl} is leeg.", en=f"{where.en} is empty."),
        Text(nl="Vul iets in of haal de sleutel weg.", en="Fill it in or drop the key."),
    )


def _range(fault: Fault) -> tuple[Text, Text | None]:
    where = _where(fault.pointer)
    low, high = fault.expected[0], fault.expected[-1]
    return (
        Text(
            nl=f"{_short(fault.value)} valt bij {where.nl} buiten {low} tot en met {high}.",
            en=f"{_short(fault.value)} is outside {low} to {high} at {where.en}.",
        ),
        None,
    )


def _repeated(fault: Fault) -> tuple[Text, Text | None]:
    where = _where(fault.pointer[:-1])
    return (
        Text(
            nl=f"Dit onderdeel staat al eerder in {where.nl}.",
            en=f"This item is already in {where.en}.",
        ),
        Text(nl="Haal het weg.", en="Remove it."),
    )


def _other(fault: Fault) -> tuple[Text, Text | None]:
    where = _where(fault.pointer)
    at = Text(nl=where.nl or "Het document", en=where.en or "The document")
    return (
        Text(nl=f"{at.nl} past niet bij het schema.", en=f"{at.en} does not fit the schema."),
        fault.words,
    )


_EXPLAIN = {
    "unknown-key": _unknown_key,
    "missing-key": _missing_key,
    "missing-one-of": _missing_one_of,
    "type": _type,
    "ambiguous": _type,
    "value": _value,
    "form": _form,
    "empty": _empty,
    "range": _range,
    "repeated": _repeated,
    "other": _other,
}
