"""The facts of the norm are read once for all these tests, not at each step of each fix."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from bio2lint import norm

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOAD = cache(norm.load)


@pytest.fixture(autouse=True, scope="module")
def norm_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(norm, "load", _LOAD)
        yield
