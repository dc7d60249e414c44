"""The about dialog: the program, its models and their cards, and the licences of all of it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app.about.pages import models_page, program_page
from app.about.reader import LicenceReader
from app.paged_dialog import PagedDialog


class About(PagedDialog):
    """Three pages to read."""

    copy_wanted = Signal()
    """The diagnostics shall be on the clipboard."""
    folder_wanted = Signal()
    """The folder of the log shall be shown."""

    def __init__(self, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Gossamer"))
        self._copied = QLabel()
        self._copied.setObjectName("note")
        self.add(self.tr("Program"), "information-outline", self._program(log))
        self.add(self.tr("Models"), "graph-outline", self._text(models_page(), self.tr("Models")))
        self.add(self.tr("Licences"), "scale-balance", LicenceReader())

    def _program(self, log: Path) -> QWidget:
        page = QWidget()
        text = self._text(program_page(log), self.tr("Program"))
        copy = QPushButton(self.tr("Copy diagnostics"))
        copy.clicked.connect(self._on_copy)
        folder = QPushButton(self.tr("Show the log"))
        folder.clicked.connect(self.folder_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (copy, folder):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addWidget(self._copied, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(text, 1)
        column.addLayout(row)
        return page

    def _text(self, html: str, name: str) -> QTextBrowser:
        text = QTextBrowser()
        text.setObjectName("reading")
        text.setAccessibleName(name)
        text.setOpenLinks(False)
        text.setHtml(html)
        return text

    @Slot()
    def _on_copy(self) -> None:
        self.copy_wanted.emit()
        self._copied.setText(self.tr("Copied."))
