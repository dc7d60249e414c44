"""The document: the one truth about the picture, its trimap, and the matte made of them."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.arrays import Alpha, Image, Trimap, require_image, require_plane
from engine.imaging.picture import Picture
from engine.trimap.codes import UNKNOWN
from engine.trimap.paint import Box, box_of

_NO_IMAGE: Image = np.zeros((0, 0, 3), np.uint8)
_NO_TRIMAP: Trimap = np.zeros((0, 0), np.uint8)


class Document(QObject):
    """Holds arrays, counts revisions, and tells what changed.

    Only the commands of the undo stack write the trimap. An alpha is accepted only for the
    trimap that it was made of; after the next stroke it stays, but is stale.
    """

    image_changed = Signal()
    trimap_changed = Signal(object)
    """The boxes that changed: tuple[Box, ...]."""
    alpha_changed = Signal()
    foreground_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._image = _NO_IMAGE
        self._trimap = _NO_TRIMAP
        self._alpha: Alpha | None = None
        self._foreground: Image | None = None
        self._revision = 0
        self._alpha_revision = -1
        self._unknown = 0

    @property
    def path(self) -> Path | None:
        """The file of the picture; None when none is open."""
        return self._picture.path if self._picture else None

    @property
    def icc(self) -> bytes | None:
        """The colour profile of the picture, which an export gives back."""
        return self._picture.icc if self._picture else None

    @property
    def image(self) -> Image:
        """The photograph; of size (0, 0) when none is open."""
        return self._image

    @property
    def trimap(self) -> Trimap:
        """The trimap, as large as the image; to be read, never to be written."""
        return self._trimap

    @property
    def alpha(self) -> Alpha | None:
        """The last matte of this picture, None before the first."""
        return self._alpha

    @property
    def foreground(self) -> Image | None:
        """The estimated foreground colours that belong to the alpha, None until they are there."""
        return self._foreground

    @property
    def revision(self) -> int:
        """Grows with every change of image or trimap, and never falls: not even by undo."""
        return self._revision

    @property
    def is_empty(self) -> bool:
        """True when no picture is open."""
        return self._image.size == 0

    @property
    def is_alpha_current(self) -> bool:
        """True when the alpha was made of the trimap as it is now."""
        return self._alpha is not None and self._alpha_revision == self._revision

    @property
    def unknown_share(self) -> float:
        """The part of the picture that the trimap does not know, in [0, 1]; 0 without a picture."""
        return self._unknown / self._trimap.size if self._trimap.size else 0.0

    def open_picture(self, picture: Picture, trimap: Trimap | None = None) -> None:
        """Begin with a picture; without a trimap all of it is unknown."""
        image = picture.image
        require_image(image)
        if trimap is None:
            trimap = np.full(image.shape[:2], UNKNOWN, np.uint8)
        require_plane(trimap, image, np.uint8)
        self._picture = picture
        self._image = image
        self._trimap = trimap
        self._unknown = int(np.count_nonzero(trimap == UNKNOWN))
        self._alpha = self._foreground = None
        self._revision += 1
        self.image_changed.emit()

    def write_trimap(self, pieces: Iterable[tuple[Box, Trimap]]) -> None:
        """Set the values of some boxes; for commands only."""
        boxes = []
        for box, values in pieces:
            place = self._trimap[box.slices]
            self._unknown += int(np.count_nonzero(values == UNKNOWN))
            self._unknown -= int(np.count_nonzero(place == UNKNOWN))
            place[...] = values
            boxes.append(box)
        self._trimap_written(tuple(boxes))

    def replace_trimap(self, trimap: Trimap) -> None:
        """Set the whole trimap; for commands only, which keep both arrays."""
        require_plane(trimap, self._image, np.uint8)
        self._trimap = trimap
        self._unknown = int(np.count_nonzero(trimap == UNKNOWN))
        self._trimap_written((box_of(trimap),))

    def accept_alpha(self, alpha: Alpha, revision: int) -> bool:
        """Take a matte that was made at `revision`; False when the trimap has changed since."""
        if revision != self._revision:
            return False
        require_plane(alpha, self._image, np.float32)
        self._alpha = alpha
        self._alpha_revision = revision
        self._foreground = None
        self.alpha_changed.emit()
        return True

    def accept_foreground(self, foreground: Image, alpha: Alpha) -> bool:
        """Take the foreground colours estimated for `alpha`; False when another came since."""
        if alpha is not self._alpha:
            return False
        self._foreground = foreground
        self.foreground_changed.emit()
        return True

    def _trimap_written(self, boxes: tuple[Box, ...]) -> None:
        self._revision += 1
        self.trimap_changed.emit(boxes)
