"""The middle of the window: a strip, the canvas or the empty state, and what lies over them."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.canvas.view import Canvas
from app.panels.empty_state import EmptyState
from app.panels.header import Header
from app.panels.hint import Hint
from app.panels.message_bar import MessageBar


class Stage(QWidget):
    """Lays out the parts that it is given, and adds the message bar and the hint."""

    def __init__(
        self, header: Header, canvas: Canvas, empty: EmptyState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._header = header
        self._canvas = canvas
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._stack, 1)
        self.hint = Hint(canvas)
        self.messages = MessageBar(self._stack)
        header.hide()

    def show_canvas(self) -> None:
        """A picture is open."""
        self._header.show()
        self._stack.setCurrentWidget(self._canvas)
        self._canvas.setFocus()
