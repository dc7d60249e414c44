"""Fields beside each other, as one line of a form."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def line(*widgets: QWidget, spacing: int = 8) -> QWidget:
    """The widgets from the left, `spacing` pixels apart."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return whole
