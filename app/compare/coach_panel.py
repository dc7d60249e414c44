"""The panel of the band coach: check, see what was found, take it."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.actions import Actions
from app.compare.advice_layer import COULD_BE_KNOWN, TOO_NARROW
from app.numbers import number
from app.panels.push_button import push_button
from app.panels.swatch import dot_icon
from engine.matting.coach import Advice
from engine.trimap.codes import UNKNOWN


class CoachPanel(QWidget):
    """Two buttons, a sentence, and a legend of the two tints with their numbers of pixels."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._numbers = [QLabel(), QLabel()]
        for row, colour in enumerate((TOO_NARROW, COULD_BE_KNOWN)):
            dot = QLabel()
            dot.setPixmap(dot_icon(colour).pixmap(QSize(18, 18)))
            grid.addWidget(dot, row, 0)
            grid.addWidget(self._numbers[row], row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(push_button(actions["check_band"], self.tr("Check the band")))
        buttons.addWidget(push_button(actions["take_advice"], self.tr("Take the advice")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(buttons)
        layout.addWidget(self._note)
        layout.addWidget(self._rows)
        self.begin_anew()

    @property
    def note(self) -> str:
        """The sentence that is shown."""
        return self._note.text()

    def begin_anew(self) -> None:
        """Nothing was checked yet: say what checking is."""
        self.say(
            self.tr(
                "Matted again with other widths of the band, this shows where it is too narrow,"
                " and what could be known."
            )
        )

    def say(self, text: str) -> None:
        """Show a sentence, and no numbers."""
        self._note.setText(text)
        self._note.show()
        self._rows.hide()

    def tell(self, advice: Advice) -> None:
        """Show what was found."""
        if advice.is_empty:
            self.say(self.tr("The band is neither too narrow anywhere nor wider than it need be."))
            return
        counts = (
            int(np.count_nonzero(advice.too_narrow)),
            int(np.count_nonzero(advice.could_be_known != UNKNOWN)),
        )
        words = self.tr("too narrow"), self.tr("could be known")
        for label, word, count in zip(self._numbers, words, counts, strict=True):
            label.setText(self.tr("{0}: {1} pixels").format(word, number(count)))
        self._note.setText("")
        self._note.hide()
        self._rows.show()
