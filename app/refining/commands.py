"""A step of refining that can be undone, in the same history as strokes."""

from typing import Self

from app.commands import EditTrimap
from app.document import Document
from engine.keeping.finishing import Refined
from engine.refine.refinement import Refinement

_SMALL = 200
"""About how many bytes Python takes for a step, whatever it holds."""


class EditRefinement(EditTrimap):
    """Another refinement. It changes no trimap."""

    def __init__(
        self, document: Document, before: Refinement, after: Refinement, text: str
    ) -> None:
        super().__init__(document, (), text)
        self._before, self._after = before, after

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return _SMALL

    @property
    def finishing(self) -> Refined:
        """What it does, for the journal."""
        return Refined(self._before, self._after)

    def done_again(self, *, undone: bool = False) -> Self:
        """Another command that has done the same, to stand in this one's place."""
        copy = type(self)(self._document, self._before, self._after, self.text())
        copy._is_done, copy._is_undone = True, undone
        return copy

    def redo(self) -> None:
        """Refine, unless that is done."""
        if not self._was_done():
            self._document.finish.set_refinement(self._after)

    def undo(self) -> None:
        """Refine as before, unless that is done."""
        if not self._was_undone():
            self._document.finish.set_refinement(self._before)
