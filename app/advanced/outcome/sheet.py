"""The sheet of a promotion: both sides measured, looked at, judged, and one of them put in use."""

import time
from pathlib import Path
from statistics import fmean

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.advanced.outcome.gallery import Gallery
from app.advanced.outcome.promoting import Promoting, Sets
from app.advanced.outcome.tables import Tables
from app.advanced.outcome.verdict_box import VerdictBox
from app.advanced.outcome.wording import about, shots
from app.advanced.watching.words import time_words
from app.messages import Message
from app.numbers import number
from app.panels.sheet_foot import sheet_button
from app.theme import Colours
from engine.matting.library import WeightsEntry
from engine.promotion.comparison import Comparison, all_sets
from engine.promotion.trial import Trial

_SIZE = QSize(1040, 690)
QUICK = 8
"""A quick look takes each so-many-th picture."""


class PromotionSheet(QDialog):
    """Stays open beside the window; closing it gives up what it measures."""

    promoted = Signal(str)
    """The name in the library that has other weights now."""

    def __init__(
        self, run: Path, device: str, parent: QWidget | None = None, sets: Sets = all_sets
    ) -> None:
        """device: as `Session` has it."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Promote “{0}”").format(run.name))
        self.resize(_SIZE)
        self._found: Comparison | None = None
        self._trial: Trial | None = None
        self._began = 0.0
        self.work = Promoting(run, device, self, sets)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self.tables, self.gallery, self.verdict = Tables(), Gallery(), VerdictBox()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._left = QLabel()
        self._left.setObjectName("note")
        self.quick = sheet_button(self.tr("Quick look"), self._on_quick)
        self.all = sheet_button(self.tr("Measure all"), self._on_all)
        self.cancel = sheet_button(self.tr("Cancel"), self._on_cancel)
        self.promote = sheet_button(self.tr("Promote"), self._on_promote, "primary")
        self.shut = sheet_button(self.tr("Close"), self.close)
        self._lay_out()
        self.verdict.changed.connect(self._show_buttons)
        self.work.opened.connect(self._on_opened)
        self.work.progressed.connect(self._on_progressed)
        self.work.compared.connect(self._on_compared)
        self.work.promoted.connect(self._on_promoted)
        self.work.failed.connect(self._on_failed)
        self.work.cancelled.connect(self._on_cancelled)
        self.work.busy_changed.connect(self._show_buttons)
        self.work.open()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.quick, self.all, self.cancel):
            buttons.addWidget(widget)
        buttons.addWidget(self._bar, 1)
        buttons.addWidget(self._left)
        buttons.addStretch(1)
        buttons.addWidget(self.promote)
        buttons.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addWidget(self.tables)
        column.addWidget(self.gallery, 1)
        column.addWidget(self.verdict)
        column.addStretch(0)
        column.addLayout(buttons)
        self.gallery.hide()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.tables.colour(colours)
        self.gallery.colour(colours)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing goes on without it."""
        self.work.close()
        super().closeEvent(event)

    @Slot()
    def _on_quick(self) -> None:
        self._measure(QUICK)

    @Slot()
    def _on_all(self) -> None:
        self._measure(1)

    def _measure(self, every: int) -> None:
        self._began = time.monotonic()
        self._left.clear()
        self.verdict.say("")
        self.work.look(every)

    @Slot()
    def _on_cancel(self) -> None:
        self._left.setText(self.tr("Cancelling…"))
        self.work.cancel()

    @Slot()
    def _on_promote(self) -> None:
        if self._found is not None:
            self.work.promote(self._found, anyway=self.verdict.is_told_anyway)

    @Slot(object)
    def _on_opened(self, trial: Trial) -> None:
        self._trial = trial
        self._about.setText(about(trial))
        self._say_count()
        self.verdict.say(
            self.tr(
                "Both sides matte the check set, and those of your own mattes that no run learns"
                " from, if you keep any. A quick look gives a first idea; all of them decide."
                " Nothing is replaced before you say so, and what is replaced is kept."
            )
        )
        self._show_buttons()

    def _show_rest(self, found: Comparison) -> None:
        """How long it takes to measure what was not."""
        rest = (self._trial.count() if self._trial is not None else 0) - len(found.rows)
        took = [row.new.seconds + (row.old.seconds if row.old else 0.0) for row in found.rows]
        words = self.tr("All of them take about {0} more.")
        self._left.setText(words.format(time_words(rest * fmean(took))))
        if rest == 0:
            self._left.clear()

    def _say_count(self) -> None:
        trial = self._trial
        if trial is not None:
            self.quick.setText(self.tr("Quick look ({0})").format(number(trial.count(QUICK))))
            self.all.setText(self.tr("Measure all ({0})").format(number(trial.count())))

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._bar.setValue(round(100 * share))
        took = time.monotonic() - self._began
        if share > 0.03 and took > 3:
            left = took * (1 - share) / share
            self._left.setText(self.tr("about {0} left").format(time_words(left)))

    @Slot(object)
    def _on_compared(self, found: Comparison) -> None:
        self._found = found
        self.tables.show_comparison(found)
        self.gallery.show()
        self.gallery.show_shots(shots(found))
        self.verdict.judge(found)
        self._show_rest(found)

    @Slot(object)
    def _on_promoted(self, entry: WeightsEntry) -> None:
        self._found = None
        self.verdict.say(
            self.tr("“{0}” mattes with the weights of this run now.").format(entry.card.title)
        )
        self.promoted.emit(entry.card.name)

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._left.clear()
        self.verdict.say(message.words)

    @Slot()
    def _on_cancelled(self) -> None:
        self._left.clear()
        self.verdict.say(self.tr("Cancelled. What was measured is kept until the sheet closes."))

    @Slot()
    def _show_buttons(self) -> None:
        busy, is_open = self.work.is_busy, self._trial is not None
        is_measuring = busy and is_open
        for widget in (self.cancel, self._bar):
            widget.setVisible(is_measuring)
        self._left.setVisible(bool(self._left.text()))
        for widget in (self.quick, self.all):
            widget.setVisible(is_open and not busy)
        if not busy:
            self._bar.setValue(0)
        self.promote.setEnabled(self._found is not None and self.verdict.may_promote and not busy)
