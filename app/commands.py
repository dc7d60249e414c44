"""What can be undone: each gesture is one command, and only commands write the trimap."""

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from app.document import Document
from engine.arrays import Trimap
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
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
    """A gesture as the patches that it changed."""

    def __init__(self, document: Document, patches: tuple[Patch, ...], text: str) -> None:
        super().__init__(text)
        self._document = document
        self._patches = patches

    def redo(self) -> None:
        """Write what the gesture painted."""
        self._document.write_trimap((patch.box, patch.after) for patch in self._patches)

    def undo(self) -> None:
        """Write what was there before."""
        self._document.write_trimap((patch.box, patch.before) for patch in self._patches)


class ReplaceTrimap(QUndoCommand):
    """Another trimap in place of the whole one."""

    def __init__(self, document: Document, trimap: Trimap, text: str) -> None:
        super().__init__(text)
        self._document = document
        self._before = document.trimap
        self._after = trimap

    def redo(self) -> None:
        """Take the new trimap."""
        self._document.replace_trimap(self._after)

    def undo(self) -> None:
        """Take the old one again."""
        self._document.replace_trimap(self._before)
