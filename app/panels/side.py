"""The panels at the right: sections under each other, which scroll when the window is low."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.panels.section import Section
from app.theme import Colours

_WIDTH = 272


class Side(QScrollArea):
    """Holds named sections, and tells when one is folded."""

    section_folded = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it holds has it
        self._sections: dict[str, Section] = {}
        inner = QWidget()
        inner.setMinimumWidth(1)  # a row that is too wide is squeezed, and no other cut off
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inner)

    def add(self, name: str, title: str, content: QWidget, *, opened: bool) -> None:
        """Put a section under the others."""
        section = Section(title, content)
        section.fold(not opened)
        section.folded.connect(lambda folded: self.section_folded.emit(name, folded))
        self._sections[name] = section
        self._column.insertWidget(self._column.count() - 1, section)

    def colour(self, colours: Colours) -> None:
        """Draw the arrows in the colours of a theme."""
        for section in self._sections.values():
            section.colour(colours)
