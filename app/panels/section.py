"""A part of the panels that can be folded away: a title, and what it holds."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.panels.fold_title import FoldTitle
from app.theme import Colours


def rule() -> QFrame:
    """A thin line under what belongs together."""
    line = QFrame()
    line.setObjectName("sectionRule")
    return line


class Section(QWidget):
    """A title that folds and unfolds its content."""

    folded = Signal(bool)
    """True when the content is hidden."""

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = FoldTitle(title, content)
        self._title.setObjectName("sectionTitle")
        self._title.setSizePolicy(
            self._title.sizePolicy().Policy.Expanding, self._title.sizePolicy().Policy.Fixed
        )
        font = self._title.font()
        font.setCapitalization(QFont.Capitalization.SmallCaps)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self._title.setFont(font)
        self._title.folded.connect(self.folded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(content)
        layout.addWidget(rule())
        content.setContentsMargins(12, 0, 12, 10)

    @property
    def is_folded(self) -> bool:
        """True when only the title is to be seen."""
        return self._title.is_folded

    def fold(self, folded: bool) -> None:
        """Hide or show the content."""
        self._title.fold(folded)

    def colour(self, colours: Colours) -> None:
        """Draw the arrow in the colours of a theme."""
        self._title.colour(colours)
