"""The one dialog of a kind that is open: in the colours of the window, gone once it is closed."""

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance, Slot

from app.theme import Colours, ThemeKeeper


class Coloured(Protocol):
    """What is needed of a dialog."""

    finished: SignalInstance

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""

    def deleteLater(self) -> None:
        """Be destroyed when its own events are through."""


class OneDialog(QObject):
    """Keeps a dialog from when it was built until it is closed."""

    def __init__(self, theme: ThemeKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dialog: Coloured | None = None
        theme.changed.connect(self._colour)

    def keep(self, dialog: Coloured) -> None:
        """Colour the dialog, now and whenever the theme changes, and destroy it at its end."""
        self._dialog = dialog
        dialog.finished.connect(self._on_finished)
        self._colour()

    @Slot()
    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot()
    def _colour(self) -> None:
        if self._dialog is not None:
            self._dialog.colour(self._theme.colours)
