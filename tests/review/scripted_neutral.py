"""Changes of the example that make compliance no weaker and no stronger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scripted import SETTINGS, Case, gone, more, moved, put, renamed, text

if TYPE_CHECKING:
    from scripted import Edit


def rewritten(path: str, pattern: str, by: str) -> Edit:
    """Replace whatever fits a pattern in a file, at least once."""

    def edit(files: dict[str, bytes]) -> None:
        new, times = re.subn(pattern, by, files[path].decode(), flags=re.MULTILINE)
        assert times, (path, pattern)
        files[path] = new.encode()

    return edit


def merged(paths: list[str], to: str) -> Edit:
    """Put the documents of several files in one."""

    def edit(files: dict[str, bytes]) -> None:
        files[to] = b"---\n".join(files.pop(path) for path in paths)

    return edit


def split(path: str, *to: str) -> Edit:
    """Give each document of a file a file of its own."""

    def edit(files: dict[str, bytes]) -> None:
        parts = files.pop(path).split(b"---\n")
        files.update(dict(zip(to, parts, strict=True)))

    return edit


def upside_down(path: str) -> Edit:
    """Write the keys of a document of one line each in the other order."""

    def edit(files: dict[str, bytes]) -> None:
        files[path] = b"".join(reversed(files[path].splitlines(keepends=True)))

    return edit


CASES = [
    Case(
        "an owner is another role that fits",
        (text("controls/bm-7-4.yaml", "owner: hoofd-facilitair", "owner: hoofd-veiligheid"),),
        ("· bm-7-4 owner: hoofd-facilitair → hoofd-veiligheid",),
        ("hoofd-facilitair: owner", "hoofd-veiligheid: owner"),
        0,
    ),
    Case(
        "a file is renamed and moved",
        (moved("controls/bm-8-9.yaml", "controls/techniek/inrichting.yaml"),),
        (),
        (),
        0,
    ),
    Case(
        "an id is renamed, wherever it stands",
        (renamed("bm-8-3", "bm-toegang"), renamed("gemalen-leverancier", "sluiswacht")),
        (
            "· bm-toegang id: bm-8-3 → bm-toegang",
            "· sluiswacht id: gemalen-leverancier → sluiswacht",
        ),
        ("hoofd-dienstverlening: owner", "hoofd-ruimte: owner"),
        0,
    ),
    Case(
        "the documents of one file get files of their own",
        (split("roles/beheer.yaml", "roles/functioneel.yaml", "roles/technisch.yaml"),),
        (),
        (),
        0,
    ),
    Case(
        "documents of several files come together in one",
        (
            merged(
                [
                    "systems/personeelssysteem.yaml",
                    "systems/financieel-systeem.yaml",
                    "systems/siem.yaml",
                ],
                "systems/systemen.yaml",
            ),
        ),
        (),
        (),
        0,
    ),
    Case(
        "keys stand in another order",
        (upside_down("processes/financien.yaml"),),
        (),
        (),
        0,
    ),
    Case(
        "lists stand in another order",
        (
            text(
                "controls/bm-8-16.yaml",
                'implements: ["8.16", 8.16.01, 8.16.02, 8.16.03]',
                'implements: [8.16.03, 8.16.01, "8.16", 8.16.02]',
            ),
            text(
                "processes/dienstverlening.yaml",
                "[digitaal-loket, website,",
                "[website, digitaal-loket,",
            ),
        ),
        (),
        (),
        0,
    ),
    Case(
        "comments and empty lines",
        (
            rewritten("risks/R-029.yaml", r"^(threat: .*)$", r"# Besproken.\n\n\1 # of anders"),
            more("risks/R-030.yaml", "# Einde.\n"),
        ),
        (),
        (),
        0,
    ),
    Case(
        "another style of quoting and of lists",
        (
            text("controls/bm-8-24.yaml", 'implements: ["8.24"', "implements: ['8.24'"),
            rewritten("risks/R-020.yaml", r"^owner: (.*)$", r'"owner": "\1"'),
            text(
                "systems/e-mail.yaml",
                "suppliers: [werkplek-leverancier]",
                "suppliers:\n- werkplek-leverancier",
            ),
        ),
        (),
        (),
        0,
    ),
    Case(
        "numbers of the norm spelled otherwise",
        (text("controls/bm-5-1.yaml", "5.01.01, 5.01.02]", "'5.01.01', \"5.01.02\"]"),),
        (),
        (),
        0,
    ),
    Case(
        "numbers of the norm spelled as they should be",
        (
            text(
                "controls/bm-5-2.yaml",
                'implements: ["5.02", 5.2.1]',
                'implements: ["5.2", 5.02.01]',
            ),
        ),
        (),
        (),
        0,
        given=(
            text(
                "controls/bm-5-2.yaml",
                'implements: ["5.2", 5.02.01]',
                'implements: ["5.02", 5.2.1]',
            ),
        ),
    ),
    Case(
        "line ends of another system",
        (rewritten("controls/bm-7-14.yaml", r"\n", "\r\n"),),
        (),
        (),
        0,
    ),
    Case(
        "another title",
        (rewritten("controls/bm-7-12.yaml", r"^title: .*$", "title: Bekabeling ligt veilig"),),
        (
            (
                "· bm-7-12 title: Bekabeling in gesloten goten, met tekening per verdieping en "
                "uitgeschakelde loze aansluitingen → Bekabeling ligt veilig"
            ),
        ),
        ("hoofd-infrastructuur: owner",),
        0,
    ),
    Case(
        "free keys",
        (
            text(
                "suppliers/netwerk-leverancier.yaml", "cloud: false\n", "cloud: false\nx-nr: 12\n"
            ),
            more("bio2lint.yaml", "x-team: veiligheid\n"),
        ),
        (
            "· netwerk-leverancier x-nr: None → 12",
            "· bio2lint.yaml x-team: None → veiligheid",
        ),
        ("hoofd-infrastructuur: owner", "ciso: settings"),
        0,
    ),
    Case(
        "a period written otherwise",
        (text("processes/inkoop.yaml", "interval: P1Y", "interval: P12M"),),
        (),
        (),
        0,
    ),
    Case(
        "a requirement goes over to another control that is as far",
        (
            text("controls/bm-5-20.yaml", 'implements: ["5.20", ', "implements: ["),
            text(
                "controls/bm-5-20-exit.yaml",
                "implements: [5.20.06]",
                'implements: [5.20.06, "5.20"]',
            ),
        ),
        (
            "· bm-5-20 implements: 5.20 → None",
            "▲ bm-5-20-exit implements: None → 5.20",
        ),
        ("hoofd-inkoop: owner",),
        0,
    ),
    Case(
        "an exception that is over disappears",
        (gone("exceptions/X-013.yaml"),),
        ("· X-013 *: Voorbij → None",),
        (
            "college: decided",
            "hoofd-ict: owner",
        ),
        0,
        given=(
            put(
                "exceptions/X-013.yaml",
                """\
