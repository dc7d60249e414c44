"""What follows from the picture, the trimap or a matte, found off the GUI thread after a change."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from app.messages import explain
from app.tasks import FILE_LANE, Task

_PAUSE = 250
"""Milliseconds of calm before anything is found out anew."""


@dataclass(frozen=True, eq=False)
class Question:
    """Work for another thread, and of what its finding is: with an equal key it is the same.

    A key of None equals no other: what is found may differ each time.
    """

    key: object
    work: Callable[[], object]


class Weigher(QObject):
    """Makes one finding at a time; what was asked for meanwhile is made once that has ended."""

    found = Signal(object)
    """The finding; None when there is nothing to weigh."""
    unchanged = Signal()
    """What was asked is what was asked last: the finding stands."""
    failed = Signal(object)
    """The Message that says why."""

    def __init__(
        self,
        prepare: Callable[[], Question | None],
        parent: QObject | None = None,
        is_calm: Callable[[], bool] = lambda: True,
        pause: int = _PAUSE,
        *,
        lane: QThreadPool = FILE_LANE,
    ) -> None:
        """prepare: in the GUI thread, gives the work for another; None for nothing to do.

        is_calm: nothing is begun while it is False; who knows that it is True again asks. pause:
        milliseconds between being asked and beginning. lane: where the work is done.
        """
        super().__init__(parent)
        self._prepare = prepare
        self._is_calm = is_calm
        self._lane = lane
        self._task: Task | None = None
        self._is_asked_again = False
        self._key: object = None
        self._is_over = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
        self._pause.timeout.connect(self._begin)

    @Slot()
    def ask(self) -> None:
        """Something has changed."""
        if not self._pause.isActive():  # not moved further: a finding must come while work goes on
            self._pause.start()

    def finish(self) -> None:
        """Begin nothing more: the window is about to go."""
        self._is_over = True

    @property
    def is_behind(self) -> bool:
        """True when something has changed since what is found, or being found, was asked."""
        return self._pause.isActive() or self._is_asked_again

    @property
    def is_at_work(self) -> bool:
        """True from being asked until the finding."""
        return self.is_behind or self._task is not None

    @Slot()
    def _begin(self) -> None:
        if self._is_over:
            return
        self._is_asked_again = self._task is not None or not self._is_calm()
        if self._is_asked_again:
            return
        question = self._prepare()
        key = question.key if question is not None else None
        if key == self._key and key is not None:
            self.unchanged.emit()
            return
        self._key = key
        if question is None:
            self.found.emit(None)
            return
        work = question.work
        task = Task(lambda _task: work())
        task.succeeded.connect(self.found)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._task = task
        task.start(self._lane)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self._task = None
        if self._is_asked_again:
            self.ask()
