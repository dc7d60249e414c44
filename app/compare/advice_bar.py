"""The coach's advice in a bar over the picture: what the tints mean, one click that takes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.actions import Actions
from app.compare.advice_legend import AdviceLegend
from app.icons import icon
from app.panels.head_bar import HeadBar
from app.panels.push_button import push_button
from app.theme import Colours
from engine.matting.coach import Advice


class AdviceBar(HeadBar):
    """Lies at the head of the widget that it is given, for as long as there is advice."""

    put_away = Signal()
    """The person does not want it."""

    def __init__(self, over: QWidget, actions: Actions) -> None:
        super().__init__(over)
        self._cancel = actions["cancel"]
        self.setObjectName("legend")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._legend = AdviceLegend()
        take = push_button(actions["take_advice"], self.tr("Take the advice"))
        take.setObjectName("primary")
        self._close = QToolButton()
        self._close.setObjectName("quiet")
        self._close.setAccessibleName(self.tr("Put the advice away"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(14)
        row.addWidget(self._legend)
        row.addWidget(take)
        row.addWidget(self._close)

    @property
    def lines(self) -> list[str]:
        """What is said of the tints."""
        return self._legend.lines

    def tell(self, advice: Advice | None) -> None:
        """Show what was found, or nothing."""
        if advice is not None:
            self._legend.tell(advice)
            self.setAccessibleName(", ".join(self._legend.lines))
            keys = self._cancel.shortcut().toString()
            words = self.tr("Put the advice away")
            self._close.setToolTip(f"{words} ({keys})" if keys else words)
        self.setVisible(advice is not None)
        self.place()

    def colour(self, colours: Colours) -> None:
        """Draw the cross in the colours of a theme."""
        self._close.setIcon(icon("close", colours))
