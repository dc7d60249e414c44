"""Second mattes: made on the model lane when nobody waits for the first one."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.compare.sheet import Sheet
from app.document import Document
from app.messages import explain
from app.sessions import Sessions
from app.tasks import MODEL_LANE, Task
from engine.arrays import Alpha, Image, Trimap

_PAUSE = 350
"""Milliseconds without a reason to wait before a second matte is begun."""


class Stage(Enum):
    """How far a second matte is."""

    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    GIVEN_UP = "given up"


@dataclass(frozen=True, eq=False)
class Made:
    """A second matte, by which model, for which trimap, and what it took."""

    model: str
    alpha: Alpha
    revision: int
    seconds: float
    device: str


class SecondController(QObject):
    """Keeps the sheets of some models up to date, one at a time; the first matte goes first."""

    changed = Signal()
    """A sheet is further than it was."""
    failed = Signal(object)
    """The Message that says why."""

    def __init__(
        self,
        document: Document,
        sessions: Sessions,
        is_first_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """sessions: of its own, so that two models can stay loaded; touched on the lane only."""
        super().__init__(parent)
        self._document = document
        self._sessions = sessions
        self._is_first_busy = is_first_busy
        self._needed: tuple[str, ...] = ()
        self._sheets: dict[str, Sheet] = {}
        self._made: dict[str, Made] = {}
        self._given_up: set[str] = set()
        self._task: Task | None = None
        self._running = ""
        self.share = 0.0
        """Of the matte that is being made, in [0, 1]."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._start_next)
        document.image_changed.connect(self._on_image_changed)
        document.trimap_changed.connect(self.give_way)

    @property
    def is_running(self) -> bool:
        """True while one is being made."""
        return self._task is not None

    def need(self, models: tuple[str, ...]) -> None:
        """Keep the mattes of these models, and no others."""
        is_new = models != self._needed
        self._needed = models
        for name in set(self._sheets) - set(models):
            self._sheets.pop(name).deleteLater()
            self._made.pop(name, None)
        self._given_up &= set(models)
        if self._running not in models:
            self._drop_task()
        if is_new:
            self._pause.start()

    def sheet(self, model: str) -> Sheet:
        """The matte of a needed model, which may hold no alpha yet."""
        if model not in self._sheets:
            self._sheets[model] = Sheet(self._document, self)
        return self._sheets[model]

    def made(self, model: str) -> Made | None:
        """What the model's last matte took; None before the first."""
        return self._made.get(model)

    def stage(self, model: str) -> Stage:
        """How far the model's matte is."""
        if model == self._running:
            return Stage.RUNNING
        if model in self._given_up:
            return Stage.GIVEN_UP
        made = self._made.get(model)
        is_current = made is not None and made.revision == self._document.revision
        return Stage.READY if is_current else Stage.WAITING

    def ask(self, model: str) -> None:
        """Make the model's matte although it was given up or has failed before."""
        self._given_up.discard(model)
        self.consider()

    @Slot(str)
    def forget(self, model: str) -> None:
        """Other weights have the model's name: its matte, if it is needed, is made anew."""
        self._made.pop(model, None)
        self._given_up.discard(model)
        if self._running == model:
            self._drop_task()
        self.changed.emit()
        self.consider()

    @Slot()
    def forget_all(self) -> None:
        """Every matte is to be made anew."""
        for model in (*self._made, *self._given_up, self._running):
            self.forget(model)

    @Slot()
    def consider(self) -> None:
        """Something has ended: perhaps there is time for a second matte."""
        self._pause.start()

    @Slot()
    def give_way(self) -> None:
        """Leave the lane to the first matte, and begin anew when it is free."""
        self._drop_task()
        self._pause.start()

    def cancel(self) -> None:
        """The person does not want to wait: make none until asked."""
        self._pause.stop()
        self._given_up |= {name for name in self._needed if self.stage(name) is not Stage.READY}
        self._drop_task()
        self.changed.emit()

    def finish(self) -> None:
        """Begin nothing more: the window is about to go."""
        self._needed = ()
        self.cancel()

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._running = ""
            self.changed.emit()

    @Slot()
    def _start_next(self) -> None:
        document = self._document
        if self._task is not None or document.is_empty or self._is_first_busy():
            return  # who is busy now will say when it is not
        name = next((name for name in self._needed if self.stage(name) is Stage.WAITING), None)
        if name is None or not document.knows_both_sides:
            return
        image, trimap, revision = document.in_srgb, document.trimap.copy(), document.revision
        task = Task(lambda task: self._matte(task, name, image, trimap, revision))
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.progressed.connect(self._on_progressed)
        self._task, self._running, self.share = task, name, 0.0
        self.changed.emit()
        task.start(MODEL_LANE)

    def _matte(self, task: Task, name: str, image: Image, trimap: Trimap, revision: int) -> Made:
        """On the lane."""
        session = self._sessions.take(name)
        began = time.perf_counter()
        alpha = session.matte(image, trimap, task.report, task.cancel_requested)
        return Made(name, alpha, revision, time.perf_counter() - began, session.device)

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self.sender() is self._task:
            self.share = share
            self.changed.emit()

    @Slot(object)
    def _on_succeeded(self, made: Made) -> None:
        if self.sender() is not self._task:
            return
        self._task, self._running = None, ""
        self._made[made.model] = made
        self.sheet(made.model).take(made.alpha, made.revision)
        self.changed.emit()
        self._pause.start()  # there may be another

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        message = explain(error)  # logged even if nobody waits any more
        if self.sender() is self._task:
            self._given_up.add(self._running)
            self._task, self._running = None, ""
            self.failed.emit(message)
            self.changed.emit()
            self._pause.start()

    @Slot()
    def _on_image_changed(self) -> None:
        self._drop_task()
        for sheet in self._sheets.values():
            sheet.deleteLater()
        self._sheets.clear()
        self._made.clear()
        self._given_up.clear()
        self._needed = ()
