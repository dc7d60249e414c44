"""The legend of the difference map: its colours, and what they stand for in numbers."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QWidget

from app.compare.heat import heat_colour
from app.numbers import number, short_number
from engine.metrics.disagreement import Disagreement

_BAR = QSize(200, 10)
_PAD, _GAP, _MARGIN = 10, 4, 14
_STOPS = 16
_PLACES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Legend(QFrame):
    """Lies in a corner of the canvas; the hand paints through it."""

    def __init__(self, over: QWidget, beside: QWidget) -> None:
        """beside: another widget over the canvas, which shall be seen whole."""
        super().__init__(over)
        self._over = over
        self._beside = beside
        self._top = 1.0
        self._words = ""
        self.setObjectName("legend")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        over.installEventFilter(self)
        beside.installEventFilter(self)

    @property
    def words(self) -> str:
        """What stands under the scale."""
        return self._words

    def tell(self, found: Disagreement | None) -> None:
        """Show the scale of a finding, and its numbers."""
        self._top = found.top if found else 1.0
        if found is None:
            self._words = self.tr("no difference known yet")
        else:
            text = self.tr("difference: mean {0}, largest {1}")
            self._words = text.format(number(found.mean, 4), number(found.largest, 2))
        self.setAccessibleName(self._words)
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, at least as its bar."""
        metrics = QFontMetrics(self.font())
        width = max(_BAR.width(), metrics.horizontalAdvance(self._words)) + 2 * _PAD
        return QSize(width, 2 * _PAD + _BAR.height() + 2 * metrics.height() + 2 * _GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, its numbers, and the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        height = QFontMetrics(self.font()).height()
        bar = QRectF(_PAD, _PAD, self.width() - 2 * _PAD, _BAR.height())
        colours = QLinearGradient(bar.topLeft(), bar.topRight())
        for stop in range(_STOPS + 1):
            colours.setColorAt(stop / _STOPS, heat_colour(stop / _STOPS))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours)
        painter.drawRect(bar)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        numbers = QRectF(_PAD, bar.bottom() + _GAP, bar.width(), height)
        for place, share in (("left", 0.0), ("middle", 0.5), ("right", 1.0)):
            painter.drawText(numbers, _ALIGNED[place], _number(share * self._top, share, self._top))
        words = numbers.translated(0, height + _GAP)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, self._words)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner, or above what is there already."""
        if event.type() in _PLACES:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size, over, beside = self.sizeHint(), self._over, self._beside
        left, top = over.width() - size.width() - _MARGIN, over.height() - size.height() - _MARGIN
        if not beside.isHidden() and beside.geometry().right() >= left - _GAP:
            top = beside.y() - size.height() - 2 * _GAP
        self.setGeometry(left, top, *size.toTuple())


_ALIGNED = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def _number(value: float, share: float, top: float) -> str:
    """A tick; the last one stands for all that is more, unless there can be no more."""
    text = short_number(value, 3)
    return f"≥ {text}" if share == 1 and top < 1 else text
