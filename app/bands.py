"""Trimaps out of masks and alphas, made off the GUI thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.file_worker import FileWorker
from engine.arrays import Image, Trimap
from engine.imaging.reading import read_mask
from engine.trimap.band import usable_band
from engine.trimap.codes import clamp_known


class BandController(FileWorker):
    """Makes one trimap at a time for the picture that is open; for another it is dropped."""

    made = Signal(object, str)
    """The Trimap, and the name of that deed."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def from_file(self, path: Path, margin: int) -> None:
        """A band of `margin` pixels on either side of where a mask or an alpha in a file turns."""
        height, width = self._document.image.shape[:2]
        self._make(
            self.tr("Trimap from a mask"),
            self.tr("Reading {0}").format(path.name),
            lambda: usable_band(read_mask(path, (height, width)), margin),
        )

    def from_alpha(self, margin: int) -> None:
        """The same around the alpha that the document has, with all that the trimap knows."""
        document, alpha = self._document, self._document.lend_alpha()
        if alpha is None:
            return
        trimap = document.trimap.copy()
        self._make(
            self.tr("Trimap from the alpha"),
            self.tr("Making a trimap"),
            lambda: usable_band(clamp_known(alpha, trimap), margin),
        )

    def _make(self, deed: str, doing: str, call: Callable[[], Trimap]) -> None:
        image = self._document.image
        self._run(doing, lambda: (call(), image, deed), self._on_made)

    @Slot(object)
    def _on_made(self, result: tuple[Trimap, Image, str]) -> None:
        trimap, image, deed = result
        if image is self._document.image:  # else another picture was opened meanwhile
            self.made.emit(trimap, deed)
