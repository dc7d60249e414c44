"""How alike the stages of two networks are, as a matrix of squares."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.numbers import number
from app.theme import Colours
from engine.arrays import Floats

_LEFT, _TOP = 52, 22
_CELL = 30


class Matrix(QWidget):
    """Rows are the teacher's stages, columns the student's; a press shows a stage."""

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Floats | None = None
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._colours: Colours | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Likeness of the stages (linear CKA)"))

    def colour(self, colours: Colours) -> None:
        """Draw in the colours of a theme."""
        self._colours = colours
        self.update()

    def show_values(self, values: Floats, rows: tuple[str, ...], columns: tuple[str, ...]) -> None:
        """Draw these, float32 (rows, columns) in [0, 1]."""
        self._values, self._rows, self._columns = values, rows, columns
        self.updateGeometry()
        self.update()

    def choose(self, chosen: tuple[str, ...]) -> None:
        """Mark the squares where these stages meet themselves."""
        self._chosen = chosen
        self.update()

    def sizeHint(self) -> QSize:
        """Squares, and their names above and at the left."""
        columns, rows = max(len(self._columns), 7), max(len(self._rows), 7)
        return QSize(_LEFT + columns * _CELL + 2, _TOP + rows * _CELL + 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the stage of the student that is pressed, if the teacher has it too."""
        cell = self._cell_at(event.position())
        if cell is not None:
            name = self._columns[cell[1]]
            self.shown.emit(name if name in self._rows else self._rows[cell[0]])

    def event(self, event: QEvent) -> bool:
        """Say the number when the hand rests."""
        if isinstance(event, QHelpEvent):
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(cell) if cell else "", self)
            return True
        return super().event(event)

    def _words(self, cell: tuple[int, int]) -> str:
        assert self._values is not None
        return self.tr("teacher {0}, student {1}: {2}").format(
            self._rows[cell[0]], self._columns[cell[1]], number(self._values[cell], 2)
        )

    def _cell_at(self, place: QPointF) -> tuple[int, int] | None:
        row, column = int((place.y() - _TOP) // _CELL), int((place.x() - _LEFT) // _CELL)
        if self._values is None or not (
            0 <= row < len(self._rows) and 0 <= column < len(self._columns)
        ):
            return None
        return row, column

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Squares from the ground to the accent; the number of the best in each row stands out."""
        if self._colours is None or self._values is None:
            return
        painter = QPainter(self)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.faint))
        for row, name in enumerate(self._rows):
            place = QRectF(0, _TOP + row * _CELL, _LEFT - 6, _CELL)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name
            )
        for column, name in enumerate(self._columns):
            place = QRectF(_LEFT + column * _CELL, 0, _CELL, _TOP)
            short = name.replace("dconv", "d").replace("conv", "c")
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, short)
        for (row, column), value in np.ndenumerate(self._values):
            self._draw_cell(painter, row, column, float(value))
        painter.end()

    def _draw_cell(self, painter: QPainter, row: int, column: int, value: float) -> None:
        assert self._colours is not None
        assert self._values is not None
        square = QRectF(_LEFT + column * _CELL, _TOP + row * _CELL, _CELL - 1, _CELL - 1)
        painter.fillRect(square, mixed(self._colours.base, self._colours.accent, value))
        if self._rows[row] == self._columns[column] and self._rows[row] in self._chosen:
            painter.setPen(QPen(QColor(self._colours.text), 2))
            painter.drawRect(square.adjusted(1, 1, -1, -1))
        is_best = column == int(self._values[row].argmax())
        bright = value > 0.5 or self._colours.is_dark
        ink = QColor(self._colours.on_accent if bright else self._colours.text)
        ink.setAlphaF(1.0 if is_best else 0.55)
        painter.setPen(ink)
        words = number(value, 2)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, words[1:] if value < 0.995 else "1")


def mixed(low: str, high: str, share: float) -> QColor:
    """A colour on the way from one to the other."""
    first, second = QColor(low), QColor(high)
    share = min(max(share, 0.0), 1.0)
    parts = (
        round(a + share * (b - a))
        for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*parts)
