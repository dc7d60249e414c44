"""The picture controller: opens pictures and trimaps, exports results, all on the file lane."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.messages import explain
from app.tasks import FILE_LANE, Task
from engine.arrays import Alpha, Trimap
from engine.errors import EngineError
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image, read_trimap
from engine.imaging.writing import Bits, write_alpha, write_cutout, write_trimap
from engine.trimap.codes import clamp_known


@dataclass(frozen=True, eq=False)
class Opened:
    """What was read: a picture, its trimap where one was asked for, or why that failed."""

    picture: Picture
    trimap: Trimap | None = None
    error: EngineError | None = None


@dataclass(frozen=True)
class Saved:
    """What was written: the file, of which revision of the document, and whether it lags."""

    path: Path
    revision: int
    is_stale: bool = False
    """True for what was made of a matte that is older than the trimap."""


class PictureController(QObject):
    """Reads and writes files off the GUI thread, and tells how it went."""

    busy_changed = Signal(str)
    """What is being done, or nothing."""
    picture_read = Signal(object)
    """The Opened."""
    trimap_read = Signal(object)
    """A Trimap for the picture that is open."""
    saved = Signal(object)
    """The Saved."""
    failed = Signal(object)
    """The Message that says why."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def open_files(self, paths: list[Path]) -> None:
        """Open a photograph and, if there are two files, its trimap."""
        if not paths:
            return
        photo, trimap = _told_apart(paths)
        self._run(
            self.tr("Opening {0}").format(photo.name),
            lambda: _read(photo, trimap),
            self._on_picture_read,
        )

    def import_trimap(self, path: Path) -> None:
        """Read a trimap for the picture that is open."""
        if self._document.is_empty:
            return
        size = self._document.image.shape[0], self._document.image.shape[1]
        revision = self._document.path
        self._run(
            self.tr("Reading {0}").format(path.name),
            lambda: (read_trimap(path, size), revision),
            self._on_trimap_read,
        )

    def export_trimap(self, path: Path) -> None:
        """Write the trimap as it is now."""
        trimap = self._document.trimap.copy()  # the next stroke writes the other one
        self._write(self._saving(path), lambda: write_trimap(path, trimap))

    def export_alpha(self, path: Path, bits: Bits) -> None:
        """Write the alpha, as it is shown, as a grey PNG."""
        alpha_shown = self._alpha_shown()
        if alpha_shown is not None:
            saving = self._saving(path, is_matte=True)
            self._write(saving, lambda: write_alpha(path, alpha_shown(), bits=bits))

    def export_cutout(self, path: Path, bits: Bits) -> None:
        """Write the foreground, in its own colours, as an RGBA PNG."""
        image, icc, alpha_shown = self._document.image, self._document.icc, self._alpha_shown()
        if alpha_shown is not None:
            self._write(
                self._saving(path, is_matte=True),
                lambda: write_cutout(path, image, alpha_shown(), bits=bits, icc=icc),
            )

    def suggested(self, ending: str) -> Path:
        """A name beside the picture for what is exported: `fox.jpg` gives `fox-alpha.png`."""
        path = self._document.path or Path("picture.png")
        return path.with_name(f"{path.stem}-{ending}.png")

    def _alpha_shown(self) -> Callable[[], Alpha] | None:
        """Gives, off the GUI thread, the alpha with all that the trimap has learnt since."""
        document, alpha = self._document, self._document.lend_alpha()
        if alpha is None:
            return None
        if document.is_alpha_current:
            return lambda: alpha
        trimap = document.trimap.copy()
        return lambda: clamp_known(alpha, trimap)

    def _saving(self, path: Path, *, is_matte: bool = False) -> Saved:
        document = self._document
        return Saved(path, document.revision, is_matte and not document.is_alpha_current)

    def _write(self, saving: Saved, call: Callable[[], None]) -> None:
        def write() -> Saved:
            call()
            return saving

        self._run(self.tr("Writing {0}").format(saving.path.name), write, self._on_saved)

    def _run(self, doing: str, call: Callable[[], object], answer: Callable[..., None]) -> None:
        task = Task(lambda _task: call(), self)
        task.succeeded.connect(answer)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self.busy_changed.emit(doing)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_picture_read(self, opened: Opened) -> None:
        self.picture_read.emit(opened)
        if opened.error is not None:
            self.failed.emit(explain(opened.error))

    @Slot(object)
    def _on_trimap_read(self, result: tuple[Trimap, Path | None]) -> None:
        trimap, path = result
        if path == self._document.path:  # else another picture was opened meanwhile
            self.trimap_read.emit(trimap)

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        self.saved.emit(saved)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self.busy_changed.emit("")


def _read(photo: Path, trimap: Path | None) -> Opened:
    picture = read_image(photo)
    if trimap is None:
        return Opened(picture)
    height, width = picture.image.shape[:2]
    try:
        return Opened(picture, read_trimap(trimap, (height, width)))
    except EngineError as error:
        return Opened(picture, error=error)  # half of what was asked for is better than nothing


def _told_apart(paths: list[Path]) -> tuple[Path, Path | None]:
    """The photograph and the trimap among files: by their names, else in the order given."""
    if len(paths) == 1:
        return paths[0], None
    first, second = paths[:2]
    if is_trimap_name(first) and not is_trimap_name(second):
        return second, first
    return first, second


def is_trimap_name(path: Path) -> bool:
    """True for names such as `fox-trimap.png`."""
    return path.stem.lower().endswith("trimap")
