"""Whole reports, as people and programs get them."""

from __future__ import annotations

import re

import pytest
from report_samples import agree, finding, mfa, no_chipcards, record, result

from bio2lint.finding import Region, Severity, Text
from bio2lint.report import Context, render

CLEAN = result()
FINDINGS = result(
    finding(
        "CMP001",
        "bio2lint.yaml",
        1,
        (7, 15),
        "norm: bio2@1.3",
        Text(
            nl="Overheidsmaatregel 5.17.02 (Wachtwoorden beheren) ontbreekt in de administratie.",
            en="Government measure 5.17.02 (Password management) is not in the administration.",
        ),
        Text(
            nl="Noem 5.17.02 bij `implements` van een beheersmaatregel (gepland mag ook), of leg "
            "een goedgekeurde uitzondering vast.",
            en="Name 5.17.02 under `implements` of a control (planned will do), or record an "
            "approved exception.",
        ),
        name="measure-missing",
        pointer="/norm",
        document=None,
        kind=None,
        owner=None,
        requirements=("5.17.02",),
    ),
    finding(
        message=Text(
            nl="5.04.02 is verplaatst naar 5.10.02.",
            en="5.04.02 has moved to 5.10.02.",
        ),
        hint=Text(nl="Zet hier 5.10.02.", en="Put 5.10.02 here."),
        fixable=True,
        requirements=("5.04.02",),
    ),
    finding(
        "STR004",
        line=12,
        columns=(5, 8),
        source="id: mfa",
        message=Text(nl="Het kenmerk `mfa` is al in gebruik.", en="The id `mfa` is in use."),
        severity=Severity.WARNING,
        name="duplicate-id",
        pointer="/id",
        related=(
            (
                Region("exceptions/chipcards.yaml", 2, 5, 2, 8),
                Text(nl="ook hier", en="here too"),
            ),
        ),
    ),
    finding(
        "VVT007",
        "organisation.yaml",
        1,
        (1, 1),
        "",
        Text(
            nl="Met wie de verklaring van toepasselijkheid is gedeeld, is niet vastgelegd.",
            en="With whom the statement of applicability is shared is not recorded.",
        ),
        severity=Severity.INFO,
        name="sharing-record",
        pointer="",
        document="gemeente",
        kind="organisation",
        owner=None,
    ),
    records=(mfa(), no_chipcards(), record("organisation", "gemeente", "organisation.yaml")),
)
IN_DOUBT = result(
    finding(
        "STR001",
        "controls/toegang.yaml",
        2,
        (1, 1),
        "",
        Text(
            nl="Dit is geen geldige YAML; het bestand is vanaf hier niet te lezen.",
            en="This is not valid YAML; the file cannot be read from here on.",
        ),
        name="yaml-syntax",
        pointer="",
        document=None,
        kind=None,
        owner=None,
    ),
    edition="1.2",
    unreadable=("controls/toegang.yaml",),
    held_back={"CMP002": 1, "CMP001": 12},
    turned_off={"REF008": 2, "DUE001": 1},
    stray=("compose.yaml",),
    elsewhere=2,
)
RESULTS = {"clean": CLEAN, "findings": FINDINGS, "in-doubt": IN_DOUBT}
ENDINGS = {
    "text": "txt",
    "concise": "concise.txt",
    "json": "json",
    "junit": "xml",
    "sarif": "sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "markdown": "md",
}
STATUSES = {"clean": 0, "findings": 1, "in-doubt": 1}
HELP = re.compile(r'(?<="help": )\{.*?\}(?=,\n {14}")', re.DOTALL)
"""The help of a rule in SARIF is what its page says."""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("name", RESULTS)
def test_report_is_as_agreed(name: str, form: str, language: str) -> None:
    report = render(form, RESULTS[name], Context(language, status=STATUSES[name]))
    if form == "sarif":
        report = HELP.sub("{}", report)
    agree(f"{name}.{language}.{ENDINGS[form]}", report)


def test_report_in_colour_is_as_agreed() -> None:
    agree("findings.nl.color.txt", render("text", FINDINGS, Context("nl", color=True)))


@pytest.mark.parametrize("form", ENDINGS)
def test_same_result_gives_same_bytes(form: str) -> None:
    assert render(form, FINDINGS, Context()) == render(form, FINDINGS, Context())


@pytest.mark.parametrize("form", ENDINGS)
def test_report_ends_with_one_newline(form: str) -> None:
    report = render(form, FINDINGS, Context())
    assert report.endswith("\n")
    assert not report.endswith("\n\n")


def test_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        render("pdf", CLEAN, Context())
