"""A part of the recipe: its title with what is chosen in it, and the fields under it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.compare.elided import ElidedLabel
from app.icons import icon
from app.panels.section import rule
from app.theme import Colours


class Chapter(QWidget):
    """Unfolds; folded, its title line still says what is chosen, and what is wrong with that."""

    folded = Signal(bool)
    """True when the content is hidden."""

    def __init__(
        self, title: str, content: QWidget, *, opened: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._colours: Colours | None = None
        self._title = QToolButton()
        self._title.setObjectName("chapterTitle")
        self._title.setText(title)
        self._title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title.setIconSize(QSize(14, 14))
        self._title.clicked.connect(self._on_clicked)
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
        return self._content.isHidden()

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
        self._content.setHidden(folded)
        self._draw()

    def say(self, summary: str) -> None:
        """What is chosen, in a few words."""
        self._summary.set_text(summary)

    def complain(self, trouble: str) -> None:
        """What is wrong with what is chosen; nothing for an empty text."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def colour(self, colours: Colours) -> None:
        """Draw the arrow in the colours of a theme."""
        self._colours = colours
        self._draw()

    @Slot()
    def _on_clicked(self) -> None:
        self.fold(not self.is_folded)
        self.folded.emit(self.is_folded)

    def _draw(self) -> None:
        if self._colours is not None:
            name = "chevron-right" if self.is_folded else "chevron-down"
            self._title.setIcon(icon(name, self._colours, self._colours.faint))
        state = self.tr("folded") if self.is_folded else self.tr("unfolded")
        self._title.setAccessibleName(f"{self._title.text()}, {state}")
