"""Runs as files that a worker would have written, and the page to watch them on."""

import pytest

from engine.training.events import Started
from tests.written_run import WrittenRun


@pytest.fixture
def written():
    """A run that has begun, and told nothing else."""
    run = WrittenRun("Fur")
    run.tell(Started(0, 0.0, "cpu", "float32", 1))
    return run


@pytest.fixture
def another():
    """Makes further runs."""
    return WrittenRun


@pytest.fixture
def page(window):
    window.parts.actions["distil"].trigger()
    return window.hidden.inside.page
