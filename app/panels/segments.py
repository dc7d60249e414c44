"""Buttons that hang together in a row, as the parts of one."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget


class Segments(QFrame):
    """A row of buttons without gaps; who builds it says what they do."""

    def __init__(self, *buttons: QToolButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 0, 1, 0)
        self._row.setSpacing(0)
        for button in buttons:
            self.add(button)

    def add(self, button: QToolButton) -> None:
        """Put a button at the right end."""
        self._row.addWidget(button)


def segment(text: str) -> QToolButton:
    """A button that stays down, as one of several of which one is chosen."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    return button
