"""Work with files that the person waits for: what is being done, and why it failed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.messages import explain
from app.tasks import FILE_LANE, Task


class FileWorker(QObject):
    """Makes calls on the file lane, and tells in the GUI thread how they went."""

    busy_changed = Signal(str)
    """What is being done, or nothing."""
    failed = Signal(object)
    """The Message that says why."""

    def _run(self, doing: str, call: Callable[[], object], answer: Callable[..., None]) -> None:
        """doing: in words; call: on the lane; answer: a slot that is given what it returned."""
        task = Task(lambda _task: call())
        task.succeeded.connect(answer)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self.busy_changed.emit(doing)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self.busy_changed.emit("")
