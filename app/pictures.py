"""The picture controller: opens pictures and trimaps, exports results, all on the file lane."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.exporting.work import Copied, Order, Origin, copied, written
from app.file_worker import FileWorker
from app.messages import explain
from app.paths import folder_beside
from engine.arrays import Trimap
from engine.errors import EngineError
from engine.export.kinds import Wish
from engine.export.round_trip import RoundTrip
from engine.imaging.contents import read_content
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image, read_trimap
from engine.imaging.writing import write_trimap


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
    trip: RoundTrip | None = None
    """How another library read it back; None for what is not read back."""


class PictureController(FileWorker):
    """Reads and writes files off the GUI thread, and tells how it went."""

    picture_read = Signal(object)
    """The Opened."""
    pasted = Signal(object)
    """The Picture in the bytes of a file on the clipboard; None if they hold none that is read."""
    trimap_read = Signal(object)
    """A Trimap for the picture that is open."""
    saved = Signal(object)
    """The Saved."""
    copied = Signal(object)
    """The Copied, for the clipboard."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._folders: dict[Path, Path] = {}
        """Where the last export of each picture went."""

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

    def paste(self, content: bytes, name: Path) -> None:
        """Read a picture out of the bytes of its file, as of any file: to all bits and profiles."""
        self._run(self.tr("Pasting"), lambda: _pasted(content, name), self._on_pasted)

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

    def export(
        self,
        path: Path,
        wish: Wish,
        *,
        origin: Origin | None,
        records: bool,
        learns: bool = False,
    ) -> None:
        """Write the alpha or the cut-out, as they are shown, and have it read back.

        origin: who has made the alpha; records: whether a record of it is put beside; learns:
        whether the matte is kept to learn from.
        """
        order = self._order(origin, records=records, learns=learns)
        if order is not None:
            self._write(self._saving(path, is_matte=True), lambda: written(path, wish, order))

    def copy_cutout(self) -> None:
        """Make the cut-out for the clipboard."""
        order = self._order(None)
        if order is not None:
            self._run(self.tr("Copying"), lambda: copied(order), self._on_copied)

    def suggested(self, ending: str) -> Path:
        """A name for what is exported, beside the picture or where its last export went.

        `fox.jpg` gives `fox-alpha.png`.
        """
        path = self._document.path or Path("picture.png")
        folder = self._folders.get(path) or folder_beside(path)
        return folder / f"{path.stem}-{ending}.png"

    def _order(
        self, origin: Origin | None, *, records: bool = False, learns: bool = False
    ) -> Order | None:
        """All that an export needs, as it is now; None before there is an alpha."""
        document, finish = self._document, self._document.finish
        alpha, picture = document.lend_alpha(), document.picture
        if alpha is None or picture is None:
            return None
        amount = finish.amount.copy() if finish.is_cleaned else None
        trimap = document.trimap.copy()  # the next stroke writes the other one
        return Order(picture, trimap, alpha, finish.refinement, amount, origin, records, learns)

    def _saving(self, path: Path, *, is_matte: bool = False) -> Saved:
        document = self._document
        return Saved(path, document.revision, is_matte and not document.is_alpha_current)

    def _write(self, saving: Saved, call: Callable[[], RoundTrip | None]) -> None:
        if self._document.path is not None:
            self._folders[self._document.path] = saving.path.parent

        def write() -> Saved:
            return replace(saving, trip=call())

        self._run(self.tr("Writing {0}").format(saving.path.name), write, self._on_saved)

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
    def _on_pasted(self, picture: Picture | None) -> None:
        self.pasted.emit(picture)

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        self.saved.emit(saved)

    @Slot(object)
    def _on_copied(self, copied: Copied) -> None:
        self.copied.emit(copied)


def _pasted(content: bytes, name: Path) -> Picture | None:
    try:
        return read_content(content, name, "").prepared()
    except EngineError:
        return None


def _read(photo: Path, trimap: Path | None) -> Opened:
    picture = read_image(photo).prepared()
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
