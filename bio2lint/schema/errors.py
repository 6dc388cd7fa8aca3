"""Why a document does not fit its schema: one fault, one entry, and what the user meant.

jsonschema finds the errors; here they are merged, told apart and given what messages need.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import schema
from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.finding import Pointer


class Fault(NamedTuple):
    """One way in which a document does not fit.

    `kind` is a stable slug: unknown-key, missing-key, missing-one-of, type, value, form, empty,
    range, repeated, ambiguous or other. `expected` holds what would fit (keys, values, type names,
    limits or a regular expression), `meant` the one that the user probably had in mind, `words` the
    form in words.
    """

    kind: str
    pointer: Pointer
    key: bool = False
    value: Any = None
    expected: tuple[str, ...] = ()
    meant: str | None = None
    words: Text | None = None


@dataclass(slots=True)
class Diagnosis:
    """All faults of a document.

    `repaired` is its data with misspelled keys put right; `renamed` the right spelling of those at
    its top.
    """

    faults: list[Fault]
    repaired: dict[str, Any]
    renamed: set[str] = field(default_factory=set)


def nearest(word: str, known: list[str]) -> str | None:
    """Return the known word that `word` is probably a slip of, or None."""
    folded = {candidate.casefold(): candidate for candidate in known}
    slip = word[:60].casefold()
    swapped = [candidate for candidate in folded if sorted(candidate) == sorted(slip)]
    close = swapped or get_close_matches(slip, folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else None


@cache
def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema.bundle(name))


def diagnose(name: str, data: dict[str, Any]) -> Diagnosis:
    """Return why `data`, which does not fit the schema `name`, does not.

    There are no faults when only constraints are broken that rules report themselves.
    """
    root = schema.bundle(name)
    errors = [error for raw in _validator(name).iter_errors(data) for error in _meant_branch(raw)]
    slips: dict[Pointer, dict[str, str]] = {}
    for error in errors:
        if error.validator == "additionalProperties":
            slips[tuple(error.absolute_path)] = _slips(error, root)
    faults = {
        (fault.pointer, fault.key): fault
        for error in errors
        for fault in _faults(error, slips, root)
    }
    if not errors:
        faults[(), False] = Fault("other", ())
    diagnosis = Diagnosis(list(faults.values()), data, set(slips.get((), {}).values()))
    for pointer, keys in slips.items():
        diagnosis.repaired = _rename(diagnosis.repaired, pointer, keys)
    return diagnosis


def _meant_branch(error: Any) -> Iterator[Any]:
    """Yield the errors of the alternative that the user most likely meant, or the error itself."""
    branches: dict[Any, list[Any]] = {}
    for below in error.context or ():
        branches.setdefault(below.schema_path[0], []).append(below)
    if error.validator not in ("anyOf", "oneOf") or not branches:
        yield error
        return
    if all(len(group) == 1 and group[0].validator == "required" for group in branches.values()):
        yield error
        return
    for below in min(branches.values(), key=_distance):
        yield from _meant_branch(below)


def _distance(errors: list[Any]) -> tuple[bool, bool, int, int]:
    wrong_type = [error for error in errors if error.validator == "type" and not error.path]
    blocks = any(
        isinstance(error.instance, (dict, list)) != (error.validator_value in ("object", "array"))
        for error in wrong_type
    )
    missing = sum(error.validator == "required" for error in errors)
    return blocks, bool(wrong_type), missing, len(errors)


def _unknown_keys(error: Any) -> list[str]:
    known = error.schema.get("properties", {})
    free = [re.compile(pattern) for pattern in error.schema.get("patternProperties", {})]
    return [
        key
        for key in error.instance
        if key not in known and not any(pattern.search(key) for pattern in free)
    ]


def _slips(error: Any, root: dict[str, Any]) -> dict[str, str]:
    """Return each unknown key that was meant for a known one that is absent.

    It is spelled nearly so, or as the Dutch title of the key; or it is the only unknown one where
    only one required key is absent.
    """
    absent = [key for key in error.schema["properties"] if key not in error.instance]
    titles = {_title(error.schema["properties"][key], root): key for key in absent}
    unknown = _unknown_keys(error)
    found: dict[str, str] = {}
    for key in unknown:
        free = [name for name in absent if name not in found.values()]
        meant = nearest(key, free) or titles.get(nearest(key, list(titles)) or "")
        if meant is not None and meant in free:
            found[key] = meant
    left = [key for key in unknown if key not in found]
    wanted = [key for key in _required(error.schema) if key in absent and key not in found.values()]
    if len(left) == len(wanted) == 1:
        found[left[0]] = wanted[0]
    return found


def _title(schema: dict[str, Any], root: dict[str, Any]) -> str:
    shared = root["$defs"].get(schema.get("$ref", "").rpartition("/")[2], {})
    return str(schema.get("title", shared.get("title", "")))


def _required(schema: dict[str, Any]) -> list[str]:
    parts = [schema, *schema.get("allOf", ())]
    return [key for part in parts for key in part.get("required", ())]


def _rename(data: Any, pointer: Pointer, keys: dict[str, str]) -> Any:
    if not pointer:
        return {keys.get(key, key): value for key, value in data.items()}
    step, *rest = pointer
    copy = data.copy()
    copy[step] = _rename(data[step], tuple(rest), keys)
    return copy


def _nodes(error: Any, root: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schemas on the way from the root to the one that failed, references followed."""
    node: Any = root
    for step in error.absolute_schema_path:
        while (
            isinstance(node, dict) and step not in node
        ):  # jsonschema leaves "$ref" out of the way
            node = root["$defs"][node["$ref"].rpartition("/")[2]]
            yield node
        node = node[step]
        if isinstance(node, dict):
            yield node