kind: exception
id: X-013
title: Voorbij
type: deviation
requirements: [8.32.01]
owner: hoofd-ict
reason: De oude werkwijze liep af.
analysis: [R-018]
ciso_advice: {by: ciso, date: 2026-01-12, ref: CISO-advies 2026-02, positive: true}
approved: {by: college, date: 2026-01-20, ref: BW 2026-011}
plan: plan-vervanging-tablets
until: 2026-09-30
review: {last: 2026-09-17, interval: P6M, by: ciso}
""",
            ),
        ),
    ),
    Case(
        "a document that was superseded before disappears",
        (gone("documents/loggingbeleid-2025.yaml"),),
        ("· loggingbeleid-2025 *: Loggingbeleid 2025 → None",),
        ("hoofd-ict: owner",),
        0,
        given=(
            put(
                "documents/loggingbeleid-2025.yaml",
                """\
kind: document
id: loggingbeleid-2025
title: Loggingbeleid 2025
type: policy
path: documents/loggingbeleid.md
owner: hoofd-ict
requirements: ["8.15"]
status: superseded
""",
            ),
        ),
    ),
    Case(
        "a risk that was closed before disappears",
        (gone("risks/R-031.yaml"), text("controls/bm-5-16.yaml", "[R-010, R-031]", "[R-010]")),
        (
            "· R-031 *: Gedeeld beheeraccount op de oude printserver → None",
            "· bm-5-16 risks: R-031 → None",
        ),
        ("hoofd-werkplek: owner",),
        0,
    ),
    Case(
        "another language for the reports",
        (text(SETTINGS, "language: nl", "language: en"),),
        ("· bio2lint.yaml language: nl → en",),
        ("ciso: settings",),
        0,
    ),
    Case(
        "a contract is renewed",
        (text("suppliers/financien-leverancier.yaml", "end: 2029-03-31", "end: 2031-03-31"),),
        ("· financien-leverancier contract.end: 2029-03-31 → 2031-03-31",),
        ("hoofd-financien: owner",),
        0,
    ),
]
