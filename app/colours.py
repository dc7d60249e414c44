"""The foreground's own colours for the cut-out on the screen, estimated behind the matte."""

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.messages import explain
from app.tasks import FILE_LANE, Task
from engine.arrays import Alpha, Image


class ColourController(QObject):
    """Estimates colours on the file lane; those of an alpha that has changed since are dropped."""

    failed = Signal(object)
    """The Message that says why."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._task: Task | None = None
        self._version = -1
        """Of the alpha for which colours were asked last."""
        self._is_asked_again = False

    def estimate(self) -> None:
        """Estimate the colours of the alpha as it is now, unless that was done; one at a time."""
        document = self._document
        if document.alpha is None or self._version == document.alpha_version:
            return
        self._is_asked_again = self._task is not None
        if self._task is not None:
            return
        image, alpha, version = document.image, document.alpha, document.alpha_version
        self._version = version
        # alpha may change meanwhile; then what comes of it is not accepted
        task = Task(lambda _task: (_estimated(image, alpha), version), self)
        task.succeeded.connect(self._on_estimated)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._task = task
        task.start(FILE_LANE)

    @Slot(object)
    def _on_estimated(self, result: tuple[Image, int]) -> None:
        self._document.accept_foreground(*result)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))

    @Slot()
    def _on_ended(self) -> None:
        self._task = None
        if self._is_asked_again:
            self.estimate()


def _estimated(image: Image, alpha: Alpha) -> Image:
    from engine.imaging.foreground import estimate_foreground

    return estimate_foreground(image, alpha)
