"""STR006: the settings say by which edition of the norm the administration is judged."""

from __future__ import annotations

from support import all_but, expect, result

ROLE = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
BESIDE = all_but("STR")


def test_a_pinned_edition_is_fine() -> None:
    expect({"roles/a.yaml": ROLE, "bio2lint.yaml": "norm: bio2@1.3\n"}, ignoring=BESIDE)


def test_without_one_the_newest_is_used_and_said() -> None:
    files = {"roles/a.yaml": ROLE, "bio2lint.yaml": "language: nl\n"}
    expect(files, "bio2lint.yaml:1:1 STR006", ignoring=BESIDE)
    assert result(files).norm.name == "bio2@1.3"


def test_an_empty_settings_file_pins_nothing() -> None:
    expect({"roles/a.yaml": ROLE, "bio2lint.yaml": ""}, "bio2lint.yaml:1:1 STR006", ignoring=BESIDE)
