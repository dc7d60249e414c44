"""The guide's window: the contents at the left, a page at the right."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.guide.pages import Page
from app.guide.reader import GuideReader
from app.icons import icon
from app.page_list import PageList
from app.panels.sheet_foot import sheet_button, sheet_foot
from app.screens import room_for
from app.theme import Colours

_SIZE = QSize(1100, 760)
_FRAME = QSize(16, 48)
"""About what a desktop puts around a window."""
_ROW = QSize(232, 32)


class Guide(QDialog):
    """Stays open beside the window while one works; Escape closes it."""

    def __init__(self, pages: list[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Guide"))
        self.resize(_SIZE.boundedTo(room_for(parent or self) - _FRAME))
        self._pages = pages
        self._list = PageList(_ROW, self.tr("Contents"))
        for page in pages:
            self._list.add(page.title)
        self.reader = GuideReader()
        self._back = sheet_button(self.tr("Back"), self.reader.backward)
        self._back.setEnabled(False)
        self.reader.backwardAvailable.connect(self._back.setEnabled)
        self.reader.turned.connect(self._on_turned)
        self._list.currentRowChanged.connect(self._on_chosen)
        self._lay_out()
        self._on_chosen(0)
        self.reader.setFocus()

    def _lay_out(self) -> None:
        foot = sheet_foot(self._back, close=sheet_button(self.tr("Close"), self.close))
        foot.setContentsMargins(20, 0, 20, 0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 14)
        right.setSpacing(12)
        right.addWidget(self.reader, 1)
        right.addLayout(foot)
        self._list.fill(self, right)

    @property
    def titles(self) -> list[str]:
        """What the list says, from above."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def turn_to(self, title: str) -> None:
        """Show the page of this title."""
        self._list.setCurrentRow(self.titles.index(title))

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._back.setIcon(icon("arrow-left", colours))
        self.reader.colour(colours)

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        self.reader.show_page(self._pages[row].path)

    @Slot()
    def _on_turned(self) -> None:
        """A link, or the way back: the list follows."""
        rows = [row for row, page in enumerate(self._pages) if page.path == self.reader.page]
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(rows[0] if rows else -1)
