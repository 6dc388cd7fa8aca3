"""Planted faults of references (REF): numbers of the norm, ids and paths."""

from __future__ import annotations

from planted_repo import plant

NUMBERS = (
    plant(
        "REF001",
        "a number that the norm does not have",
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.04]"),
    ),
    plant(
        "REF001",
        "two digits changed about",
        ("risks/R-004.yaml", "requirements: [8.03.02]", "requirements: [▸8.03.20]"),
    ),
    plant(
        "REF001",
        "a number of the old BIO",
        ("documents/auditplan.yaml", "requirements: [", "requirements: [▸18.2.2.1, "),
    ),
    plant(
        "REF001",
        "a control that does not exist",
        ("documents/cloudbeleid.yaml", '"5.23"', '▸"5.93"'),
    ),
    plant(
        "REF002",
        "noughts left out",
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.1]"),
    ),
    plant(
        "REF002",
        "the number of Annex A",
        ("documents/cloudbeleid.yaml", '"5.23"', "▸A.5.23"),
    ),
    plant(
        "REF002",
        "a dot at the end",
        ("evidence/E-2026-016.yaml", "requirements: [5.12.01]", "requirements: [▸5.12.01.]"),
    ),
    plant(
        "REF002",
        "what is no number",
        ("risks/R-004.yaml", "requirements: [8.03.02]", "requirements: [▸toegang]"),
    ),
    plant(
        "REF002",
        "a cycle of a number without noughts",
        ("controls/bm-5-1.yaml", "requirement: 5.01.02", "requirement: ▸5.1.2"),
    ),
    plant(
        "REF003",
        "a control that still has the number of edition 1.2",
        ("controls/bm-5-10.yaml", "5.10.02, ", "▸5.04.02, "),
    ),
    plant(
        "REF003",
        "a document that still has the number of edition 1.2",
        ("documents/gedragsregels.yaml", "5.10.03, ", "▸5.04.03, "),
    ),
    plant(
        "REF003",
        "evidence that still has the number of edition 1.2",
        ("evidence/E-2026-053.yaml", "5.26.02", "▸5.25.01"),
    ),
    plant(
        "REF003",
        "a number that has moved to nothing, beside the right one",
        ("controls/bm-5-26.yaml", "5.26.02]", "5.26.02, ▸5.26.01]"),
    ),
    plant(
        "REF004",
        "a control with a withdrawn number",
        ("controls/bm-8-24.yaml", "^implements: (.*)]", r"implements: \1, ▸8.24.03]"),
    ),
    plant(
        "REF004",
        "a risk with a withdrawn number",
        ("risks/R-004.yaml", "requirements: [8.03.02]", "requirements: [8.03.02, ▸7.01.01]"),
    ),
    plant(
        "REF004",
        "an exception from a withdrawn number",
        ("exceptions/X-003.yaml", "requirements: [7.07.01]", "requirements: [7.07.01, ▸5.35.01]"),
    ),
    plant(
        "REF005",
        "a control with a number that holds nothing",
        ("controls/bm-5-11.yaml", 'implements: ["5.11"]', 'implements: ["5.11", ▸5.11.01]'),
    ),
    plant(
        "REF005",
        "a control that only has the number that holds nothing",
        ("controls/bm-5-6.yaml", 'implements: ["5.6"]', "implements: [▸5.06.01]"),
    ),
    plant(
        "REF005",
        "a document with a number that only points elsewhere",
        (
            "documents/cvd-procedure.yaml",
            "requirements: [5.24.08]",
            "requirements: [5.24.08, ▸8.08.06]",
        ),
    ),
    plant(
        "REF005",
        "a risk with a number that holds nothing",
        ("risks/R-004.yaml", "requirements: [8.03.02]", "requirements: [8.03.02, ▸5.10.01]"),
    ),
)

TARGETS = (
    plant(
        "REF006",
        "a slip in an owner",
        ("controls/bm-5-12.yaml", "owner: hoofd-informatiebeheer", "owner: ▸hoofd-informatiebeher"),
    ),
    plant(
        "REF006",
        "a slip in evidence's control",
        ("evidence/E-2026-016.yaml", "controls: [bm-5-12]", "controls: [▸bm-5.12]"),
    ),
    plant(
        "REF006",
        "a risk that was removed",
        ("risks/R-019.yaml", "", None),
        ("controls/bm-7-11.yaml", "risks: [R-019]", "risks: [▸R-019]"),
    ),
    plant(
        "REF006",
        "a control that was given another id",
        ("controls/bm-5-13.yaml", "id: bm-5-13", "id: bm-5-13-labels"),
        ("risks/R-016.yaml", "bm-5-13,", "▸bm-5-13,"),
    ),
    plant(
        "REF006",
        "a risk where a role belongs",
        ("controls/bm-5-12.yaml", "owner: hoofd-informatiebeheer", "owner: ▸R-016"),
    ),
    plant(
        "REF006",
        "a person who is no role",
        ("risks/R-016.yaml", "^review: (.*)by: .*", r"review: \1by: ▸P. de Vries}"),
    ),
    plant(
        "REF006",
        "a document that supersedes itself",
        (
            "documents/cloudbeleid.yaml",
            "\nstatus: approved",
            "\nsupersedes: [▸cloudbeleid]\nstatus: approved",
        ),
    ),
    plant(
        "REF008",
        "a slip in the path of evidence",
        (
            "evidence/E-2026-016.yaml",
            "^  path: .*",
            "  path: ▸evidence/files/e-2026-016-impactclasificatie.csv",
        ),
    ),
    plant(
        "REF008",
        "a file of evidence that was removed",
        ("evidence/files/e-2026-028-wachtwoordeisen.json", "", None),
        ("evidence/E-2026-028.yaml", "  path: ", "  path: ▸"),
    ),
    plant(
        "REF008",
        "backslashes",
        (
            "documents/cvd-procedure.yaml",
            "path: documents/cvd-procedure.md",
            r"path: ▸documents\cvd-procedure.md",
        ),
    ),
    plant(
        "REF008",
        "other capitals than the file has",
        (
            "documents/cloudbeleid.yaml",
            "path: documents/cloudbeleid.md",
            "path: ▸documents/Cloudbeleid.md",
        ),
    ),
    plant(
        "REF008",
        "a folder instead of a file",
        ("documents/cloudbeleid.yaml", "path: documents/cloudbeleid.md", "path: ▸documents"),
    ),
    plant(
        "REF008",
        "a file on somebody's own disk",
        (
            "evidence/E-2026-016.yaml",
            "^  path: .*",
            "  path: ▸/home/jansen/impactclassificatie.csv",
        ),
    ),
)