def _annotation(error: Any, root: dict[str, Any], name: str) -> Any:
    """Return the innermost `name` on the way to the error that speaks of this same value."""
    found = None
    for node in _nodes(error, root):
        found = node.get(name, found)
    return found


def _faults(
    error: Any, slips: dict[Pointer, dict[str, str]], root: dict[str, Any]
) -> Iterator[Fault]:
    at = tuple(error.absolute_path)
    if _reads_as_text(error):
        yield Fault("ambiguous", at, value=error.instance, expected=("string",))
    elif _annotation(error, root, "x-rule"):
        return
    elif "propertyNames" in error.absolute_schema_path:
        known = tuple(error.schema.get("enum", ()))
        yield _unknown((*at, error.instance), known, nearest(error.instance, list(known)))
    elif error.validator == "additionalProperties":
        known = tuple(error.schema["properties"])
        for key in _unknown_keys(error):
            yield _unknown((*at, key), known, slips[at].get(key))
    elif error.validator == "required":
        yield from _missing(error, slips)
    elif error.validator in ("anyOf", "oneOf"):
        yield from _missing_any(error, slips)
    else:
        words = _annotation(error, root, "x-expected")
        yield _wrong_value(error, Text(**words) if words else None)


def _unknown(pointer: Pointer, known: tuple[str, ...], meant: str | None) -> Fault:
    return Fault("unknown-key", pointer, key=True, value=pointer[-1], expected=known, meant=meant)


def _reads_as_text(error: Any) -> bool:
    """Whether a number or boolean stands, unquoted, where text belongs that could be spelled so."""
    if error.validator != "type" or error.validator_value != "string":
        return False
    if not isinstance(error.instance, (int, bool)) or "format" in error.schema:
        return False
    pattern = error.schema.get("pattern")
    return pattern is None or bool(re.search(pattern, str(error.instance).lower()))


def _missing(error: Any, slips: dict[Pointer, dict[str, str]]) -> Iterator[Fault]:
    at = tuple(error.absolute_path)
    misspelled = slips.get(at, {}).values()
    for key in error.validator_value:
        if key not in error.instance and key not in misspelled:
            yield Fault("missing-key", (*at, key), expected=(key,))


def _missing_any(error: Any, slips: dict[Pointer, dict[str, str]]) -> Iterator[Fault]:
    """Yield that one of several keys must be there, unless one of them is there misspelled."""
    at = tuple(error.absolute_path)
    keys = tuple(key for branch in error.validator_value for key in branch.get("required", ()))
    if set(keys).isdisjoint(slips.get(at, {}).values()):
        yield Fault("missing-one-of", (*at, *keys[:1]), expected=keys)


def _wrong_value(error: Any, words: Text | None) -> Fault:  # noqa: PLR0911 (a table of cases)
    at, value, limit = tuple(error.absolute_path), error.instance, error.validator_value
    match error.validator:
        case "type":
            types = (limit,) if isinstance(limit, str) else tuple(limit)
            return Fault("type", at, value=value, expected=types, words=words)
        case "enum" | "const":
            known = tuple(map(_spelled, limit if error.validator == "enum" else [limit]))
            meant = _meant_value(value, known, error.schema) if isinstance(value, str) else None
            return Fault("value", at, value=value, expected=known, meant=meant, words=words)
        case "pattern":
            return Fault("form", at, value=value, expected=(limit,), words=words)
        case "minLength" | "minItems" | "minProperties":
            return Fault("empty", at, value=value)
        case "minimum" | "maximum":
            bounds = error.schema
            return Fault(
                "range",
                at,
                value=value,
                expected=tuple(
                    str(bounds[name]) for name in ("minimum", "maximum") if name in bounds
                ),
            )
        case "uniqueItems":
            return Fault("repeated", (*at, _repeated(value)))
        case _:
            return Fault("other", at, value=value, words=words)


def _meant_value(value: str, known: tuple[str, ...], schema: dict[str, Any]) -> str | None:
    """Return the value that is spelled nearly so, or that the Dutch word stands for."""
    dutch: dict[str, str] = schema.get("x-dutch", {})
    return nearest(value, list(known)) or dutch.get(nearest(value, list(dutch)) or "")


def _spelled(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _repeated(items: list[Any]) -> int:
    return next(index for index, item in enumerate(items) if item in items[:index])
