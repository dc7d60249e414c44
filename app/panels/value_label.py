"""The value of a slider, in words beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

VALUE_WIDTH = 68
"""Of values and of boxes for numbers, in pixels of the desktop: sliders end in one line."""


def value_label() -> QLabel:
    """A label whose words stand under the digits of a box above or below."""
    label = QLabel()
    label.setContentsMargins(0, 0, 5, 0)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
