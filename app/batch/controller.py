"""The batch controller: runs a batch of the engine on a lane of its own, and tells how it goes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.messages import explain
from app.sessions import MattingSession
from app.tasks import Task, lane
from app.words import engine_words
from engine.batch.orders import Orders
from engine.batch.page import Voice
from engine.batch.run import Demand, Ended, Event, run

BATCH_LANE = lane()


class BatchController(QObject):
    """At most one batch at a time; all of it is for the GUI thread."""

    told = Signal(object)
    """An event of the engine's."""
    ended = Signal(object)
    """The Ended, after the last event."""
    failed = Signal(object)
    """The Message that says why it could not begin, or go on."""
    running_changed = Signal(bool)

    def __init__(
        self,
        open_session: Callable[[str], MattingSession],
        language: str,
        parent: QObject | None = None,
    ) -> None:
        """open_session: gives what mattes with a model; called in the lane. language: its code."""
        super().__init__(parent)
        self._voice = Voice(language, engine_words)
        self._open = open_session
        self._demand = Demand.GO
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether a batch is under way, be it paused."""
        return self._task is not None

    @property
    def is_paused(self) -> bool:
        """Whether it shall wait."""
        return self._demand is Demand.PAUSE

    def start(self, orders: Orders, *, resume: bool, anew: bool) -> None:
        """Begin a batch, or go on with one; nothing happens while one runs."""
        if self._task is not None:
            return
        self._demand = Demand.GO
        self._task = Task(lambda _task: self._work(orders, resume, anew))
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.ended.connect(self._on_ended)
        self._task.start(BATCH_LANE)
        self.running_changed.emit(True)

    def pause(self, paused: bool) -> None:
        """Wait after the tile under way; or go on."""
        if self._demand is not Demand.STOP:
            self._demand = Demand.PAUSE if paused else Demand.GO

    def stop(self) -> None:
        """End after the tile under way; it can be gone on with later."""
        self._demand = Demand.STOP

    def finish(self) -> None:
        """Stop, and wait until it has ended."""
        self.stop()
        BATCH_LANE.waitForDone()

    def _work(self, orders: Orders, resume: bool, anew: bool) -> Event | None:
        """In the lane."""
        event = None
        events = run(
            orders,
            resume=resume,
            anew=anew,
            demand=lambda: self._demand,
            voice=self._voice,
            open_session=lambda model, _device: self._open(model),
        )
        for event in events:
            self.told.emit(event)
        return event

    @Slot(object)
    def _on_succeeded(self, event: Event | None) -> None:
        if isinstance(event, Ended):
            self.ended.emit(event)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self._task = None
        self.running_changed.emit(False)
