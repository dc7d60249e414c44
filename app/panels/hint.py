"""One sentence at the foot of the canvas that says what to do next, and goes once it is done."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

_MARGIN = 16


class Hint(QLabel):
    """Lies over the widget that it is given; the hand paints through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        over.installEventFilter(self)

    def say(self, text: str) -> None:
        """Show a sentence; nothing for an empty one."""
        self.setText(text)
        self.setVisible(bool(text))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when what lies below changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self._over
        room = over.width() - 2 * _MARGIN
        self.setWordWrap(False)
        size = self.sizeHint()
        if size.width() > room:
            self.setWordWrap(True)
            size.setWidth(max(120, room))
            size.setHeight(self.heightForWidth(size.width()))
        left, top = (over.width() - size.width()) // 2, over.height() - size.height() - _MARGIN
        self.setGeometry(left, top, size.width(), size.height())
