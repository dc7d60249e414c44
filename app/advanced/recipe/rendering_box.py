"""Rendering a few foregrounds on this machine, where Blender's module is there."""

from contextlib import suppress
from pathlib import Path

import psutil
from PySide6.QtCore import QThread, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.advanced.lanes import WORKING_LANE
from app.advanced.recipe.known_folders import rendered_folder
from app.messages import explain
from app.numbers import number
from app.panels.work_stack import WorkStack
from app.tasks import Task
from engine.errors import Cancelled

_SIDE = 640
WORKER = "engine.data.render.worker"
"""By which the process of a picture is known."""


class RenderingBox(QWidget):
    """Asks for a number, renders, and tells of every picture that is finished."""

    rendered = Signal()
    """There is one more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._count = QSpinBox()
        self._count.setRange(1, 200)
        self._count.setValue(1)
        self._count.setAccessibleName(self.tr("Pictures of each kind"))
        self._start = QPushButton(self.tr("Render"))
        self._start.clicked.connect(self._on_start)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the rendering"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.rest)
        resting = QWidget()
        row = QHBoxLayout(resting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("Render")))
        row.addWidget(self._count)
        row.addWidget(QLabel(self.tr("of each kind")))
        row.addStretch(1)
        row.addWidget(self._start)
        self._stack = WorkStack(resting, self._bar, cancel)
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 0, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self._stack)
        layout.addWidget(self._note)
        self._note.setText(self.tr("Fur, hair, feathers, lace and more, with their exact alpha."))

    @property
    def words(self) -> str:
        """What is said."""
        return self._note.text()

    @property
    def is_running(self) -> bool:
        """Whether something is being rendered."""
        return self._task is not None

    @Slot()
    def rest(self) -> None:
        """Stop after the picture under way; finished ones stay."""
        if self._task is not None:
            self._task.cancel()
            self._note.setText(self.tr("It stops after the picture that is under way."))

    def finish(self) -> None:
        """Stop at once: the picture under way is given up."""
        if self._task is not None:
            self._task.cancel()
            for process in psutil.Process().children(recursive=True):
                with suppress(psutil.Error):
                    if WORKER in process.cmdline():
                        process.kill()

    @Slot()
    def _on_start(self) -> None:
        count, threads = self._count.value(), max(1, QThread.idealThreadCount() // 2)
        self._task = Task(lambda task: _rendered(task, rendered_folder(), count, threads))
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.ended.connect(self._on_ended)
        self._bar.setValue(0)
        self._stack.show_running(True)
        self._note.setText(self.tr("Each picture takes from seconds to minutes."))
        self._task.start(WORKING_LANE)

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._bar.setValue(round(1000 * share))
        self.rendered.emit()

    @Slot(object)
    def _on_succeeded(self, failures: list[str]) -> None:
        done = self.tr("All are rendered.")
        some = self.tr("{0} could not be rendered; the others are there.")
        self._note.setText(some.format(number(len(failures))) if failures else done)
        self._note.setToolTip("\n".join(failures[:20]))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._note.setText(explain(error).words)

    @Slot()
    def _on_ended(self) -> None:
        self._task = None
        self._stack.show_running(False)
        self.rendered.emit()


def _rendered(task: Task, folder: Path, count: int, threads: int) -> list[str]:
    """On the lane: what could not be rendered, in words."""
    from engine.data.render import environment, rendering
    from engine.data.render.families import FAMILIES
    from engine.data.render.worker import Job

    python = environment.usable_python(None)
    pattern = Job("", 0, _SIDE, "", threads=threads)
    jobs = rendering.planned(list(FAMILIES), range(1, count + 1), pattern)
    failures = []
    for number_done, done in enumerate(rendering.render(python, jobs, folder), start=1):
        if done.failure is not None:
            failures.append(f"{done.path.name}: {done.failure.message}")
        if task.cancel_requested():
            raise Cancelled
        task.report(number_done / len(jobs))
    return failures
