"""A stroke of the decontaminate brush, as a step that can be undone in the history of strokes."""

import zlib
from dataclasses import dataclass
from typing import Self

import numpy as np

from app.commands import EditTrimap
from app.document import Document
from engine.refine.decontaminating import Amount
from engine.trimap.paint import Box, Patch

_SMALL = 200
"""About how many bytes Python takes for a step, whatever it holds."""


@dataclass(frozen=True)
class PackedAmount:
    """A change of the amounts in `box`, before and after."""

    box: Box
    before: bytes
    after: bytes

    @classmethod
    def of(cls, patch: Patch) -> Self:
        """A patch made small: amounts are a few flat areas."""
        before, after = (zlib.compress(side.tobytes(), 1) for side in (patch.before, patch.after))
        return cls(patch.box, before, after)

    def values(self, stored: bytes) -> Amount:
        """What was packed, uint8 (box.height, box.width)."""
        plane = np.frombuffer(zlib.decompress(stored), np.uint8)
        return plane.reshape(self.box.height, self.box.width)


class EditAmount(EditTrimap):
    """A stroke of the decontaminate brush. It changes no trimap, either."""

    def __init__(self, document: Document, pieces: tuple[PackedAmount, ...], text: str) -> None:
        super().__init__(document, (), text)
        self._pieces = pieces

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return _SMALL + sum(len(piece.before) + len(piece.after) for piece in self._pieces)

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
