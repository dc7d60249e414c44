"""The middle of the window: a strip, the canvas or the empty state, and what lies over them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from app.canvas.canvas import Canvas
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
        self._views = QFrame()
        self._views.setObjectName("views")
        self._grid = QGridLayout(self._views)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self._stack.addWidget(self._views)
        self.arrange([[canvas]])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._stack, 1)
        self._column = layout
        self.hint = Hint(canvas)
        self.messages = MessageBar(self._stack)
        header.hide()

    @property
    def overlaid(self) -> QWidget:
        """What bars lie over: the canvas, or what is there before a picture is."""
        return self._stack

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip between the header and the canvas."""
        self._column.insertWidget(self._column.indexOf(self._stack), strip)

    def arrange(self, rows: Sequence[Sequence[QWidget]]) -> None:
        """Lay the canvas out among views beside it, all of one size; those of before are let go."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and all(widget not in row for row in rows):
                widget.setParent(None)
        sizes = (self._grid.rowCount(), self._grid.columnCount(), len(rows), len(rows[0]))
        for index in range(max(sizes)):
            self._grid.setRowStretch(index, int(index < len(rows)))
            self._grid.setColumnStretch(index, int(index < len(rows[0])))
        for row, widgets in enumerate(rows):
            for column, widget in enumerate(widgets):
                self._grid.addWidget(widget, row, column)

    def show_canvas(self) -> None:
        """A picture is open."""
        self._header.show()
        self._stack.setCurrentWidget(self._views)
        self._canvas.setFocus()
