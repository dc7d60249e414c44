"""A title that folds away what it is the title of, and unfolds it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from app.icons import icon
from app.theme import Colours


class FoldTitle(QToolButton):
    """A button with an arrow, which says to whoever cannot see it how things stand."""

    folded = Signal(bool)
    """The person has hidden the content, or shown it: True when it is hidden."""

    def __init__(self, title: str, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._colours: Colours | None = None
        self.setText(title)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.clicked.connect(self._on_clicked)

    @property
    def is_folded(self) -> bool:
        """True when the content is hidden."""
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
            self.setIcon(icon(name, self._colours, self._colours.faint))
        state = self.tr("folded") if self.is_folded else self.tr("unfolded")
        self.setAccessibleName(f"{self.text()}, {state}")
