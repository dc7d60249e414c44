"""How wide the band of a proposal is to be, against what the picture asks for: a slider."""

import math

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QSlider

from app.numbers import short_number
from app.panels.value_label import value_label

_TICKS = 8
"""To either side; each is a fixed ratio."""
_MOST = 4.0
"""Times as wide, or as narrow."""


class ProposalWidth(QObject):
    """A slider of ratios and its value in words; whoever shows them lays them out."""

    changed = Signal(float)

    def __init__(self, width: float, parent: QObject | None = None) -> None:
        """width: times which the band is as wide as the picture asks for."""
        super().__init__(parent)
        words = self.tr(
            "How wide a proposal leaves the unknown band:\n"
            "1 is what the picture asks for, more is for hair and fur"
        )
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-_TICKS, _TICKS)
        self.slider.setAccessibleName(self.tr("Width of the proposed band"))
        self.slider.setToolTip(words)
        self.value = value_label()
        self.value.setToolTip(words)
        self.slider.setValue(round(_TICKS * math.log(width, _MOST)))
        self.slider.valueChanged.connect(self._on_moved)
        self._show()

    @property
    def width(self) -> float:
        """Times which the band is as wide as the picture asks for."""
        return float(_MOST ** (self.slider.value() / _TICKS))

    @Slot()
    def _on_moved(self) -> None:
        self._show()
        self.changed.emit(self.width)

    def _show(self) -> None:
        self.value.setText(self.tr("× {0}").format(short_number(self.width, 2)))
