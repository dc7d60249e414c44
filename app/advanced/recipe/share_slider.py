"""A slider for a share that keeps one between its steps for as long as nobody moves it."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider


class ShareSlider(QSlider):
    """From 0 to 1 in so many steps."""

    def __init__(self, steps: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._exact = 0.0
        self.setRange(0, steps)

    @property
    def share(self) -> float:
        """In [0, 1]: as it was put in, or that of the step it was moved to."""
        value, steps = self.value(), self.maximum()
        return self._exact if round(steps * self._exact) == value else value / steps

    def put(self, share: float) -> None:
        """Show a share, without telling."""
        self._exact = share
        with QSignalBlocker(self):
            self.setValue(round(self.maximum() * share))
