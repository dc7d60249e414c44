"""Folders of training data, looked into in the background: first at a glance, then file by file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from app.advanced.lanes import LOOKING_LANE
from app.images import Bytes
from app.tasks import Task
from engine.data.checking import Report, check_backgrounds, check_foregrounds
from engine.data.foregrounds import background_files, require_folder
from engine.data.layouts import arranged
from engine.data.licences import LAYOUTS, licence_of
from engine.data.thumbnails import background_thumbnails, foreground_thumbnails
from engine.errors import Cancelled

Kind = Literal["foregrounds", "backgrounds"]
THUMBNAILS, SIDE = 8, 72
"""How many small pictures are shown of a folder, and how large they are made, in pixels."""


@dataclass(frozen=True, eq=False)
class Glance:
    """What can be told at once. layout: of foregrounds; licence: empty if nothing names one."""

    files: int
    layout: str
    licence: str
    thumbnails: tuple[Bytes, ...]


class FolderLooker(QObject):
    """Looks into one folder at a time; another one takes its place."""

    glanced = Signal(object)
    """The Glance."""
    progressed = Signal(float)
    """Of the check, in [0, 1]."""
    checked = Signal(object)
    """The Report."""
    failed = Signal(object)
    """The exception that says why it cannot be looked into."""

    def __init__(self, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._tasks: list[Task] = []

    def look(self, folder: Path) -> None:
        """Look into a folder, from the beginning."""
        self.rest()
        kind = self._kind
        self._start(lambda _task: _glance(kind, folder), self._on_glanced)
        self._start(lambda task: _report(kind, folder, task), self._on_checked)

    def rest(self) -> None:
        """Leave what is being looked into."""
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()

    def _start(self, call: Callable[[Task], object], answer: Callable[..., None]) -> None:
        task = Task(call)
        task.succeeded.connect(answer)
        task.failed.connect(self._on_failed)
        task.progressed.connect(self._on_progressed)
        self._tasks.append(task)
        task.start(LOOKING_LANE)

    def _is_current(self) -> bool:
        return self.sender() in self._tasks

    @Slot(object)
    def _on_glanced(self, glance: Glance) -> None:
        if self._is_current():
            self.glanced.emit(glance)

    @Slot(object)
    def _on_checked(self, report: Report) -> None:
        if self._is_current():
            self.checked.emit(report)

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self._is_current():
            self.progressed.emit(share)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if self._is_current():
            self.rest()  # the check would say the same
            self.failed.emit(error)


def _glance(kind: Kind, folder: Path) -> Glance:
    require_folder(folder, hint="Choose another folder.")
    if kind == "backgrounds":
        files = background_files(folder)
        small = tuple(background_thumbnails(folder, THUMBNAILS, SIDE))
        return Glance(len(files), "", licence_of(folder), small)
    layout, found = arranged(folder)
    small = tuple(foreground_thumbnails(folder, THUMBNAILS, SIDE))
    licence = licence_of(folder) or LAYOUTS.get(layout, "")
    return Glance(len(found.cutouts), layout, licence, small)


def _report(kind: Kind, folder: Path, task: Task) -> Report:
    def reached(share: float) -> None:
        if task.cancel_requested():
            raise Cancelled
        task.report(share)

    check = check_foregrounds if kind == "foregrounds" else check_backgrounds
    return check(folder, reached)
