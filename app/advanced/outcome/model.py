"""The runs as a list that views show; a run keeps its place in what is selected."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.advanced.outcome.row import RunRow, metric_words, spec_words
from app.advanced.watching.words import state_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


class RunsModel(QAbstractListModel):
    """Rows in the order in which they are told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RunRow, ...] = ()

    @property
    def rows(self) -> tuple[RunRow, ...]:
        """All of them."""
        return self._rows

    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        """Show these; where the runs are the same, only what they tell is another."""
        same = [row.folder for row in rows] == [row.folder for row in self._rows]
        if same and rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, folder: Path) -> QModelIndex:
        """Where a run is; an invalid index if it is not there any more."""
        found = [place for place, row in enumerate(self._rows) if row.folder == folder]
        return self.index(found[0]) if found else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many runs."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = (row.name, state_words(row.story), spec_words(row.story.spec))
            trouble = " ".join((row.story.trouble, row.story.remedy)).strip()
            return "\n".join(filter(None, (*words, metric_words(row), trouble)))
        return None
