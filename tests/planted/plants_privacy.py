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
        (
            _PUBLIC,
            "^classification: public\n",
            "classification: public\n# gemeten op ▸10.20.4.17\n",
        ),
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
        ("evidence/E-2026-017.yaml", "^classification: .*", "classification: public"),
        (
            "evidence/E-2026-017.yaml",
            r"^    - what: Raad(.*\n.*\n)      due: .*\n      done: .*",
            r"    - ▸what: Raad\1      due: 2027-09-01",
        ),
        status=0,
    ),
)

CLASSIFICATION = (
    plant(
        "SEC005",
        "a system without a classification",
        ("systems/website.yaml", r"^classification: .*\n", ""),
        ("systems/website.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "SEC005",
        "evidence without a classification",
        ("evidence/E-2026-016.yaml", r"^classification: .*\n", ""),
        ("evidence/E-2026-016.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "SEC005",
        "evidence above the ceiling",
        (
            "bio2lint.yaml",
            "fail_on: error\n",
            "fail_on: error\nrules: {SEC005: {ceiling: [confidential]}}\n",
        ),
        ("evidence/E-2026-016.yaml", "^classification: .*", "classification: ▸secret"),
    ),
    plant(
        "SEC005",
        "a national marking",
        ("risks/R-001.yaml", "kind: risk\n", "# ▸Dep.V.\nkind: risk\n"),
    ),
    plant(
        "SEC005",
        "a ceiling that is no classification",
        (
            "bio2lint.yaml",
            "fail_on: error\n",
            "fail_on: error\nrules: {SEC005: {ceiling: ▸[vertrouwelijk]}}\n",
        ),
    ),
)

BINARIES = (
    plant(
        "SEC006",
        "a policy as an office file",
        ("bio2lint.yaml", "fail_on: error\n", "fail_on: error\nrules: {SEC006: {limit: 0}}\n"),
        ("documents/back-upbeleid.docx", "", "PK"),
        (
            "documents/back-upbeleid.yaml",
            "path: documents/back-upbeleid.md",
            "path: ▸documents/back-upbeleid.docx",
        ),
        status=0,
    ),
    plant(
        "SEC006",
        "a report in PDF of two megabytes",
        ("documents/back-upbeleid.pdf", "", "%PDF-1.7\n" * 250_000),
        (
            "documents/back-upbeleid.yaml",
            "path: documents/back-upbeleid.md",
            "path: ▸documents/back-upbeleid.pdf",
        ),
        status=0,
    ),
    plant(
        "SEC006",
        "an archive of more than a kilobyte where the limit is one",
        ("bio2lint.yaml", "fail_on: error\n", "fail_on: error\nrules: {SEC006: {limit: 1}}\n"),
        ("documents/back-upbeleid.zip", "", "PK" * 600),
        (
            "documents/back-upbeleid.yaml",
            "path: documents/back-upbeleid.md",
            "path: ▸documents/back-upbeleid.zip",
        ),
        status=0,
    ),
)
