"""The document: the one truth about the picture, its trimap, and the matte made of them."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.ages import Ages
from app.refining.finish import Finish
from engine.arrays import Alpha, Image, Mask, Trimap, require_image, require_plane
from engine.imaging.picture import Picture
from engine.trimap.codes import FOREGROUND, UNKNOWN
from engine.trimap.paint import Box, box_of

_NO_IMAGE: Image = np.zeros((0, 0, 3), np.uint8)
_NO_TRIMAP: Trimap = np.zeros((0, 0), np.uint8)


class Document(QObject):
    """Holds arrays, counts revisions, and tells what changed.

    Only the commands of the undo stack write the trimap. A whole alpha is accepted only for the
    trimap that it was made of; after the next stroke it stays, but is stale where that went. Pieces
    of a live matte are laid into it as they come, and make it young again, cell by cell.
    """

    image_changed = Signal()
    trimap_changed = Signal(object)
    """The boxes that changed: tuple[Box, ...]."""
    alpha_changed = Signal()
    """There is a first alpha, or another whole one."""
    piece_laid = Signal(object)
    """The Box in which there is other alpha, or in which it is known to be up to date."""
    alpha_settled = Signal()
    """The alpha is that of the trimap, everywhere."""
    foreground_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.finish = Finish(self)
        """What is done to the alpha and its colours before they are shown and written."""
        self._picture: Picture | None = None
        self._image = _NO_IMAGE
        self._trimap = _NO_TRIMAP
        self._alpha: Alpha | None = None
        self._foreground: Image | None = None
        self._revision = 0
        self._alpha_revision = -1
        self._alpha_version = 0
        self._is_alpha_lent = False
        self._ages = Ages(0, 0, 0)
        self._opened_at = 0
        self._unknown = self._foreground_count = 0

    @property
    def picture(self) -> Picture | None:
        """The picture as it was read; None when none is open."""
        return self._picture

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
    def in_srgb(self) -> Image:
        """The photograph as networks are shown it."""
        return self._picture.in_srgb if self._picture else self._image

    @property
    def trimap(self) -> Trimap:
        """The trimap, as large as the image; to be read, never to be written."""
        return self._trimap

    @property
    def alpha(self) -> Alpha | None:
        """The last matte of this picture, None before the first."""
        return self._alpha

    @property
    def alpha_version(self) -> int:
        """Grows whenever any of the alpha changes."""
        return self._alpha_version

    def lend_alpha(self) -> Alpha | None:
        """The alpha for somebody who reads it for long: it will not change under their eyes."""
        self._is_alpha_lent = self._alpha is not None
        return self._alpha

    @property
    def foreground(self) -> Image | None:
        """The estimated foreground colours, None before the first.

        Where alpha was laid since they were estimated they are the photograph's own.
        """
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
        """True when all of the alpha is that of the trimap as it is now."""
        return self._alpha is not None and self._alpha_revision == self._revision

    @property
    def any_stale(self) -> bool:
        """True when the trimap has changed somewhere since the alpha there was made."""
        return self._ages.any_stale

    def stale(self, box: Box) -> Mask:
        """True where the alpha is older than the trimap; bool (box.height, box.width)."""
        return self._ages.stale(box)

    @property
    def knows_both_sides(self) -> bool:
        """True when the trimap holds some foreground and some background."""
        known = self._trimap.size - self._unknown
        return 0 < self._foreground_count < known

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
        self._count_all()
        self._alpha = self._foreground = None
        self._is_alpha_lent = False
        self._revision += 1
        self._alpha_version += 1
        self._opened_at = self._revision
        self.finish.begin(*image.shape[:2])
        self._ages = Ages(image.shape[1], image.shape[0], self._revision)
        self.image_changed.emit()

    def write_trimap(self, pieces: Iterable[tuple[Box, Trimap]]) -> None:
        """Set the values of some boxes; for commands only."""
        boxes = []
        for box, values in pieces:
            place = self._trimap[box.slices]
            self._count(place, -1)
            self._count(values, 1)
            place[...] = values
            boxes.append(box)
        self._trimap_written(tuple(boxes))

    def replace_trimap(self, trimap: Trimap) -> None:
        """Set the whole trimap; for commands only, which keep both arrays."""
        require_plane(trimap, self._image, np.uint8)
        self._trimap = trimap
        self._count_all()
        self._trimap_written((box_of(trimap),))

    def accept_alpha(self, alpha: Alpha, revision: int) -> bool:
        """Take a matte that was made at `revision`; False when the trimap has changed since."""
        if revision != self._revision:
            return False
        require_plane(alpha, self._image, np.float32)
        self._alpha = alpha
        self._alpha_revision = revision
        self._alpha_version += 1
        self._is_alpha_lent = False
        self._ages.settle(box_of(alpha), revision)
        self._foreground = None
        self.alpha_changed.emit()
        return True

    def accept_piece(self, box: Box, alpha: Alpha, revision: int, *, settled: bool) -> bool:
        """Lay in a part of a live matte that was made at `revision` of the trimap.

        settled: it is what a fresh matte would be; else only nearly so. Pieces for an older trimap
        are welcome too, in the order in which they were made: where the trimap has changed since
        they leave the alpha as old as it is, and elsewhere they are as good as new. False for those
        of another picture.
        """
        if revision < self._opened_at:
            return False
        is_first = self._alpha is None
        if self._alpha is None:
            self._alpha = np.zeros(self._trimap.shape, np.float32)
        elif self._is_alpha_lent:
            self._alpha = self._alpha.copy()
        self._is_alpha_lent = False
        self._alpha[box.slices] = alpha
        self._alpha_version += 1
        if settled:
            self._ages.settle(box, revision)
        if self._foreground is not None:
            self._foreground[box.slices] = self._image[box.slices]
        if is_first:
            self.alpha_changed.emit()
        self.piece_laid.emit(box)
        return True

    def accept_settled(self, revision: int) -> bool:
        """Hear that every piece for `revision` was laid; False when the trimap changed since."""
        if revision != self._revision or self._alpha is None:
            return False
        self._alpha_revision = revision
        self._ages.settle(box_of(self._alpha), revision)
        self.alpha_settled.emit()
        return True

    def accept_foreground(self, foreground: Image, version: int) -> bool:
        """Take the colours estimated for the alpha of `version`; False when it changed since."""
        if version != self._alpha_version:
            return False
        self._foreground = foreground
        self.foreground_changed.emit()
        return True

    def _count_all(self) -> None:
        self._unknown = self._foreground_count = 0
        self._count(self._trimap, 1)

    def _count(self, values: Trimap, sign: int) -> None:
        self._unknown += sign * int(np.count_nonzero(values == UNKNOWN))
        self._foreground_count += sign * int(np.count_nonzero(values == FOREGROUND))

    def _trimap_written(self, boxes: tuple[Box, ...]) -> None:
        self._revision += 1
        for box in boxes:
            self._ages.change(box, self._revision)
        self.trimap_changed.emit(boxes)
