"""The legend of the coach's tints: what each stands for, and of how many pixels it speaks."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.compare.advice_layer import COULD_BE_KNOWN, TOO_NARROW
from app.numbers import number
from app.panels.swatch import dot_icon
from engine.matting.coach import Advice
from engine.trimap.codes import UNKNOWN


class AdviceLegend(QWidget):
    """A dot and a few words for each tint that there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._rows = []
        for row, colour in enumerate((TOO_NARROW, COULD_BE_KNOWN)):
            dot, words = QLabel(), QLabel()
            dot.setPixmap(dot_icon(colour).pixmap(QSize(18, 18)))
            grid.addWidget(dot, row, 0)
            grid.addWidget(words, row, 1)
            self._rows.append((dot, words))

    @property
    def lines(self) -> list[str]:
        """What is said."""
        return [words.text() for _, words in self._rows if not words.isHidden()]

    def tell(self, advice: Advice) -> None:
        """Show what was found; a tint that is nowhere is not spoken of."""
        counts = (
            int(np.count_nonzero(advice.too_narrow)),
            int(np.count_nonzero(advice.could_be_known != UNKNOWN)),
        )
        words = self.tr("too narrow: {0} px"), self.tr("could be known: {0} px")
        for (dot, label), word, count in zip(self._rows, words, counts, strict=True):
            label.setText(word.format(number(count)))
            for widget in (dot, label):
                widget.setVisible(count > 0)
