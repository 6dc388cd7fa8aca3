"""The shipped profiles: which rules hold for whom, as data in `policies/profile-<name>.yaml`."""

from __future__ import annotations

from typing import Any, NamedTuple

from bio2lint import resources, yamlfile
from bio2lint.finding import Text

NAMES = ("starter", "standard", "strict")
"""The profiles that there are, from lenient to strict."""

USUAL = "standard"
"""The profile of those who choose none."""


class Profile(NamedTuple):
    """A profile: `rules` is what it says of codes and prefixes, as the settings would say it."""

    name: str
    about: Text
    rules: dict[str, Any]


def load(name: str) -> Profile:
    """Return the profile of one of NAMES."""
    data = yamlfile.read(resources.read("policies", f"profile-{name}.yaml")).documents[0].data
    if data is None:
        message = f"policies/profile-{name}.yaml cannot be read"
        raise RuntimeError(message)
    return Profile(name, Text(**data["about"]), data["rules"])
