"""Two runs side by side: their specs, their curves over each other, their previews under a wipe."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.advanced.outcome.curves_box import CurvesBox
from app.advanced.outcome.gallery import Gallery
from app.advanced.outcome.plate import Shot
from app.advanced.outcome.row import RunRow
from app.advanced.outcome.spec_table import SpecTable
from app.theme import Colours
from engine.training.previews import FOLDER

_SIZE = QSize(1080, 760)


class VersusSheet(QDialog):
    """Shows what two runs were told, and what became of them."""

    def __init__(self, one: RunRow, two: RunRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("“{0}” and “{1}”").format(one.name, two.name))
        self.resize(_SIZE)
        self.specs = SpecTable((one.name, two.name), (one.story.spec, two.story.spec))
        self.curves = CurvesBox(one, two)
        self.gallery = Gallery()
        self.gallery.show_shots([(shot, "") for shot in _shots(one, two)])
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(self.specs)
        upper.addWidget(self.curves)
        upper.setSizes([440, 600])
        pages = QTabWidget()
        pages.addTab(upper, self.tr("Specs and curves"))
        pages.addTab(self.gallery, self.tr("Previews"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(pages, 1)
        column.addWidget(buttons)

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.specs.colour(colours)
        self.curves.colour(colours)
        self.gallery.colour(colours)
