"""A step of refining that can be undone, in the same history as strokes."""

from typing import Self

from app.document import Document
from app.edits import Edit
from engine.keeping.finishing import Refined
from engine.refine.refinement import Refinement


class EditRefinement(Edit):
    """Another refinement."""

    def __init__(
        self, document: Document, before: Refinement, after: Refinement, text: str
    ) -> None:
        super().__init__(document, text)
        self._before, self._after = before, after

    @property
    def finishing(self) -> Refined:
        """What it does, for the journal."""
        return Refined(self._before, self._after)

    def _twin(self) -> Self:
        return type(self)(self._document, self._before, self._after, self.text())

    def _do(self) -> None:
        self._document.finish.set_refinement(self._after)

    def _take_back(self) -> None:
        self._document.finish.set_refinement(self._before)
