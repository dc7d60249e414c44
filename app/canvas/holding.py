"""Keys that mean something for as long as they are held."""

from PySide6.QtCore import QObject, Qt, Signal

from app.looks import Looks


class HeldKeys(QObject):
    """Which keys mean which gesture, and which of the gestures are held now."""

    changed = Signal()
    """The picture is to be held, or what a press would paint is another; or not any more."""

    def __init__(self, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks
        self._gestures: dict[int, str] = {}
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
        for key in self._gestures:
            self.hold(key, held=False)
