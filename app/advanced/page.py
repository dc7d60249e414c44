"""The page of a distillation: the recipe, the run that is watched, its previews and all runs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.advanced.watching.panel import WatchPanel
from app.advanced.watching.previews import PreviewsPanel
from app.icons import icon
from app.messages import Message
from app.panels.message_bar import MessageBar
from app.panels.segments import Segments, segment
from app.theme import Colours

_LEFT, _RIGHT = 376, 364
_ROOMY = 1200
"""Width from which the recipe has room beside the run."""


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
        self.recipe_tab = self._tab(self.tr("Recipe"))
        self.run_tab = self._tab(self.tr("Run"))
        self._left_side, self._right_side = QFrame(), QFrame()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.run_tab.setChecked(True)
        self.messages = MessageBar(self)

    def _tab(self, text: str) -> QToolButton:
        button = segment(text)
        button.toggled.connect(self._show_sides)
        return button

    def _lay_out(self) -> None:
        self._left_side.setMinimumWidth(_LEFT)
        for frame, column in ((self._left_side, self._left), (self._right_side, self._right)):
            column.setContentsMargins(12, 12, 12, 10)
            frame.setLayout(column)
        self._left.setContentsMargins(0, 0, 0, 0)  # the recipe has its own
        self._right.addWidget(self.previews, 1)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        for widget in (self._left_side, self.watch, self._right_side):
            self._split.addWidget(widget)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([_LEFT, 600, _RIGHT])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_strip())
        column.addWidget(self._split, 1)

    def _build_strip(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("strip")
        self._tabs = Segments(self.recipe_tab, self.run_tab)
        group = QButtonGroup(self)
        for button in (self.recipe_tab, self.run_tab):
            group.addButton(button)
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 5, 12, 5)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._tabs)
        return strip

    def tell(self, message: Message) -> None:
        """Show a message at the head of the page."""
        self.messages.show_message(message)

    def put_recipe(self, panel: QWidget) -> None:
        """Put what is to be run at the left."""
        self._left.addWidget(panel, 1)

    def put_runs(self, panel: QWidget) -> None:
        """Put all runs at the right, below the previews."""
        self._right.addWidget(panel, 1)

    def show_run(self) -> None:
        """Turn to the run, where there is no room for the recipe beside it."""
        self.run_tab.setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the recipe and the run beside each other, or one of them where it is narrow."""
        super().resizeEvent(event)
        self._show_sides()

    @Slot()
    def _show_sides(self) -> None:
        is_roomy = self.width() >= _ROOMY
        self._tabs.setVisible(not is_roomy)
        self._left_side.setVisible(is_roomy or self.recipe_tab.isChecked())
        for side in (self.watch, self._right_side):
            side.setVisible(is_roomy or self.run_tab.isChecked())

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.watch.colour(colours)
        self.previews.colour(colours)
        self.messages.colour(colours)
        self._back.setIcon(icon("arrow-left", colours))

    def finish(self) -> None:
        """The window is about to go; runs go on."""
        self.watch.finish()
