"""A hand for scripts: waits for the window, presses, drags and hovers over its canvas."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
PATIENCE = 120_000
"""Milliseconds that anything may take before it is given up."""


def live(milliseconds: int) -> None:
    """Let the window live for a while; QTest's own wait would keep Python from all threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(done: Callable[[], bool]) -> None:
    """Let the window live until `done`."""
    waited = 0
    while not done() and waited < PATIENCE:
        live(20)
        waited += 20
    live(50)


def move(
    widget: QWidget,
    place: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.NoButton,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    """Move the mouse to a place of a widget, with a button and keys held or with none."""
    where, everywhere = QPointF(place), QPointF(widget.mapToGlobal(place))
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QMouseEvent(kind, where, everywhere, none, button, keys))


def drag(
    widget: QWidget,
    *places: QPoint,
    button: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NO_KEYS,
    release: bool = True,
) -> None:
    """Press at the first place, move over the others, and let go at the last one if asked."""
    QTest.mousePress(widget, button, keys, places[0])
    for place in places[1:]:
        move(widget, place, button, keys)
    if release:
        QTest.mouseRelease(widget, button, keys, places[-1])


def click(widget: QWidget, places: Iterable[QPoint], button: Qt.MouseButton = LEFT) -> None:
    """Press and let go at each of the places."""
    for place in places:
        QTest.mouseClick(widget, button, pos=place)
