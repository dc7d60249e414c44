"""The titles of a dialog's pages, at its left."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QListWidget, QListWidgetItem


class PageList(QListWidget):
    """Titles under each other; the first one is chosen until another is."""

    def __init__(self, row: QSize, name: str) -> None:
        """row: of a title, in logical pixels; name: what a screen reader says."""
        super().__init__()
        self._row = row
        self.setObjectName("pages")
        self.setFixedWidth(row.width())
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def add(self, title: str) -> None:
        """Put a title under the others."""
        QListWidgetItem(title, self).setSizeHint(self._row)
        if self.count() == 1:
            self.setCurrentRow(0)

    def fill(self, dialog: QDialog, pages: QBoxLayout) -> None:
        """Fill the dialog: this list, and its pages to the right of it."""
        layout = QHBoxLayout(dialog)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self)
        layout.addLayout(pages, 1)
