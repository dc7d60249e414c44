"""Work off the GUI thread: one call, exactly one answer."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal, Slot

from engine.errors import Cancelled


def lane(threads: int = 1) -> QThreadPool:
    """Where work of one kind queues, of which so many pieces are done at a time."""
    pool = QThreadPool()
    pool.setMaxThreadCount(threads)
    return pool


FILE_LANE = lane(2)
MODEL_LANE = lane()  # one model, one queue: a second matte waits for the first

_running: set["Task"] = set()
"""Tasks under way: nobody else needs to keep them alive."""


class Task(QObject):
    """A call that runs on a lane and answers with one of three signals, then with `ended`.

    Made and received in the GUI thread; receivers may be gone before it answers. The call is given
    the task, to ask whether it is `cancel_requested` and to `report` how far it is.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    """The exception, with its traceback."""
    cancelled = Signal()
    progressed = Signal(float)
    ended = Signal()

    def __init__(self, call: "Callable[[Task], Any]") -> None:
        # an owner in Qt: otherwise the last reference, which may be the lane's, would destroy
        # an object of the GUI thread from another one. Not whoever asks: with a window that goes
        # a task would go, while its lane still works and is about to answer
        super().__init__(QCoreApplication.instance())
        self._call: Callable[[Task], Any] | None = call
        self._cancel_requested = False

    def start(self, lane: QThreadPool) -> None:
        """Queue the call; call once."""
        _running.add(self)
        lane.start(self.run)

    def cancel(self) -> None:
        """Ask the call to stop; it answers `cancelled` when it does, or never began."""
        self._cancel_requested = True

    def cancel_requested(self) -> bool:
        """Whether somebody asked; for the call, from any thread."""
        return self._cancel_requested

    def report(self, share: float) -> None:
        """Tell how far the call is, in [0, 1]; for the call, from any thread."""
        self.progressed.emit(share)

    def run(self) -> None:
        """Make the call and answer; in the lane's thread."""
        try:
            if self._cancel_requested:
                raise Cancelled
            result = self._call(self) if self._call else None
        except Cancelled:
            self.cancelled.emit()
        except BaseException as error:  # noqa: BLE001 - a pool would swallow it without a word
            self.failed.emit(error)
        else:
            # an answer that nobody waits for any more is no answer
            if self._cancel_requested:
                self.cancelled.emit()
            else:
                self.succeeded.emit(result)
        self.ended.emit()
        _farewell.said.emit(self)

    def forget(self) -> None:
        """Let go of everything; in the GUI thread, once everybody has had the answer."""
        self._call = None  # it may hold whole pictures
        _running.discard(self)
        self.deleteLater()


class _Farewell(QObject):
    """Says in the GUI thread that a task is through with all its signals.

    Not the task's own `ended`: its first receiver would destroy the task while the lane is still
    telling the others, and they would never hear of it.
    """

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.said.connect(self._on_said)

    @Slot(object)
    def _on_said(self, task: Task) -> None:
        task.forget()


_farewell = _Farewell()
