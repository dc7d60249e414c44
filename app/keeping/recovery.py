"""Recovery: looks at the start for work that was left behind, and offers it, one by one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.dialogs import Dialogs
from app.keeping.offer_bar import OfferBar
from app.messages import Message, Tone
from app.tasks import FILE_LANE, Task
from engine.imaging.placing import tidy
from engine.keeping.drafts import Found, LeftBehind, looked_through, remove


class Recovery(QObject):
    """Keeps the drafts that were found, and the bar that offers the first of them."""

    wanted = Signal(object)
    """The LeftBehind to go on with."""
    told = Signal(object)
    """The Message that says what cannot be offered, where nothing else is."""

    def __init__(self, bar: OfferBar, dialogs: Dialogs, place: Path, parent: QObject) -> None:
        """place: the folder of all drafts."""
        super().__init__(parent)
        self._bar = bar
        self._dialogs = dialogs
        self._place = place
        self._found: list[LeftBehind] = []
        self._damaged: tuple[Path, ...] = ()
        bar.restore_wanted.connect(self._on_restore)
        bar.delete_wanted.connect(self._on_delete)
        bar.put_off.connect(self._on_put_off)

    @property
    def found(self) -> tuple[LeftBehind, ...]:
        """What is offered, the first one first."""
        return tuple(self._found)

    def look(self, folder: str = "") -> None:
        """Look for what was left behind, in another thread.

        folder: the one used last; a project that was half written there is removed.
        """
        place = self._place
        self._run(lambda: _looked(place, folder), self._on_found)

    def done_with(self, draft: LeftBehind) -> None:
        """It was restored, and is kept elsewhere now."""
        self._run(lambda: remove(draft.folder))

    def _run(self, call: Callable[[], object], answer: Callable[..., None] | None = None) -> None:
        task = Task(lambda _task: call())
        if answer is not None:
            task.succeeded.connect(answer)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._found, self._damaged = list(found.drafts), found.damaged
        self._show()
        if self._damaged and not self._found:
            self.told.emit(self._words())

    def _words(self) -> Message:
        """What is said of drafts that cannot be read."""
        count = len(self._damaged)
        return Message(
            Tone.WARNING,
            self.tr("Unsaved work of an earlier start cannot be read: it is damaged.")
            if count == 1
            else self.tr(
                "Unsaved work of {0} earlier starts cannot be read: it is damaged."
            ).format(count),
            self.tr(
                "It stays in {0}, and the photograph is as it was. Delete that folder to hear of"
                " it no more."
            ).format(self._damaged[0] if count == 1 else self._place),
        )

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
            self._bar.offer(self._found[0], len(self._found) - 1, len(self._damaged))
        else:
            self._bar.hide()


def _looked(place: Path, folder: str) -> Found:
    found = looked_through(place)
    projects = {draft.project.parent for draft in found.drafts if draft.project}
    for each in projects | ({Path(folder)} if folder else set()):
        tidy(each)
    return found
