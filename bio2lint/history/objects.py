"""What a commit holds: its paths, and the bytes of its files, read without a checkout."""

from __future__ import annotations

import errno
import os
import posixpath
import select
import subprocess
import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Text
from bio2lint.history import commits, process
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK, SUBMODULE = "120000", "160000"
_PIECE = 1 << 16
ANSWER_SECONDS = 60


class Entry(NamedTuple):
    """A path in a commit: how Git keeps it (`mode`, octal) and the object (`blob`) it holds."""

    mode: str
    blob: str


def entries(top: str, commit: str, folder: str) -> dict[str, Entry]:
    """Return everything below a folder (relative to `top`, empty for all of it) in a commit.

    Paths are relative to that folder. It may not be there: then there is nothing. Refused (status
    2) when the repository cannot tell, or when a link or another repository stands there.
    """
    found = {}
    for path, entry in _listed(top, commit, folder, "-r"):
        if path == folder:
            _refuse_other(commit, path, entry)
        else:
            found[path[len(folder) + 1 :] if folder else path] = entry
    parent = "" if found else posixpath.dirname(folder)
    while parent:
        for path, entry in _listed(top, commit, parent):
            _refuse_other(commit, path, entry)
        parent = posixpath.dirname(parent)
    return found


def _refuse_other(commit: str, path: str, entry: Entry) -> None:
    """Refuse what is not in the commit itself, but behind a link or in another repository."""
    if entry.mode not in (LINK, SUBMODULE):
        return
    nl, en = ("koppeling", "link") if entry.mode == LINK else ("submodule", "submodule")
    raise Refused(
        USAGE,
        Text(
            nl=f"In commit {commit[:12]} is {path} geen map maar een {nl}; wat eronder staat, is "
            "niet te beoordelen.",
            en=f"In commit {commit[:12]} {path} is no folder but a {en}; what stands below it "
            "cannot be judged.",
        ),
    )


def _listed(top: str, commit: str, path: str, *options: str) -> Iterator[tuple[str, Entry]]:
    """Yield what a commit has at a path, with `-r` below it; all of it when the path is empty."""
    asked = ("ls-tree", "-z", "--full-tree", *options, "--end-of-options", commit)
    said = commits.ask(top, "--literal-pathspecs", *asked, *((path,) if path else ()))
    if said.returncode:
        raise Refused(
            USAGE,
            Text(
                nl=f"De bestanden van commit {commit[:12]} zijn niet op te sommen: de repository "
                "is beschadigd, of een gedeeltelijke kloon.",
                en=f"The files of commit {commit[:12]} cannot be listed: the repository is "
                "damaged, or a partial clone.",
            ),
        )
    for line in os.fsdecode(said.stdout).split("\0")[:-1]:
        about, name = line.split("\t", 1)
        mode, _, blob = about.split(" ")
        yield name, Entry(mode, blob)


class Body:
    """The bytes of one file, as they come in."""

    def __init__(self, pipe: _Pipe, size: int) -> None:
        self.left = size
        self._pipe = pipe

    def read(self, count: int) -> bytes:
        """Return the next bytes, at most `count`: fewer only at the end."""
        content = self._pipe.take(min(count, self.left))
        self.left -= len(content)
        return content


