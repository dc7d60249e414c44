"""Runs that have delivered something, and a few small pictures to measure them on."""

import pytest

from tests.runs import deliver, one_thread, small_set


@pytest.fixture(autouse=True)
def _one_thread():
    with one_thread():
        yield


@pytest.fixture(autouse=True)
def _own_places(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def shelf(tmp_path):
    """A folder of weights."""
    return tmp_path / "shelf"


@pytest.fixture
def make_run(tmp_path):
    """A function: the folder of a finished run whose network answers about `alpha` everywhere."""
    return lambda name, alpha=0.5: deliver(tmp_path / "runs" / name, alpha)


@pytest.fixture
def pictures(tmp_path):
    """A set of four pictures, whose unknown pixels have an alpha of 0.6."""
    return small_set(tmp_path / "pictures")
