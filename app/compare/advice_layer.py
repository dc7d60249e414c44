"""The band coach's advice over the picture: one colour for too narrow, one for could be known."""

import numpy as np
from PySide6.QtGui import QColor, QImage

from app.images import picture_of_bgra, shrunk
from engine.matting.coach import Advice
from engine.trimap.codes import UNKNOWN
from engine.trimap.paint import Box

TOO_NARROW, COULD_BE_KNOWN = QColor(0xF0, 0x30, 0xB0), QColor(0x10, 0xC8, 0xA0)
"""Neither is a tint of the trimap."""
_OPACITY = 0.7


class AdviceLayer:
    """Tints what the advice speaks of, and nothing else."""

    def __init__(self, advice: Advice) -> None:
        self._advice = advice
        self._colours = np.zeros((3, 4), np.uint8)
        for index, colour in ((1, TOO_NARROW), (2, COULD_BE_KNOWN)):
            bgra = np.array([colour.blue(), colour.green(), colour.red(), 255], np.float32)
            self._colours[index] = np.rint(bgra * _OPACITY)

    def render(self, box: Box, step: int) -> QImage:
        """Translucent, premultiplied."""
        index = np.where(self._advice.could_be_known[box.slices] != UNKNOWN, 2, 0)
        index[self._advice.too_narrow[box.slices]] = 1
        return picture_of_bgra(shrunk(self._colours[index], step))
