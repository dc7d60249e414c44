"""How much of what is learnt from is drawn by the program itself."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.advanced.recipe.share_slider import ShareSlider
from app.panels.value_label import VALUE_WIDTH, value_label

_STEPS = 20


class DrawnBox(QWidget):
    """A slider in steps of 5 %, which keeps a share between them that was put in."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = ShareSlider(_STEPS)
        self._slider.setAccessibleName(self.tr("Share that is drawn"))
        self._slider.setToolTip(
            self.tr("Strands, blobs, smoke and nets that the program draws itself, ever new")
        )
        self._slider.valueChanged.connect(self._on_changed)
        self._words = value_label()
        self._words.setFixedWidth(VALUE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(QLabel(self.tr("Drawn by the program")))
        row.addWidget(self._slider, 1)
        row.addWidget(self._words)

    @property
    def share(self) -> float:
        """In [0, 1]; all of it where there is nothing else."""
        return self._slider.share if self._slider.isEnabledTo(self) else 1.0

    def put(self, share: float) -> None:
        """Show a share, without telling."""
        self._slider.put(share)
        self._show()

    def allow(self, allowed: bool) -> None:
        """Whether there is anything else to learn from."""
        self._slider.setEnabled(allowed)
        self._show()

    def _show(self) -> None:
        self._words.setText(self.tr("{0} %").format(round(100 * self.share)))

    @Slot()
    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()
