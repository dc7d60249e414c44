"""A field that takes the next key that is pressed."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from app.keys import native

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
}
_ALONE = {Qt.Key.Key_Alt: "Alt", Qt.Key.Key_Meta: "Meta"}


class KeyField(QPushButton):
    """Shows a key; when clicked it waits for another, and Escape leaves the old one."""

    key_pressed = Signal(str)
    """The key, as portable text."""
    cleared = Signal()
    waiting_changed = Signal(bool)
    """It waits for a key, or has stopped waiting."""

    def __init__(self, words: str, *, held: bool, parent: QWidget | None = None) -> None:
        """words: what the key is for; held: whether it is a key that is held by itself."""
        super().__init__(parent)
        self.setObjectName("keyField")
        self.setAutoDefault(False)
        self._words = words
        self._held = held
        self._key = ""
        self._is_waiting = False
        self.clicked.connect(self._on_clicked)
        self._show()

    @property
    def is_waiting(self) -> bool:
        """True while the next key that is pressed will be taken."""
        return self._is_waiting

    def show_key(self, key: str) -> None:
        """Show a key, as portable text; none for an empty one."""
        self._key = key
        self._show()

    def event(self, event: QEvent) -> bool:
        """While it waits all keys are its own: Tab, and those of shortcuts, too."""
        if self._is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Delete take the key away."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody waits for a key that goes elsewhere."""
        self._wait(False)
        super().focusOutEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        self._wait(not self._is_waiting)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and not event.modifiers():
            self._wait(False)
        elif self._held and key in _ALONE:
            self._answer(_ALONE[key])
        elif key not in _MODIFIERS:
            combined = QKeySequence(_modifiers(event).value | key.value)
            self._answer(combined.toString(QKeySequence.SequenceFormat.PortableText))

    def _answer(self, key: str) -> None:
        self._wait(False)
        self.key_pressed.emit(key)

    def _wait(self, waiting: bool) -> None:
        if waiting != self._is_waiting:
            self._is_waiting = waiting
            self._show()
            self.waiting_changed.emit(waiting)

    def _show(self) -> None:
        shown = native(self._key) if self._key else "–"
        self.setText(self.tr("Press a key…") if self._is_waiting else shown)
        self.setProperty("waiting", self._is_waiting)
        self.setProperty("empty", not self._key)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(f"{self._words}: {shown if self._key else self.tr('none')}")
        self.setToolTip(self.tr("Click and press another key; Backspace takes it away."))


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Those that make another key; the Shift that is needed to write a sign at all does not."""
    wanted = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if text and text[0].isprintable() and not (text[0].isalnum() or text[0].isspace()):
        wanted &= ~Qt.KeyboardModifier.ShiftModifier
    return wanted
