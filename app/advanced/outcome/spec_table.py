"""Two specs side by side, field by field; what differs is marked."""

import json
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.theme import DARK, Colours
from engine.training.spec import RunSpec


class SpecTable(QWidget):
    """Shows what differs, and the rest if asked."""

    def __init__(
        self, names: tuple[str, str], specs: tuple[RunSpec | None, RunSpec | None]
    ) -> None:
        super().__init__()
        self._colours = DARK
        self._rows = _rows(*specs)
        self.table = QTableWidget(len(self._rows), 3)
        self.table.setAccessibleName(self.tr("The two specs"))
        self.table.setHorizontalHeaderLabels([self.tr("Field"), *names])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.every = QCheckBox(self.tr("Also what is the same"))
        self.every.toggled.connect(self._fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._same = QLabel(self.tr("The two specs are the same."))
        self._same.setObjectName("note")
        foot = QHBoxLayout()
        foot.addWidget(self.every)
        foot.addStretch(1)
        foot.addWidget(self._same)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self._fill()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._colours = colours
        self._fill()

    @Slot()
    def _fill(self) -> None:
        shown = [row for row in self._rows if self.every.isChecked() or row[1] != row[2]]
        self.table.setRowCount(len(shown))
        self._same.setVisible(all(one == two for _, one, two in self._rows))
        for down, cells in enumerate(shown):
            differs = cells[1] != cells[2]
            for across, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                if differs and across:
                    item.setForeground(QColor(self._colours.info))
                if differs:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.table.setItem(down, across, item)


def _rows(one: RunSpec | None, two: RunSpec | None) -> list[tuple[str, str, str]]:
    first, second = (_values(spec) for spec in (one, two))
    names = dict.fromkeys((*first, *second))
    return [(name, first.get(name, "–"), second.get(name, "–")) for name in names]


def _values(spec: RunSpec | None) -> dict[str, str]:
    if spec is None:
        return {}
    values: dict[str, Any] = json.loads(spec.to_json())
    return {name: _words(value) for name, value in values.items()}


def _words(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
