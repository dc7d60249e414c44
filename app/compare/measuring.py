"""Measuring: a ground truth is opened, and both sides are held against it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.compare.comparison import PRESENT, TRUTH, Comparison, Mode
from app.compare.lineup import Lineup
from app.compare.scores import Scored, ScoresPanel
from app.compare.sheet import Sheet
from app.desk.parts import Parts
from app.messages import explain
from app.tasks import FILE_LANE, Task
from app.weighing import Question, Weigher
from engine.arrays import Alpha
from engine.imaging.reading import read_target
from engine.metrics import errors


class MeasuringDesk(QObject):
    """Connects the ground truth with its file, its panel, and a side of the comparison."""

    measured = Signal(object)
    """A tuple of the Scored; an empty one without a ground truth."""

    def __init__(
        self, parts: Parts, comparison: Comparison, lineup: Lineup, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._comparison = comparison
        self._lineup = lineup
        self._truth_name = ""
        self._question: Question | None = None
        self.panel = ScoresPanel(parts.actions)
        opened = parts.settings.is_open("truth", default=False)
        parts.side.add("truth", self.tr("Ground truth"), self.panel, opened=opened)
        self._weigher = Weigher(self._prepare, self)
        parts.actions["open_truth"].triggered.connect(self._on_open)
        for changed in (comparison.changed, lineup.changed, parts.document.alpha_settled):
            changed.connect(self._weigher.ask)
        self._weigher.found.connect(self._on_found)
        self._weigher.failed.connect(parts.stage.messages.show_message)

    def finish(self) -> None:
        """Begin nothing more: the window is about to go."""
        self._weigher.finish()

    @Slot()
    def _on_open(self) -> None:
        document = self._parts.document
        folder = str(document.path.parent) if document.path else self._parts.settings.folder
        path = self._parts.dialogs.truth_to_open(folder)
        if path is None:
            return
        image = document.image
        size = image.shape[0], image.shape[1]
        task = Task(lambda _task: (read_target(path, size), path, document.path))
        task.succeeded.connect(self._on_read)
        task.failed.connect(self._on_failed)
        task.start(FILE_LANE)

    @Slot(object)
    def _on_read(self, result: tuple[Alpha, Path, Path | None]) -> None:
        target, path, picture = result
        document = self._parts.document
        if picture != document.path or target.shape != document.image.shape[:2]:
            return  # another picture was opened meanwhile
        truth = Sheet(document, self._lineup, ages=False)
        truth.take(target, document.revision)
        self._truth_name = path.name
        self._lineup.read_library()
        self._lineup.open_truth(truth, path.name)
        self._comparison.put(right=TRUTH)
        if self._comparison.mode is Mode.OFF:
            self._comparison.switch(True)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._parts.stage.messages.show_message(explain(error))

    def _prepare(self) -> Question | None:
        """The sides that are no truth; as long as one is behind its trimap, the last numbers."""
        lineup, document = self._lineup, self._parts.document
        truth = lineup.truth
        if truth is None or truth.alpha is None:
            self._question = None
            return None
        if document.alpha is not None and not document.is_alpha_current:
            return self._question
        target, trimap, name = truth.alpha, document.trimap.copy(), self._truth_name
        how = document.finish.refinement
        key: list[object] = [truth.alpha_version, name, document.revision, how]
        sides: list[tuple[str, Callable[[], Alpha]]] = []
        for source in (self._comparison.left, self._comparison.right or PRESENT):
            alpha, version = lineup.lent(source)
            title = lineup.title(source)
            if source != TRUTH and alpha is not None:
                sides.append((title, lineup.finished(source, alpha, trimap)))
                key.append((source, version))

        def measure() -> tuple[str, tuple[Scored, ...]]:
            scored = (Scored(title, errors(alpha(), target, trimap)) for title, alpha in sides)
            return name, tuple(scored)

        self._question = Question(tuple(key), measure)
        return self._question

    @Slot(object)
    def _on_found(self, found: tuple[str, tuple[Scored, ...]] | None) -> None:
        truth, scored = found or ("", ())
        self.panel.tell(truth, scored)
        self.measured.emit(scored)
