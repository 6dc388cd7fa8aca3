"""Files that stand in several states of a repository are read once, and judged the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from support import Files, all_but, edition

from bio2lint import document, engine, settings

if TYPE_CHECKING:
    import pytest

    from bio2lint.reading import Kept

ROLE = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
CONTROL = """\
kind: control
id: beleid
title: Het beleid is vastgesteld
implements: [5.01.02]
owner: ciso
status: implemented
implemented_on: 2024-02-01
review: {last: 2025-11-30, interval: P1Y}
"""
NOISE = all_but("DUE", "REF", "SEC", "CMP005", "STR")


def results(
    states: list[dict[str, str]], days: list[str], texts: tuple[str, ...] = ("norm: bio2@1.3\n",)
) -> list[list[str]]:
    kept: Kept = {}
    found = []
    for number, (state, day) in enumerate(zip(states, days, strict=True)):
        read = settings.read(texts[min(number, len(texts) - 1)].encode())
        result = engine.check(
            Files(state), read, edition(read.edition), date.fromisoformat(day), kept=kept
        )
        afresh = engine.check(Files(state), read, edition(read.edition), date.fromisoformat(day))
        assert result.findings == afresh.findings
        assert result.coverage.keys() == afresh.coverage.keys()
        found.append([f.code for f in result.findings if f.code not in NOISE])
    return found


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    paths: list[str] = []
    real = document.read

    def read(path: str, content: bytes | OSError) -> list[document.Document]:
        paths.append(path)
        return real(path, content)

    monkeypatch.setattr(document, "read", read)
    return paths


def test_only_what_differs_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = counted(monkeypatch)
    kept: Kept = {}
    read = settings.read(b"norm: bio2@1.3\n")
    before = {"roles/ciso.yaml": ROLE, "controls/a.yaml": CONTROL}
    after = before | {"controls/a.yaml": CONTROL + "x-noot: anders\n"}
    moved = {"rollen/ciso.yaml": ROLE, "controls/a.yaml": CONTROL}
    for state in (before, after, before, moved):
        engine.check(Files(state), read, edition("1.3"), date(2026, 11, 23), kept=kept)
    assert paths == ["controls/a.yaml", "roles/ciso.yaml", "controls/a.yaml", "rollen/ciso.yaml"]


def test_rules_that_ask_the_date_judge_again_on_another_day() -> None:
    state = {"roles/ciso.yaml": ROLE, "controls/a.yaml": CONTROL}
    on_time, late = results([state, state], ["2026-11-30", "2026-12-01"])
    assert "DUE001" not in on_time
    assert "DUE001" in late


def test_another_edition_judges_again() -> None:
    moved = CONTROL.replace("5.01.02", "5.04.02")
    state = {"roles/ciso.yaml": ROLE, "controls/a.yaml": moved}
    editions = ("norm: bio2@1.2\n", "norm: bio2@1.3\n")
    before, after = results([state] * 2, ["2026-11-23"] * 2, editions)
    assert "REF003" not in before
    assert "REF003" in after


def test_other_options_judge_again() -> None:
    named = ROLE + "contact: j.jansen@gemeente-lindemeer.nl\n"
    allowed = "rules: {SEC003: {allow: [j.jansen@gemeente-lindemeer.nl]}}\n"
    settings_ = ("norm: bio2@1.3\n", f"norm: bio2@1.3\n{allowed}")
    before, after = results([{"roles/ciso.yaml": named}] * 2, ["2026-11-23"] * 2, settings_)
    assert "SEC003" in before
    assert "SEC003" not in after
