"""A trimap that knows nothing, so that nothing is clamped to it."""

import numpy as np

from app.canvas.shown import Seen
from engine.arrays import Trimap
from engine.trimap.codes import UNKNOWN
from engine.trimap.paint import Box


class Nothing(Seen):
    """Unknown everywhere."""

    @property
    def is_erasing(self) -> bool:
        """Never."""
        return False

    def read(self, box: Box) -> Trimap:
        """All unknown, uint8 (box.height, box.width)."""
        return np.full((box.height, box.width), UNKNOWN, np.uint8)
