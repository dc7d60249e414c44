"""How much room the screens leave."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def room_for(widget: QWidget) -> QSize:
    """What its screen leaves to windows, in logical pixels.

    Not from `widget.screen()`: PySide takes that screen for a child of the widget, and destroys it
    under the whole program when the widget happens to be collected as garbage, in a cycle with
    what is older than it. `tests/test_house.py` looks out for such calls.
    """
    place = widget.mapToGlobal(widget.rect().center())
    screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
    return screen.availableSize()
