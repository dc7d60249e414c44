"""A stroke of the decontaminate brush, as a step that can be undone in the history of strokes."""

from typing import Self

from app.document import Document
from app.edits import SMALL, Edit
from engine.keeping.finishing import Cleaned, PackedAmount


class EditAmount(Edit):
    """A stroke of the decontaminate brush."""

    def __init__(self, document: Document, pieces: tuple[PackedAmount, ...], text: str) -> None:
        super().__init__(document, text)
        self._pieces = pieces

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return SMALL + sum(len(piece.before) + len(piece.after) for piece in self._pieces)

    @property
    def finishing(self) -> Cleaned:
        """What it does, for the journal."""
        return Cleaned(self._pieces)

    def _twin(self) -> Self:
        return type(self)(self._document, self._pieces, self.text())

    def _do(self) -> None:
        pieces = self._pieces
        self._document.finish.write_amount((p.box, p.values(p.after)) for p in pieces)

    def _take_back(self) -> None:
        pieces = self._pieces
        self._document.finish.write_amount((p.box, p.values(p.before)) for p in pieces)
