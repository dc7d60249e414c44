"""A button of a panel for an action that menus and keys have as well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton


def push_button(action: QAction, text: str) -> QPushButton:
    """A button that takes an action, in fewer words, and is enabled with it."""
    button = QPushButton(text)
    button.setToolTip(action.toolTip())
    action.changed.connect(lambda: button.setToolTip(action.toolTip()))
    button.setAccessibleName(action.text().rstrip("…"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button
