"""Planted faults of confidentiality: personal data and what is sensitive (SEC002-SEC006)."""

from __future__ import annotations

from planted_repo import plant

_BSN, _OTHER_BSN = "123456782", "1112.22.333"

NUMBERS = (
    plant(
        "SEC002",
        "a number in a comment",
        ("systems/website.yaml", r"^(rto: .*\n)", rf"\1# melding van inwoner ▸{_BSN}\n"),
    ),
    plant(
        "SEC002",
        "a number in an explanation, written in groups",
        (
            "controls/bm-5-12.yaml",
            "^x-toelichting: >-\n",
            f"\\g<0>  Steekproef op BSN ▸{_OTHER_BSN} in het\n  zaaksysteem.\n",
        ),
    ),
    plant(
        "SEC002",
        "a number in a field of one's own",
        (
            "evidence/E-2026-016.yaml",
            "^classification: .*",
            rf"\g<0>\nx-testgeval: {{geval: ▸{_BSN}, datum: 2026-11-23}}",
        ),
    ),
)

PERSONS = (
    plant(
        "SEC003",
        "a person's mailbox in place of the role's",
        (
            "roles/hoofd-ict.yaml",
            "contact: ict@lindemeer.example",
            "contact: ▸r.wilgenhof@gemeente-lindemeer.nl",
        ),
        status=0,
    ),
    plant(
        "SEC003",
        "a mobile number in a comment",
        ("systems/website.yaml", r"^(rto: .*\n)", r"\1# bij twijfel bellen: ▸06-12345678\n"),
        status=0,
    ),
    plant(
        "SEC003",
        "where somebody lives, though another may be named",
        (
            "bio2lint.yaml",
            "fail_on: error\n",
            "fail_on: error\nrules: {SEC003: {allow: ['r.wilgenhof@*']}}\n",
        ),
        (
            "roles/hoofd-ict.yaml",
            "^contact: .*",
            "contact: r.wilgenhof@gemeente-lindemeer.nl\nx-adres: ▸Boslaan 3, 1234 AB Lindemeer",
        ),
        status=0,
    ),
)

_PUBLIC = "evidence/E-2026-063.yaml"
DETAILS = (
    plant(
        "SEC004",
        "an address on the inside in what is public",
        (_PUBLIC, "^classification: public\n", "classification: public\n# gemeten op ▸10.20.4.17\n"),
        status=0,
    ),
    plant(
        "SEC004",
        "the name of a server in what is now public",
        (
            "evidence/E-2026-016.yaml",
            "^classification: .*",
            "classification: public\nx-bron: uitvoer van ▸srv-zaken03.lindemeer.local",
        ),
        status=0,
    ),
    plant(
        "SEC004",
        "a finding that is still open in what is public",
        (
            _PUBLIC,
            "^result: .*",
            "result: {outcome: partial, follow_up: [▸{what: Herstel, owner: ciso, due: 2027-02-01}]}",
        ),
        status=0,
    ),
)
