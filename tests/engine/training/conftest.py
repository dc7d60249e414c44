"""Networks as small as these are trained fastest by one thread."""

import pytest

from tests.runs import one_thread


@pytest.fixture(autouse=True, scope="package")
def _one_thread():
    with one_thread():
        yield
