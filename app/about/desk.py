"""The about dialog: opened, coloured, and its diagnostics copied."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from app.desk.parts import Parts
from app.one_dialog import OneDialog
from app.paths import log_file


class AboutDesk(QObject):
    """Connects the action with the dialog, which is built anew each time."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._one = OneDialog(parts.theme, self)
        parts.actions["about"].triggered.connect(self._on_about)

    @Slot()
    def _on_about(self) -> None:
        # cards, licences and what is installed: nothing for the window's start
        from app.about.dialog import About

        self._parts.devices.ask()  # until somebody copies them, the machine is known
        dialog = About(log_file(), self._window)
        dialog.copy_wanted.connect(self._on_copy_wanted)
        dialog.folder_wanted.connect(self._on_folder_wanted)
        self._one.keep(dialog)
        dialog.open()

    @Slot()
    def _on_copy_wanted(self) -> None:
        from app.about.diagnostics import diagnostics

        QGuiApplication.clipboard().setText(diagnostics(self._parts.devices))

    @Slot()
    def _on_folder_wanted(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file().parent)))
