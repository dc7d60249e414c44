"""The controller of a promotion: a trial of the engine's, on the lane of outcomes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.advanced.lanes import OUTCOME_LANE
from app.messages import explain
from app.tasks import Task
from engine.matting.library import WeightsEntry
from engine.matting.watch import Watch
from engine.promotion.comparison import Comparison, EvaluationSet, all_sets
from engine.promotion.trial import Trial

Sets = Callable[[], tuple[EvaluationSet, ...]]


class Promoting(QObject):
    """One run on trial. One thing at a time; what is asked for meanwhile is passed over."""

    opened = Signal(object)
    """The Trial: what is compared is known, nothing is measured yet."""
    progressed = Signal(float)
    compared = Signal(object)
    """The Comparison."""
    promoted = Signal(object)
    """The WeightsEntry that is in use now."""
    failed = Signal(object)
    """The Message that says why."""
    cancelled = Signal()
    busy_changed = Signal(bool)

    def __init__(
        self,
        run: Path,
        device: str,
        parent: QObject | None = None,
        sets: Sets = all_sets,
    ) -> None:
        """sets: what is measured; asked on the lane."""
        super().__init__(parent)
        self._run = run
        self._device = device
        self._sets = sets
        self._trial: Trial | None = None
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def open(self) -> None:
        """Take what the run has delivered until now."""
        self._start(lambda _task: self._opened(), self._on_opened)

    def look(self, every: int) -> None:
        """Measure each `every`-th picture that was not measured yet."""
        trial = self._trial
        if trial is not None:
            self._start(
                lambda task: trial.look(every, Watch(task.report, task.cancel_requested)),
                self._on_compared,
            )

    def promote(self, found: Comparison, *, anyway: bool) -> None:
        """Put the run's weights in use."""
        trial = self._trial
        if trial is not None:
            self._start(lambda _task: trial.promote(found, anyway=anyway), self._on_promoted)

    def cancel(self) -> None:
        """Give up what is under way; what was measured stays."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Give up everything; the trial's files go once the lane is free."""
        self.cancel()
        closing = Task(lambda _task: self._close())
        closing.start(OUTCOME_LANE)

    def _start(self, call: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        if self._task is not None:
            return
        self._task = Task(call)
        self._task.succeeded.connect(then)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(self.cancelled)
        self._task.progressed.connect(self.progressed)
        self._task.ended.connect(self._on_ended)
        self._task.start(OUTCOME_LANE)
        self.busy_changed.emit(True)

    def _opened(self) -> Trial:
        """On the lane."""
        trial = Trial(self._run, sets=self._sets(), device=self._device)
        self._close()
        self._trial = trial
        return trial

    def _close(self) -> None:
        """On the lane."""
        if self._trial is not None:
            self._trial.close()
            self._trial = None

    @Slot(object)
    def _on_opened(self, trial: Trial) -> None:
        self.opened.emit(trial)

    @Slot(object)
    def _on_compared(self, found: Comparison) -> None:
        self.compared.emit(found)

    @Slot(object)
    def _on_promoted(self, entry: WeightsEntry) -> None:
        self.promoted.emit(entry)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self._task = None
        self.busy_changed.emit(False)
