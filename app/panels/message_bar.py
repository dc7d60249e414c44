"""Messages over the canvas: a sentence, what to do about it, and a cross to send it away."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.icons import icon
from app.messages import Message, Tone
from app.theme import Colours

_WIDEST = 560
_MARGIN = 12
_INFO_SHOWN = 6000
"""Milliseconds after which good news goes by itself."""

_ICONS = {
    Tone.INFO: "check-circle-outline",
    Tone.WARNING: "alert-outline",
    Tone.ERROR: "alert-circle-outline",
}


class MessageBar(QFrame):
    """Lies at the top of the widget that it is given, over the picture, and shows one message."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("messageBar")
        self.hide()
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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 10, 8, 10)
        self._row.setSpacing(10)
        self._row.addWidget(self._badge, alignment=Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        over.installEventFilter(self)

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
        self.setAccessibleName(f"{message.sentence} {message.hint}".strip())
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw()
        self.show()
        self._place()
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when what lies below changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self._over
        width = max(200, min(_WIDEST, over.width() - 2 * _MARGIN))
        # hidden layouts do not know their height yet, so ask for it
        self._row.activate()
        height = self._row.totalHeightForWidth(width)
        self.setGeometry((over.width() - width) // 2, _MARGIN, width, height)
