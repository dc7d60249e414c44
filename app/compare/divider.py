"""The divider of the wipe: a line over the canvas that can be dragged."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.compare.comparison import Comparison

_WIDTH = 19
"""Pixels that can be grasped; the line in their middle is thin."""
_STEP, _LEAP = 0.01, 0.1
"""Shares of the canvas that an arrow key moves it by, alone and with Shift."""


class Divider(QWidget):
    """Lies over the canvas; a double click brings it to the middle, the arrows move it."""

    def __init__(self, canvas: QWidget, comparison: Comparison) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._comparison = comparison
        self._grip = 0.0
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(self.tr("Divider of the wipe"))
        self.setToolTip(
            self.tr("Drag to compare; double-click for the middle. Left and Right move it.")
        )
        self.hide()
        canvas.installEventFilter(self)
        comparison.divider_moved.connect(self.place)

    @Slot()
    def place(self) -> None:
        """Stand where the comparison divides."""
        middle = round(self._comparison.divider * self._canvas.width())
        self.setGeometry(middle - _WIDTH // 2, 0, _WIDTH, self._canvas.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as high as the canvas, and take its arrow keys."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.isVisible() and self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        sign = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        is_leap = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = _LEAP if is_leap else _STEP
        if sign:
            self._comparison.divide_at(self._comparison.divider + sign * step)
        return bool(sign)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grasp it where it is, so that it does not jump."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().x() - self.width() / 2
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            place = self.mapToParent(event.position()).x() - self._grip
            self._comparison.divide_at(place / max(1, self._canvas.width()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """To the middle."""
        self._comparison.divide_at(0.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A bright line with dark rims, which shows on any picture, and a knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = self.width() / 2, self.height() / 2
        for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255, 235), 1.2)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setPen(QPen(QColor(0, 0, 0, 150), 1.2))
        painter.setBrush(QColor(255, 255, 255, 235))
        painter.drawRoundedRect(QRectF(x - 8, y - 14, 16, 28), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(60, 60, 60))
        for side in (-1, 1):
            tip, back = x + side * 5.5, x + side * 2
            corners = [QPointF(tip, y), QPointF(back, y - 4), QPointF(back, y + 4)]
            painter.drawPolygon(QPolygonF(corners))
        painter.end()
