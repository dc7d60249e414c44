"""A part of the recipe: its title with what is chosen in it, and the fields under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.compare.elided import ElidedLabel
from app.panels.fold_title import FoldTitle
from app.panels.section import rule
from app.theme import Colours


class Chapter(QWidget):
    """Unfolds; folded, its title line still says what is chosen, and what is wrong with that."""

    def __init__(
        self, title: str, content: QWidget, *, opened: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = FoldTitle(title, content)
        self._title.setObjectName("chapterTitle")
        self._summary = ElidedLabel()
        self._summary.setObjectName("note")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._trouble = QLabel()
        self._trouble.setObjectName("trouble")
        self._trouble.setWordWrap(True)
        self._trouble.setContentsMargins(14, 0, 14, 8)
        self._trouble.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 3, 14, 3)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._trouble)
        layout.addWidget(content)
        layout.addWidget(rule())
        content.setContentsMargins(14, 2, 14, 12)
        self.fold(not opened)

    @property
    def is_folded(self) -> bool:
        """True when only the title is to be seen."""
        return self._title.is_folded

    @property
    def trouble(self) -> str:
        """What is said to be wrong; empty if nothing is."""
        return self._trouble.text()

    @property
    def summary(self) -> str:
        """What is said to be chosen."""
        return self._summary.words

    def fold(self, folded: bool) -> None:
        """Hide or show the content."""
        self._title.fold(folded)

    def say(self, summary: str) -> None:
        """What is chosen, in a few words."""
        self._summary.set_text(summary)

    def complain(self, trouble: str) -> None:
        """What is wrong with what is chosen; nothing for an empty text."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def colour(self, colours: Colours) -> None:
        """Draw the arrow in the colours of a theme."""
        self._title.colour(colours)
