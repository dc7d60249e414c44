"""Keys that mean something for as long as they are held."""

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.looks import Looks

_PATIENCE = 40
"""Milliseconds that a key may be up and still count as held, where displays repeat keys so."""


class HeldKeys(QObject):
    """Which keys mean which gesture, and which of the gestures are held now."""

    changed = Signal()
    """The picture is to be held, or what a press would paint is another; or not any more."""

    def __init__(self, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks
        self._gestures: dict[int, str] = {}
        self._rising: dict[int, QTimer] = {}
        self.patience = _PATIENCE if QGuiApplication.platformName() == "xcb" else 0
        """Milliseconds. X11 lets a key that is held come up and go down again, many times a second,
        and Qt does not always see that this is no hand's doing."""
        self.pan = False
        """A press would take hold of the picture."""
        self.other = False
        """A press would paint the other class."""

    def set_keys(self, gestures: dict[int, str]) -> None:
        """Which gesture each key means: "pan", "other", "peek" or "bare"."""
        self.let_go()
        self._gestures = dict(gestures)

    def means(self, key: int) -> bool:
        """Whether a key means anything here."""
        return key in self._gestures

    def turn(self, key: int, *, down: bool) -> None:
        """A key that means something goes down, or comes up: with patience, if it stays up."""
        timer = self._rising.pop(key, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
        if down and timer is not None:
            return  # it is held still
        if down or not self.patience:
            self.hold(key, held=down)
            return
        self._rising[key] = timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(partial(self._on_stayed_up, key))
        timer.start(self.patience)

    def _on_stayed_up(self, key: int) -> None:
        self._rising.pop(key).deleteLater()
        self.hold(key, held=False)

    def hold(self, key: int, *, held: bool) -> bool:
        """A key goes down or up; False for keys that mean nothing here."""
        gesture = self._gestures.get(key)
        if gesture == "pan":
            self.pan = held
        elif gesture == "other":
            self.other = held
        elif gesture == "peek":
            self._looks.peek(held)
            return True
        elif gesture == "bare":
            self._looks.tints.hide(held)
            return True
        else:
            return False
        self.changed.emit()
        return True

    def heed(self, modifiers: Qt.KeyboardModifier) -> None:
        """Alt by what comes with the pointer: desktops keep its press to themselves."""
        if self._gestures.get(Qt.Key.Key_Alt.value) == "other":
            self.other = bool(modifiers & Qt.KeyboardModifier.AltModifier)

    def let_go(self) -> None:
        """The keys have gone elsewhere: none is held."""
        for timer in self._rising.values():
            timer.stop()
            timer.deleteLater()
        self._rising.clear()
        for key in self._gestures:
            self.hold(key, held=False)
