"""The page of what most people never need."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget


class AdvancedPage(QWidget):
    """Reveals the page of distillations."""

    reveal_chosen = Signal(bool)

    def __init__(self, revealed: bool, key: str, parent: QWidget | None = None) -> None:
        """key: what shows the page, as people read it."""
        super().__init__(parent)
        self.box = QCheckBox(self.tr("Show the page of distillations"))
        self.box.setChecked(revealed)
        self.box.toggled.connect(self.reveal_chosen)
        note = QLabel(
            self.tr(
                "There a small network, the student, learns on this machine from a larger one and"
                " from your own cut-outs. It is kept only if it mattes better than the one in use."
                " {0} leads there and back."
            ).format(key)
        )
        note.setObjectName("note")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(note)
        column.addStretch(1)
