"""What can be undone: each gesture is one command, and only commands write the trimap."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Self

from PySide6.QtCore import QCoreApplication

from app.document import Document
from app.edits import Edit
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.packing import PackedPatch, packed, unpacked
from engine.trimap.paint import Patch
from engine.trimap.traces import Trace


class Deed(Enum):
    """What kind of gesture was made."""

    PAINT = "paint"
    FILL = "fill"
    ENCIRCLE = "encircle"


@dataclass(frozen=True, eq=False)
class Gesture:
    """What the hand did: what that changes, the code it painted, and how to do it again."""

    patches: tuple[Patch, ...]
    code: int
    deed: Deed
    trace: Trace


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


class EditTrimap(Edit):
    """A gesture as the patches that it changed, packed."""

    def __init__(
        self,
        document: Document,
        patches: tuple[PackedPatch, ...],
        text: str,
        trace: Trace | None = None,
    ) -> None:
        """trace: what the hand did, unless the change came from elsewhere."""
        super().__init__(document, text)
        self._patches = patches
        self._trace = trace

    @classmethod
    def of(
        cls,
        document: Document,
        patches: Iterable[Patch],
        text: str,
        trace: Trace | None = None,
    ) -> Self:
        """The command that makes a change."""
        return cls(document, tuple(packed(patch) for patch in patches), text, trace)

    @property
    def patches(self) -> tuple[PackedPatch, ...]:
        """What it changes of the trimap."""
        return self._patches

    @property
    def trace(self) -> Trace | None:
        """What the hand did, if it was the hand."""
        return self._trace

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        return sum(patch.size for patch in self._patches)

    def _twin(self) -> Self:
        return type(self)(self._document, self._patches, self.text(), self._trace)

    def _do(self) -> None:
        changed = (unpacked(patch) for patch in self._patches)
        self._document.write_trimap((patch.box, patch.after) for patch in changed)

    def _take_back(self) -> None:
        changed = (unpacked(patch) for patch in self._patches)
        self._document.write_trimap((patch.box, patch.before) for patch in changed)
