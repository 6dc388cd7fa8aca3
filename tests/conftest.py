"""What holds for all tests."""

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("support", "consumers", "forge")

# The first example pays for imports; how long a machine takes is no property of the program.
settings.register_profile("bio2lint", deadline=None)
settings.load_profile("bio2lint")
