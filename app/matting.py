"""The matting controller: runs one matte at a time, and hands the alpha over."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.messages import explain
from app.sessions import Sessions
from app.tasks import FILE_LANE, MODEL_LANE, Task
from engine.arrays import Alpha, Image, Trimap
from engine.errors import EngineError
from engine.trimap.codes import require_usable


@dataclass(frozen=True, eq=False)
class Answer:
    """A finished matte, for which trimap, and what it took."""

    alpha: Alpha
    revision: int
    model: str
    device: str
    mixing: str
    seconds: float
    went_on: bool
    """Some of it was done before: the seconds are not those of all the work."""


class MattingController(QObject):
    """Starts and cancels mattes; an answer for an older trimap is dropped."""

    started = Signal(str)
    progressed = Signal(float)
    finished = Signal(object)
    """The Answer that the document has accepted."""
    dropped = Signal()
    """The trimap has changed while the matte was made."""
    cancelled = Signal()
    failed = Signal(object)
    """The Message that says why."""
    renewed = Signal(str)
    """Other weights have taken the name of a model, or the first ones a new name."""

    def __init__(
        self,
        document: Document,
        sessions: Sessions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._sessions = sessions  # touched on the lane only
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """True from the start of a matte until its answer."""
        return self._task is not None

    def start(self, model: str) -> None:
        """Matte with the weights `model`; one that runs is given up for it."""
        document = self._document
        if document.is_empty:
            return
        try:
            require_usable(document.trimap)
        except EngineError as error:
            self.failed.emit(explain(error))
            return
        if self._task is not None:
            self._task.cancel()
        # the image is never written, the trimap with the next stroke
        image, trimap, revision = document.in_srgb, document.trimap.copy(), document.revision
        task = Task(lambda task: self._matte(task, model, image, trimap, revision))
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        task.progressed.connect(self._on_progressed)
        self._task = task
        self.started.emit(model)
        task.start(MODEL_LANE)

    def cancel(self) -> None:
        """Give up the matte that runs, if one does; `cancelled` follows."""
        if self._task is not None:
            self._task.cancel()

    def give_way(self) -> None:
        """Give up the matte that runs because the trimap has changed: it would be dropped."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.cancelled.emit()

    def renew(self, model: str) -> None:
        """Other weights have a model's name from now on: nothing of the former is gone on with."""
        self.give_way()
        self.renewed.emit(model)

    def abandon(self) -> None:
        """Give up the matte that runs, and hear no more of it: its picture is gone."""
        self.cancel()
        self._task = None

    def finish(self) -> None:
        """Give up everything and wait for it: the window is about to go.

        Also an answer that is on its way already: it would be shown, and more work begun for that.
        """
        self.abandon()
        MODEL_LANE.waitForDone()
        FILE_LANE.waitForDone()

    def _matte(self, task: Task, model: str, image: Image, trimap: Trimap, revision: int) -> Answer:
        """On the lane."""
        session = self._sessions.take(model)
        began = time.perf_counter()
        alpha = session.matte(image, trimap, task.report, task.cancel_requested)
        seconds = time.perf_counter() - began
        return Answer(
            alpha, revision, model, session.device, session.mixing, seconds, session.went_on
        )

    @Slot(object)
    def _on_succeeded(self, answer: Answer) -> None:
        if not self._ends():
            return
        if self._document.accept_alpha(answer.alpha, answer.revision):
            self.finished.emit(answer)
        else:
            self.dropped.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        message = explain(error)  # logged even if nobody waits any more
        if self._ends():
            self.failed.emit(message)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._ends():
            self.cancelled.emit()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self.sender() is self._task:
            self.progressed.emit(share)

    def _ends(self) -> bool:
        """Whether the answer is that of the matte that is waited for; then none is any more."""
        if self.sender() is not self._task:
            return False
        self._task = None
        return True
