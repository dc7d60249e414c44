"""Looks at a run twice a second, off the GUI thread, and tells what has changed."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.advanced.lanes import RUN_LANE
from app.messages import Message
from app.weighing import Question, Weigher
from engine.errors import EngineError
from engine.runs.processes import memory_of
from engine.runs.queue import Queue, advance, queue
from engine.runs.story import LOG, Follower, Story, end_of
from engine.training import presence

_PAUSE = 500
"""Milliseconds between two looks."""


@dataclass(frozen=True)
class Sight:
    """A run at a moment: its story, the bytes of memory that it takes, the end of its log.

    queue: the runs that wait for their turn.
    """

    story: Story
    memory: int | None
    log: str
    queue: Queue = Queue()


class Watcher(QObject):
    """Watches one run at a time, or none."""

    seen = Signal(object)
    """The Sight; told when it differs from the one before."""
    failed = Signal(object)
    """The Message that says why the run cannot be looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._follower: Follower | None = None
        self._last: Sight | None = None
        self._weigher = Weigher(self._prepare, self, pause=0, lane=RUN_LANE)
        self._weigher.found.connect(self._on_found)
        self._weigher.failed.connect(self._on_failed)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look)

    @property
    def folder(self) -> Path | None:
        """The folder of the run that is watched."""
        return self._follower.folder if self._follower is not None else None

    @property
    def last(self) -> Sight | None:
        """What was seen last of the run."""
        return self._last

    def watch(self, folder: Path | None) -> None:
        """Watch another run, or none."""
        self._follower = Follower(folder) if folder is not None else None
        self._last = None
        if folder is None:
            self._timer.stop()
        else:
            self._timer.start()
            self.look()

    @Slot()
    def look(self) -> None:
        """Look now, or as soon as the look under way has ended."""
        self._weigher.ask()

    def finish(self) -> None:
        """Look no more: the window is about to go."""
        self.watch(None)

    def _prepare(self) -> Question | None:
        follower = self._follower
        return Question(None, lambda: _look(follower)) if follower is not None else None

    @Slot(object)
    def _on_found(self, sight: Sight | None) -> None:
        if sight is not None and sight.story.folder == self.folder and sight != self._last:
            self._last = sight
            self.seen.emit(sight)

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._timer.stop()
        self.failed.emit(message)


def _look(follower: Follower) -> Sight:
    """On the lane."""
    story = follower.look()
    process = presence.process(follower.folder) if story.is_alive else None
    memory = memory_of(process) if process is not None else 0
    if not story.is_alive:
        with suppress(EngineError):
            advance()
    return Sight(story, memory or None, end_of(follower.folder / LOG).strip(), queue())
