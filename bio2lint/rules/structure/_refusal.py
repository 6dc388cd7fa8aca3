"""Which codes cannot be suppressed: those of protected rules, and those of no rule at all."""

from __future__ import annotations

import re

from bio2lint.finding import Text
from bio2lint.rules import load

_CODE = re.compile(r"[A-Z]{2,4}\d{3}", re.ASCII)
_ON_SUPPRESSIONS = "STR007"
"""The rule that judges suppressions cannot be silenced by one."""


def refusal(code: str) -> Text | None:
    """Return why a code cannot be suppressed; None when it can."""
    known = {check.rule.code: check.rule for check in load()}
    rule = known.get(code)
    if rule is not None and (rule.protected or code == _ON_SUPPRESSIONS):
        return Text(
            nl=f"{code} is een beschermde regel en kan niet worden onderdrukt.",
            en=f"{code} is a protected rule and cannot be suppressed.",
        )
    groups = {name[:3] for name in known}
    if rule is None and (code[:3] in groups or not _CODE.fullmatch(code)):
        return Text(nl=f"Regel `{code}` bestaat niet.", en=f"There is no rule `{code}`.")
    return None
