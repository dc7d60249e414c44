"""The runs that wait for their turn, in their order."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from app.advanced.lanes import RUN_LANE
from app.icons import icon
from app.numbers import number
from app.tasks import Task
from app.theme import Colours
from engine.runs.queue import Queue, hold, put_first, take_out

_MOST = 4
"""Rows; of more it is told how many there are."""


class QueueBox(QFrame):
    """A row for each; hidden when nothing waits."""

    failed = Signal(object)
    """The error, when the list cannot be changed."""
    changed = Signal()
    """Something was done with the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._queue = Queue()
        self._colours: Colours | None = None
        self._title = QLabel()
        self._title.setObjectName("topic")
        self.go_on = QPushButton(self.tr("Go on"))
        self.go_on.clicked.connect(lambda: self._do(lambda: hold(False)))
        self._rows: list[QFrame] = []
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.go_on)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 6, 6)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self.hide()

    def show_queue(self, queue: Queue) -> None:
        """Show what waits now."""
        if queue == self._queue:
            return
        self._queue = queue
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._row(folder) for folder in queue.waiting[:_MOST]]
        for row in self._rows:
            self._column.addWidget(row)
        count = len(queue.waiting)
        words = self.tr("Held: {0}") if queue.is_held else self.tr("Waiting for their turn: {0}")
        self._title.setText(words.format(number(count)))
        self.go_on.setVisible(queue.is_held)
        self.setVisible(count > 0)

    def colour(self, colours: Colours) -> None:
        """Draw the icons in the colours of a theme."""
        self._colours = colours
        before, self._queue = self._queue, Queue()
        self.show_queue(before)

    def _row(self, folder: Path) -> QFrame:
        row = QFrame()
        name = QLabel(folder.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(name, 1)
        first = self._button("arrow-up", self.tr("Put {0} first"), folder, put_first)
        first.setVisible(folder != self._queue.waiting[0])
        line.addWidget(first)
        line.addWidget(self._button("close", self.tr("Take {0} out"), folder, take_out))
        return row

    def _button(
        self, name: str, words: str, folder: Path, call: Callable[[Path], None]
    ) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setToolTip(words.format(folder.name))
        button.setAccessibleName(button.toolTip())
        if self._colours is not None:
            button.setIcon(icon(name, self._colours))
        button.clicked.connect(lambda: self._do(lambda: call(folder)))
        return button

    def _do(self, call: Callable[[], None]) -> None:
        task = Task(lambda _task: call())
        task.failed.connect(self.failed)
        task.ended.connect(self.changed)
        task.start(RUN_LANE)
