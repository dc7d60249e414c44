"""Pictures to lay behind a cut-out, read off the GUI thread."""

from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from app.images import Bytes, to_screen
from app.messages import explain
from app.tasks import FILE_LANE, Task
from engine.imaging.reading import read_image

_MOST = 16_000_000
"""Pixels; a larger picture is shrunk, for it is there to be looked past."""


@dataclass(frozen=True, eq=False)
class ReadPicture:
    """A picture of 8 bits, uint8 (h, w, 3), and its file."""

    path: Path
    rgb: Bytes


class BackdropController(QObject):
    """Reads one picture at a time; of several that are asked for, the last one counts."""

    picture_read = Signal(object)
    """The ReadPicture."""
    failed = Signal(object)
    """The Message that says why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    def read(self, path: Path) -> None:
        """Read the picture at `path`."""
        task = Task(lambda _task: _read(path))
        task.succeeded.connect(self._on_read)
        task.failed.connect(self._on_failed)
        self._task = task
        task.start(FILE_LANE)

    @Slot(object)
    def _on_read(self, picture: ReadPicture) -> None:
        if self.sender() is self._task:
            self.picture_read.emit(picture)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        message = explain(error)
        if self.sender() is self._task:
            self.failed.emit(message)


def _read(path: Path) -> ReadPicture:
    picture = read_image(path)
    rgb = to_screen(picture.image, picture.icc)
    height, width = rgb.shape[:2]
    if height * width > _MOST:
        factor = sqrt(_MOST / (height * width))
        size = max(1, round(width * factor)), max(1, round(height * factor))
        rgb = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    return ReadPicture(path, rgb)
