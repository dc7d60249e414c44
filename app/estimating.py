"""Estimates of mattes: looked up, and measured once on this machine when nothing else is done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.devices import DeviceKeeper
from app.messages import explain
from app.numbers import number
from app.tasks import MODEL_LANE, Task
from engine.arrays import Trimap
from engine.catalog import CATALOG
from engine.errors import EngineError
from engine.matting.cards import Card
from engine.matting.estimates import (
    Estimate,
    Rates,
    Setting,
    Work,
    estimate,
    load_rates,
    work_for,
    work_of,
)
from engine.matting.library import find
from engine.trimap.codes import unknown_of

_MOST_TRIES = 3
"""How often measuring a model is begun before it is left alone."""

_HEED = 0.3
"""How much the last matte counts against those before it."""


class Estimator(QObject):
    """Knows what a matte will take on the device in use; asks the lane to measure what it does not.

    The machine may be busier than when it was measured: what mattes really take is heeded.
    """

    changed = Signal()
    """More is known; or it is measured, or is not any more."""
    progressed = Signal(float)
    """Of the measuring, in [0, 1]."""
    failed = Signal(object)
    """The Message that says why nothing could be measured."""

    def __init__(
        self, devices: DeviceKeeper, parent: QObject | None = None, cache: Path | None = None
    ) -> None:
        """cache: the file of rates, the engine's own by default."""
        super().__init__(parent)
        self._devices = devices
        self._cache = cache
        self._rates: dict[str, Rates] = {}
        self._cards: dict[str, Card] = {}
        self._tries: dict[str, int] = {}
        self._slowness = 1.0
        self._task: Task | None = None
        self.calibrate: Calibrate = _calibrated
        """Measures a model on the lane."""
        devices.chosen.connect(self.changed)

    @property
    def is_measuring(self) -> bool:
        """True while the lane is busy with it."""
        return self._task is not None

    def rates(self, model: str) -> Rates | None:
        """What was measured of a model in the present setting; None if nothing was."""
        setting = self._setting(model)
        if setting is None:
            return None
        if setting.key not in self._rates:
            known = load_rates(setting, self._cache)
            if known is None:
                return None
            self._rates[setting.key] = known
        return self._rates[setting.key]

    def expect(self, model: str, trimap: Trimap) -> Estimate | None:
        """What a matte will take, as busy as the machine is; None if that is not known."""
        rates = self.rates(model)
        if rates is None:
            return None
        return self._on_this_day(rates, work_of(unknown_of(trimap), guided=self._looks_wide(model)))

    def expect_photograph(self, model: str, size: tuple[int, int], share: float) -> Estimate | None:
        """What a photograph of (width, height) will take of which `share` is an unknown band."""
        rates = self.rates(model)
        if rates is None:
            return None
        width, height = size
        return self._on_this_day(
            rates, work_for(height, width, share, guided=self._looks_wide(model))
        )

    def _on_this_day(self, rates: Rates, work: Work) -> Estimate:
        """As busy as the machine is."""
        expected = estimate(rates, work)
        return Estimate(expected.seconds * self._slowness, expected.bytes)

    def _looks_wide(self, model: str) -> bool:
        return CATALOG[self._card(model).network].family == "guided"

    def heed(self, expected: Estimate, seconds: float) -> None:
        """A matte was expected to take so much, and took so many seconds."""
        if expected.seconds > 0:
            ratio = min(max(seconds / expected.seconds, 0.2), 5.0)
            self._slowness *= ratio**_HEED

    def measure(self, model: str) -> None:
        """Measure a model on the lane, unless it is known or was tried often enough."""
        tries = self._tries.get(model, 0)
        if self._task is not None or tries >= _MOST_TRIES or self._setting(model) is None:
            return
        self._tries[model] = tries + 1
        device, threads, calibrate = self._devices.in_use, self._devices.threads, self.calibrate
        self._task = Task(lambda task: calibrate(task, model, device, threads))
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.progressed.connect(self.progressed)
        self._task.ended.connect(self._on_ended)
        self._task.start(MODEL_LANE)
        self.changed.emit()

    def measure_again(self, model: str) -> None:
        """Measure a model anew in this setting; until then what is known of it holds."""
        self._tries[model] = 0
        self._slowness = 1.0
        self.measure(model)

    @Slot()
    def give_way(self) -> None:
        """The lane is wanted for something better."""
        if self._task is not None:
            self._task.cancel()

    def forget(self, model: str) -> None:
        """Other weights have a model's name: they are measured when they are asked for."""
        self._cards.pop(model, None)
        self.changed.emit()

    def _setting(self, model: str) -> Setting | None:
        found, device = self._devices.found, self._devices.in_use
        try:
            card = self._card(model)
        except EngineError:
            return None
        if found is None or card.network not in CATALOG:
            return None
        return Setting(model, card.sha256, device, found.threads if device == "cpu" else 0)

    def _card(self, model: str) -> Card:
        if model not in self._cards:
            self._cards[model] = find(model).card
        return self._cards[model]

    @Slot(object)
    def _on_succeeded(self, measured: tuple[Setting, Rates]) -> None:
        setting, rates = measured
        self._rates[setting.key] = rates

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(explain(error))  # it is logged, and told to whoever has asked for it

    @Slot()
    def _on_ended(self) -> None:
        self._task = None
        self.changed.emit()


Calibrate = Callable[[Task, str, str, int], tuple[Setting, Rates]]
"""Of a task, by which it is cancelled, a model, a device, and a number of threads."""


def _calibrated(task: Task, model: str, device: str, threads: int) -> tuple[Setting, Rates]:
    """On the lane."""
    from engine.matting.calibration import calibrate

    found = calibrate(model, device, threads, task.cancel_requested, task.report)
    return found.setting, found.rates


def words_for(expected: Estimate) -> str:
    """An estimate in few words."""
    return QCoreApplication.translate("Estimates", "About {0}, {1}").format(
        words_for_seconds(expected.seconds), words_for_bytes(expected.bytes)
    )


def words_for_seconds(seconds: float) -> str:
    """A time, as exact as it is known."""
    if seconds < 0.95:
        return QCoreApplication.translate("Estimates", "{0} s").format(number(max(seconds, 0.1), 1))
    if seconds < 90:
        return QCoreApplication.translate("Estimates", "{0} s").format(round(seconds))
    return QCoreApplication.translate("Estimates", "{0} min").format(round(seconds / 60))


def words_for_bytes(count: int) -> str:
    """An amount of memory."""
    gigabytes = number(max(count, 1e8) / 1e9, 1)
    return QCoreApplication.translate("Estimates", "{0} GB").format(gigabytes)
