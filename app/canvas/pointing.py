"""Events of mouse and pen as pointers over the picture."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QSinglePointEvent, QTabletEvent

from app.canvas.tools import Pointer
from app.canvas.viewport import Viewport

_REACH = 6.0
"""Pixels of the desktop within which two clicks are meant for the same place."""
_FAINTEST = 0.05
"""Part of the brush's size that the lightest touch still paints."""


def pointer_of(
    event: QSinglePointEvent, viewport: Viewport, density: float, *, other: bool = False
) -> Pointer:
    """What the event points at; a pen's pressure is its size, a mouse always presses fully.

    other: the key is held that does what the right button does.
    """
    where = event.position() * density
    x, y = viewport.to_picture(where.x(), where.y())
    pressure, erasing = 1.0, False
    if isinstance(event, QTabletEvent):
        pressure = max(_FAINTEST, event.pressure())
        erasing = event.pointerType() == QPointingDevice.PointerType.Eraser
    modifiers = event.modifiers()
    return Pointer(
        x,
        y,
        pressure=pressure,
        straight=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
        other=other or _is_right(event),
        erasing=erasing,
        reach=_REACH * density / viewport.scale,
    )


def _is_right(event: QSinglePointEvent) -> bool:
    return bool((event.buttons() | event.button()) & Qt.MouseButton.RightButton)


def starts_gesture(event: QSinglePointEvent) -> bool:
    """True when the button that went down is one that tools listen to."""
    return event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)


def is_mouse(event: object) -> bool:
    """True for a real mouse, false for a mouse event that Qt made of a pen's."""
    return isinstance(event, QMouseEvent) and (
        event.source() == Qt.MouseEventSource.MouseEventNotSynthesized
    )


def nowhere() -> QPointF:
    """A place that is on no screen."""
    return QPointF(-1e6, -1e6)
