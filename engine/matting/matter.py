"""What mattes, for those that use one and must not import torch."""

from typing import Protocol

from engine.arrays import Alpha, Image, Trimap
from engine.matting.watch import Progress, Question


class Matter(Protocol):
    """What is needed of `engine.matting.session.Session` for a matte made at once."""

    def matte(
        self,
        image: Image,
        trimap: Trimap,
        progress: Progress | None = None,
        cancelled: Question | None = None,
    ) -> Alpha:
        """The alpha, float32 (h, w) in [0, 1], 0 and 1 where known.

        image: uint8 or uint16 (h, w, 3); trimap: uint8 (h, w) of 0, 128 and 255.
        """
