"""The door to the hidden page: nothing behind it is imported before somebody has found it."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget

from app.desk.parts import Parts
from app.dialogs import Going
from app.messages import Message, Tone
from app.panels.rooms import RoomSwitch

if TYPE_CHECKING:
    from app.advanced.desk import AdvancedDesk


class HiddenDesk(QObject):
    """Reveals the page by its key or from the preferences, and leads there and back."""

    built = Signal()
    """What is behind the door is there, as `inside`."""

    def __init__(self, parts: Parts, rooms: QStackedWidget, window: QMainWindow) -> None:
        """rooms: the window's middle, whose first page has the canvas."""
        super().__init__(window)
        self._parts = parts
        self._rooms = rooms
        self._window = window
        self._switch: RoomSwitch | None = None
        self.inside: AdvancedDesk | None = None
        self._action = parts.actions["distil"]
        window.addAction(self._action)  # its key acts before any menu has it
        self._action.toggled.connect(self._on_toggled)
        parts.document.image_changed.connect(self.leave)
        if parts.settings.advanced:
            self._furnish()

    @Slot(bool)
    def reveal(self, revealed: bool) -> None:
        """Show the ways to the page and remember that, or hide them again."""
        self._parts.settings.advanced = revealed
        if revealed:
            self._furnish()
        elif self._switch is not None:
            self.leave()
            self._menu().removeAction(self._action)
            self._switch.deleteLater()
            self._switch = None

    @Slot()
    def leave(self) -> None:
        """Back to the photograph."""
        self._action.setChecked(False)

    def look(self) -> None:
        """Tell of a run that has gone on while no window was open."""
        if not self._parts.settings.advanced:
            return
        folder = self._alive()
        if folder is not None:
            self._parts.stage.messages.show_message(
                Message(
                    Tone.INFO,
                    self.tr("“{0}” is still learning.").format(folder.name),
                    self.tr("Press {0} to watch it.").format(self._parts.actions.key("distil")),
                )
            )

    def may_close(self) -> bool:
        """Whether the window may go; a run under way is left going or stopped, as is wished."""
        folder = self._alive() if self._parts.settings.advanced else None
        if folder is None:
            return True
        answer = self._parts.dialogs.going(folder.name)
        if answer is Going.STOP:
            from engine.runs.launching import stop
            from engine.runs.queue import hold

            hold(True)  # what waits shall not take its place
            stop(folder)
        return answer is not Going.STAY

    def finish(self) -> None:
        """The window is about to go."""
        if self.inside is not None:
            self.inside.finish()

    @staticmethod
    def _alive() -> Path | None:
        from engine.runs.folders import alive

        return next(iter(alive()), None)

    def _furnish(self) -> None:
        """The page is in the menus, and in the corner above everything."""
        if self._switch is None:
            self._menu().insertAction(self._menu().actions()[0], self._action)
            self._switch = RoomSwitch(self._action)
            self._window.menuBar().setCornerWidget(self._switch)
            self._switch.show()

    def _menu(self) -> QMenu:
        """That which has the panels."""
        panels = self._parts.actions["panels"]
        bars = self._window.menuBar().actions()
        menus = [cast(QMenu, entry.menu()) for entry in bars]
        return next(menu for menu in menus if panels in menu.actions())

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        if shown:
            self.reveal(True)
            self._build()
        inside = self.inside
        if inside is None:
            return
        self._rooms.setCurrentIndex(self._rooms.indexOf(inside.page) if shown else 0)
        if shown:
            inside.page.setFocus()
        elif not self._parts.document.is_empty:
            self._parts.canvas.setFocus()

    def _build(self) -> None:
        if self.inside is None:
            from app.advanced.desk import AdvancedDesk

            self.inside = AdvancedDesk(self._parts, self._window)
            self.inside.page.back_wanted.connect(self.leave)
            self._rooms.addWidget(self.inside.page)
            self.built.emit()
