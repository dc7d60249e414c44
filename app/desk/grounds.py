"""Grounds: what lies behind the cut-out is chosen, and found again at the next start."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor

from app.backdrops import BackdropController, ReadPicture
from app.desk.parts import Parts
from app.looks import Ground, Look


class GroundsDesk(QObject):
    """Connects the grounds of the looks with dialogs, files and settings."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._backdrops = BackdropController(self)
        self._is_asked = False
        """Somebody waits to see the picture that is being read."""
        looks, settings = parts.looks, parts.settings
        self._remembered = settings.ground
        colour = QColor(settings.ground_colour)
        if colour.isValid():
            looks.set_colour(colour)
        looks.set_ground(_ground_called(self._remembered))
        looks.changed.connect(self._on_looks_changed)
        parts.actions["ground_picture"].triggered.connect(self._on_picture_requested)
        parts.header.colour_requested.connect(self._on_colour_requested)
        parts.header.picture_requested.connect(self._on_picture_requested)
        parts.document.image_changed.connect(self._on_image_changed)
        self._backdrops.picture_read.connect(self._on_picture_read)
        self._backdrops.failed.connect(parts.stage.messages.show_message)

    @Slot()
    def _on_looks_changed(self) -> None:
        looks, settings = self._parts.looks, self._parts.settings
        settings.ground_colour = looks.colour.name()
        if looks.ground.value != self._remembered and looks.look is Look.CUTOUT:
            self._remembered = settings.ground = looks.ground.value

    @Slot()
    def _on_colour_requested(self) -> None:
        colour = self._parts.dialogs.colour(self._parts.looks.colour)
        if colour is not None:
            self._parts.looks.set_colour(colour)

    @Slot()
    def _on_picture_requested(self) -> None:
        settings = self._parts.settings
        last = Path(settings.ground_picture)
        folder = str(last.parent) if settings.ground_picture else settings.folder
        path = self._parts.dialogs.ground_to_open(folder)
        if path is not None:
            self._is_asked = True
            self._backdrops.read(path)

    @Slot()
    def _on_image_changed(self) -> None:
        """Before the first cut-out is seen, but not before the window is."""
        last = self._parts.settings.ground_picture
        if last and self._parts.looks.picture is None and Path(last).is_file():
            self._backdrops.read(Path(last))

    @Slot(object)
    def _on_picture_read(self, picture: ReadPicture) -> None:
        looks, settings = self._parts.looks, self._parts.settings
        looks.set_picture(picture.rgb)
        settings.ground_picture = str(picture.path)
        if self._is_asked:
            looks.set_look(Look.CUTOUT)
        if self._is_asked or self._remembered == Ground.PICTURE.value:
            looks.set_ground(Ground.PICTURE)
        self._is_asked = False


def _ground_called(value: str) -> Ground:
    return next((ground for ground in Ground if ground.value == value), Ground.CHECKER)
