"""Every test draws the same numbers every time."""

import sys

import pytest


@pytest.fixture(autouse=True)
def _seeded():
    if "torch" in sys.modules:  # a test that needs no torch does not import it for this
        sys.modules["torch"].manual_seed(0)
