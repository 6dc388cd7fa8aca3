"""EVD003: a file of evidence agrees with its recorded checksum."""

from __future__ import annotations

from hashlib import sha256

import pytest
from evidence_cases import beside, control, evidence, roles
from support import check, expect

from bio2lint.finding import Severity
from bio2lint.tree import Fact

OTHERS = beside("EVD003")
CONTENT = "systeem;dekking\nwerkplek;100\n"
RIGHT = sha256(CONTENT.encode()).hexdigest()
OTHER = sha256(b"something else").hexdigest()


def files(
    source: str, content: str | bytes | Fact | None = CONTENT
) -> dict[str, str | bytes | Fact]:
    stored = {} if content is None else {"evidence/files/mfa.csv": content}
    return {
        **roles(),
        **control(),
        **evidence(about=f"controls: [mfa]\nsource: {source}"),
        **stored,
    }


def with_hash(digest: str) -> str:
    return f"{{path: evidence/files/mfa.csv, sha256: {digest}}}"


def test_a_checksum_that_agrees_is_fine() -> None:
    expect(files(with_hash(RIGHT)), ignoring=OTHERS)


def test_capitals_make_no_difference() -> None:
    expect(files(with_hash(RIGHT.upper())), ignoring=OTHERS)


def test_an_altered_file_is_found_at_its_checksum() -> None:
    faulty = files(with_hash(OTHER))
    expect(faulty, "evidence/e1.yaml:6:48 EVD003", ignoring=OTHERS)
    (finding,) = [f for f in check(faulty) if f.code == "EVD003"]
    assert finding.severity is Severity.ERROR
    assert not finding.fixable
    assert "evidence/files/mfa.csv" in finding.message.nl
    assert "evidence/files/mfa.csv" in finding.message.en
    assert finding.help is not None
    assert finding.help.nl
    assert finding.help.en


def test_an_anchor_leads_into_the_same_file() -> None:
    for digest, found in ((OTHER, ["evidence/e1.yaml:6:56 EVD003"]), (RIGHT, [])):
        with_anchor = with_hash(digest).replace(".csv", ".csv#dekking")
        expect(files(with_anchor), *found, ignoring=OTHERS)


def test_any_digest_that_the_content_answers_to_will_do() -> None:
    fact = Fact("file", size=10, digests=frozenset((OTHER, RIGHT)))
    expect(files(with_hash(RIGHT), fact), ignoring=OTHERS)


def test_a_pointer_of_git_lfs_is_compared_by_what_it_names() -> None:
    fact = Fact("file", size=130, digests=frozenset((OTHER,)))
    expect(files(with_hash(OTHER), fact), ignoring=OTHERS)
    expect(files(with_hash(RIGHT), fact), "evidence/e1.yaml:6:48 EVD003", ignoring=OTHERS)


def test_a_file_that_cannot_be_read_is_not_taken_for_the_right_one() -> None:
    unread = files(with_hash(RIGHT), Fact("file", size=10))
    expect(unread, "evidence/e1.yaml:6:16 EVD003", ignoring=OTHERS)
    (finding,) = [f for f in check(unread) if f.code == "EVD003"]
    assert finding.severity is Severity.ERROR
    assert "niet nagegaan" in finding.message.nl
    assert "was not checked" in finding.message.en


def test_a_missing_checksum_warns() -> None:
    faulty = files("{path: evidence/files/mfa.csv}")
    expect(faulty, "evidence/e1.yaml:6:1 EVD003", ignoring=OTHERS)
    (finding,) = [f for f in check(faulty) if f.code == "EVD003"]
    assert finding.severity is Severity.WARNING
    assert "geen controlesom" in finding.message.nl
    assert "No checksum" in finding.message.en


@pytest.mark.parametrize("digest", [OTHER, None])
def test_a_lost_file_is_another_rules(digest: str | None) -> None:
    source = with_hash(digest) if digest else "{path: evidence/files/mfa.csv}"
    expect(files(source, None), "evidence/e1.yaml:6:16 REF008", ignoring=OTHERS)


def test_a_web_address_needs_no_checksum() -> None:
    expect(files("{url: 'https://dossier.example/mfa'}"), ignoring=OTHERS)


def test_evidence_without_a_source_is_not_judged() -> None:
    expect({**roles(), **control(), **evidence()}, ignoring=OTHERS)


def test_a_checksum_that_is_none_is_one_finding() -> None:
    expect(files(with_hash("9f2c")), "evidence/e1.yaml:6:48 STR002", ignoring=OTHERS)
