"""What is certain beside the edges, and how much background is left: found off the GUI thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.document import Document
from app.messages import explain
from app.tasks import FILE_LANE, Task
from engine.arrays import Alpha, Image
from engine.refine.decontaminating import Amount, decontaminated, residual_background
from engine.refine.refinement import Refinement, refined
from engine.refine.sides import Sides, sides_of

_PAUSE = 350
"""Milliseconds without a change before it is measured again."""


@dataclass(frozen=True, eq=False)
class _Question:
    """What is measured: all of one moment. version: of the alpha."""

    image: Image
    colours: Image
    alpha: Alpha
    refinement: Refinement
    amount: Amount
    version: int


@dataclass(frozen=True, eq=False)
class _Found:
    """What came out. share: None where there is nothing to measure."""

    sides: Sides | None
    share: float | None
    version: int


class CleaningController(QObject):
    """Measures a while after the matte, its refinement or its colours have changed."""

    measured = Signal(object)
    """The share of the background's colour in that of soft pixels, or None."""
    failed = Signal(object)
    """The Message that says why."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._task: Task | None = None
        self._is_stopped = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._measure)
        for change in (document.foreground_changed, document.finish.refined):
            change.connect(self._pause.start)
        document.finish.cleaned.connect(self._on_cleaned)
        document.image_changed.connect(self._on_image_changed)

    def stop(self) -> None:
        """Measure nothing any more: the window is about to go."""
        self._pause.stop()
        self._is_stopped = True

    @Slot()
    def _on_image_changed(self) -> None:
        self.measured.emit(None)

    @Slot(object)
    def _on_cleaned(self, _box: object) -> None:
        self._pause.start()

    @Slot()
    def _measure(self) -> None:
        document, finish = self._document, self._document.finish
        if self._is_stopped:
            return
        if self._task is not None:
            self._pause.start()
            return
        if document.alpha is None or document.foreground is None or finish.is_previewing:
            return
        alpha = document.lend_alpha()
        assert alpha is not None
        question = _Question(
            document.image,
            document.foreground,
            alpha,
            finish.refinement,
            finish.amount.copy(),
            document.alpha_version,
        )
        task = Task(lambda _task: _measured(question), self)
        task.succeeded.connect(self._on_measured)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._task = task
        task.start(FILE_LANE)

    @Slot(object)
    def _on_measured(self, found: _Found) -> None:
        if found.version == self._document.alpha_version:
            if self._document.finish.sides is None:
                self._document.finish.accept_sides(found.sides)
            self.measured.emit(found.share)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self._task = None


def _measured(question: _Question) -> _Found:
    alpha = refined(question.alpha, question.refinement)
    sides = sides_of(question.image, question.alpha)
    if sides is None:
        return _Found(None, None, question.version)
    colours = decontaminated(question.colours, alpha, question.amount, sides)
    return _Found(sides, residual_background(colours, alpha, sides), question.version)
