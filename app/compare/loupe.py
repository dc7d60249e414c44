"""The loupe: the pixels around the pointer, enlarged, and the values of the one under it."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QSinglePointEvent,
)
from PySide6.QtWidgets import QFrame

from app.canvas.canvas import Canvas
from app.canvas.layers import finished_alpha
from app.compare.heat import Side
from app.document import Document
from app.images import picture_of_grey, picture_of_rgb, to_screen
from app.numbers import number
from engine.arrays import Alpha
from engine.trimap.codes import BACKGROUND, FOREGROUND
from engine.trimap.paint import Box

_REACH, _ZOOM = 6, 8
"""Pixels at either side of the pointer's, and how large each is shown."""
_SIDE = (2 * _REACH + 1) * _ZOOM
_PAD, _GAP, _AWAY = 8, 6, 22
_FRAME = QColor(128, 128, 128)
Second = Callable[[], tuple[str, Side] | None]


class Loupe(QFrame):
    """Lies beside the pointer over the canvas; the hand paints through it."""

    def __init__(self, canvas: Canvas, document: Document, second: Second) -> None:
        """second: the name of what is compared with, and it; None when nothing is."""
        super().__init__(canvas)
        self._canvas = canvas
        self._document = document
        self._second = second
        self._is_on = False
        self._pixel = QPoint(-1, -1)
        self.setObjectName("legend")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        canvas.installEventFilter(self)
        finish = document.finish
        for changed in (
            *(document.piece_laid, document.alpha_changed, document.trimap_changed),
            finish.refined,
        ):
            changed.connect(self.update)

    @Slot(bool)
    def switch(self, on: bool) -> None:
        """Show it from now on, or not any more."""
        self._is_on = on
        here = self._canvas.mapFromGlobal(self._canvas.cursor().pos())
        if on and self._canvas.rect().contains(here):
            self._follow(QPointF(here))
        else:
            self.hide()

    def lines(self) -> list[str]:
        """What there is to say about the pixel under the pointer."""
        x, y = self._pixel.x(), self._pixel.y()
        red, green, blue = (int(value) for value in self._document.image[y, x])
        here = Box(x, y, x + 1, y + 1)
        code = int(self._canvas.hand.easel.read(here)[0, 0])
        classes = {FOREGROUND: self.tr("foreground"), BACKGROUND: self.tr("background")}
        said = [
            self.tr("x {0}, y {1}").format(x, y),
            self.tr("RGB {0} {1} {2}").format(red, green, blue),
            classes.get(code, self.tr("unknown")),
        ]
        said.extend(
            f"{title}α {number(self._alpha(side, here)[0, 0], 3)}" for title, side in self._mattes()
        )
        return said

    def _mattes(self) -> list[tuple[str, Side]]:
        second = self._second()
        mattes: list[tuple[str, Side]] = []
        if self._document.alpha is not None:
            mattes.append(("", Side(self._document, self._document.finish)))
        if second is not None and second[1].shown.alpha is not None:
            mattes.append((f"{second[0]}: ", second[1]))
        return mattes

    def _alpha(self, side: Side, box: Box) -> Alpha:
        return finished_alpha(side.shown, self._canvas.hand.easel.read, box, side.finish)

    def _follow(self, place: QPointF) -> None:
        density = self._canvas.devicePixelRatioF()
        x, y = self._canvas.viewport.to_picture(place.x() * density, place.y() * density)
        self._pixel = QPoint(int(x // 1), int(y // 1))
        height, width = self._document.image.shape[:2]
        if not QRect(0, 0, width, height).contains(self._pixel):
            self.hide()
            return
        size, over = self._wanted(), self._canvas.rect()
        left, top = round(place.x()) + _AWAY, round(place.y()) + _AWAY
        if left + size.width() > over.width():
            left = round(place.x()) - _AWAY - size.width()
        if top + size.height() > over.height():
            top = round(place.y()) - _AWAY - size.height()
        self.setGeometry(max(0, left), max(0, top), size.width(), size.height())
        self.show()
        self.raise_()
        self.update()

    def _wanted(self) -> QSize:
        metrics, lines = QFontMetrics(self.font()), self.lines()
        patches = 1 + len(self._mattes())
        across = patches * _SIDE + (patches - 1) * _GAP
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        height = 2 * _PAD + _SIDE + _GAP + len(lines) * metrics.height()
        return QSize(max(across, widest) + 2 * _PAD, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the pointer goes, and away with it."""
        if self._is_on and isinstance(event, QSinglePointEvent) and not self._document.is_empty:
            self._follow(event.position())
        elif event.type() == QEvent.Type.Leave:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The patches side by side, and the values under them."""
        super().paintEvent(event)
        height, width = self._document.image.shape[:2]
        if not QRect(0, 0, width, height).contains(self._pixel):
            return  # another picture was opened
        painter = QPainter(self)
        for index, patch in enumerate(self._patches()):
            place = QRect(_PAD + index * (_SIDE + _GAP), _PAD, _SIDE, _SIDE)
            painter.fillRect(place, _FRAME)
            painter.drawImage(place, patch)
            painter.setPen(QPen(_FRAME, 1))  # white alpha would be lost on a white ground
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            middle = QRect(0, 0, _ZOOM, _ZOOM)
            middle.moveTopLeft(place.topLeft() + QPoint(_REACH * _ZOOM, _REACH * _ZOOM))
            for colour, grown in ((QColor(0, 0, 0), 1), (QColor(255, 255, 255), 0)):
                painter.setPen(QPen(colour, 1))
                painter.drawRect(middle.adjusted(-grown, -grown, grown, grown))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = QFontMetrics(self.font())
        line = QPoint(_PAD, _PAD + _SIDE + _GAP + metrics.ascent())
        for words in self.lines():
            painter.drawText(line, words)
            line += QPoint(0, metrics.height())
        painter.end()

    def _patches(self) -> list[QImage]:
        """The photograph, the present alpha, the second one; beyond the picture it repeats."""
        height, width = self._document.image.shape[:2]
        around = np.arange(-_REACH, _REACH + 1)
        rows = np.clip(self._pixel.y() + around, 0, height - 1)
        columns = np.clip(self._pixel.x() + around, 0, width - 1)
        box = Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
        place = np.ix_(rows - box.top, columns - box.left)
        patches = [
            picture_of_rgb(to_screen(self._document.image[box.slices], self._document.icc)[place])
        ]
        for _, side in self._mattes():
            levels = np.rint(self._alpha(side, box) * 255).astype(np.uint8)
            patches.append(picture_of_grey(levels[place]))
        return patches
