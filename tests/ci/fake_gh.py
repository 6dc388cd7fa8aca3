"""Stands in for GitHub's `gh`: keeps the comments of one pull request in a file.

`python fake_gh.py STATE ARGUMENTS…` knows the two calls of `gh api` that the action makes. What it
was asked is in the state, under `calls`; the token, under `tokens`. With `denied` it refuses all.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

import jq  # type: ignore[import-not-found]  # it has no types

ME = "github-actions[bot]"
_PAGE = 100
_LARGEST = 65_536


def answer(state: dict[str, Any], arguments: list[str]) -> str:
    """Do what one call asks of the state and return what `gh` would print."""
    asked = _parsed(arguments)
    fields = dict(one.split("=", 1) for one in asked.raw)
    fields |= {name: _typed(value) for name, value in (one.split("=", 1) for one in asked.typed)}
    if asked.path == "graphql":
        return _comments(state, asked, fields)
    assert set(fields) == {"body"}
    assert asked.silent
    if len(fields["body"]) > _LARGEST:
        sys.exit("gh: Body is too long (maximum is 65536 characters) (HTTP 422)")
    start, number = asked.path.rsplit("/", 1)
    if asked.method == "POST":
        assert asked.path == f"repos/{state['repository']}/issues/{state['number']}/comments"
        identity = 1000 + len(state["comments"])
        state["comments"].append({"databaseId": identity, "author": ME, "body": fields["body"]})
    else:
        assert (asked.method, start) == ("PATCH", f"repos/{state['repository']}/issues/comments")
        (comment,) = [one for one in state["comments"] if one["databaseId"] == int(number)]
        comment["body"] = fields["body"]
    return ""


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["api"])
    parser.add_argument("path")
    parser.add_argument("-f", dest="raw", action="append", default=[])
    parser.add_argument("-F", dest="typed", action="append", default=[])
    parser.add_argument("--jq")
    parser.add_argument("--method")
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--silent", action="store_true")
    return parser.parse_args(arguments)


def _typed(value: str) -> str | int:
    if value.startswith("@"):
        return Path(value[1:]).read_text(encoding="utf-8")
    return int(value) if value.isdecimal() else value


def _comments(state: dict[str, Any], asked: argparse.Namespace, fields: dict[str, Any]) -> str:
    """Answer the query for comments; `--jq` holds for each page by itself, as in `gh`."""
    assert asked.paginate
    assert "$endCursor" in fields["query"]
    assert "hasNextPage" in fields["query"]
    assert f"{fields['owner']}/{fields['name']}" == state["repository"]
    assert fields["number"] == state["number"]
    wanted = ("databaseId", "viewerDidAuthor", "body")
    assert all(name in fields["query"] for name in wanted)
    lines: list[str] = []
    nodes = [{**one, "viewerDidAuthor": one["author"] == ME} for one in state["comments"]]
    for start in range(0, max(len(nodes), 1), _PAGE):
        page = [{name: one[name] for name in wanted} for one in nodes[start : start + _PAGE]]
        data = {"data": {"repository": {"pullRequest": {"comments": {"nodes": page}}}}}
        lines += map(str, jq.compile(asked.jq).input_value(data).all())
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    file = Path(sys.argv[1])
    held = json.loads(file.read_text(encoding="utf-8"))
    held["calls"].append(sys.argv[2:])
    held["tokens"].append(os.environ.get("GH_TOKEN"))
    refused = held["denied"]
    sys.stdout.write("" if refused else answer(held, sys.argv[2:]))
    file.write_text(json.dumps(held), encoding="utf-8")
    if refused:
        sys.exit("gh: Resource not accessible by integration (HTTP 403)")
