"""The matting controller: keeps one session, runs one matte at a time, hands the alpha over."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.messages import explain
from app.tasks import FILE_LANE, MODEL_LANE, Task
from engine.arrays import Alpha, Image, Trimap
from engine.errors import EngineError
from engine.trimap.codes import require_usable


class MattingSession(Protocol):
    """What is needed of a session of the engine."""

    @property
    def device(self) -> str:
        """The device in use."""

    def matte(
        self,
        image: Image,
        trimap: Trimap,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Alpha:
        """The alpha, float32 (h, w)."""


OpenSession = Callable[[str], MattingSession]


def open_session(name: str) -> MattingSession:
    """The engine's session for the weights `name`; imports torch, so never in the GUI thread."""
    from engine.matting.session import Session

    session: MattingSession = Session(name, device="auto")
    return session


@dataclass(frozen=True, eq=False)
class Answer:
    """A finished matte, for which trimap, and what it took."""

    alpha: Alpha
    revision: int
    model: str
    device: str
    seconds: float


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

    def __init__(
        self,
        document: Document,
        parent: QObject | None = None,
        open_session: OpenSession = open_session,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._open_session = open_session
        self._session: tuple[str, MattingSession] | None = None  # touched on the lane only
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
        image, trimap, revision = document.image, document.trimap.copy(), document.revision
        task = Task(lambda task: self._matte(task, model, image, trimap, revision), self)
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

    def abandon(self) -> None:
        """Give up the matte that runs, and hear no more of it: its picture is gone."""
        self.cancel()
        self._task = None

    def finish(self) -> None:
        """Give up everything and wait for it: the window is about to go."""
        self.cancel()
        MODEL_LANE.waitForDone()
        FILE_LANE.waitForDone()

    def _matte(self, task: Task, model: str, image: Image, trimap: Trimap, revision: int) -> Answer:
        """On the lane."""
        if self._session is None or self._session[0] != model:
            self._session = None  # let the old one go before the new one is loaded
            self._session = (model, self._open_session(model))
        session = self._session[1]
        began = time.perf_counter()
        alpha = session.matte(image, trimap, task.report, task.cancel_requested)
        seconds = time.perf_counter() - began
        return Answer(alpha, revision, model, session.device, seconds)

    @Slot(object)
    def _on_succeeded(self, answer: Answer) -> None:
        if not self._ends():
            return
        if self._document.accept_alpha(answer.alpha, answer.revision):
            self.finished.emit(answer)
            self._estimate_colours(answer.alpha)
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

    def _estimate_colours(self, alpha: Alpha) -> None:
        """The foreground's own colours, for the cut-out on the screen."""
        image = self._document.image
        task = Task(lambda _task: (_estimated(image, alpha), alpha), self)
        task.succeeded.connect(self._on_colours_estimated)
        task.failed.connect(self._on_colours_failed)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_colours_estimated(self, result: tuple[Image, Alpha]) -> None:
        self._document.accept_foreground(*result)

    @Slot(object)
    def _on_colours_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))


def _estimated(image: Image, alpha: Alpha) -> Image:
    from engine.imaging.foreground import estimate_foreground

    return estimate_foreground(image, alpha)
