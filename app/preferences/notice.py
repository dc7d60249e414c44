"""A line at the foot of a page: what is to be said, or asked, without a further dialog."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Notice(QFrame):
    """Says a sentence; or asks, with one button that does it and one that leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setObjectName("noticeText")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._do = QPushButton()
        self._leave = QPushButton(self.tr("Leave it"))
        self._on_do: Callable[[], None] | None = None
        self._on_leave: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for button in (self._do, self._leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._do.clicked.connect(self._do_it)
        self._leave.clicked.connect(self._leave_it)
        self.say("")

    @property
    def text(self) -> str:
        """What is said or asked."""
        return self._text.text()

    @property
    def is_asking(self) -> bool:
        """True while it waits for an answer."""
        return self._on_do is not None

    def say(self, text: str) -> None:
        """Say a sentence; an open question is dropped."""
        self._on_do = self._on_leave = None
        self._show(text)

    def ask(
        self, text: str, do: str, on_do: Callable[[], None], on_leave: Callable[[], None]
    ) -> None:
        """Ask, and call one of two; do: the words of the button that does it."""
        self._on_do, self._on_leave = on_do, on_leave
        self._do.setText(do)
        self._show(text)
        self._do.setFocus()

    def _show(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        for button in (self._do, self._leave):
            button.setVisible(self.is_asking)

    @Slot()
    def _do_it(self) -> None:
        self._answer(self._on_do)

    @Slot()
    def _leave_it(self) -> None:
        self._answer(self._on_leave)

    def _answer(self, call: Callable[[], None] | None) -> None:
        self.say("")
        if call is not None:
            call()
