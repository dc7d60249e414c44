"""A few runs in the person's folder, and the panel that lists them, driven without a window."""

import pytest

from app.advanced.lanes import OUTCOME_LANE
from app.advanced.outcome.asking import Asking
from app.advanced.outcome.panel import RunsPanel
from app.tasks import FILE_LANE
from engine.runs.folders import runs_folder
from tests.runs import deliver, one_thread, small_set


@pytest.fixture(autouse=True)
def _one_thread():
    with one_thread():
        yield


class Answered(Asking):
    """Answers in the person's place."""

    def __init__(self, folder):
        self.folder = folder
        self.path = None
        self.may = True
        self.opened = []
        self.asked = []

    def sets(self):
        return (small_set(self.folder),)

    def open_folder(self, place):
        self.opened.append(place.toLocalFile())

    def spec_to_write(self, _suggestion):
        return self.path

    def run_to_add(self, _folder):
        return self.path

    def may_delete(self, names):
        self.asked.append(names)
        return self.may

    def may_delete_for_good(self, names):
        self.asked.append(names)
        return self.may


@pytest.fixture
def asking(tmp_path):
    return Answered(tmp_path / "pictures")


@pytest.fixture
def make_run():
    """A function: a run in the person's folder that answers about `alpha`; the truth is 0.6."""
    return lambda name, alpha=0.5, **spec: deliver(runs_folder() / name, alpha, **spec)


@pytest.fixture
def panel(qtbot, asking):
    made = RunsPanel(asking=asking)
    qtbot.addWidget(made)
    made.resize(400, 600)
    yield made
    made.finish()
    made.hide()
    OUTCOME_LANE.waitForDone()
    FILE_LANE.waitForDone()
    qtbot.wait(1)


@pytest.fixture
def listed(panel, qtbot):
    """A function: the panel, shown, once it lists so many runs."""

    def wait(count):
        panel.show()
        panel.list.look()
        qtbot.waitUntil(lambda: len(panel.list.rows) == count, timeout=5000)
        return panel

    return wait
