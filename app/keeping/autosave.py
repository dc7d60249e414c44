"""Autosave: every deed is on disk before the next one begins, and nobody waits for it.

A record is handed to the system at once, which a killed program cannot take back; that the disk
has it, which the power cannot take back either, is waited for in another thread, and by the hand
only if that is not done when it comes down for the next stroke.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from app.document import Document
from app.edits import Edit
from app.history import History
from app.messages import Message, Tone
from engine.arrays import Trimap
from engine.errors import EngineError
from engine.imaging.picture import Picture
from engine.imaging.placing import write_whole
from engine.keeping.drafts import Draft
from engine.keeping.journal import MAGIC
from engine.keeping.notes import PictureNote, file_fingerprint
from engine.keeping.records import Deed, Mark, Record, step_of

_PATIENCE = 0.2
"""Seconds for which a stroke waits at most: a disk that is stuck must not stop the hand."""


@dataclass(frozen=True, eq=False)
class Beginning:
    """What a draft begins with when it is not just the trimap of a picture that was opened.

    base: the trimap that the journal began with. content: the journal so far. is_saved: whether
    all of that is in the project's file.
    """

    base: Trimap
    content: bytes
    project: Path | None = None
    is_saved: bool = False


class Autosave(QObject):
    """Writes a draft of the document as it is worked on, one draft for each picture."""

    failed = Signal(object)
    """The Message that says that, and why, what is painted cannot be kept; once for a picture."""

    _stuck = Signal(object)

    def __init__(
        self, document: Document, history: History, place: Path, parent: QObject | None = None
    ) -> None:
        """place: the folder of all drafts."""
        super().__init__(parent)
        self._document = document
        self._history = history
        self._place = place
        self._thread = ThreadPoolExecutor(1, "autosave")
        self._draft: Draft | None = None
        self._waiting: set[Future[None]] = set()
        self._in_turn: Future[None] | None = None
        """What must be done before a record can be written here and now."""
        self._syncing: Future[None] | None = None
        self._next: Beginning | None = None
        self._index = 0
        self._is_closed = False
        self._stuck.connect(self._on_stuck)
        document.image_changed.connect(self._on_image_changed)
        history.pushed.connect(self._on_pushed)
        history.indexChanged.connect(self._on_index_changed)
        history.cleanChanged.connect(self._on_clean_changed)

    @property
    def draft(self) -> Draft | None:
        """The draft, with all that was done so far; None when it could not be written."""
        wait(self._waiting)
        return self._draft

    def go_on_with(self, beginning: Beginning) -> None:
        """Let the draft of the picture that is opened next begin with this."""
        self._next = beginning

    def belong(self, project: Path) -> None:
        """The work is in a project's file from now on."""
        draft = self.draft
        if draft is not None:
            with suppress(OSError):  # it is found in the file, then
                draft.belong(project)

    @Slot(bool)
    def settle(self, is_down: bool) -> None:
        """Before a gesture begins: see that the disk has the one before, for a moment at most."""
        if is_down:
            wait(self._waiting, _PATIENCE)

    def discard(self) -> None:
        """Forget the draft: it is saved, or not wanted."""
        draft, self._draft = self.draft, None
        if draft is not None:
            draft.discard()

    def close(self) -> None:
        """The program ends: what is not saved stays where the next start will find it."""
        if self._is_closed:
            return
        self._is_closed = True
        draft = self.draft
        if draft is not None and self._history.isClean():
            self.discard()
        elif draft is not None:
            self._draft = None
            with suppress(OSError):
                draft.sync()
            draft.close()
        self._thread.shutdown()

    @Slot()
    def _on_image_changed(self) -> None:
        self.discard()
        document, beginning = self._document, self._next
        self._next, self._index = None, 0
        if beginning is None:  # the first stroke writes the trimap
            beginning = Beginning(document.trimap.copy(), MAGIC)
        picture = document.picture
        if picture is not None:
            self._in_turn = self._later(lambda: self._begin(picture, beginning))
            if picture.path.is_file():
                self._later(lambda: self._know(picture.path))
            else:
                self._later(lambda: self._keep_picture(picture))

    def _begin(self, picture: Picture, beginning: Beginning) -> None:
        """Make the draft; in the thread."""
        height, width = picture.image.shape[:2]
        note = PictureNote(str(picture.path.absolute()), width, height, "")
        draft = Draft(
            self._place,
            note,
            beginning.base,
            content=beginning.content,
            project=beginning.project,
        )
        if beginning.is_saved:
            draft.append(Mark(Deed.SAVED, time.time()))
        self._draft = draft

    def _know(self, path: Path) -> None:
        """Note the photograph's fingerprint; in the thread, after the draft is there."""
        with suppress(EngineError):  # without it a change is not noticed, and that is all
            if self._draft is not None:
                self._draft.know(file_fingerprint(path))

    def _keep_picture(self, picture: Picture) -> None:
        from engine.export.png import photograph_bytes  # not for the window's start

        if self._draft is not None:
            write_whole(self._draft.picture, photograph_bytes(picture))

    @Slot(object)
    def _on_pushed(self, command: Edit) -> None:
        self._index = self._history.index()
        said = (command.text(), command.patches, command.trace)
        self._tell(step_of(*said, time.time(), command.finishing))

    @Slot(int)
    def _on_index_changed(self, index: int) -> None:
        # a history that was emptied has nothing to undo: that was another picture
        if not isValid(self._history):  # it is destroyed, and Qt tells of its emptying
            return
        if self._history.is_pushing or not self._history.count():
            self._index = index
            return
        deed = Deed.UNDO if index < self._index else Deed.REDO
        for _ in range(abs(index - self._index)):
            self._tell(Mark(deed, time.time()))
        self._index = index

    @Slot(bool)
    def _on_clean_changed(self, clean: bool) -> None:
        is_alive = clean and isValid(self._history) and self._history.count()
        if is_alive and not self._history.is_pushing:
            self._tell(Mark(Deed.SAVED, time.time()))

    def _tell(self, record: Record) -> None:
        if self._in_turn is not None and not self._in_turn.done():
            self._in_turn = self._later(lambda: self._append(record))
        else:
            try:
                self._append(record)
            except OSError as error:
                self._on_stuck(error)
        if self._syncing is None or self._syncing.running() or self._syncing.done():
            self._syncing = self._later(self._sync)  # else one is to come anyway

    def _append(self, record: Record) -> None:
        if self._draft is not None:
            self._draft.append(record)

    def _sync(self) -> None:
        if self._draft is not None:
            self._draft.sync()

    def _later(self, call: Callable[[], None]) -> Future[None]:
        """Make the call in the thread, after those before it."""

        def made() -> None:
            try:
                call()
            except (OSError, EngineError) as error:
                self._stuck.emit(error)

        job = self._thread.submit(made)
        self._waiting = {other for other in self._waiting if not other.done()} | {job}
        return job

    @Slot(object)
    def _on_stuck(self, error: OSError | EngineError) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            draft.close()  # what is in it stays
        reason = error.strerror if isinstance(error, OSError) else error.message
        self.failed.emit(
            Message(
                Tone.WARNING,
                self.tr("What you paint cannot be kept for the case of a crash ({0}).").format(
                    reason or self.tr("the disk refuses")
                ),
                self.tr("Go on, and save the project now and then."),
            )
        )
