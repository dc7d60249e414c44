"""The buttons at the foot of a sheet."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


def sheet_button(text: str, call: object, name: str = "") -> QPushButton:
    """A button that Enter in a field does not press; call: a slot or a signal; name: its style."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setObjectName(name)
    button.clicked.connect(call)
    return button


def sheet_foot(*left: QWidget, close: QWidget) -> QHBoxLayout:
    """What can be done at the left, and what closes the sheet at the right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in left:
        row.addWidget(widget)
    row.addStretch(1)
    row.addWidget(close)
    return row
