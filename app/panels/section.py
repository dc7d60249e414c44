"""A part of the panels that can be folded away: a title, and what it holds."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from app.icons import icon
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
        self._content = content
        self._colours: Colours | None = None
        self._title = QToolButton()
        self._title.setObjectName("sectionTitle")
        self._title.setText(title)
        self._title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title.setIconSize(QSize(14, 14))
        self._title.setSizePolicy(
            self._title.sizePolicy().Policy.Expanding, self._title.sizePolicy().Policy.Fixed
        )
        font = self._title.font()
        font.setCapitalization(QFont.Capitalization.SmallCaps)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self._title.setFont(font)
        self._title.clicked.connect(self._on_clicked)
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
        return self._content.isHidden()

    def fold(self, folded: bool) -> None:
        """Hide or show the content."""
        self._content.setHidden(folded)
        self._draw()

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
