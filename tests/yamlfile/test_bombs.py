"""Input made to kill, hang or bloat the process: read where little memory and time are allowed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bio2lint.yamlfile import MAX_BYTES, read
from bio2lint.yamlfile.build import MAX_PROBLEMS

ROOT = Path(__file__).parents[2]
MEBIBYTE = 1 << 20
GENEROUS_SECONDS = 60
READER = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({300 * MEBIBYTE}, {300 * MEBIBYTE}))
from bio2lint.yamlfile import MAX_BYTES, comments, line_column, locate, read
file = read(({{expression}})[: MAX_BYTES + 1])
comments(file)
line_column(file, len(file.text))
problems = [problem for document in file.documents for problem in document.problems]
for document in file.documents:
    locate(document, ("review", "last"))
print([problem.kind for problem in problems[:3]], len(problems), len(file.documents))
"""

BOMBS = {
    "flow lists": ("b'a: ' + b'[' * 10**6", "too-large"),
    "flow lists that fit": ("b'a: ' + b'[' * 990_000", "too-deep"),
    "flow lists, one a line": ("b'a: ' + b'[\\n' * 490_000", "too-deep"),
    "flow mappings": ("b'{a: ' * 240_000", "too-deep"),
    "flow mappings as keys": ("b'{? ' * 300_000", "too-deep"),
    "block lists": ("b'- ' * 490_000", "too-deep"),
    "block mappings as keys": ("b'? ' * 490_000", "too-deep"),
    "block mappings": ("''.join(' ' * n + 'a:\\n' for n in range(1300)).encode()", "too-deep"),
    "aliases of aliases": (
        (
            "b'a0: &a0 [x]\\n' + b''.join(b'a%d: &a%d [%s]\\n'"
            " % (n, n, b','.join([b'*a%d' % (n - 1)] * 10)) for n in range(1, 30))"
        ),
        "too-many-aliases",
    ),
    "one long alias": (
        "b'a: &a [' + b'x,' * 50_001 + b']\\nb: [*a, *a]\\n'",
        "too-many-aliases",
    ),
    "nested anchors": (
        (
            "b'a: ' + b''.join(b'&a%d [' % n for n in range(60)) + b'x,' * 200_000 + b']' * 60"
            " + b'\\nb: *a0\\n'"
        ),
        "too-many-aliases",
    ),
    "depth by aliases": (
        (
            "b'a0: &a0 []\\n' + b''.join(b'a%d: &a%d [[[*a%d]]]\\n' % (n, n, n - 1)"
            " for n in range(1, 1000))"
        ),
        "too-deep",
    ),
    "an alias of itself": ("b'a: &a {b: [*a]}'", "recursive-alias"),
    "merge keys upon merge keys": (
        (
            "b'a0: &a0 {x: 1}\\n' + b''.join(b'a%d: &a%d {<<: [%s]}\\n'"
            " % (n, n, b','.join([b'*a%d' % (n - 1)] * 10)) for n in range(1, 30))"
        ),
        "merge-key",
    ),
    "fifty megabytes": ("b'a: b\\n' * 8_000_000", "too-large"),
    "a million anchors": ("b''.join(b'- &a%d\\n' % n for n in range(10**6))", "too-large"),
    "anchors that fit": ("b'a:\\n' + b''.join(b'- &a%d\\n' % n for n in range(95_000))", None),
    "a number of 5,000 digits": ("b'a: ' + b'9' * 5000", None),
    "almost a number": ("b'a: ' + b'1_' * 490_000 + b'x'", None),
    "a long text": ("b'a: ' + b'x' * 990_000", None),
    "a long quoted text": ('b"a: \'" + b"\'\'" * 490_000 + b"\'"', None),
    "a long line": ("b'a: ' + b'woord ' * 160_000", None),
    "a long key": ("b'x' * 990_000 + b': a'", "unexpected-colon"),
    "a quote that never ends": ("b'a: \"' + b'x\\n' * 490_000", "unclosed-quote"),
    "blank lines": ("b'a: |\\n x\\n' + b'\\n' * 990_000", None),
    "an anchor and nothing but comments": ("b'a: &a ' + b'#\\n' * 490_000 + b' b'", None),
    "deep indentation": ("b'a:\\n' + b' ' * 990_000 + b'b: 1'", None),
    "many keys": ("b''.join(b'%d: 1\\n' % n for n in range(100_000))", None),
    "many documents": ("b'a: 1\\n---\\n' * 90_000 + b'a: 1'", None),
    "many short values": ("b'a: [' + b'1,' * 490_000 + b']'", None),
    "many tag directives": ("b'%TAG !a! b\\n' * 80_000 + b'---\\na: 1'", "tag"),
    "tags": ("b'a: !x!' + b'y' * 990_000", "tag"),
    "NUL": ("bytes(990_000)", "control-character"),
    "escaped NUL": ("b'a: \"' + b'\\\\0' * 490_000 + b'\"'", "control-character"),
    "no UTF-8": ("b'\\xff' * 990_000", "encoding"),
    "byte order marks": ("b'\\xef\\xbb\\xbf' * 300_000", "control-character"),
    "UTF-16": ("('a: b\\n' * 90_000).encode('utf-16')", "encoding"),
    "line separators": ("('a: ' + '\\u2028' * 320_000).encode()", "line-break"),
    "line separators in quotes": ("('a:\\n' + \"- '\\u2028'\\n\" * 110_000).encode()", None),
    "all characters there are": (
        "('a: \\u2028' + ''.join(map(chr, range(0x10000, 0x4D000)))).encode()",
        "line-break",
    ),
    "tabs": ("b'a: 1\\n' + b'\\t' * 990_000", "tab"),
}


@pytest.mark.parametrize(("expression", "kind"), BOMBS.values(), ids=BOMBS)
def test_no_input_kills_hangs_or_bloats(expression: str, kind: str | None) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", READER.replace("{expression}", expression)],
        capture_output=True,
        text=True,
        timeout=GENEROUS_SECONDS,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    kinds = ast.literal_eval(finished.stdout.rpartition("]")[0] + "]")
    assert set(kinds) == ({kind} if kind else set())


@pytest.mark.parametrize("content", [b"a: 1\n" * 150_000, b"a:\n" + b"- !x\n" * 150_000])
def test_the_same_fault_over_and_over_is_told_a_limited_number_of_times(content: bytes) -> None:
    (document,) = read(content).documents
    assert len(document.problems) == MAX_PROBLEMS


def test_a_file_of_exactly_the_largest_size_is_read() -> None:
    assert read(b"a: " + b"x" * (MAX_BYTES - 3)).readable
    assert not read(b"a: " + b"x" * (MAX_BYTES - 2)).readable
