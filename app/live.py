"""The live controller: keeps the matte after the trimap while somebody paints."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.following import Change, Follower, Part, Settled
from app.messages import explain
from app.sessions import Sessions
from app.tasks import MODEL_LANE, Task
from engine.trimap.paint import Box


class LiveController(QObject):
    """Follows the trimap with one model: each change pre-empts the work for the one before."""

    began = Signal(bool)
    """Work begins; True when the model is to be loaded first."""
    progressed = Signal(float)
    settled = Signal(object)
    """The Settled; the document holds all of it."""
    rested = Signal()
    """There is no work any more: it is done, or was given up."""
    failed = Signal(object)
    """The Message that says why; nothing is followed until something else is chosen."""
    refused = Signal()
    """The model cannot follow."""
    changed = Signal()
    """It follows, or does not follow any more."""

    _part_made = Signal(object, object)
    """From the lane: the Follower, and its Part."""

    def __init__(
        self,
        document: Document,
        sessions: Sessions,
        seen: Callable[[], Box],
        parent: QObject | None = None,
    ) -> None:
        """seen: tells which part of the picture is on the screen."""
        super().__init__(parent)
        self._document = document
        self._sessions = sessions
        self._seen = seen
        self._model = ""
        self._is_on = self._is_able = self._is_held = False
        self._has_work = False
        """Something has changed since the matte was settled."""
        self._follower: Follower | None = None
        self._task: Task | None = None
        self._part_made.connect(self._on_part_made)

    @property
    def is_on(self) -> bool:
        """True when it follows, or will once the trimap knows both sides."""
        return self._is_on and self._is_able

    @property
    def is_able(self) -> bool:
        """True when the model can follow."""
        return self._is_able

    @property
    def is_working(self) -> bool:
        """True while the matte is not settled and somebody is at it."""
        return self._task is not None or (self._is_held and self._has_work)

    def choose(self, model: str, *, able: bool) -> None:
        """Follow with another model, or not at all if it is not able to."""
        if (model, able) != (self._model, self._is_able):
            self._model, self._is_able = model, able
            self.begin_anew()
            self.changed.emit()

    def switch(self, on: bool) -> None:
        """Follow, or stop and leave the alpha as it is."""
        if on != self._is_on:
            self._is_on = on
            self.begin_anew()
            self.changed.emit()

    @Slot()
    def begin_anew(self) -> None:
        """Another picture, model or mind: drop what was done, and matte the whole."""
        self._follower = None
        self._has_work = True
        self._go()

    @Slot(object)
    def follow(self, boxes: tuple[Box, ...]) -> None:
        """The trimap has changed in some boxes."""
        document = self._document
        if self._follower is not None:
            pieces = tuple((box, document.trimap[box.slices].copy()) for box in boxes)
            self._follower.tell(Change(pieces, document.revision))
        self._has_work = True
        self._go()

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """A stroke begins, or ends: while it is drawn the model rests, to answer it at once."""
        self._is_held = held
        if held and self._task is not None:
            self._task.cancel()
            self._task = None
        elif not held and self._has_work:
            self._go()

    def stop(self) -> None:
        """Give up the work that is under way; the next change goes on with it."""
        self._has_work = False
        self._halt()

    def _go(self) -> None:
        document = self._document
        if not (self.is_on and document.knows_both_sides):
            self.stop()
            return
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._is_held:
            return
        if self._follower is None:
            trimap = document.trimap.copy()  # it will be written, there as here
            self._follower = Follower(
                self._sessions, self._model, document.in_srgb, trimap, document.revision
            )
        self._start(self._follower)

    def _start(self, follower: Follower) -> None:
        seen = self._seen()

        def take(part: Part) -> None:
            self._part_made.emit(follower, part)

        task = Task(lambda task: follower.work(task, seen, take))
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.progressed.connect(self._on_progressed)
        self._task = task
        self.began.emit(not follower.is_loaded)
        task.start(MODEL_LANE)

    def _halt(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self.rested.emit()

    @Slot(object, object)
    def _on_part_made(self, follower: Follower, part: Part) -> None:
        # also of work that was given up: what is done there is not done again
        if follower is self._follower:
            self._document.accept_piece(part.box, part.alpha, part.revision, settled=part.settled)

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self.sender() is self._task:
            self.progressed.emit(share)

    @Slot(object)
    def _on_succeeded(self, settled: Settled | None) -> None:
        if self.sender() is not self._task:
            return
        if settled is None:
            self._is_able = False
            self.stop()
            self.refused.emit()
            self.changed.emit()
        elif self._document.accept_settled(settled.revision):
            self._task = None
            self._has_work = False
            self.settled.emit(settled)
            self.rested.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        message = explain(error)  # logged even if nobody waits any more
        if self.sender() is self._task:
            self._is_able = False
            self.stop()
            self.failed.emit(message)
            self.changed.emit()
