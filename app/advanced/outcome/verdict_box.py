"""What follows from a comparison, in words, and the sentence that takes worse weights anyway."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from app.numbers import number
from app.words import engine_words
from engine.promotion.comparison import CHECK, Comparison
from engine.promotion.verdict import TOLERANCE, judged


class VerdictBox(QFrame):
    """Says whether the run's weights may be promoted."""

    changed = Signal()
    """They may, or may not any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._may = False
        self._is_refusal = False
        self._words = QLabel()
        self._words.setObjectName("noticeText")
        self._words.setWordWrap(True)
        self.anyway = QCheckBox(
            self.tr("I have seen that these weights are worse, and want them all the same.")
        )
        self.anyway.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.anyway)
        self.say("")

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    @property
    def may_promote(self) -> bool:
        """Whether the button may be pressed now."""
        return self._may and (not self._is_refusal or self.anyway.isChecked())

    @property
    def is_told_anyway(self) -> bool:
        """Whether worse weights are wanted, in so many words."""
        return self._is_refusal and self.anyway.isChecked()

    def say(self, words: str) -> None:
        """Say something else than a verdict."""
        self._may = self._is_refusal = False
        self._show(words)

    def judge(self, found: Comparison) -> None:
        """Say what follows."""
        verdict = judged(found)
        self._may = found.whole
        self._is_refusal = verdict.is_refusal and found.current is not None
        reasons = " ".join(engine_words(worse.reason) for worse in verdict.against)
        if not found.whole:
            self._show(" ".join(filter(None, (self._first_look(found), reasons))))
        elif self._is_refusal:
            self._show(self.tr("The weights in use are the better ones.") + " " + reasons)
        elif found.current is None:
            self._show(self.tr("Nothing is in use under this name yet."))
        else:
            self._show(self._praise(found))

    def _first_look(self, found: Comparison) -> str:
        return self.tr(
            "A quick look at {0} mattes, which decides nothing: measure all of them for that."
        ).format(number(len(found.rows)))

    def _praise(self, found: Comparison) -> str:
        change = found.change("sad", CHECK if CHECK in found.keys else found.keys[0])
        if change < -TOLERANCE:
            return self.tr("The run's weights are the better ones: SAD falls by {0} %.").format(
                number(-100 * change, 1)
            )
        return self.tr("The run's weights are as good as those in use, within 1 %.")

    def _show(self, words: str) -> None:
        self._words.setText(words)
        self.anyway.setChecked(False)
        self.anyway.setVisible(self._is_refusal and self._may)
        self.setVisible(bool(words))
        self.changed.emit()
