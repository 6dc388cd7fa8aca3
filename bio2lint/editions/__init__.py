"""What `bio2lint norm` says of the editions of the norm: which there are, and what they hold.

One module a command, each with a function for people (text) and one for programs (JSON).
"""

from __future__ import annotations

import os

from bio2lint import norm, settings, wording
from bio2lint.finding import Text
from bio2lint.opening import find_root
from bio2lint.status import USAGE, Refused
from bio2lint.tree import WorkTree
from bio2lint.yamlfile import MAX_BYTES


def load(edition: str) -> norm.Norm:
    """Return an edition by `1.3` or `bio2@1.3`; Refused (status 2) when it is not shipped."""
    try:
        return norm.load(edition.removeprefix("bio2@"))
    except norm.UnknownEditionError as error:
        known = wording.listed(error.known, len(error.known))
        raise Refused(
            USAGE,
            Text(
                nl=f"Editie {edition} van de norm is niet bekend; wel {known.nl}.",
                en=f"Edition {edition} of the norm is not known; {known.en} are.",
            ),
        ) from error


def configured_language(root: str | None = None) -> str | None:
    """Return the language of the settings of a root, or of those around the working folder.

    Neither editions nor history depend on how an administration is set up today: bad settings are
    no obstacle here: None.
    """
    try:
        content = WorkTree(root or find_root(os.curdir)).read(settings.FILE, MAX_BYTES + 1)
        return settings.read(content).language
    except (OSError, settings.SettingsError):
        return None
