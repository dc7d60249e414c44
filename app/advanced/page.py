"""The page of a distillation: the recipe, the run that is watched, its previews and all runs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.advanced.watching.panel import WatchPanel
from app.advanced.watching.previews import PreviewsPanel
from app.icons import icon
from app.messages import Message
from app.panels.message_bar import MessageBar
from app.theme import Colours

_LEFT, _RIGHT = 340, 400


class AdvancedPage(QWidget):
    """Lies in the window in place of the canvas and its panels."""

    back_wanted = Signal()
    """The photograph again, please."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advanced")
        self.watch = WatchPanel()
        self.previews = PreviewsPanel()
        self.watch.seen.connect(self.previews.show_sight)
        self._back = QPushButton(self.tr("Back to the picture"))
        self._back.clicked.connect(self.back_wanted)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.messages = MessageBar(self)

    def tell(self, message: Message) -> None:
        """Show a message at the head of the page."""
        self.messages.show_message(message)

    def _lay_out(self) -> None:
        left, right = QFrame(), QFrame()
        left.setMinimumWidth(_LEFT)
        for frame, column in ((left, self._left), (right, self._right)):
            column.setContentsMargins(12, 12, 12, 10)
            frame.setLayout(column)
        self._left.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._left.addStretch(0)
        self._right.addWidget(self.previews, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        for widget in (left, self.watch, right):
            split.addWidget(widget)
        split.setStretchFactor(1, 1)
        split.setSizes([_LEFT, 600, _RIGHT])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def put_recipe(self, panel: QWidget) -> None:
        """Put what is to be run at the left."""
        self._left.insertWidget(1, panel, 1)

    def put_runs(self, panel: QWidget) -> None:
        """Put all runs at the right, below the previews."""
        self._right.addWidget(panel, 1)

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.watch.colour(colours)
        self.previews.colour(colours)
        self.messages.colour(colours)
        self._back.setIcon(icon("arrow-left", colours))

    def finish(self) -> None:
        """The window is about to go; runs go on."""
        self.watch.finish()
