"""A second matte of the picture that is open, as a scene can show it."""

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from app.ages import Ages
from app.document import Document
from app.messages import explain
from app.tasks import FILE_LANE, Task
from engine.arrays import Alpha, Image, Mask
from engine.trimap.paint import Box, box_of


class Sheet(QObject):
    """An alpha of its own over the document's photograph; after each stroke it is older there."""

    changed = Signal()
    """Other alpha, or other colours."""

    def __init__(
        self, document: Document, parent: QObject | None = None, *, ages: bool = True
    ) -> None:
        """ages: False for a ground truth, which is true for every trimap."""
        super().__init__(parent)
        self._image = document.image
        self._is_ageing = ages
        self._alpha: Alpha | None = None
        self._foreground: Image | None = None
        self._version = 0
        height, width = document.image.shape[:2]
        self._ages = Ages(width, height, document.revision)
        self._document = document
        self._coloured = 0
        """Version of the alpha for which colours were asked last."""
        if ages:
            document.trimap_changed.connect(self._on_trimap_changed)

    @property
    def image(self) -> Image:
        """The photograph."""
        return self._image

    @property
    def alpha(self) -> Alpha | None:
        """The matte, None before there is one; never written, only replaced."""
        return self._alpha

    @property
    def alpha_version(self) -> int:
        """Grows whenever the alpha changes."""
        return self._version

    @property
    def icc(self) -> bytes | None:
        """The document's."""
        return self._document.icc

    @property
    def foreground(self) -> Image | None:
        """The foreground's own colours by this matte, None before they were estimated."""
        return self._foreground

    @property
    def is_empty(self) -> bool:
        """True when no picture is open."""
        return self._image.size == 0

    @property
    def any_stale(self) -> bool:
        """True when the trimap has changed since the matte was made."""
        return self._is_ageing and self._ages.any_stale

    def stale(self, box: Box) -> Mask:
        """True where it has; bool (box.height, box.width)."""
        if self._is_ageing:
            return self._ages.stale(box)
        return np.zeros((box.height, box.width), np.bool_)

    def take(self, alpha: Alpha, revision: int) -> None:
        """Hold another matte, which was made of the trimap at `revision`."""
        self._alpha = alpha
        self._foreground = None
        self._version += 1
        self._ages.settle(box_of(alpha), revision)
        self.changed.emit()

    def estimate_colours(self) -> None:
        """Estimate the foreground's own colours, off the GUI thread, unless they are there."""
        if self._alpha is None or self._coloured == self._version:
            return
        image, alpha, version = self._image, self._alpha, self._version
        self._coloured = version
        task = Task(lambda _task: (_estimated(image, alpha), version))  # it may outlive the sheet
        task.succeeded.connect(self._on_estimated)
        task.failed.connect(self._on_failed)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_estimated(self, result: tuple[Image, int]) -> None:
        foreground, version = result
        if version == self._version:
            self._foreground = foreground
            self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        explain(error)  # for the log: without colours of its own the cut-out has the photograph's

    @Slot(object)
    def _on_trimap_changed(self, boxes: tuple[Box, ...]) -> None:
        for box in boxes:
            self._ages.change(box, self._document.revision)


def _estimated(image: Image, alpha: Alpha) -> Image:
    from engine.imaging.foreground import estimate_foreground

    return estimate_foreground(image, alpha)
