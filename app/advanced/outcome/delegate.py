"""A run in the list: name and state, its spec, what it came to, and a small curve."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.advanced.outcome.model import ROW_ROLE
from app.advanced.outcome.row import RunRow, metric_words, spec_words
from app.advanced.watching.words import state_words
from app.theme import DARK, Colours

_MARGIN, _GAP = 10, 3
_CURVE = QSize(84, 30)


class RunDelegate(QStyledItemDelegate):
    """Paints RunRows in three lines each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = DARK

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._colours = colours

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Three lines."""
        line = QFontMetrics(option.font).height()
        return QSize(240, 3 * line + 2 * _GAP + 2 * _MARGIN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row, on the accent where it is selected."""
        row: RunRow = index.data(ROW_ROLE)
        colours = self._colours
        flags: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        is_chosen = bool(flags & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or flags & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.raised if is_chosen else colours.button))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        if is_chosen:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(rect.left() + 2, rect.top() + 6, 3, rect.height() - 12, 1, 1)
        self._write(painter, rect.adjusted(_MARGIN + 2, _MARGIN, -_MARGIN, -_MARGIN), row)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, row: RunRow) -> None:
        colours, metrics = self._colours, painter.fontMetrics()
        line = metrics.height()
        state = state_words(row.story)
        wide = metrics.horizontalAdvance(state)
        first = QRect(rect.left(), rect.top(), rect.width(), line)
        painter.setPen(QColor(self._tone(row)))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight, state)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        _elided(painter, first.adjusted(0, 0, -wide - 12, 0), row.name)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(colours.faint))
        corner = rect.bottomRight() - QPoint(_CURVE.width(), _CURVE.height())
        has_curve = len(row.curve) > 1
        right = -_CURVE.width() - 10 if has_curve else 0
        for number, words in enumerate((spec_words(row.story.spec), metric_words(row)), 1):
            below = first.translated(0, number * (line + _GAP)).adjusted(0, 0, right, 0)
            _elided(painter, below, words)
        if has_curve:
            self._draw(painter, QRect(corner, _CURVE), row.curve)

    def _tone(self, row: RunRow) -> str:
        tones = {"running": "info", "died": "warning", "failed": "error"}
        return str(getattr(self._colours, tones.get(row.story.state, "faint")))

    def _draw(self, painter: QPainter, rect: QRect, curve: tuple[float, ...]) -> None:
        low, high = min(curve), max(curve)
        span = (high - low) or 1.0
        across = rect.width() / (len(curve) - 1)
        line = QPolygonF(
            [
                QPointF(
                    rect.left() + place * across,
                    rect.bottom() - 2 - (value - low) / span * (rect.height() - 4),
                )
                for place, value in enumerate(curve)
            ]
        )
        painter.setPen(QPen(QColor(self._colours.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)


def _elided(painter: QPainter, rect: QRect, words: str) -> None:
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, short)
