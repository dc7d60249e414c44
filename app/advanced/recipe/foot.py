"""The foot of the recipe: what the run will take, what it is called, and the button that starts."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.advanced.watching.words import time_words
from app.estimating import words_for_bytes
from app.numbers import number
from app.panels.work_stack import WorkStack
from engine.runs.trial import Expected


class Foot(QFrame):
    """Always to be seen."""

    start_wanted = Signal(str)
    """The name of the run."""
    measure_wanted = Signal()
    rest_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipeFoot")
        self._words = QLabel()
        self._words.setObjectName("note")
        self._words.setWordWrap(True)
        self._measure = QPushButton(self.tr("Measure"))
        self._measure.setToolTip(
            self.tr("Ten seconds of this very run, in a process of its own; nothing of it is kept")
        )
        self._measure.clicked.connect(self.measure_wanted)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the measuring"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.rest_wanted)
        resting = QWidget()
        line = QHBoxLayout(resting)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._words, 1)
        line.addWidget(self._measure)
        self._stack = WorkStack(resting, self._bar, cancel)
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name of the run"))
        self._name.setPlaceholderText(self.tr("Name of the run"))
        self._start = QPushButton(self.tr("Start"))
        self._start.setObjectName("primary")
        self._start.setMinimumWidth(110)
        self._start.clicked.connect(self._on_start)
        self._name.returnPressed.connect(self._start.click)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self._name, 1)
        last.addWidget(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(10)
        column.addWidget(self._stack)
        column.addLayout(last)

    @property
    def words(self) -> str:
        """What is said of the run."""
        return self._words.text()

    def call(self, name: str) -> None:
        """What the run is called while the person gives it no other name."""
        self._name.setPlaceholderText(name)

    def show_progress(self, share: float) -> None:
        """How far the measuring is, in [0, 1]."""
        self._bar.setValue(round(1000 * share))

    def show_running(self, running: bool) -> None:
        """Whether it measures."""
        self._stack.show_running(running)

    def say(self, words: str) -> None:
        """Why the run cannot be, or what was found out about it."""
        self._words.setText(words)

    def expect(self, found: Expected | None) -> None:
        """What the run will take; None if that is not known."""
        if found is None:
            self.say(self.tr("What it takes is not measured yet."))
            return
        memory = words_for_bytes(found.memory)
        if found.device_memory:
            memory = self.tr("{0}, on the card {1}").format(
                memory, words_for_bytes(found.device_memory)
            )
        self.say(
            self.tr("About {0} for {1} steps. Memory {2}, disk {3} MB.").format(
                time_words(found.seconds),
                number(found.steps),
                memory,
                number(max(found.disk / 1e6, 1)),
            )
        )

    def allow(self, allowed: bool) -> None:
        """Whether there is anything that can be started."""
        self._start.setEnabled(allowed)
        self._measure.setEnabled(allowed)

    @Slot()
    def _on_start(self) -> None:
        self.start_wanted.emit(self._name.text().strip() or self._name.placeholderText())
        self._name.clear()
