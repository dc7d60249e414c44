"""Two runs side by side: their specs, their curves over each other, their previews under a wipe."""

from filecmp import cmp
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.advanced.outcome.curves_box import CurvesBox
from app.advanced.outcome.gallery import Gallery
from app.advanced.outcome.plate import Shot
from app.advanced.outcome.row import RunRow
from app.advanced.outcome.spec_table import SpecTable
from app.theme import Colours
from engine.training.files import PREVIEWS

_SIZE = QSize(1040, 690)


class VersusSheet(QDialog):
    """Shows what two runs were told, and what became of them."""

    def __init__(self, one: RunRow, two: RunRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("“{0}” and “{1}”").format(one.name, two.name))
        self.resize(_SIZE)
        self.specs = SpecTable((one.name, two.name), (one.story.spec, two.story.spec))
        self.curves = CurvesBox(one, two)
        self.gallery = Gallery()
        shots = self._shots(one, two)
        self.gallery.show_shots([(shot, "") for shot in shots])
        self.gallery.setVisible(bool(shots))
        upper, whole = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        upper.addWidget(self.specs)
        upper.addWidget(self.curves)
        upper.setSizes([440, 600])
        whole.addWidget(upper)
        whole.addWidget(self.gallery)
        whole.setSizes([270, 370])
        for split in (upper, whole):
            split.setChildrenCollapsible(False)
            split.setHandleWidth(12)
        nothing = QLabel(self.tr("The two runs have no preview of the same picture."))
        nothing.setObjectName("note")
        nothing.setVisible(not shots)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(whole, 1)
        foot = QHBoxLayout()
        foot.addWidget(nothing)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column.addLayout(foot)

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.specs.colour(colours)
        self.curves.colour(colours)
        self.gallery.colour(colours)

    def _shots(self, one: RunRow, two: RunRow) -> list[Shot]:
        """The pictures that both runs matted, with the last answers of each and the truth."""
        shots = []
        for number, image in _pictures(one).items():
            for other, twin in _pictures(two).items():
                alphas = _last(one, number), _last(two, other)
                if None not in alphas and cmp(image, twin, shallow=False):
                    shots.append(self._shot(number, (one, two), alphas, image))
                    break
        return shots

    def _shot(
        self,
        number: int,
        rows: tuple[RunRow, RunRow],
        alphas: tuple[Path | None, Path | None],
        image: Path,
    ) -> Shot:
        sides = [(row.name, path) for row, path in zip(rows, alphas, strict=True) if path]
        truth = image.with_name(f"target-{number}.png")
        if truth.is_file():
            sides.append((self.tr("Truth"), truth))
        return Shot(self.tr("Picture {0}").format(number + 1), image, tuple(sides))


def _pictures(row: RunRow) -> dict[int, Path]:
    found = {}
    for path in sorted((row.folder / PREVIEWS).glob("image-*.png")):
        number = path.stem.removeprefix("image-")
        if number.isdecimal():
            found[int(number)] = path
    return found


def _last(row: RunRow, number: int) -> Path | None:
    """The last answer to a picture that is there."""
    for event in reversed(row.story.previewed):
        for name in event.files:
            path = row.folder / name
            if path.stem == f"{event.step}-{number}" and path.is_file():
                return path
    return None
