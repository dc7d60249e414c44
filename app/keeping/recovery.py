"""Recovery: looks at the start for work that was left behind, and offers it, one by one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.dialogs import Dialogs
from app.keeping.offer_bar import OfferBar
from app.tasks import FILE_LANE, Task
from engine.keeping.drafts import LeftBehind, left_behind, remove


class Recovery(QObject):
    """Keeps the drafts that were found, and the bar that offers the first of them."""

    wanted = Signal(object)
    """The LeftBehind to go on with."""

    def __init__(self, bar: OfferBar, dialogs: Dialogs, place: Path, parent: QObject) -> None:
        """place: the folder of all drafts."""
        super().__init__(parent)
        self._bar = bar
        self._dialogs = dialogs
        self._place = place
        self._found: list[LeftBehind] = []
        bar.restore_wanted.connect(self._on_restore)
        bar.delete_wanted.connect(self._on_delete)
        bar.put_off.connect(self._on_put_off)

    @property
    def found(self) -> tuple[LeftBehind, ...]:
        """What is offered, the first one first."""
        return tuple(self._found)

    def look(self) -> None:
        """Look for what was left behind, in another thread."""
        place = self._place
        self._run(lambda: left_behind(place), self._on_found)

    def done_with(self, draft: LeftBehind) -> None:
        """It was restored, and is kept elsewhere now."""
        self._run(lambda: remove(draft.folder))

    def _run(self, call: Callable[[], object], answer: Callable[..., None] | None = None) -> None:
        task = Task(lambda _task: call())
        if answer is not None:
            task.succeeded.connect(answer)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_found(self, found: list[LeftBehind]) -> None:
        self._found = found
        self._show()

    @Slot()
    def _on_restore(self) -> None:
        draft = self._found.pop(0)
        self._show()
        self.wanted.emit(draft)

    @Slot()
    def _on_delete(self) -> None:
        draft = self._found[0]
        if self._dialogs.may_delete(draft.note.name):
            del self._found[0]
            self.done_with(draft)
            self._show()

    @Slot()
    def _on_put_off(self) -> None:
        del self._found[0]
        self._show()

    def _show(self) -> None:
        if self._found:
            self._bar.offer(self._found[0], len(self._found) - 1)
        else:
            self._bar.hide()
