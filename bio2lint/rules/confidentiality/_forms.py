"""What secrets look like: tokens and keys by their form, passwords by what they are called.

Every pattern begins with the literal `hint` and gives nothing back that it has repeated, so the
time is linear in the length of the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Text
from bio2lint.rules.confidentiality import _plausible

if TYPE_CHECKING:
    from collections.abc import Callable


class Form(NamedTuple):
    """A form of secret: the group `s` of `pattern`, or else all of it, if that is `plausible`.

    A text without `hint` holds none. Where more words follow on the line (there is a group `words`
    and it is not empty), `in_prose` decides. Patterns are compiled when a text first has the hint.
    """

    kind: Text
    hint: str
    pattern: str
    plausible: Callable[[str], bool]
    in_prose: Callable[[str], bool]


_TOKENS: tuple[tuple[str, str, str], ...] = (
    ("GitHub", "gh", r"[pousr]_[A-Za-z0-9]{30,}+"),
    ("GitHub", "github_pat_", r"[A-Za-z0-9_]{22,}+"),
    ("GitLab", "gl", r"(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{20,}+"),
    ("AWS", "AKIA", r"[A-Z0-9]{16,}+"),
    ("AWS", "ASIA", r"[A-Z0-9]{16,}+"),
    ("Slack", "xox", r"[abeops]-[A-Za-z0-9-]{10,}+"),
    ("Slack", "xapp-", r"[A-Za-z0-9-]{10,}+"),
    ("Google", "AIza", r"[A-Za-z0-9_-]{35,}+"),
    ("Google", "GOCSPX-", r"[A-Za-z0-9_-]{20,}+"),
    ("npm", "npm_", r"[A-Za-z0-9]{30,}+"),
    ("PyPI", "pypi-AgE", r"[A-Za-z0-9_-]{10,}+"),
    ("Stripe", "sk_live_", r"[A-Za-z0-9]{16,}+"),
    ("HashiCorp Vault", "hvs.", r"[A-Za-z0-9_-]{20,}+"),
    ("age", "AGE-SECRET-KEY-1", r"[A-Z0-9]{20,}+"),
)
"""Whose token, how it begins, and what follows."""

_KEYS = ("api", "access", "account", "private", "signing", "encryption", "master", "secret", "auth")
_CALLED: tuple[tuple[str, str], ...] = (
    ("wacht", "(?:woord|zin)"),
    ("pass", "(?:word|wd|phrase|code|(?<![a-z]pass)(?=[:=]))"),
    ("pwd", ""),
    ("ww", "(?<![a-z]ww)(?=[:=])"),
    ("geheim", ""),
    ("secret", ""),
)
"""How words for a password begin, and what follows; all in small letters."""
_KEPT: tuple[tuple[str, str], ...] = (
    ("token", ""),
    ("credential", ""),
    ("key", f"(?:{'|'.join(f'(?<={word}key)|(?<={word}[ _-]key)' for word in _KEYS)})"),
    ("sleutel", "(?:(?<=apisleutel)|(?<=api[ _-]sleutel))"),
)
"""The same of words for a token or key."""
_VALUE = (
    r"(?:en|s)?+[\"']?+[ \t]{0,8}+(?:[:=](?!=)|is[ \t])[ \t]{0,8}+(?:&\S{1,40}+[ \t]{1,8}+)?+"
    r"\[?+[ \t]{0,8}+(?:(?:[|>][-+0-9]{0,2}+[ \t]{0,8}+)?+\r?\n"
    r"(?:[ \t]{1,40}+(?:-[ \t]{1,8}+)?+|-[ \t]{1,8}+))?+"
    r"(?P<quote>[\"'])?+(?P<s>(?(quote)(?:(?!(?P=quote))[^\r\n])++|[^\s\"',;&{}\[\]]++))"
    r"(?P<words>(?(quote)|[ \t]++(?=[^\s,;&#(){}\[\]\"'])))?+"
)


def _token(whose: str, hint: str, rest: str) -> Form:
    # The look behind comes after the hint: a pattern that begins with a literal is found fast.
    begins = f"{re.escape(hint)}(?<![A-Za-z0-9_-]{re.escape(hint)})"
    kind = Text(nl=f"een token of sleutel van {whose}", en=f"a {whose} token or key")
    return _form(kind, hint, begins + rest, _plausible.filled_in)


def _form(
    kind: Text,
    hint: str,
    pattern: str,
    plausible: Callable[[str], bool],
    in_prose: Callable[[str], bool] | None = None,
) -> Form:
    return Form(kind, hint, pattern, plausible, in_prose or plausible)


FORMS: tuple[Form, ...] = (
    _form(
        Text(nl="een privésleutel", en="a private key"),
        "-----BEGIN ",
        r"-----BEGIN [A-Z0-9 ]{0,40}+(?:(?<=PRIVATE KEY)|(?<=PRIVATE KEY BLOCK))-----"
        r"(?:(?:[^-]++|-(?!----))*+-----END [A-Z0-9 ]{1,50}+-----"
        r"|[\s#\\]*+n?(?=[A-Za-z]{0,60}[0-9+/])[A-Za-z0-9+/=\\]{16,}+)",
        _plausible.key_material,
    ),
    *(_token(*row) for row in _TOKENS),
    _form(
        Text(nl="een JSON Web Token", en="a JSON Web Token"),
        "eyJ",
        r"eyJ(?<![A-Za-z0-9_-]eyJ)[A-Za-z0-9_-]{8,}+\.eyJ[A-Za-z0-9_-]{8,}+\.[A-Za-z0-9_-]{8,}+",
        _plausible.filled_in,
    ),
    _form(
        Text(nl="een geheim webadres", en="a secret web address"),
        "hooks.slack.com/services/",
        r"hooks\.slack\.com/services/(?P<s>[A-Za-z0-9/]{20,}+)",
        _plausible.filled_in,
    ),
    _form(
        Text(nl="een wachtwoord in een webadres", en="a password in a web address"),
        "://",
        r"://[^\s/:@\"'<>]{0,100}+:(?P<s>[^\s/@\"'<>]{1,200}+)@",
        _plausible.filled_in,
    ),
    _form(
        Text(nl="inloggegevens in een kopregel", en="credentials in a header"),
        "earer ",
        r"earer {1,8}+(?P<s>[A-Za-z0-9._~+/=-]{16,}+)",
        _plausible.token,
    ),
    _form(
        Text(nl="inloggegevens in een kopregel", en="credentials in a header"),
        "Basic ",
        r"Basic {1,8}+(?P<s>[A-Za-z0-9+/]{12,}+={0,2})",
        _plausible.token,
    ),
)
"""What is looked for in a text as it is."""

_PASSWORD = Text(nl="een wachtwoord of geheim", en="a password or secret")
_TOKEN = Text(nl="een token of sleutel", en="a token or key")

CALLED: tuple[Form, ...] = (
    *(
        _form(
            _PASSWORD,
            hint,
            hint + rest + _VALUE,
            _plausible.password,
            _plausible.password_in_prose,
        )
        for hint, rest in _CALLED
    ),
    *(_form(_TOKEN, hint, hint + rest + _VALUE, _plausible.token) for hint, rest in _KEPT),
)
"""What is looked for in a text in small letters."""
