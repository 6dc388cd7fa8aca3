"""Writing a file wholly or not at all."""

from __future__ import annotations

import os
from contextlib import suppress

from bio2lint.finding import Text
from bio2lint.status import USAGE, Refused


def write(path: str, text: str) -> None:
    """Write `text` as UTF-8 to `path`, replacing it in one step; Refused (status 2) if it fails.

    A device or pipe (`/dev/stdout`) is written to as it is.
    """
    content = text.encode("utf-8", "backslashreplace")
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as stream:
                stream.write(content)
        else:
            _replace(os.path.realpath(path), content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"Het rapport {path} kan niet worden geschreven ({reason}).",
                en=f"The report {path} cannot be written ({reason}).",
            ),
        ) from error


def _replace(path: str, content: bytes) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with open(handle, "wb") as stream:
            stream.write(content)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        raise