class Objects:
    """The files that a commit holds, by the names of their objects.

    One Git process gives the bytes of all of them, and one their sizes. They end with `close`, or
    when nobody has this any more. What is not in this clone is never fetched.
    """

    def __init__(self, top: str, commit: str) -> None:
        self._top = top
        self._commit = commit
        self._pipes: dict[str, _Pipe] = {}
        self._absent: frozenset[str] | None = None
        self._stuck = False

    @contextmanager
    def opened(self, blob: str) -> Iterator[Body]:
        """Give the bytes of a file.

        OSError when they cannot be had: ENODATA when this clone lacks them, EIO when they are
        damaged, ENOTSUP when this is no file.
        """
        size = self._size(blob, "--batch")
        pipe = self._pipes["--batch"]
        body = Body(pipe, size)
        whole = False
        try:
            yield body
            # What nobody wants to read may be very much: a new process is sooner ready.
            if body.left <= _PIECE:
                pipe.take(body.left + len(b"\n"))
                whole = True
        except TimeoutError:
            self._stuck = True
            raise
        finally:
            if not whole:
                self._end("--batch")

    def size(self, blob: str) -> int:
        """Return how many bytes a file has; OSError as in `opened`."""
        return self._size(blob, "--batch-check")

    def _size(self, blob: str, how: str) -> int:
        """Return the size of a file, with its bytes still to come when `how` is `--batch`."""
        if self._absent is not None and blob in self._absent:
            raise _error(errno.ENODATA)
        if self._stuck:
            raise _error(errno.EIO)
        try:
            if how not in self._pipes:
                self._pipes[how] = _Pipe(self._top, how)
            answer = self._pipes[how].ask(blob).split(b" ")
        except OSError as error:
            self._end(how)
            self._stuck = isinstance(error, TimeoutError)
            answer = []
        if answer[1:2] == [b"blob"]:
            return int(answer[2])
        if answer[1:2] in ([b"tree"], [b"commit"], [b"tag"]):
            self._end(how)
            raise _error(errno.ENOTSUP)
        if self._absent is None and not self._stuck:
            self._absent = _absent(self._top, self._commit)
        raise _error(errno.ENODATA if self._absent and blob in self._absent else errno.EIO)

    def _end(self, how: str) -> None:
        if how in self._pipes:
            self._pipes.pop(how).end()

    def close(self) -> None:
        """End the processes that are still there."""
        for how in tuple(self._pipes):
            self._end(how)


def _absent(top: str, commit: str) -> frozenset[str]:
    """Return the objects of a commit that this clone lacks.

    Older Git tries to fetch each of them that is asked for, in vain: one question is enough.
    """
    asked = ("rev-list", "--objects", "--missing=print", "--end-of-options", f"{commit}^{{tree}}")
    try:
        said = process.ask(top, *asked)
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    lines = said.stdout.split(b"\n")
    return frozenset(line[1:].decode("ascii", "replace") for line in lines if line[:1] == b"?")


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


class _Pipe:
    """A Git process that answers one question after another."""

    def __init__(self, top: str, how: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (as in `process.ask`)
            process.command(top, "cat-file", how),
            cwd=top,
            env=process.environment(top),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        assert self._process.stdin  # noqa: S101 (asked for above)
        assert self._process.stdout  # noqa: S101 (asked for above)
        self._questions = self._process.stdin.fileno()
        self._answers = self._process.stdout.fileno()
        self._waiting = bytearray()
        self.end = weakref.finalize(self, _end, self._process)

    def ask(self, question: str) -> bytes:
        """Return the line that answers a question; OSError when the process gives none."""
        os.write(self._questions, question.encode("ascii") + b"\n")
        while (end := self._waiting.find(b"\n")) < 0:
            self._wait()
        line = bytes(self._waiting[:end])
        del self._waiting[: end + 1]
        return line

    def take(self, count: int) -> bytes:
        """Return the next `count` bytes; OSError when they do not come."""
        while len(self._waiting) < count:
            self._wait()
        content = bytes(self._waiting[:count])
        del self._waiting[:count]
        return content

    def _wait(self) -> None:
        # Windows cannot wait for a pipe with a limit; nor has it files that keep a reader waiting.
        if os.name == "posix" and not select.select([self._answers], [], [], ANSWER_SECONDS)[0]:
            raise TimeoutError
        more = os.read(self._answers, _PIECE)
        if not more:
            raise _error(errno.EIO)
        self._waiting += more


def _end(running: subprocess.Popen[bytes]) -> None:
    running.kill()
    for pipe in (running.stdin, running.stdout):
        if pipe is not None:
            pipe.close()
    running.wait()
