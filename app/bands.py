"""Trimaps out of masks and alphas, made off the GUI thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.messages import explain
from app.tasks import FILE_LANE, Task
from engine.arrays import Image, Trimap
from engine.imaging.reading import read_mask
from engine.trimap.band import usable_band
from engine.trimap.codes import clamp_known


class BandController(QObject):
    """Makes one trimap at a time for the picture that is open; for another it is dropped."""

    made = Signal(object, str)
    """The Trimap, and the name of that deed."""
    failed = Signal(object)
    """The Message that says why."""
    busy_changed = Signal(str)
    """What is being done, or nothing."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._deed = ""

    def from_file(self, path: Path, margin: int) -> None:
        """A band of `margin` pixels on either side of where a mask or an alpha in a file turns."""
        height, width = self._document.image.shape[:2]
        self._deed = self.tr("Trimap from a mask")
        doing = self.tr("Reading {0}").format(path.name)
        self._run(doing, lambda: usable_band(read_mask(path, (height, width)), margin))

    def from_alpha(self, margin: int) -> None:
        """The same around the alpha that the document has, with all that the trimap knows."""
        document, alpha = self._document, self._document.lend_alpha()
        if alpha is None:
            return
        trimap = document.trimap.copy()
        self._deed = self.tr("Trimap from the alpha")
        doing = self.tr("Making a trimap")
        self._run(doing, lambda: usable_band(clamp_known(alpha, trimap), margin))

    def _run(self, doing: str, call: Callable[[], Trimap]) -> None:
        image = self._document.image
        task = Task(lambda _task: (call(), image), self)
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self.busy_changed.emit(doing)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_made(self, result: tuple[Trimap, Image]) -> None:
        trimap, image = result
        if image is self._document.image:  # else another picture was opened meanwhile
            self.made.emit(trimap, self._deed)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self.busy_changed.emit("")
