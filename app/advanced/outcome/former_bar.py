"""Which weights a name has now, and the way back to those it had before."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.advanced.lanes import OUTCOME_LANE
from app.advanced.outcome.wording import card_origin, card_words
from app.compare.elided import ElidedLabel
from app.messages import explain
from app.numbers import number, wide
from app.tasks import Task
from engine.catalog import DEFAULT
from engine.matting.library import WeightsEntry
from engine.promotion.former import Former, bring_back, in_use, kept, last_replaced

Known = tuple[str, WeightsEntry | None, tuple[Former, ...]]
"""A name in the library, what has it now, and what had it before."""


class FormerBar(QFrame):
    """One click uses the last former weights again, a menu those before them.

    Whoever shows it lets it look.
    """

    went_back = Signal(str)
    """The name in the library that has its former weights again."""
    failed = Signal(object)
    """The Message that says why not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._name = DEFAULT
        self._former: tuple[Former, ...] = ()
        self._head = ElidedLabel()
        self._head.setObjectName("topic")
        self._now = ElidedLabel()
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.triggered.connect(self._on_chosen)
        self.back = QPushButton(self.tr("Go back"))
        self.back.clicked.connect(self._on_back)
        self.earlier = QPushButton(self.tr("Earlier"))
        self.earlier.setMenu(self._menu)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._head)
        words.addWidget(self._now)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 8, 7)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.back)
        row.addWidget(self.earlier)

    @property
    def words(self) -> str:
        """What is said to be in use."""
        return self._now.words

    def look(self, name: str = "") -> None:
        """Look again what is in use and what is kept; without a name of what changed last."""
        self._start(lambda: _known(name), self._on_known)

    @Slot()
    def _on_back(self) -> None:
        self._go_back("")

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self._go_back(action.data())

    def _go_back(self, sha256: str) -> None:
        name = self._name
        self._start(lambda: bring_back(name, sha256=sha256), self._on_went_back)

    def _start(self, work: Callable[[], object], then: Callable[[Any], None]) -> None:
        task = Task(lambda _task: work())
        task.succeeded.connect(then)
        task.failed.connect(self._on_failed)
        self.back.setEnabled(False)
        task.start(OUTCOME_LANE)

    @Slot(object)
    def _on_known(self, known: Known) -> None:
        self._name, now, self._former = known
        title = wide(now.card.title, now.card.width) if now is not None else self.tr("nothing yet")
        self._head.set_text(self.tr("In use: {0}").format(title))
        self._now.set_text(card_origin(now.card) if now is not None else "")
        self._menu.clear()
        for former in self._former:
            action = self._menu.addAction(self._words(former))
            action.setData(former.entry.card.sha256)
            action.setToolTip(card_words(former.entry.card))
        self.back.setVisible(bool(self._former))
        self.back.setEnabled(bool(self._former))
        self.back.setToolTip(self._words(self._former[0]) if self._former else "")
        self.earlier.setVisible(len(self._former) > 1)

    def _words(self, former: Former) -> str:
        card = former.entry.card
        if card.run:
            words = self.tr("Run “{0}”").format(card.run)
        elif former.until is None:
            words = self.tr("The ones that come with the program")
        else:
            words = card.title
        sad = card.metrics.get("check/sad")
        parts = [words, *([f"SAD {number(sad, 2)}"] if sad is not None else [])]
        if former.until is not None:
            day = former.until.astimezone()
            parts.append(self.tr("in use until {0}").format(f"{day:%Y-%m-%d %H:%M}"))
        return " · ".join(parts)

    @Slot(object)
    def _on_went_back(self, entry: WeightsEntry) -> None:
        self.went_back.emit(entry.card.name)
        self.look(entry.card.name)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.back.setEnabled(bool(self._former))
        self.failed.emit(explain(error))


def _known(name: str) -> Known:
    """On the lane."""
    name = name or last_replaced() or DEFAULT
    return name, in_use(name), kept(name)
