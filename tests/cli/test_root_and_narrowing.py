"""Which folder is checked, and what PATH, --owner, --select and --ignore leave in the listing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from program import AS_OF, ROLE, SETTINGS, committed, program, write

from bio2lint import opening

if TYPE_CHECKING:
    from pathlib import Path

OVERDUE = "kind: role\nid: {0}\ntitle: {0}\nfunctions: [{0}]\nreview: {{last: 2020-01-01}}\n"
CONTROL = """kind: control
id: {}
title: Aanmelden
implements: [5.17.01]
status: planned
owner: {}
"""


def report(cwd: Path, *arguments: str) -> dict[str, Any]:
    done = program("check", "--format", "json", "--as-of", AS_OF, *arguments, cwd=cwd)
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def listed(cwd: Path, *arguments: str) -> list[str]:
    """Return where the dangling references are that are listed."""
    found = report(cwd, *arguments)["findings"]
    return [f["path"] for f in found if f["code"] == "REF006"]


@pytest.fixture
def isms(tmp_path: Path) -> Path:
    """An administration below a Git root, with a dangling reference in each of two controls."""
    files = {
        "isms/bio2lint.yaml": SETTINGS,
        "isms/roles/ciso.yaml": ROLE,
        "isms/controls/a.yaml": CONTROL.format("a", "ciso") + "risks: [R-1]\n",
        "isms/controls/b/c.yaml": CONTROL.format("c", "ciso2") + "risks: [R-2]\n",
        "elsewhere/x.yaml": "kind: role\nid: x\n",
    }
    return committed(write(tmp_path / "git", files)) / "isms"


def test_the_nearest_folder_with_settings_is_the_root(isms: Path) -> None:
    everywhere = ["controls/a.yaml", "controls/b/c.yaml"]
    everywhere.append("controls/b/c.yaml")
    for folder in (isms, isms / "controls", isms / "controls" / "b"):
        assert listed(folder) == everywhere
    assert listed(isms.parent, "--root", "isms") == everywhere


def test_the_root_is_looked_for_from_the_first_path(isms: Path) -> None:
    assert listed(isms.parent, "isms/controls/a.yaml") == ["controls/a.yaml"]
    assert listed(isms.parent.parent, str(isms / "controls" / "b"))[0].startswith("controls/b/")


def test_without_settings_the_folder_itself_is_the_root(tmp_path: Path) -> None:
    write(tmp_path, {"some/roles/ciso.yaml": ROLE, "other/roles/x.yaml": "kind: ["})
    assert report(tmp_path, "some")["summary"]["documents"] == 1
    assert report(tmp_path, "some/roles/ciso.yaml")["summary"]["documents"] == 1
    assert report(tmp_path / "some")["summary"]["documents"] == 1


def test_a_folder_called_like_the_settings_is_none(isms: Path) -> None:
    (isms / "controls" / "bio2lint.yaml").mkdir()
    assert opening.find_root(str(isms / "controls")) == str(isms)


def test_a_root_and_a_path_through_links(isms: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(isms)
    (tmp_path / "inner").symlink_to(isms / "controls")
    whole = listed(isms)
    assert listed(tmp_path, "--root", "link") == whole
    assert listed(tmp_path, "link") == whole
    assert listed(tmp_path / "link") == whole
    assert listed(tmp_path, "inner/a.yaml") == ["controls/a.yaml"]
    assert listed(tmp_path, "--root", "link", "inner/a.yaml") == ["controls/a.yaml"]


def test_a_file_that_is_a_link_is_listed_by_its_own_name(isms: Path) -> None:
    (isms / "controls" / "a.yaml").rename(isms / "real.txt")
    (isms / "controls" / "a.yaml").symlink_to("../real.txt")
    assert listed(isms.parent, "isms/controls/a.yaml") == ["controls/a.yaml"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["."], ["a", "c", "c"]),
        (["controls"], ["a", "c", "c"]),
        (["controls/"], ["a", "c", "c"]),
        (["./controls/../controls/b"], ["c", "c"]),
        (["controls/a.yaml"], ["a"]),
        (["controls/a.yaml", "controls/b"], ["a", "c", "c"]),
        (["roles"], []),
        (["bio2lint.yaml"], []),
    ],
    ids=str,
)
def test_paths_narrow_the_listing(isms: Path, paths: list[str], expected: list[str]) -> None:
    found = [path.removesuffix(".yaml")[-1] for path in listed(isms, "--root", ".", *paths)]
    assert found == expected


def test_a_path_is_no_prefix_of_letters(isms: Path) -> None:
    write(isms, {"controls/b2.yaml": CONTROL.format("d", "ciso") + "risks: [R-3]\n"})
    assert all("/b/" in line for line in listed(isms, "controls/b"))


def test_the_findings_on_the_whole_stand_in_the_settings(isms: Path) -> None:
    found = report(isms, "bio2lint.yaml")["findings"]
    assert {f["path"] for f in found} == {"bio2lint.yaml"}
    assert {f["code"] for f in found} >= {"CMP001", "CMP002"}


def test_owner_lists_what_belongs_to_a_role(isms: Path) -> None:
    assert listed(isms, "--owner", "ciso") == ["controls/a.yaml"]
    assert listed(isms, "--owner", "ciso2") == ["controls/b/c.yaml"] * 2


def test_codes_may_be_repeated_and_separated_by_commas(isms: Path) -> None:
    write(isms, {"roles/b.yaml": OVERDUE.format("dpo")})

    def codes(*arguments: str) -> set[str]:
        return {f["code"] for f in report(isms, *arguments)["findings"]}

    everything = codes()
    assert {"CMP001", "CMP002", "REF006"} < everything
    assert codes("--select", "CMP001,REF") == {"CMP001", "REF006"}
    assert codes("--select", " CMP001 , REF ,") == {"CMP001", "REF006"}
    assert codes("--select", "CMP001", "--select", "REF006") == {"CMP001", "REF006"}
    assert codes("--select", "CMP,REF", "--ignore", "REF006") == everything - {
        c for c in everything if not c.startswith("CMP")
    }
    assert codes("--ignore", "REF,DUE", "--ignore", "OWN") == {
        c for c in everything if c[:3] not in ("REF", "DUE", "OWN")
    }


@pytest.mark.parametrize(
    "arguments",
    [["controls/a.yaml"], ["--owner", "ciso"], ["--select", "DUE"], ["--ignore", "REF"]],
    ids=" ".join,
)
def test_the_figures_of_the_whole_stay_the_same(isms: Path, arguments: list[str]) -> None:
    whole, narrowed = report(isms), report(isms, *arguments)
    for key in ("coverage", "requirements", "not_judged"):
        assert narrowed[key] == whole[key]
    assert narrowed["summary"]["documents"] == whole["summary"]["documents"]
    hidden = narrowed["summary"]["not_shown"]
    assert hidden == len(whole["findings"]) - len(narrowed["findings"]) > 0
    assert all(finding in whole["findings"] for finding in narrowed["findings"])


def test_the_status_follows_the_listing(isms: Path) -> None:
    assert program("check", "roles", cwd=isms).returncode == 0
    assert program("check", "controls", cwd=isms).returncode == 1


def test_an_unreadable_file_outside_the_listing_is_in_the_summary(isms: Path) -> None:
    write(isms, {"risks/x.yaml": "kind: ["})
    done = program("check", "roles", "--lang", "en", cwd=isms.parent / "isms" / "controls" / "..")
    assert done.returncode == 1
    assert b"Cannot be read; what these hold was not judged:\n  risks/x.yaml\n" in done.stdout


def test_paths_are_relative_to_the_working_folder_in_text_and_to_the_root_in_json(
    isms: Path,
) -> None:
    text = program("check", "--format", "concise", "--select", "REF", cwd=isms / "controls")
    assert text.stdout.decode().startswith("a.yaml:")
    above = program("check", "--format", "concise", "--select", "REF", "isms", cwd=isms.parent)
    assert above.stdout.decode().startswith("isms/controls/a.yaml:")
    beside = program(
        "check", "--root", "../isms", "--format", "concise", "--select", "REF",
        cwd=isms.parent / "elsewhere",
    )  # fmt: skip
    assert beside.stdout.decode().startswith("../isms/controls/a.yaml:")
    junit = program("check", "--format", "junit", cwd=isms / "controls").stdout.decode()
    assert 'file="isms/controls/a.yaml"' in junit
