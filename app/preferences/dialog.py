"""The preferences: what is changed there acts at once."""

from PySide6.QtWidgets import QWidget

from app.paged_dialog import PagedDialog
from app.preferences.keys_page import KeysPage
from app.theme import Colours


class Preferences(PagedDialog):
    """A dialog of pages, which others add."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))

    def colour(self, colours: Colours) -> None:
        """Draw the icons in the colours of a theme, on the pages as well."""
        super().colour(colours)
        for page in self.pages:
            if isinstance(page, KeysPage):
                page.colour(colours)
