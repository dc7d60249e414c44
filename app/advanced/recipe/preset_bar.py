"""Three cards: how much of a run it shall be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from engine.runs.presets import LENGTHS


class PresetBar(QWidget):
    """One press sets everything that a length is about."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            "ten-minutes": (
                self.tr("Ten minutes\nto see it learn"),
                self.tr("A student of a quarter of the width learns from its wide self"),
            ),
            "overnight": (
                self.tr("Overnight\nto make it better"),
                self.tr("Eight hours at full width, from the weights that are there"),
            ),
            "paper": (
                self.tr("Paper\nas published"),
                self.tr(
                    "Spatial and channel similarity on the DIM pair, 30 epochs of Composition-1k:"
                    " days on a processor, hours on a graphics card"
                ),
            ),
        }
        self.cards: dict[str, QToolButton] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for name in LENGTHS:
            card = QToolButton()
            card.setObjectName("card")
            card.setCheckable(True)
            text, tip = words[name]
            card.setText(text)
            card.setToolTip(tip)
            card.setAccessibleName(text.replace("\n", ", "))
            card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            card.clicked.connect(lambda _=False, chosen=name: self._on_clicked(chosen))
            self.cards[name] = card
            line.addWidget(card, 1)

    def show_preset(self, name: str | None) -> None:
        """Mark the preset that the run is; None for one of one's own."""
        for known, card in self.cards.items():
            card.setChecked(known == name)

    def _on_clicked(self, name: str) -> None:
        self.show_preset(name)
        self.chosen.emit(name)
