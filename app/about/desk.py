"""The about dialog: opened, coloured, and its diagnostics copied."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from app.desk.parts import Parts
from app.paths import log_file

if TYPE_CHECKING:  # cards, licences and what is installed: nothing for the window's start
    from app.about.dialog import About


class AboutDesk(QObject):
    """Connects the action with the dialog, which is built anew each time."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._open: About | None = None
        parts.actions["about"].triggered.connect(self._on_about)
        parts.theme.changed.connect(self._colour)

    @Slot()
    def _on_about(self) -> None:
        from app.about.dialog import About

        self._parts.devices.ask()  # until somebody copies them, the machine is known
        self._open = About(log_file(), self._window)
        self._open.copy_wanted.connect(self._on_copy_wanted)
        self._open.folder_wanted.connect(self._on_folder_wanted)
        self._open.finished.connect(self._on_finished)
        self._colour()
        self._open.open()

    @Slot()
    def _on_copy_wanted(self) -> None:
        from app.about.diagnostics import diagnostics

        QGuiApplication.clipboard().setText(diagnostics(self._parts.devices))

    @Slot()
    def _on_folder_wanted(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file().parent)))

    @Slot()
    def _on_finished(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
            self._open = None

    @Slot()
    def _colour(self) -> None:
        if self._open is not None:
            self._open.colour(self._parts.theme.colours)
