"""The tints: who changes them, who remembers them, and who wears their colours."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor

from app.desk.parts import Parts
from app.panels.swatch import dot_icon
from engine.trimap.codes import BACKGROUND, FOREGROUND

_NAMES = {FOREGROUND: "foreground", BACKGROUND: "background"}


class TintsDesk(QObject):
    """Connects the tints with the settings, the panel and the icons of the classes."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        actions, settings, tints = parts.actions, parts.settings, parts.looks.tints
        for code, name in _NAMES.items():
            tints.set_colour(code, QColor(settings.tint_colour(name)))
        tints.show_border(settings.border)
        tints.keep_still(settings.still)
        actions["border"].setChecked(settings.border)
        actions["border"].toggled.connect(tints.show_border)
        actions["reset_tints"].triggered.connect(tints.reset)
        parts.tint_box.colour_requested.connect(self._on_colour_requested)
        tints.changed.connect(self._on_changed)
        parts.theme.changed.connect(self._show)
        self._show()

    @Slot(int)
    def _on_colour_requested(self, code: int) -> None:
        tints = self._parts.looks.tints
        title = self.tr("Foreground") if code == FOREGROUND else self.tr("Background")
        colour = self._parts.dialogs.tint(tints.colour(code), title)
        if colour is not None:
            tints.set_colour(code, colour)

    @Slot()
    def _on_changed(self) -> None:
        settings, tints = self._parts.settings, self._parts.looks.tints
        for code, name in _NAMES.items():
            settings.set_tint_colour(name, "" if tints.are_first else tints.colour(code).name())
        settings.border = tints.is_border
        self._show()

    @Slot()
    def _show(self) -> None:
        actions, tints = self._parts.actions, self._parts.looks.tints
        actions["reset_tints"].setEnabled(not tints.are_first)
        for code, name in _NAMES.items():
            actions[name].setIcon(dot_icon(tints.colour(code)))
