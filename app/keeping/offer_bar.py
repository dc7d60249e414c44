"""A bar that offers what an ended program left behind: to restore it, to delete it, or later."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.head_bar import HeadBar
from app.theme import Colours
from engine.keeping.drafts import LeftBehind

_WIDEST = 720


class OfferBar(HeadBar):
    """Lies at the head of the widget that it is given, over whatever is there."""

    restore_wanted = Signal()
    delete_wanted = Signal()
    put_off = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, _WIDEST)
        self.setObjectName("messageBar")
        self.setProperty("tone", "warning")
        self._badge = QLabel()
        self._sentence, self._hint = QLabel(), QLabel()
        self._sentence.setObjectName("sentence")
        self._hint.setObjectName("hintText")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (self._sentence, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            texts.addWidget(label)
        self._restore = QPushButton(self.tr("Restore"))
        self._restore.setObjectName("primary")
        self._restore.clicked.connect(self.restore_wanted)
        self._delete = QPushButton(self.tr("Delete"))
        self._delete.clicked.connect(self.delete_wanted)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Later: it is offered again at the next start"))
        self._close.setAccessibleName(self.tr("Later"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.put_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(self._badge, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        for button in (self._restore, self._delete):
            row.addWidget(button)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)

    def offer(self, draft: LeftBehind, more: int, damaged: int = 0) -> None:
        """Offer a draft; more: how many others there are; damaged: and how many are unreadable."""
        name = draft.project.name if draft.project else draft.note.name
        self._sentence.setText(self.tr("{0} was not saved when Gossamer ended.").format(name))
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(draft.last)), QLocale.FormatType.ShortFormat
        )
        hint = (
            self.tr("1 change, made at {0}.").format(when)
            if draft.steps == 1
            else self.tr("{0} changes, the last one made at {1}.").format(draft.steps, when)
        )
        if draft.is_torn:
            hint += " " + self.tr("What came after that is damaged.")
        if more:
            hint += " " + self.tr("Others left behind: {0}.").format(more)
        if damaged:
            hint += " " + self.tr("Damaged, and kept where they are: {0}.").format(damaged)
        self._hint.setText(hint)
        self.setAccessibleName(f"{self._sentence.text()} {hint}")
        self.show()
        self.place()
        self.raise_()

    def colour(self, colours: Colours) -> None:
        """Draw the icons in the colours of a theme."""
        self._badge.setPixmap(icon("backup-restore", colours, colours.warning).pixmap(20, 20))
        self._close.setIcon(icon("close", colours))
