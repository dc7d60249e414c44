"""A dialog of pages, with a list of them at the left."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.icons import SIZE, icon
from app.page_list import PageList
from app.theme import Colours

_SIZE = QSize(760, 560)
_ROW = QSize(168, 36)


class PagedDialog(QDialog):
    """Holds pages, and closes with Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(_SIZE)
        self._icons: list[str] = []
        self._list = PageList(_ROW, self.tr("Pages"))
        self._list.setIconSize(SIZE)
        self._stack = QStackedWidget()
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())  # of another family
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.setContentsMargins(20, 18, 20, 14)
        right.setSpacing(12)
        right.addWidget(self._stack, 1)
        right.addWidget(buttons)
        self._list.fill(self, right)

    def add(self, title: str, icon_name: str, page: QWidget) -> None:
        """Put a page under the others; the first one is shown."""
        self._icons.append(icon_name)
        self._stack.addWidget(page)
        self._list.add(title)

    @property
    def pages(self) -> list[QWidget]:
        """The pages in their order."""
        pages = (self._stack.widget(row) for row in range(self._stack.count()))
        return [page for page in pages if page is not None]

    def show_page(self, page: QWidget) -> None:
        """Turn to a page."""
        self._list.setCurrentRow(self._stack.indexOf(page))

    def colour(self, colours: Colours) -> None:
        """Draw the icons in the colours of a theme."""
        for row, name in enumerate(self._icons):
            self._list.item(row).setIcon(icon(name, colours))
