"""The ten-second measurement, in its own process, and what is known of the run from it."""

from PySide6.QtCore import QObject, Signal, Slot

from app.advanced.lanes import WORKING_LANE
from app.messages import explain
from app.tasks import Task
from engine.matting.watch import Watch
from engine.runs.trial import Expected, expected, tried
from engine.training.spec import RunSpec


class TrialController(QObject):
    """One at a time; what was found holds for the very spec that it was found of."""

    progressed = Signal(float)
    changed = Signal()
    """It runs, or not any more; more is known."""
    failed = Signal(object)
    """The Message that says why the run cannot be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._known: dict[tuple[str, int], Expected] = {}
        self._asked: tuple[str, int] = ("", 1)

    @property
    def is_running(self) -> bool:
        """Whether it measures."""
        return self._task is not None

    def known(self, spec: RunSpec, processes: int) -> Expected | None:
        """What a run will take; None if it was not measured as it is now."""
        return self._known.get(_key(spec, processes))

    def measure(self, spec: RunSpec, processes: int) -> None:
        """Measure this run; nothing happens while another is measured."""
        if self._task is not None:
            return
        self._asked = _key(spec, processes)
        self._task = Task(lambda task: _tried(task, spec, processes))
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.progressed.connect(self.progressed)
        self._task.ended.connect(self._on_ended)
        self._task.start(WORKING_LANE)
        self.changed.emit()

    @Slot()
    def rest(self) -> None:
        """Give it up."""
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def _on_succeeded(self, found: Expected) -> None:
        self._known[self._asked] = found

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self._task = None
        self.changed.emit()


def _key(spec: RunSpec, processes: int) -> tuple[str, int]:
    return spec.to_json(), processes


def _tried(task: Task, spec: RunSpec, processes: int) -> Expected:
    """On the lane."""
    watch = Watch(task.report, task.cancel_requested)
    return expected(spec, tried(spec, processes, watch))
