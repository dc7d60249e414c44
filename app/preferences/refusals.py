"""Which keys cannot be had, and why, in words."""

from PySide6.QtCore import QCoreApplication, Qt

from app.keys import combination, held_key, native

_MOVES_FOCUS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


def refusal(key: str, *, held: bool, on_canvas: bool) -> str:
    """Why an action, or a gesture with a key that is held, cannot have a key; empty if it can.

    on_canvas: whether the action's keys act only while the canvas has the focus.
    """

    translate = QCoreApplication.translate
    pressed = combination(key)
    modified = pressed is not None and bool(pressed.keyboardModifiers())
    number = held_key(key)
    if held:
        if modified:
            return translate(
                "Refusals", "A key that is held stands alone, without Ctrl, Alt or Shift."
            )
        return ""
    if number in _MOVES_FOCUS:
        return translate(
            "Refusals", "Tab leads from one control to the next; only a held key can be Tab."
        )
    if number in _PRESSES and not modified and not on_canvas:
        return translate(
            "Refusals", "{0} presses buttons. Take it together with Ctrl or Alt."
        ).format(native(key))
    return ""
