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
