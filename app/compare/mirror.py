"""A second view beside the canvas: it looks where the canvas looks, and hands all to its hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.canvas.canvas import Canvas
from app.canvas.rects import scaled
from app.compare.pane import Pane

Overlay = Callable[[QPainter, QRect], None]
"""Paints the part in a rectangle, in device pixels, where the canvas looks."""

_LENT = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletRelease,
    QEvent.Type.Enter,
    QEvent.Type.Leave,
}
"""What happens here happens on the canvas, at the same place."""


class Mirror(QWidget):
    """Shows a pane; painting, moving and zooming here is painting, moving and zooming there."""

    def __init__(self, canvas: Canvas, pane: Pane, overlays: Sequence[Overlay] = ()) -> None:
        """overlays: what lies over the pane, asked for anew at each painting."""
        super().__init__()
        self._overlays = overlays
        self._canvas = canvas
        self._pane = pane
        pane.setParent(self)  # gone with it
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(120, 90))
        self.setCursor(canvas.cursor())
        canvas.installEventFilter(self)
        pane.dirtied.connect(self._on_dirtied)

    def event(self, event: QEvent) -> bool:
        """Lend the canvas everything that a pointer does."""
        if event.type() in _LENT:
            QApplication.sendEvent(self._canvas, event)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The canvas' marks are shown here as well, so follow the pointer."""
        if event.type() in _LENT:
            # after the canvas has heard of it
            QTimer.singleShot(0, self, self.update)
        elif event.type() == QEvent.Type.CursorChange:
            self.setCursor(self._canvas.cursor())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pane fills the widget."""
        density = self.devicePixelRatioF()
        self._pane.fill((self.size().toSizeF() * density).toSize(), density)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands in the pane, and the canvas' pointer."""
        density = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.scale(1 / density, 1 / density)
        rect = scaled(event.rect(), density)
        self._pane.paint(painter, rect)
        for paint in self._overlays:
            painter.save()
            paint(painter, rect)
            painter.restore()
        self._canvas.marks.draw(painter)
        painter.end()

    @Slot(QRect)
    def _on_dirtied(self, rect: QRect) -> None:
        self.update(scaled(rect, 1 / self.devicePixelRatioF()))
