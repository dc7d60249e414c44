"""What lies behind a cut-out: squares, a colour, or a picture that covers the photograph."""

import cv2
import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap

from app.canvas.mosaic import Mosaic
from app.canvas.viewport import Viewport
from app.images import Bytes, picture_of_rgb
from app.looks import Ground, Looks
from engine.trimap.paint import Box

_LIGHT, _DARK = QColor(0xBC, 0xBC, 0xBC), QColor(0x9E, 0x9E, 0x9E)


class Backdrop:
    """Lays the chosen ground under the photograph, and nowhere else."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._checker = QBrush()
        self._size = (0, 0)
        self._picture: Bytes | None = None
        self._mosaic: Mosaic | None = None

    def set_density(self, density: float) -> None:
        """How many device pixels make one pixel of the desktop: squares keep their size."""
        self._checker = QBrush(_checkerboard(max(2, round(8 * density))))

    def lay(self, painter: QPainter, viewport: Viewport, rect: QRect) -> None:
        """Paint the part of the ground that lies in `rect`, in device pixels."""
        right, bottom = viewport.to_screen(viewport.width, viewport.height)
        corner = QPoint(round(right) - 1, round(bottom) - 1)
        whole = QRect(QPoint(viewport.left, viewport.top), corner)
        ground = self._looks.ground
        if ground is Ground.PICTURE and self._looks.picture is not None:
            self._tiles(self._looks.picture, viewport).paint(painter, viewport, rect)
        elif ground is Ground.CHECKER:
            painter.setBrushOrigin(whole.topLeft())
            painter.fillRect(rect.intersected(whole), self._checker)
        else:
            colours = {Ground.BLACK: QColor(Qt.GlobalColor.black), Ground.WHITE: QColor("white")}
            painter.fillRect(rect.intersected(whole), colours.get(ground, self._looks.colour))

    def _tiles(self, picture: Bytes, viewport: Viewport) -> Mosaic:
        size = viewport.width, viewport.height
        if self._mosaic is None or picture is not self._picture or size != self._size:
            self._picture, self._size = picture, size
            self._mosaic = Mosaic(_CoverLayer(picture, *size), *size)
        return self._mosaic


class _CoverLayer:
    """A picture scaled to cover another size: what juts out at two sides is cut off."""

    def __init__(self, picture: Bytes, width: int, height: int) -> None:
        self._levels = [picture]
        high, wide = picture.shape[:2]
        self._scale = min(wide / width, high / height)
        """Pixels of the picture for one of the photograph."""
        self._left = (wide - width * self._scale) / 2
        self._top = (high - height * self._scale) / 2

    def render(self, box: Box, step: int) -> QImage:
        """Opaque."""
        wanted = self._scale * step  # pixels of the picture for one of the tile
        level = 0
        while wanted >= 2 and min(self._level(level).shape[:2]) >= 2:
            level, wanted = level + 1, wanted / 2
        source = self._level(level)
        shrink = 1 << level
        # centres fall on centres: the half pixels of both grids are part of the shift
        across = (self._left + (box.left + step / 2) * self._scale) / shrink - 0.5
        down = (self._top + (box.top + step / 2) * self._scale) / shrink - 0.5
        place = np.array([[wanted, 0, across], [0, wanted, down]], np.float64)
        return picture_of_rgb(_warped(source, place, -(-box.width // step), -(-box.height // step)))

    def _level(self, index: int) -> Bytes:
        """The picture halved `index` times."""
        while len(self._levels) <= index:
            last = self._levels[-1]
            size = (max(1, last.shape[1] // 2), max(1, last.shape[0] // 2))
            halved = cv2.resize(last, size, interpolation=cv2.INTER_AREA)
            self._levels.append(np.asarray(halved, np.uint8))
        return self._levels[index]


def _warped(source: Bytes, place: npt.NDArray[np.float64], width: int, height: int) -> Bytes:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(
        source, place, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(warped, np.uint8)


def _checkerboard(square: int) -> QPixmap:
    tile = QPixmap(2 * square, 2 * square)
    tile.fill(_LIGHT)
    painter = QPainter(tile)
    painter.fillRect(0, 0, square, square, _DARK)
    painter.fillRect(square, square, square, square, _DARK)
    painter.end()
    return tile
