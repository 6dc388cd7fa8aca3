"""The agreed exit statuses, and how a run is refused with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bio2lint.finding import Text

OK, FOUND, USAGE, NOTHING, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 4, 130


class Refused(Exception):  # noqa: N818 (no error of the program: an answer to the user)
    """The run cannot be done as asked: `status` is the exit status, `messages` say why."""

    def __init__(self, status: int, *messages: Text) -> None:
        super().__init__(messages[0].en)
        self.status = status
        self.messages = messages
