"""Files: what opens, what is written, and what must not be lost on the way."""

from collections.abc import Callable
from os.path import exists
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu

from app.desk.parts import Parts
from app.dialogs import Unsaved
from app.images import rgb_of_picture
from app.menus import fill_recent
from app.messages import Message, Tone
from app.paths import Sample, folder_beside, unused
from app.pictures import Opened, Saved, is_trimap_name
from app.words import engine_words
from engine.arrays import Trimap
from engine.imaging.picture import Picture
from engine.keeping.project import is_project_name

_FILES = ("image/tiff", "image/png", "image/avif", "image/webp", "image/jpeg")
"""Files that other programs offer on the clipboard, those first that keep most."""


class FilesDesk(QObject):
    """Connects the actions of the File menu with the picture controller."""

    trimap_read = Signal(object, str)
    """A trimap to put in place, and the name of that deed."""
    save_wanted = Signal(object)
    """What is to be called once the work is saved (a Callable)."""
    opened = Signal()
    """A picture, with its trimap if it has one, is there."""

    def __init__(self, parts: Parts, recent: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._recent = recent
        recent.setToolTipsVisible(True)
        recent.aboutToShow.connect(self._on_recent_shown)
        recent.triggered.connect(self._on_recent_triggered)
        actions, pictures = parts.actions, parts.pictures
        actions["open"].triggered.connect(self._on_open)
        actions["paste"].triggered.connect(self._on_paste)
        actions["import_trimap"].triggered.connect(self._on_import_trimap)
        actions["export_trimap"].triggered.connect(self._on_export_trimap)
        parts.empty.sample_chosen.connect(self._on_sample_chosen)
        parts.empty.recent_chosen.connect(self._on_recent_chosen)
        pictures.picture_read.connect(self._on_picture_read)
        pictures.trimap_read.connect(self._on_trimap_read)
        pictures.pasted.connect(self._on_pasted)
        pictures.saved.connect(self._on_saved)
        pictures.failed.connect(parts.stage.messages.show_message)
        pictures.busy_changed.connect(parts.status.show_doing)

    def open_files(self, paths: list[Path]) -> None:
        """Open what was dropped or named: a picture, its trimap, or a trimap for this picture."""
        if len(paths) == 1 and is_project_name(paths[0]):
            self.ask_discard(lambda: self._parts.projects.open(paths[0]))
        elif len(paths) == 1 and is_trimap_name(paths[0]) and not self._parts.document.is_empty:
            self._parts.pictures.import_trimap(paths[0])
        elif paths:
            self.ask_discard(lambda: self._parts.pictures.open_files(paths))

    def ask_discard(self, then: Callable[[], object]) -> None:
        """Call `then` if what was painted is saved, or may go, or once it was saved."""
        if self.may_discard(then):
            then()

    def may_discard(self, then: Callable[[], object]) -> bool:
        """Whether what was painted is saved, or may go.

        False as well when the person wants it saved: then `then` is called once it is.
        """
        if self._parts.history.isClean():
            return True
        answer = self._parts.dialogs.unsaved(self._parts.document.path)
        if answer is Unsaved.SAVE:
            self.save_wanted.emit(then)
        return answer is Unsaved.DISCARD

    @Slot()
    def _on_open(self) -> None:
        path = self._parts.dialogs.picture_to_open(self._parts.settings.folder)
        if path is not None:
            self.open_files([path])

    @Slot()
    def _on_paste(self) -> None:
        copied = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if files:
            self.open_files(files)
            return
        content = next(
            (copied.data(kind) for kind in _FILES if copied.hasFormat(kind)), QByteArray()
        )
        if content.size():
            found = bytes(content.data())
            self.ask_discard(lambda: self._parts.pictures.paste(found, self._pasted_name()))
        else:
            self._paste_shown(self.ask_discard)

    def _paste_shown(self, ask: Callable[[Callable[[], object]], object]) -> None:
        """Take the picture as Qt gives it, with 8 bits and no profile: there is nothing better."""
        copied = QGuiApplication.clipboard().mimeData()
        image = QGuiApplication.clipboard().image() if copied.hasImage() else QImage()
        if image.isNull():
            self._parts.stage.messages.show_message(
                Message(
                    Tone.WARNING,
                    self.tr("There is no picture to paste."),
                    self.tr("Copy a picture, or the file of one, and paste again."),
                )
            )
        else:
            shown = rgb_of_picture(image)
            ask(lambda: self._show(Opened(Picture(self._pasted_name(), shown))))

    def _pasted_name(self) -> Path:
        return unused(Path(self._parts.settings.folder) / self.tr("pasted.png"))

    @Slot(object)
    def _on_pasted(self, picture: Picture | None) -> None:
        if picture is None:  # Qt may make something of it
            self._paste_shown(lambda then: then())
        else:
            self._show(Opened(picture))

    @Slot(object)
    def _on_sample_chosen(self, sample: Sample) -> None:
        self.open_files([sample.picture, *([sample.trimap] if sample.trimap else [])])

    @Slot(str)
    def _on_recent_chosen(self, path: str) -> None:
        self.open_files([Path(path)])

    @Slot()
    def _on_recent_shown(self) -> None:
        fill_recent(self._recent, [path for path in self._parts.settings.recent if exists(path)])

    @Slot(QAction)
    def _on_recent_triggered(self, entry: QAction) -> None:
        self.open_files([Path(entry.data())])

    @Slot(object)
    def _on_picture_read(self, opened: Opened) -> None:
        path = opened.picture.path
        self._show(opened)
        self._parts.settings.folder = str(folder_beside(path))
        self._parts.settings.remember(str(path))
        if opened.picture.remark:
            remark = Message(Tone.INFO, engine_words(opened.picture.remark))
            self._parts.stage.messages.show_message(remark)
        self.opened.emit()

    def _show(self, opened: Opened) -> None:
        parts = self._parts
        parts.stage.messages.clear()
        parts.history.clear()
        parts.document.open_picture(opened.picture, opened.trimap)

    @Slot(object)
    def _on_trimap_read(self, trimap: Trimap) -> None:
        self.trimap_read.emit(trimap, self.tr("Import trimap"))

    @Slot()
    def _on_import_trimap(self) -> None:
        path = self._parts.dialogs.trimap_to_open(self._parts.settings.folder)
        if path is not None:
            self._parts.pictures.import_trimap(path)

    @Slot()
    def _on_export_trimap(self) -> None:
        path = self._ask(self.tr("Export the trimap"), "trimap")
        if path is not None:
            self._parts.pictures.export_trimap(path)

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        parts, name = self._parts, saved.path.name
        if saved.is_stale:
            message = Message(
                Tone.WARNING,
                self.tr("Saved {0}, of a matte that is older than the trimap.").format(name),
                self.tr("Press {0} for a new matte, and export again.").format(
                    parts.actions.key("matte")
                ),
            )
        else:
            message = Message(Tone.INFO, self.tr("Saved {0}").format(name), str(saved.path.parent))
            if saved.revision == parts.document.revision:  # else there were strokes meanwhile
                parts.history.setClean()
        parts.stage.messages.show_message(message)

    def _ask(self, title: str, ending: str) -> Path | None:
        return self._parts.dialogs.file_to_write(title, self._parts.pictures.suggested(ending))
