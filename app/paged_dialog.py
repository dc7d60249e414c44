"""A dialog of pages, with a list of them at the left."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.icons import SIZE, icon
from app.theme import Colours

_SIZE = QSize(760, 560)
_LIST = 168


class PagedDialog(QDialog):
    """Holds pages, and closes with Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(_SIZE)
        self._icons: list[str] = []
        self._list = QListWidget()
        self._list.setObjectName("pages")
        self._list.setFixedWidth(_LIST)
        self._list.setIconSize(SIZE)
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addLayout(right, 1)

    def add(self, title: str, icon_name: str, page: QWidget) -> None:
        """Put a page under the others; the first one is shown."""
        self._icons.append(icon_name)
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(_LIST, 36))
        self._list.addItem(item)
        self._stack.addWidget(page)
        if self._list.count() == 1:
            self._list.setCurrentRow(0)

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
