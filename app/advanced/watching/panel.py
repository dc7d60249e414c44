"""The run that is watched: how it stands, its curves, its log, and the buttons that steer it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.advanced.lanes import RUN_LANE
from app.advanced.watching.controls import Controls
from app.advanced.watching.curves import Curves
from app.advanced.watching.queue_box import QueueBox
from app.advanced.watching.watcher import Sight, Watcher
from app.advanced.watching.words import facts, sleep_words, state_words
from app.compare.elided import ElidedLabel
from app.messages import Message, explain
from app.panels.fold_title import FoldTitle
from app.tasks import Task
from app.theme import Colours
from app.words import engine_words
from engine.runs import launching
from engine.runs.folders import alive
from engine.runs.queue import begin

_PARTS = 1000
"""Of the bar."""


class WatchPanel(QWidget):
    """Follows one run, wherever it lies and whoever started it."""

    seen = Signal(object)
    """The Sight, each time that it differs; None when no run is watched any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.watcher = Watcher(self)
        self._state = QLabel()
        self._state.setObjectName("emptyTitle")
        self._state.setWordWrap(True)  # beside a long button, in a small window
        self._name = ElidedLabel()
        self._name.setObjectName("note")
        self._facts = QLabel()
        self._facts.setObjectName("note")
        self._facts.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, _PARTS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._notice = QLabel()
        self._notice.setWordWrap(True)
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self.controls = Controls()
        self.curves = Curves()
        self.queue = QueueBox()
        self._waited: tuple[Path, ...] = ()
        self._log = QPlainTextEdit()
        self._log.setObjectName("reading")
        self._log.setReadOnly(True)
        self._log.setAccessibleName(self.tr("Log"))
        self._log.setMaximumHeight(140)
        self._log_title = FoldTitle(self.tr("Log"), self._log)
        self._log_title.setObjectName("sectionTitle")
        self._log_title.fold(True)
        self._lay_out()
        self._connect()
        self._show(None)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._state)
        titles.addWidget(self._name)
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.controls, 0, Qt.AlignmentFlag.AlignTop)
        self._box = QFrame()
        self._box.setObjectName("notice")
        inner = QHBoxLayout(self._box)
        inner.setContentsMargins(10, 8, 10, 8)
        inner.addWidget(self._notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (self._bar, self._facts, self._box):
            column.addWidget(widget)
        column.addWidget(self.curves, 1)
        column.addStretch(0)
        column.addWidget(self.queue)
        column.addWidget(self._log_title, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._log)

    def _connect(self) -> None:
        self.watcher.seen.connect(self._on_seen)
        self.watcher.failed.connect(self._on_failed)
        self.queue.failed.connect(self._on_refused)
        self.queue.changed.connect(self.watcher.look)
        for signal, call in (
            (self.controls.pause_wanted, launching.pause),
            (self.controls.resume_wanted, launching.resume),
            (self.controls.stop_wanted, launching.stop),
            (self.controls.kill_wanted, launching.kill),
            (self.controls.go_on_wanted, begin),
        ):
            signal.connect(lambda call=call: self._steer(call))

    @property
    def folder(self) -> Path | None:
        """The folder of the run that is watched."""
        return self.watcher.folder

    @property
    def state(self) -> str:
        """How the run stands, as it is said."""
        return self._state.text()

    @property
    def facts(self) -> str:
        """Its numbers, as they are said."""
        return self._facts.text()

    @property
    def notice(self) -> str:
        """What went wrong, as it is said; empty if nothing did."""
        return self._notice.text()

    def watch(self, folder: Path | None) -> None:
        """Watch a run from its beginning; None for none."""
        self._show(None)
        self.seen.emit(None)
        self.watcher.watch(folder)

    def finish(self) -> None:
        """The window is about to go; the run is not touched."""
        self.watcher.finish()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.curves.colour(colours)
        self.queue.colour(colours)
        self._log_title.colour(colours)

    def _steer(self, call: Callable[[Path], None]) -> None:
        """Do something with the run, off this thread, and look at once what came of it."""
        folder = self.folder
        if folder is None:
            return
        task = Task(lambda _task: call(folder))
        task.failed.connect(self._on_refused)
        task.ended.connect(self.watcher.look)
        task.start(RUN_LANE)

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        self._say(explain(error).words)

    @Slot(object)
    def _on_seen(self, sight: Sight) -> None:
        begun = [one for one in self._waited if one not in sight.queue.waiting]
        self._waited = sight.queue.waiting
        if begun and not sight.story.is_alive and begun[0] in alive():
            self.watch(begun[0])  # its turn has come
            return
        self._show(sight)
        self.seen.emit(sight)

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._say(message.words)

    def _show(self, sight: Sight | None) -> None:
        story = sight.story if sight is not None else None
        self.controls.show_story(story)
        self.curves.show_story(story)
        self._state.setText(state_words(story) if story else self.tr("No run yet"))
        name = story.folder.name if story else ""
        hint = self.tr("Choose what is to be learnt and start it, or choose a run.")
        self._name.set_text(name or hint, str(story.folder) if story else "")
        if sight is not None:
            self.queue.show_queue(sight.queue)
        self._facts.setText(facts(sight) if sight else "")
        self._facts.setVisible(sight is not None)
        self.curves.setVisible(sight is not None)
        self._bar.setVisible(sight is not None)
        self._bar.setValue(round(_PARTS * story.share) if story else 0)
        trouble = [engine_words(text) for text in (story.trouble, story.remedy)] if story else []
        self._say(" ".join(filter(None, trouble)) or (sleep_words(story) if story else ""))
        log = sight.log if sight else ""
        if log != self._log.toPlainText():
            self._log.setPlainText(log)
            self._log.moveCursor(self._log.textCursor().MoveOperation.End)
        self._log_title.setVisible(bool(log))

    def _say(self, words: str) -> None:
        self._notice.setText(words)
        self._box.setVisible(bool(words))
