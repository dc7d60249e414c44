"""The project controller: opens and saves project files, and left drafts, on the file lane."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.file_worker import FileWorker
from app.keeping.autosave import Autosave
from app.keeping.reopening import Missed, Reopened, read, restore
from engine.arrays import Trimap
from engine.errors import EngineError
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.keeping.carrying import Carried, carried
from engine.keeping.drafts import LeftBehind
from engine.keeping.journal import MAGIC
from engine.keeping.notes import PictureNote, note_of
from engine.keeping.project import Project, write_project


@dataclass(frozen=True)
class Kept:
    """A project was written: where, of which picture and revision, with the photograph in it."""

    path: Path
    picture: Picture
    revision: int
    is_inside: bool


class ProjectController(FileWorker):
    """Reads and writes projects off the GUI thread, and tells how it went."""

    reopened = Signal(object)
    """The Reopened."""
    carried = Signal(object)
    """The Carried: another version of the photograph, and what the work is on it."""
    kept = Signal(object)
    """The Kept."""
    photograph_missed = Signal(object)
    """The Missed."""

    def __init__(
        self, document: Document, autosave: Autosave, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._autosave = autosave

    @property
    def autosave(self) -> Autosave:
        """What keeps the work while it is under way."""
        return self._autosave

    def open(self, path: Path, photograph: Path | None = None) -> None:
        """Go on with the project at `path`; photograph: where that is, if it is elsewhere."""
        doing = self.tr("Opening {0}").format(path.name)
        self._run(doing, lambda: read(path, photograph), self._on_read)

    def recover(self, draft: LeftBehind, photograph: Path | None = None) -> None:
        """Go on with what was left behind."""
        doing = self.tr("Restoring {0}").format(draft.note.name)
        self._run(doing, lambda: restore(draft, photograph), self._on_read)

    def save(self, path: Path, model: str, *, inside: bool) -> None:
        """Write the project as it is now."""
        document, picture = self._document, self._document.picture
        if picture is None:
            return
        kept = Kept(path, picture, document.revision, inside)
        trimap = document.trimap.copy()
        alpha = document.lend_alpha() if document.is_alpha_current else None
        finish = (document.finish.refinement, document.finish.amount.copy())
        base, journal = self._begun()

        def write() -> Kept:
            note = note_of(picture.path, picture.image.shape[:2])
            project = Project(note, trimap, base, journal, alpha, model, *finish)
            write_project(path, project, picture, inside=inside)
            return kept

        self._run(self.tr("Saving {0}").format(path.name), write, self._on_written)

    def carry(self, path: Path) -> None:
        """Make the strokes again on another version of the photograph."""
        document, picture = self._document, self._document.picture
        if picture is None:
            return
        height, width = picture.image.shape[:2]
        trimap = document.trimap.copy()
        refinement, amount = document.finish.refinement, document.finish.amount.copy()
        base, journal = self._begun()

        def carry() -> Carried:
            note = PictureNote(str(picture.path), width, height, "")
            work = Project(note, trimap, base, journal, refinement=refinement, amount=amount)
            return carried(work, read_image(path).prepared())

        self._run(self.tr("Opening {0}").format(path.name), carry, self._on_carried)

    def _begun(self) -> tuple[Trimap, bytes]:
        """The trimap that the journal begins with, and the journal."""
        draft = self._autosave.draft
        if draft is None:
            return self._document.trimap.copy(), MAGIC
        try:
            return draft.base(), draft.content()
        except (OSError, EngineError):  # somebody has tidied up
            return self._document.trimap.copy(), MAGIC

    @Slot(object)
    def _on_read(self, result: Reopened | Missed) -> None:
        (self.reopened if isinstance(result, Reopened) else self.photograph_missed).emit(result)

    @Slot(object)
    def _on_carried(self, result: Carried) -> None:
        self.carried.emit(result)

    @Slot(object)
    def _on_written(self, kept: Kept) -> None:
        self.kept.emit(kept)
