"""The panel of the band: its width, what is done with it, and trimaps in files."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QSpinBox, QWidget

from app.actions import Actions
from app.panels.push_button import push_button
from app.panels.value_label import VALUE_WIDTH

WIDEST = 200
_SLIDER_END = 60
"""Bands wider than this are typed: on a slider they would crowd out the usual ones."""


class BandBox(QWidget):
    """A width, and buttons for what makes a trimap out of it or of a file."""

    width_changed = Signal(int)
    entered = Signal()
    """Something was typed to its end: the keys may go back to the canvas."""

    def __init__(self, actions: Actions, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr(
            "By how many pixels the unknown band is made wider or narrower,\n"
            "and how far it reaches around the edge of a mask or an alpha"
        )
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, _SLIDER_END)
        self.slider.setAccessibleName(self.tr("Width of the band"))
        self.slider.setToolTip(words)
        self.pixels = QSpinBox()
        self.pixels.setRange(1, WIDEST)
        self.pixels.setSuffix(self.tr(" px"))
        self.pixels.setAccessibleName(self.tr("Width of the band in pixels of the picture"))
        self.pixels.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.pixels.setToolTip(words)
        self.pixels.setValue(width)
        self.slider.setValue(width)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        label = QLabel(self.tr("Band"))
        label.setBuddy(self.slider)
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget, stretch in ((label, 0), (self.slider, 1), (self.pixels, 0)):
            row.addWidget(widget, stretch)
        self.pixels.setFixedWidth(VALUE_WIDTH)
        grid.addLayout(row, 0, 0, 1, 2)
        for place, (name, text) in enumerate(
            (
                ("narrow", self.tr("Narrower")),
                ("widen", self.tr("Wider")),
                ("band_from_file", self.tr("From a mask…")),
                ("band_from_alpha", self.tr("From alpha")),
                ("import_trimap", self.tr("Import…")),
                ("export_trimap", self.tr("Export…")),
            )
        ):
            grid.addWidget(push_button(actions[name], text), 1 + place // 2, place % 2)
        self.slider.valueChanged.connect(self.pixels.setValue)
        self.pixels.valueChanged.connect(self._on_pixels_changed)
        self.pixels.lineEdit().returnPressed.connect(self.entered)

    @property
    def pixels_wide(self) -> int:
        """The width that is chosen, in pixels of the picture."""
        return self.pixels.value()

    @Slot(int)
    def _on_pixels_changed(self, pixels: int) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(pixels)
        self.width_changed.emit(pixels)
