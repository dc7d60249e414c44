"""A line for a folder: typed, dropped, or chosen."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.dialogs import Dialogs


class FolderField(QWidget):
    """Holds the name of a folder, which need not exist."""

    changed = Signal()

    def __init__(self, title: str, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._dialogs = dialogs
        self.setAcceptDrops(True)
        self._line = QLineEdit()
        self._line.setAccessibleName(title)
        self._line.setAcceptDrops(False)
        self._line.textChanged.connect(self.changed)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.setAccessibleDescription(title)
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(choose)
        self.setFocusProxy(self._line)

    @property
    def path(self) -> Path | None:
        """The folder; None when the line is empty."""
        text = self._line.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path | None) -> None:
        """Put a folder in."""
        self._line.setText("" if path is None else str(path))

    def invite(self, words: str) -> None:
        """What is said while the line is empty."""
        self._line.setPlaceholderText(words)

    @Slot()
    def _on_choose(self) -> None:
        path = self._dialogs.folder(self._title, str(self.path or ""))
        if path is not None:
            self.set_path(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One folder is welcome."""
        if folder_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self.set_path(folder_in(event))
        event.acceptProposedAction()


def folder_in(event: QDropEvent) -> Path | None:
    """The one folder that is dragged, if it is one."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].is_dir() else None
