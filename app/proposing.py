"""The proposal controller: finds a trimap to begin with, behind the picture, one at a time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.messages import explain
from app.tasks import FILE_LANE, Task
from engine.arrays import Image, Trimap
from engine.trimap.paint import box_of
from engine.trimap.regions import Region

_Find = Callable[[Image, Trimap, Task], Trimap]


class ProposalController(QObject):
    """Proposes what the trimap does not know; what belongs to another picture is dropped.

    On the file lane: U²-Netp runs without torch, and need not wait for a matte.
    """

    started = Signal()
    proposed = Signal(object)
    """A Trimap for this picture, of which only what is unknown by now is to be taken."""
    failed = Signal(object)
    """The Message that says why."""
    ended = Signal()
    """After a proposal, a failure, or when it was given up."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._task: Task | None = None
        document.image_changed.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """True from the start of a proposal until its answer."""
        return self._task is not None

    def propose(self, width: float) -> None:
        """Propose for the whole picture; width: of the band, times what the picture asks for."""
        self._start(lambda image, trimap, task: _for_all(image, trimap, width, task))

    def propose_within(self, region: Region, width: float) -> None:
        """Propose within a region that was drawn; width: as for `propose`."""
        self._start(lambda image, trimap, task: _for_region(image, trimap, region, width, task))

    @Slot()
    def cancel(self) -> None:
        """Give up the proposal that is under way, if one is."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.ended.emit()

    def _start(self, find: _Find) -> None:
        if self._document.is_empty:
            return
        self.cancel()
        # the image is never written, the trimap with the next stroke
        image, trimap = self._document.in_srgb, self._document.trimap.copy()
        task = Task(lambda task: find(image, trimap, task))
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        self._task = task
        self.started.emit()
        task.start(FILE_LANE)

    @Slot(object)
    def _on_succeeded(self, trimap: Trimap) -> None:
        if self.sender() is self._task:
            self._task = None
            self.proposed.emit(trimap)
            self.ended.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        message = explain(error)  # logged even if nobody waits any more
        if self.sender() is self._task:
            self._task = None
            self.failed.emit(message)
            self.ended.emit()


def _for_all(image: Image, trimap: Trimap, width: float, task: Task) -> Trimap:
    """On the lane, where the network is read when it is first needed."""
    from engine.proposals.proposal import proposed
    from engine.trimap.codes import UNKNOWN

    painted = None if (trimap == UNKNOWN).all() else trimap
    return proposed(image, painted, width, cancelled=task.cancel_requested)


def _for_region(image: Image, trimap: Trimap, region: Region, width: float, task: Task) -> Trimap:
    """On the lane."""
    from engine.proposals.encircled import refined

    within = region.over(box_of(trimap))
    return refined(image, trimap, within, width, cancelled=task.cancel_requested)
