"""Bars on a logarithmic scale: how many unknown pixels have how much alpha."""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.numbers import number

Counts = npt.NDArray[np.int64]

_HEIGHT = 72
_GAP = 4


class Bars(QWidget):
    """Black is at the left, white at the right; each line is ten times as many pixels."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Alpha of the unknown pixels"))

    @property
    def counts(self) -> Counts | None:
        """What is shown; None for nothing."""
        return self._counts

    @Slot(object)
    def tell(self, counts: Counts | None) -> None:
        """Show other counts; nothing for None."""
        self._counts = counts
        if counts is None or counts.sum() == 0:
            self.setToolTip("")
        else:
            partial = int(counts[1:-1].sum())
            words = self.tr("{0} unknown pixels, {1} of them neither black nor white")
            self.setToolTip(words.format(number(counts.sum()), number(partial)))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        margins = self.contentsMargins()
        height = _HEIGHT + _GAP + self.fontMetrics().height()
        return QSize(120, height + margins.top() + margins.bottom())

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: count."""
        super().showEvent(event)
        self.shown.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines for powers of ten, the bars over them, and the ends of the scale."""
        painter = QPainter(self)
        palette, role = self.palette(), QPalette.ColorRole
        area = QRectF(self.contentsRect())
        plot = QRectF(area.left(), area.top(), area.width(), _HEIGHT)
        painter.fillRect(plot, palette.color(role.AlternateBase))
        counts = self._counts if self._counts is not None else np.zeros(1, np.int64)
        decades = max(1, math.ceil(math.log10(1 + int(counts.max()))))
        painter.setPen(palette.color(role.Mid))
        for decade in range(1, decades):
            y = plot.bottom() - plot.height() * decade / decades
            painter.drawLine(int(plot.left()), int(y), int(plot.right()), int(y))
        width = plot.width() / len(counts)
        for index, count in enumerate(counts):
            height = plot.height() * math.log10(1 + int(count)) / decades
            bar = QRectF(plot.left() + index * width, plot.bottom() - height, width, height)
            painter.fillRect(bar, palette.color(role.Highlight))
        painter.setPen(palette.color(role.PlaceholderText))
        words = QRectF(area.left(), plot.bottom() + _GAP, area.width(), area.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, self.tr("α 0"))
        scale = self.tr("up to {0} pixels").format(number(10**decades))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, scale)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, self.tr("1"))
        painter.end()
