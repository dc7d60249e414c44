"""What is certain beside the edges, and how much background is left: found off the GUI thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Document
from app.weighing import Question, Weigher
from engine.arrays import Alpha, Image
from engine.refine.decontaminating import Amount, decontaminated, residual_background
from engine.refine.refinement import Refinement, refined
from engine.refine.sides import Sides, sides_of

_PAUSE = 350
"""Milliseconds without a change before it is measured again."""


@dataclass(frozen=True, eq=False)
class _Matter:
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
        self._version = -1
        """Of the alpha that the sides were found by."""
        self._weigher = Weigher(self._prepare, self, self._is_calm, _PAUSE)
        self._weigher.found.connect(self._on_measured)
        self._weigher.failed.connect(self.failed)
        for change in (document.foreground_changed, document.finish.refined):
            change.connect(self._weigher.ask)
        document.finish.cleaned.connect(self._on_cleaned)
        document.image_changed.connect(self._on_image_changed)

    def finish(self) -> None:
        """Measure nothing any more: the window is about to go."""
        self._weigher.finish()

    @Slot()
    def _on_image_changed(self) -> None:
        self.measured.emit(None)

    @Slot(object)
    def _on_cleaned(self, _box: object) -> None:
        self._weigher.ask()

    def _is_calm(self) -> bool:
        return not self._document.finish.is_previewing  # whose end tells of a refinement

    def _prepare(self) -> Question | None:
        document, finish = self._document, self._document.finish
        if document.alpha is None or document.foreground is None:
            return None
        alpha = document.lend_alpha()
        assert alpha is not None
        matter = _Matter(
            document.image,
            document.foreground,
            alpha,
            finish.refinement,
            finish.amount.copy(),
            document.alpha_version,
        )
        return Question(object(), lambda: _measured(matter))  # equal to no other: all is new

    @Slot(object)
    def _on_measured(self, found: _Found | None) -> None:
        finish = self._document.finish
        if found is None:
            self.measured.emit(None)
        elif found.version == self._document.alpha_version:
            if finish.sides is None or found.version != self._version:  # as an export finds them
                self._version = found.version
                finish.accept_sides(found.sides)
            self.measured.emit(found.share)


def _measured(matter: _Matter) -> _Found:
    alpha = refined(matter.alpha, matter.refinement)
    sides = sides_of(matter.image, matter.alpha)
    if sides is None:
        return _Found(None, None, matter.version)
    colours = decontaminated(matter.colours, alpha, matter.amount, sides)
    return _Found(sides, residual_background(colours, alpha, sides), matter.version)
