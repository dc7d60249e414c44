"""How a batch goes: a bar, a line of numbers, and what failed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QProgressBar, QVBoxLayout, QWidget

from app.numbers import number
from app.words import engine_words
from engine.batch.run import Ended, Event, Paused, Started, Told, Working
from engine.batch.state import Result


class BatchProgress(QWidget):
    """Shows the events of a batch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = self._done = self._failed = 0
        self._left = 0.0
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._line, self._name = QLabel(), QLabel()
        self._name.setObjectName("note")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._failures = QListWidget()
        self._failures.setObjectName("failures")
        self._failures.setAccessibleName(self.tr("What failed"))
        self._failures.setWordWrap(True)
        self._failures.setTextElideMode(Qt.TextElideMode.ElideNone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._bar, self._line, self._name):
            column.addWidget(widget)
        column.addWidget(self._failures, 1)
        self.hide()

    @property
    def words(self) -> str:
        """The line of numbers."""
        return self._line.text()

    @property
    def failures(self) -> list[str]:
        """What is said of each picture that failed."""
        return [self._failures.item(row).text() for row in range(self._failures.count())]

    def show_event(self, event: Event) -> None:
        """Show what happened."""
        if isinstance(event, Started):
            self._begin(event)
        elif isinstance(event, Working):
            self._name.setText(event.name)
        elif isinstance(event, Told):
            self._done, self._failed, self._left = event.done, event.failed, event.left
            self._say_failure(event.result)
        elif isinstance(event, Paused):
            self._name.setText(self.tr("Paused"))
        elif isinstance(event, Ended):
            self._left = 0.0
            stopped = self.tr("Stopped: it can be gone on with.") if event.is_stopped else ""
            self._name.setText(stopped)
        self._show()

    def _begin(self, event: Started) -> None:
        self._total, self._done, self._failed, self._left = event.total, event.done, 0, 0.0
        self._failures.clear()
        self._bar.setRange(0, event.total)
        self.show()

    def _say_failure(self, result: Result) -> None:
        if result.status == "failed":
            said = (f"{result.name}: {engine_words(result.message)}", engine_words(result.hint))
            self._failures.addItem(" ".join(said).strip())

    def _show(self) -> None:
        self._bar.setValue(self._done + self._failed)
        parts = [
            self.tr("{0} of {1} done").format(number(self._done), number(self._total)),
        ]
        if self._failed:
            parts.append(self.tr("{0} failed").format(number(self._failed)))
        if self._left:
            parts.append(self.tr("about {0} left").format(self._time(self._left)))
        self._line.setText(" · ".join(parts))
        self._failures.setVisible(self._failures.count() > 0)

    def _time(self, seconds: float) -> str:
        minutes = round(seconds / 60)
        if minutes < 2:
            return self.tr("{0} s").format(number(seconds))
        if minutes < 120:
            return self.tr("{0} min").format(number(minutes))
        return self.tr("{0} h {1} min").format(number(minutes // 60), number(minutes % 60))
