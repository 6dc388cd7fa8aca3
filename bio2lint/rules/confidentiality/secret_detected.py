"""SEC001: no keys, tokens or passwords in the administration; what is found is never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Option, Rule
from bio2lint.rules.confidentiality import _secrets

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm
    from bio2lint.rules.confidentiality._secrets import Secret

RULE = Rule(
    code="SEC001",
    name="secret-detected",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="In de administratie staan geen wachtwoorden, sleutels of tokens.",
        en="The administration holds no passwords, keys or tokens.",
    ),
    settings=True,
    protected=True,
    options=(
        Option(
            "allow",
            "texts",
            (),
            Text(
                nl="De SHA-256 (kleine letters) van waarden die er mogen staan; ze worden geteld.",
                en="The SHA-256 (small letters) of values that may stay; they are counted.",
            ),
        ),
    ),
)

_SYSTEM = """\
kind: system
id: proefomgeving
title: Proefomgeving van het zaaksysteem
owner: hoofd-ict
critical: false
internet_facing: false
processes: [burgerzaken]
classification: {{confidentiality: low, integrity: low, availability: low}}
x-aanmelden: '{how}'
"""
DOCS = Docs(
    why=Text(
        nl="Wat eenmaal in Git staat, heeft iedereen met een kopie, en het blijft na "
        "verwijderen in de geschiedenis. Een wachtwoord hier is dus een wachtwoord op straat.",
        en="What is once in Git is with everybody who has a copy, and stays in the history after "
        "it is removed. So a password here is a password in the street.",
    ),
    fix=Text(
        nl="Trek het in of wijzig het, bewaar het in een wachtwoordkluis en haal het ook uit de "
        "geschiedenis van Git. Is het geen geheim, zet dan de SHA-256 van de waarde bij de optie "
        "`allow`; het rapport blijft tellen hoeveel er zo doorgelaten zijn.",
        en="Revoke or change it, keep it in a password vault, and remove it from Git's history "
        "too. If it is no secret, put the SHA-256 of the value under the option `allow`; the "
        "report keeps counting how many are let through.",
    ),
    bad={"systems/proefomgeving.yaml": _SYSTEM.format(how="wachtwoord: Lente2026!")},
    good={"systems/proefomgeving.yaml": _SYSTEM.format(how="wachtwoord: zie de kluis")},
)

_HELP = Text(
    nl="Trek het in of wijzig het, bewaar het in een wachtwoordkluis en haal het ook uit de "
    "geschiedenis van Git.",
    en="Revoke or change it, keep it in a password vault, and remove it from Git's history too.",
)


def check_document(
    document: Document,
    norm: Norm,  # noqa: ARG001
    as_of: date,  # noqa: ARG001
    *,
    options: Mapping[str, Any],
) -> Iterator[Found]:
    """Yield each secret in the document's text, comments included, readable or not.

    How many the organisation lets through is one finding more, so that it is never silent.
    """
    secrets = _secrets.find(document.text)
    if not secrets:
        return
    passed = _allowed(document.text, secrets, options["allow"])
    for secret in secrets:
        if secret not in passed:
            yield _found(document, secret)
    if passed:
        yield _let_through(document, passed)


def _allowed(text: str, secrets: list[Secret], allow: Collection[str]) -> list[Secret]:
    if not allow:
        return []
    from hashlib import sha256

    digests = {digest.lower() for digest in allow}
    return [
        secret
        for secret in secrets
        if sha256(text[secret.start : secret.end].encode("utf-8", "replace")).hexdigest() in digests
    ]


def _found(document: Document, secret: Secret) -> Found:
    return Found(
        document.text_place(secret.start, secret.end),
        Text(
            nl=f"Hier staat zo te zien {secret.kind.nl}; wie deze bestanden kan lezen, kan het "
            "gebruiken.",
            en=f"This looks like {secret.kind.en}; whoever can read these files can use it.",
        ),
        _HELP,
        subject=secret.kind.en,
        secret=True,
    )


def _let_through(document: Document, passed: list[Secret]) -> Found:
    """Return the count, at the first of them; it is not shown either."""
    count = len(passed)
    return Found(
        document.text_place(passed[0].start, passed[0].end),
        Text(
            nl=f"Doorgelaten omdat de instellingen het toestaan: {count} "
            f"{'geheim' if count == 1 else 'geheimen'} in dit document.",
            en=f"Let through because the settings allow it: {count} "
            f"{'secret' if count == 1 else 'secrets'} in this document.",
        ),
        Text(
            nl="Klopt dat niet meer, haal dan de SHA-256 weg bij de optie `allow`.",
            en="If that no longer holds, remove the SHA-256 from the option `allow`.",
        ),
        subject="allowed",
        severity=Severity.INFO,
        secret=True,
    )
