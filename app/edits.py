"""A step of the history, whatever it changes."""

from typing import Self

from PySide6.QtGui import QUndoCommand

from app.document import Document
from engine.keeping.finishing import Finishing
from engine.trimap.packing import PackedPatch
from engine.trimap.traces import Trace

SMALL = 200
"""About how many bytes Python takes for a step, whatever it holds."""


class Edit(QUndoCommand):
    """A step of the history; what it does and undoes may have happened elsewhere already."""

    def __init__(self, document: Document, text: str) -> None:
        super().__init__(text)
        self._document = document
        self._is_done = self._is_undone = False

    @property
    def patches(self) -> tuple[PackedPatch, ...]:
        """What it changes of the trimap."""
        return ()

    @property
    def trace(self) -> Trace | None:
        """What the hand did, if it was the hand."""
        return None

    @property
    def finishing(self) -> Finishing | None:
        """What it does beside the trimap, for the journal."""
        return None

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return SMALL

    def done_again(self, *, undone: bool = False) -> Self:
        """Another command that has done the same, to stand in this one's place.

        undone: it was undone as well, so that its first undoing, too, changes nothing.
        """
        twin = self._twin()
        twin._is_done, twin._is_undone = True, undone
        return twin

    def redo(self) -> None:
        """Do it, unless that is done."""
        done, self._is_done = self._is_done, False
        if not done:
            self._do()

    def undo(self) -> None:
        """Bring back what was there before, unless that is done."""
        undone, self._is_undone = self._is_undone, False
        if not undone:
            self._take_back()

    def _twin(self) -> Self:
        """A command that would do the same, and has not."""
        raise NotImplementedError

    def _do(self) -> None:
        raise NotImplementedError

    def _take_back(self) -> None:
        raise NotImplementedError
