"""A stroke of the decontaminate brush, as a step that can be undone in the history of strokes."""

from typing import Self

from app.commands import EditTrimap
from app.document import Document
from engine.keeping.finishing import Cleaned, PackedAmount

_SMALL = 200
"""About how many bytes Python takes for a step, whatever it holds."""


class EditAmount(EditTrimap):
    """A stroke of the decontaminate brush. It changes no trimap, either."""

    def __init__(self, document: Document, pieces: tuple[PackedAmount, ...], text: str) -> None:
        super().__init__(document, (), text)
        self._pieces = pieces

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return _SMALL + sum(len(piece.before) + len(piece.after) for piece in self._pieces)

    @property
    def finishing(self) -> Cleaned:
        """What it does, for the journal."""
        return Cleaned(self._pieces)

    def done_again(self, *, undone: bool = False) -> Self:
        """Another command that has done the same, to stand in this one's place."""
        copy = type(self)(self._document, self._pieces, self.text())
        copy._is_done, copy._is_undone = True, undone
        return copy

    def redo(self) -> None:
        """Clean, unless that is done."""
        if not self._was_done():
            pieces = self._pieces
            self._document.finish.write_amount((p.box, p.values(p.after)) for p in pieces)

    def undo(self) -> None:
        """Give the colours back, unless that is done."""
        if not self._was_undone():
            pieces = self._pieces
            self._document.finish.write_amount((p.box, p.values(p.before)) for p in pieces)
