"""What a comparison measured, a table for each set: in use, new, and by how much."""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.numbers import number
from app.theme import DARK, Colours
from engine.promotion.comparison import ALL, CHECK, OWN, Comparison
from engine.promotion.verdict import TOLERANCE

_COLUMNS = (("sad", 2), ("mse", 4), ("gradient", 2), ("connectivity", 2), ("seconds", 2))
"""What is measured, and with how many digits it is told."""
_DECISIVE = 2
"""Of the metrics, the first two decide."""


class Tables(QWidget):
    """Rows for the trimaps' widths, a column for each metric and one for the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = DARK
        self._found: Comparison | None = None
        self.tables: list[QTableWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_comparison(self, found: Comparison) -> None:
        """Show this one in place of the last."""
        self._found = found
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.tables = []
        for key in found.keys:
            title = QLabel(self._title(found, key))
            title.setObjectName("topic")
            if key == OWN:
                title.setToolTip(
                    self.tr("They were made with the weights of then, which they favour a little.")
                )
            self._column.addWidget(title)
            self.tables.append(self._table(found, key))
            self._column.addWidget(self.tables[-1])

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._colours = colours
        if self._found is not None:
            self.show_comparison(self._found)

    def _title(self, found: Comparison, key: str) -> str:
        words = self.tr("Check set") if key == CHECK else self.tr("Your own mattes, held out")
        return self.tr("{0} · measured on {1}").format(words, number(found.count(key)))

    def _table(self, found: Comparison, key: str) -> QTableWidget:
        widths = found.widths(key)
        heads = ["SAD", "MSE", self.tr("Gradient"), self.tr("Connectivity"), self.tr("Seconds")]
        table = QTableWidget(len(widths), len(heads))
        table.setAccessibleName(self._title(found, key))
        table.setHorizontalHeaderLabels(heads)
        table.setVerticalHeaderLabels([self._width_words(width) for width in widths])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for down, width in enumerate(widths):
            for across, (metric, digits) in enumerate(_COLUMNS):
                item = self._item(found, metric, digits, key, width)
                if width == ALL and across < _DECISIVE:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                table.setItem(down, across, item)
        height = table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth()
        table.setFixedHeight(height + sum(table.rowHeight(row) for row in range(len(widths))))
        return table

    def _item(
        self, found: Comparison, metric: str, digits: int, key: str, width: str
    ) -> QTableWidgetItem:
        new, old = found.new(metric, key, width), found.old(metric, key, width)
        if math.isnan(new):
            words = "–"
        elif old is None:
            words = number(new, digits)
        else:
            words = f"{number(old, digits)} → {number(new, digits)}"
        item = QTableWidgetItem(words)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        change = found.change(metric, key, width)
        if old is not None and not math.isnan(new):
            item.setToolTip(change_words(change))
            if metric != "seconds" and abs(change) > TOLERANCE:
                colour = self._colours.error if change > 0 else self._colours.info
                item.setForeground(QColor(colour))
        return item

    def _width_words(self, width: str) -> str:
        words = {
            "narrow": self.tr("Narrow trimaps"),
            "medium": self.tr("Medium"),
            "wide": self.tr("Wide"),
            ALL: self.tr("All"),
        }
        return words.get(width, width)


def change_words(change: float) -> str:
    """By how much an error grew: “+1.2 %”."""
    if math.isinf(change):
        return "+∞"
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{number(abs(100 * change), 1)} %"
