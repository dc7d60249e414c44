"""The guide: opened from Help, raised when it is open already, coloured with the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QMainWindow

from app.desk.parts import Parts
from app.messages import Message, Tone
from app.one_dialog import OneDialog

if TYPE_CHECKING:  # nothing for the window's start
    from app.guide.dialog import Guide


class GuideDesk(QObject):
    """Connects the action with the guide's window."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._one = OneDialog(parts.theme, self)
        self._guide: Guide | None = None
        parts.actions["guide"].triggered.connect(self._on_guide)

    @Slot()
    def _on_guide(self) -> None:
        from app.guide.dialog import Guide
        from app.guide.pages import guide_folder, pages

        if self._guide is None:
            try:
                found = pages()
            except OSError:
                self._refuse(str(guide_folder()))
                return
            self._guide = Guide(found, self._window)
            self._guide.finished.connect(self._on_finished)
            self._one.keep(self._guide)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

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
        self._guide = None
