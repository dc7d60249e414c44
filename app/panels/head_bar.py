"""A bar at the head of another widget, over whatever is there."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget

_MARGIN = 12
_NARROWEST = 200


class HeadBar(QFrame):
    """Stays in the middle when what lies below changes its size; hidden at first."""

    def __init__(self, over: QWidget, widest: int | None = None) -> None:
        """widest: as wide as there is room up to this, in pixels; None: as wide as it need be."""
        super().__init__(over)
        self._over = over
        self._widest = widest
        over.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Lie where it belongs: what it says has changed."""
        layout = self.layout()
        if self._widest is None or layout is None:
            self.adjustSize()
        else:
            width = max(_NARROWEST, min(self._widest, self._over.width() - 2 * _MARGIN))
            layout.activate()  # hidden layouts do not know their height yet
            self.resize(width, layout.totalHeightForWidth(width))
        self.move(max(0, (self._over.width() - self.width()) // 2), _MARGIN)
