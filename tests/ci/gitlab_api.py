"""Stands in for the API of GitLab on this machine: a user, and the notes of one merge request."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "glpat-of-a-test"  # noqa: S105 (opens nothing)
ME, SOMEBODY = 7, 8
PAGE = 2
"""How many notes a page holds here, so that there are several."""


@dataclass
class Forge:
    """What the server holds and was asked; `denied` refuses every change."""

    notes: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    denied: bool = False
    address: str = ""

    def add(self, author: int, body: str) -> None:
        """Add a note."""
        self.notes.append({"id": 100 + len(self.notes), "author": {"id": author}, "body": body})


@contextmanager
def serving() -> Iterator[Forge]:
    """Serve until the end of the block; `address` is that of version 4 of the API."""
    forge = Forge()
    server = _Server(forge)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    forge.address = f"http://127.0.0.1:{server.server_port}/api/v4"
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    def __init__(self, forge: Forge) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.forge = forge


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def _answer(self, status: int, data: Any, **headers: str) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _admitted(self) -> bool:
        self.server.forge.asked.append(f"{self.command} {self.path}")
        known = self.headers["PRIVATE-TOKEN"] == TOKEN
        if not known or (self.server.forge.denied and self.command != "GET"):
            self._answer(403, {"message": "403 Forbidden"})
            return False
        return True

    def _body(self) -> str:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        (body,) = parse_qs(sent, strict_parsing=True)["body"]
        return body

    def do_GET(self) -> None:
        if not self._admitted():
            return
        address = urlsplit(self.path)
        if address.path == "/api/v4/user":
            self._answer(200, {"id": ME, "username": "project_1_bot"})
            return
        assert address.path == "/api/v4/projects/1/merge_requests/5/notes"
        page = int(parse_qs(address.query)["page"][0])
        more = str(page + 1) if len(self.server.forge.notes) > page * PAGE else ""
        self._answer(
            200, self.server.forge.notes[(page - 1) * PAGE : page * PAGE], X_Next_Page=more
        )

    def do_POST(self) -> None:
        if self._admitted():
            assert self.path == "/api/v4/projects/1/merge_requests/5/notes"
            self.server.forge.add(ME, self._body())
            self._answer(201, self.server.forge.notes[-1])

    def do_PUT(self) -> None:
        if self._admitted():
            start, _, number = self.path.rpartition("/")
            assert start == "/api/v4/projects/1/merge_requests/5/notes"
            (note,) = [one for one in self.server.forge.notes if one["id"] == int(number)]
            note["body"] = self._body()
            self._answer(200, note)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the parent's name)
        pass
