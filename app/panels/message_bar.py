"""Messages over the canvas: a sentence, what to do about it, and a cross to send it away."""

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.icons import icon
from app.messages import Message, Tone
from app.panels.head_bar import HeadBar
from app.theme import Colours

_WIDEST = 560
_INFO_SHOWN = 6000
"""Milliseconds after which good news goes by itself."""

_ICONS = {
    Tone.INFO: "check-circle-outline",
    Tone.WARNING: "alert-outline",
    Tone.ERROR: "alert-circle-outline",
}


class MessageBar(HeadBar):
    """Lies at the top of the widget that it is given, over the picture, and shows one message."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, _WIDEST)
        self.setObjectName("messageBar")
        self._colours: Colours | None = None
        self._message: Message | None = None
        self._badge = QLabel()
        self._sentence = QLabel()
        self._sentence.setObjectName("sentence")
        self._hint = QLabel()
        self._hint.setObjectName("hintText")
        for label in (self._sentence, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Close"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._sentence)
        texts.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(self._badge, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)

    @property
    def message(self) -> Message | None:
        """What is shown; None when nothing is."""
        return self._message

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Show a message in place of the last one."""
        self._message = message
        self._sentence.setText(message.sentence)
        self._hint.setText(message.hint)
        self._hint.setVisible(bool(message.hint))
        self.setProperty("tone", message.tone.value)
        self.setAccessibleName(message.words)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw()
        self.show()
        self.place()
        self.raise_()
        if message.tone is Tone.INFO:
            self._timer.start(_INFO_SHOWN)
        else:
            self._timer.stop()

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self._message = None
        self._timer.stop()
        self.hide()

    def colour(self, colours: Colours) -> None:
        """Draw the icons in the colours of a theme."""
        self._colours = colours
        self._close.setIcon(icon("close", colours))
        self._draw()

    def _draw(self) -> None:
        if self._colours is None or self._message is None:
            return
        tone = self._message.tone
        colour: str = getattr(self._colours, tone.value)
        self._badge.setPixmap(icon(_ICONS[tone], self._colours, colour).pixmap(QSize(20, 20)))
