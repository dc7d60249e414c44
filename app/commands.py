"""What can be undone: each gesture is one command, and only commands write the trimap."""

from collections.abc import Iterable
from enum import Enum
from typing import Self

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from app.document import Document
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.packing import PackedPatch, packed, unpacked
from engine.trimap.paint import Patch


class Deed(Enum):
    """What kind of gesture was made."""

    PAINT = "paint"
    FILL = "fill"
    ENCIRCLE = "encircle"


def words_for(deed: Deed, code: int) -> str:
    """The name of a gesture in the menu: “Paint foreground”."""
    translate = QCoreApplication.translate
    words = {
        (Deed.PAINT, FOREGROUND): translate("Commands", "Paint foreground"),
        (Deed.PAINT, BACKGROUND): translate("Commands", "Paint background"),
        (Deed.ENCIRCLE, FOREGROUND): translate("Commands", "Encircle foreground"),
        (Deed.ENCIRCLE, BACKGROUND): translate("Commands", "Encircle background"),
        (Deed.ENCIRCLE, UNKNOWN): translate("Commands", "Encircle unknown"),
        (Deed.FILL, FOREGROUND): translate("Commands", "Fill foreground"),
        (Deed.FILL, BACKGROUND): translate("Commands", "Fill background"),
        (Deed.FILL, UNKNOWN): translate("Commands", "Fill unknown"),
    }
    return words.get((deed, code), translate("Commands", "Erase to unknown"))


class EditTrimap(QUndoCommand):
    """A gesture as the patches that it changed, packed."""

    def __init__(self, document: Document, patches: tuple[PackedPatch, ...], text: str) -> None:
        super().__init__(text)
        self._document = document
        self._patches = patches
        self._is_done = False

    @classmethod
    def of(cls, document: Document, patches: Iterable[Patch], text: str) -> Self:
        """The command that makes a change."""
        return cls(document, tuple(packed(patch) for patch in patches), text)

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return sum(patch.size for patch in self._patches)

    def done_again(self) -> Self:
        """Another command that has done the same, to stand in this one's place."""
        copy = type(self)(self._document, self._patches, self.text())
        copy._is_done = True
        return copy

    def redo(self) -> None:
        """Write what the gesture painted, unless that is done."""
        if self._is_done:
            self._is_done = False
            return
        changed = (unpacked(patch) for patch in self._patches)
        self._document.write_trimap((patch.box, patch.after) for patch in changed)

    def undo(self) -> None:
        """Write what was there before."""
        changed = (unpacked(patch) for patch in self._patches)
        self._document.write_trimap((patch.box, patch.before) for patch in changed)
