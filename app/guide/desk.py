"""The guide: opened from Help, raised when it is open already, coloured with the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QMainWindow

from app.desk.parts import Parts
from app.messages import Message, Tone

if TYPE_CHECKING:  # nothing for the window's start
    from app.guide.dialog import Guide


class GuideDesk(QObject):
    """Connects the action with the guide's window."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._open: Guide | None = None
        parts.actions["guide"].triggered.connect(self._on_guide)
        parts.theme.changed.connect(self._colour)

    @Slot()
    def _on_guide(self) -> None:
        from app.guide.dialog import Guide
        from app.guide.pages import guide_folder, pages

        if self._open is None:
            try:
                found = pages()
            except OSError:
                self._refuse(str(guide_folder()))
                return
            self._open = Guide(found, self._window)
            self._open.finished.connect(self._on_finished)
            self._colour()
        self._open.show()
        self._open.raise_()
        self._open.activateWindow()

    def _refuse(self, folder: str) -> None:
        self._parts.stage.messages.show_message(
            Message(
                Tone.ERROR,
                QCoreApplication.translate("GuideDesk", "The guide is not there."),
                QCoreApplication.translate(
                    "GuideDesk", "It should be in {0}: install Gossamer again."
                ).format(folder),
            )
        )

    @Slot()
    def _on_finished(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
            self._open = None

    @Slot()
    def _colour(self) -> None:
        if self._open is not None:
            self._open.colour(self._parts.theme.colours)
