"""Where `policies/` and `schemas/` are: inside the package in a wheel, beside it in a checkout."""

from __future__ import annotations

import os

PACKAGE = os.path.dirname(os.path.abspath(__file__))


def folder(name: str) -> str:
    """Return the absolute path of the shipped folder `policies` or `schemas`."""
    inside = os.path.join(PACKAGE, name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(PACKAGE), name)


def read(name: str, file: str) -> bytes:
    """Return the bytes of one shipped file; FileNotFoundError when there is none of that name."""
    with open(os.path.join(folder(name), file), "rb") as stream:
        return stream.read()
