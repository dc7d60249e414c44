"""Estimates: what the next matte will take, what is left of this one, and when to measure."""

import time

from PySide6.QtCore import QObject, QTimer, Slot

from app.desk.parts import Parts
from app.estimating import words_for, words_for_seconds
from app.matting import Answer
from engine.matting.estimates import Estimate

_PAUSE = 300
"""Milliseconds after a change before the trimap is looked through."""

_QUIET = 10_000
"""Milliseconds in which nothing was done, before the machine is measured."""

_TELLING = 0.1
"""Share of a matte from which its own pace tells more than the estimate."""

_LONG = 1.5
"""Seconds from which it is worth saying how many are left."""


class EstimatesDesk(QObject):
    """Connects the estimator with the document, the mattes, and the panel that shows it."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._expected: Estimate | None = None
        self._began = 0.0
        self._share = 0.0
        self._pause = self._timer(_PAUSE, self._look)
        self._idle = self._timer(_QUIET, self._measure)
        self._beat = self._timer(500, self._show_rest)
        self._beat.setSingleShot(False)
        self._may_measure = False
        document, mattes, live = parts.document, parts.mattes, parts.live
        for signal in (
            *(document.image_changed, document.trimap_changed, document.alpha_changed),
            *(document.alpha_settled, live.changed, parts.estimator.changed),
            parts.devices.changed,
        ):
            signal.connect(self._on_changed)
        mattes.started.connect(self._on_started)
        mattes.progressed.connect(self._on_progressed)
        mattes.finished.connect(self._on_finished)
        for signal in (mattes.dropped, mattes.cancelled, mattes.failed):
            signal.connect(self._on_ended)
        for signal in (mattes.started, live.began):
            signal.connect(parts.estimator.give_way)

    def settle_in(self) -> None:
        """From now on the machine is measured when it is quiet."""
        self._may_measure = True
        self._idle.start()

    def _timer(self, milliseconds: int, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer

    @Slot()
    def _on_changed(self) -> None:
        self._pause.start()
        if self._may_measure:
            self._idle.start()

    @Slot()
    def _measure(self) -> None:
        parts = self._parts
        model = parts.matte_panel.model
        if parts.mattes.is_running or parts.live.is_working or parts.canvas.hand.is_drawing:
            self._idle.start()
        elif model and parts.devices.found is not None and parts.estimator.rates(model) is None:
            parts.estimator.measure(model)

    @Slot()
    def _look(self) -> None:
        """What the next matte will take, while one is to be made."""
        parts = self._parts
        if parts.mattes.is_running:
            return
        document = parts.document
        wanted = not (document.is_empty or parts.live.is_on or document.is_alpha_current)
        self._expected = None
        if wanted and document.knows_both_sides and parts.matte_panel.model:
            self._expected = parts.estimator.expect(parts.matte_panel.model, document.trimap)
        parts.matte_panel.expect(words_for(self._expected) if self._expected else "")

    @Slot(str)
    def _on_started(self, model: str) -> None:
        self._pause.stop()
        self._expected = self._parts.estimator.expect(model, self._parts.document.trimap)
        self._began, self._share = time.monotonic(), 0.0
        self._show_rest()
        self._beat.start()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._share = share
        self._show_rest()

    @Slot()
    def _show_rest(self) -> None:
        gone = time.monotonic() - self._began
        if self._share >= _TELLING:
            rest = gone * (1 - self._share) / self._share
        elif self._expected is not None:
            rest = self._expected.seconds - gone
        else:
            rest = 0.0
        words = self.tr("About {0} left").format(words_for_seconds(rest)) if rest > _LONG else ""
        self._parts.matte_panel.expect(words)

    @Slot(object)
    def _on_finished(self, answer: Answer) -> None:
        if self._expected is not None and not answer.went_on:
            self._parts.estimator.heed(self._expected, answer.seconds)
        self._on_ended()

    @Slot()
    def _on_ended(self) -> None:
        self._beat.stop()
        self._parts.matte_panel.expect("")
        self._on_changed()
