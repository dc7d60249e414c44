"""What is done with a run's folder: opened, added, left out, deleted, its spec exported."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from app.advanced.lanes import OUTCOME_LANE
from app.advanced.outcome.asking import Asking
from app.advanced.outcome.removing import for_good, require_idle, to_trash
from app.advanced.outcome.row import RunRow
from app.messages import explain
from app.tasks import Task
from engine.errors import EngineError
from engine.imaging.placing import write_whole
from engine.runs.folders import add, leave_out, runs_folder


class Chores(QObject):
    """Does them off the GUI thread where they take long, and says how they ended."""

    said = Signal(str)
    """What there is to say; empty if all went well."""
    done = Signal()
    """Other runs may be there now."""

    def __init__(self, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking = asking

    def open(self, rows: Sequence[RunRow]) -> None:
        """Show folders in the system's file manager."""
        for row in rows:
            self._asking.open_folder(QUrl.fromLocalFile(str(row.folder)))

    def export(self, row: RunRow) -> None:
        """Write a run's spec for the command line."""
        path = self._asking.spec_to_write(Path.home() / f"{row.name}.json")
        if path is None or row.story.spec is None:
            return
        try:
            write_whole(path, row.story.spec.to_json().encode())
        except EngineError as error:
            self.said.emit(explain(error).words)
        else:
            self.said.emit(self.tr("Start it with: gossamer-cli distill {0}").format(f'"{path}"'))

    def add(self) -> None:
        """Put a run on the list that was made elsewhere."""
        folder = self._asking.run_to_add(runs_folder())
        if folder is not None:
            self._try(lambda: add(folder))

    def leave_out(self, rows: Sequence[RunRow]) -> None:
        """Take runs off the list that lie elsewhere; nothing of them is touched."""
        folders = [row.folder for row in rows]

        def leave() -> None:
            for folder in folders:
                leave_out(folder)

        self._try(leave)

    def delete(self, rows: Sequence[RunRow]) -> None:
        """Move runs to the trash, if that is wanted; never one that is under way."""
        folders = [row.folder for row in rows]
        try:
            for folder in folders:
                require_idle(folder)
        except EngineError as error:
            self.said.emit(explain(error).words)
            return
        if folders and self._asking.may_delete([folder.name for folder in folders]):
            self._try(lambda: [f for f in folders if not to_trash(f)], self._on_trashed)

    def _try(
        self, work: Callable[[], object], then: Callable[[list[Path]], None] | None = None
    ) -> None:
        task = Task(lambda _task: work())
        task.succeeded.connect(then or self._on_done)
        task.failed.connect(self._on_failed)
        task.start(OUTCOME_LANE)

    @Slot(object)
    def _on_trashed(self, left: list[Path]) -> None:
        """What there is no trash for is deleted for good only if that is wanted too."""
        self._on_done()
        if left and self._asking.may_delete_for_good([folder.name for folder in left]):
            self._try(lambda: _all_for_good(left))

    @Slot(object)
    def _on_done(self, _result: object = None) -> None:
        self.said.emit("")
        self.done.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.said.emit(explain(error).words)
        self.done.emit()


def _all_for_good(folders: Sequence[Path]) -> None:
    for folder in folders:
        for_good(folder)
