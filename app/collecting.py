"""Python's cyclic garbage is collected in the GUI thread alone.

Left to itself it is collected in whichever thread happens to allocate. Objects of Qt among it would
then be destroyed in a thread that they do not belong to, and the program with them.
"""

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

EVERY = 500
"""Milliseconds between two looks at how much there is."""

WHOLE_EVERY = 60.0
"""Seconds at least between two collections of everything: with torch loaded one takes a tenth of a
second, so it waits for a moment without a pressed button."""


class Collector(QObject):
    """Takes the collection over for as long as it lives; made and destroyed in the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._last_whole = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect what has gathered, by Python's own thresholds."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if self._may_take_its_time():
            self._last_whole = time.monotonic()
            gc.collect()
        elif counts[1] > thresholds[1]:
            gc.collect(1)
        elif counts[0] > thresholds[0]:
            gc.collect(0)

    def hand_back(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def _may_take_its_time(self) -> bool:
        rested = time.monotonic() - self._last_whole > WHOLE_EVERY
        return rested and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
