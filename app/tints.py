"""How the trimap is laid over the photograph: two colours, or a border that marches."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from engine.trimap.codes import BACKGROUND, FOREGROUND

FIRST_TINTS = {FOREGROUND: QColor(0x2F, 0x7B, 0xFF), BACKGROUND: QColor(0xFF, 0x86, 0x1F)}
"""Blue and orange: colour-blind people can tell them apart."""
_NEUTRAL = QColor(0xFF, 0xFF, 0xFF)


class Tints(QObject):
    """The colours of the classes and how they are shown; every change is told once."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = dict(FIRST_TINTS)
        self._is_border = self._is_hidden = self._is_still = False

    def colour(self, code: int) -> QColor:
        """The colour of a class; white for the unknown, which is not tinted."""
        return self._colours.get(code, _NEUTRAL)

    @property
    def are_first(self) -> bool:
        """True for the colours to begin with."""
        return self._colours == FIRST_TINTS

    @property
    def is_border(self) -> bool:
        """True when borders between classes are drawn in place of the tint."""
        return self._is_border

    @property
    def is_hidden(self) -> bool:
        """True while a key is held that takes tint and border away."""
        return self._is_hidden

    @property
    def is_still(self) -> bool:
        """True when the border shall not march: somebody wants no motion."""
        return self._is_still

    def set_colour(self, code: int, colour: QColor) -> None:
        """Choose the colour of foreground or background."""
        if colour.isValid() and code in self._colours and colour != self._colours[code]:
            self._colours[code] = QColor(colour)
            self.changed.emit()

    def reset(self) -> None:
        """Blue and orange again."""
        if not self.are_first:
            self._colours = dict(FIRST_TINTS)
            self.changed.emit()

    def show_border(self, shown: bool) -> None:
        """Draw borders in place of the tint, or the tint."""
        if shown != self._is_border:
            self._is_border = shown
            self.changed.emit()

    def hide(self, hidden: bool) -> None:
        """Take tint and border away for as long as a key is held."""
        if hidden != self._is_hidden:
            self._is_hidden = hidden
            self.changed.emit()

    def keep_still(self, still: bool) -> None:
        """Stop the border from marching, or let it."""
        if still != self._is_still:
            self._is_still = still
            self.changed.emit()
