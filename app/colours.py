"""The foreground's own colours for the cut-out on the screen, estimated behind the matte."""

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.weighing import Question, Weigher
from engine.arrays import Alpha, Image


class ColourController(QObject):
    """Estimates colours on the file lane; those of an alpha that has changed since are dropped."""

    failed = Signal(object)
    """The Message that says why."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._weigher = Weigher(self._prepare, self, pause=0)
        self._weigher.found.connect(self._on_estimated)
        self._weigher.failed.connect(self.failed)

    def estimate(self) -> None:
        """Estimate the colours of the alpha as it is now, unless that was done; one at a time."""
        self._weigher.ask()

    def _prepare(self) -> Question | None:
        image, alpha = self._document.image, self._document.alpha
        if alpha is None:
            return None
        # alpha may change meanwhile; then what comes of it is not accepted
        version = self._document.alpha_version
        return Question(version, lambda: (_estimated(image, alpha), version))

    @Slot(object)
    def _on_estimated(self, result: tuple[Image, int] | None) -> None:
        if result is not None:
            self._document.accept_foreground(*result)


def _estimated(image: Image, alpha: Alpha) -> Image:
    from engine.imaging.foreground import estimate_foreground

    return estimate_foreground(image, alpha)
