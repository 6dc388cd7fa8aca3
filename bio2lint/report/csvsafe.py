"""Text out of documents within a CSV file: a spreadsheet that opens it carries out no formula."""

from __future__ import annotations

import re

from bio2lint.report.safe import visible

# A spreadsheet takes what begins so for a formula, also in the wide forms of East Asian writing and
# after spaces; a minus or plus before a bare number makes no more than that number.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def cell(text: str) -> str:
    """Return `text` on one line, with an apostrophe before what would begin a formula.

    Whoever writes the file quotes every cell (`csv.QUOTE_ALL`): elsewhere another character than
    the comma parts cells, and what follows it would begin one.
    """
    shown = visible(text)
    formula = _FORMULA.match(shown) and not _NUMBER.fullmatch(shown)
    return f"'{shown}" if formula else shown
