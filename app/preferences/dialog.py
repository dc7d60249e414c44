"""The preferences: what is changed there acts at once."""

from PySide6.QtWidgets import QWidget

from app.paged_dialog import PagedDialog


class Preferences(PagedDialog):
    """A dialog of pages, which others add."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
