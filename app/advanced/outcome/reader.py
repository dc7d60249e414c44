"""The runs, read again and again off the GUI thread for as long as somebody looks."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.advanced.outcome.row import RunRow, row_of
from app.weighing import Question, Weigher
from engine.runs.folders import folders
from engine.runs.story import Follower

_PAUSE = 1500
"""Milliseconds between two looks."""


class RunsReader(QObject):
    """Tells what runs there are; one look at a time."""

    told = Signal(object)
    """A tuple of RunRows, the newest first; only when something is another."""
    failed = Signal(object)
    """The Message that says why they cannot be read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._followers: dict[Path, Follower] = {}  # touched by the one task only
        self._rows: tuple[RunRow, ...] | None = None
        self._weigher = Weigher(lambda: Question(None, self._read), self, pause=0)
        self._weigher.found.connect(self._on_read)
        self._weigher.failed.connect(self.failed)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look)

    def watch(self, watching: bool) -> None:
        """Look now and then, or rest."""
        if watching:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look once; if that is going on already, once more after it."""
        self._weigher.ask()

    def _read(self) -> tuple[RunRow, ...]:
        """On the lane."""
        known = folders()
        self._followers = {
            folder: self._followers.get(folder) or Follower(folder) for folder in known
        }
        return tuple(row_of(self._followers[folder].look()) for folder in known)

    @Slot(object)
    def _on_read(self, rows: tuple[RunRow, ...]) -> None:
        if rows != self._rows:
            self._rows = rows
            self.told.emit(rows)
