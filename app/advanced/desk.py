"""The hidden page, connected: what is started, watched, promoted, and what goes on meanwhile."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from app.advanced.page import AdvancedPage
from app.desk.parts import Parts
from engine.runs.folders import folders
from engine.runs.story import told


class AdvancedDesk(QObject):
    """Builds the page and connects it with the window's parts."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self.page = AdvancedPage()
        parts.theme.changed.connect(self._colour)
        self._colour()
        self.page.watch.watch(_to_watch())

    @Slot()
    def _colour(self) -> None:
        self.page.colour(self._parts.theme.colours)

    def finish(self) -> None:
        """The window is about to go; runs go on."""
        self.page.finish()


def _to_watch() -> Path | None:
    """The run that is under way, else the one that was started last."""
    known = folders()
    return next((folder for folder in known if told(folder).is_alive), next(iter(known), None))
