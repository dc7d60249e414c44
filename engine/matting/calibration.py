"""Measures what mattes take on this machine: a few small ones in a process of their own.

The process begins without weights and pictures, so that the peak of its memory is that of the
matte, and can be ended at any time, when its person wants the machine.
"""

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import psutil

from engine.arrays import Image, Trimap
from engine.catalog import CATALOG
from engine.errors import Cancelled, EngineError
from engine.matting.estimates import Rates, Setting, Work, fitted, save_rates, work_of
from engine.matting.library import find
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN, unknown_of

_PATIENCE = 0.02
"""Seconds between two looks whether the measuring is still wanted."""

_PULSE = 0.002
"""Seconds between two looks at the memory."""

_LONGEST = 60.0
"""Seconds after which no further matte is begun: what is known by then has to do."""

_TIMELESS, _WEIGHTLESS = (3,), (2, 5)
"""Places in `row_of`: how large a tile is takes no time; how many there are, and how much the wide
look finds unknown, no memory."""

_FEWEST = 3
"""Mattes that are made in any case."""

_QUICK = 1.0
"""Seconds of a matte that is made twice, for the better of two: the first meets cold caches."""

_SHAPES = {
    True: ((2048, 0.0), (160, 0.9), (448, 0.9), (1024, 0.02), (1024, 0.35), (2048, 0.15)),
    False: ((2048, 0.0), (256, 0.9), (512, 0.9), (2048, 0.01), (1024, 0.9)),
}
"""Sides of the pictures, and the widths of their unknown rings as shares; by whether it looks wide.

A picture without anything unknown comes first: it tells what comes with a picture of any trimap.
The last is larger than what the wide look sees of it, so that tiles are told from what is doubted.

In the order of the memory that they take: a process seldom gives memory back.
"""


@dataclass(frozen=True)
class Measured:
    """One matte that was made: its work, and what it took."""

    work: Work
    seconds: float
    bytes: int


@dataclass(frozen=True)
class Calibration:
    """All that was measured of one model in one setting."""

    setting: Setting
    load_seconds: float
    measured: tuple[Measured, ...]
    rates: Rates


@dataclass(frozen=True)
class _Refused:
    """An EngineError on its way from one process to another."""

    kind: type[EngineError]
    message: str
    hint: str


def setting_of(model: str, device: str, threads: int) -> Setting:
    """The setting of the weights as they are now; WeightsError if there are none."""
    return Setting(model, find(model).card.sha256, device, threads if device == "cpu" else 0)


def calibrate(
    model: str,
    device: str = "auto",
    threads: int = 0,
    cancelled: Callable[[], bool] | None = None,
    reached: Callable[[float], None] | None = None,
) -> Calibration:
    """Measure a model and keep its rates in the cache; threads: 0 leaves that to torch.

    reached: is told how far it is, as a share of the mattes in [0, 1].
    EngineError as a session raises them; Cancelled, at once, when cancelled() says so.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(
        target=_measure, args=(there, model, device, threads), name="calibration", daemon=True
    )
    process.start()
    there.close()
    try:
        answer = _answer(here, cancelled, reached)
    finally:
        process.kill()
        process.join()
        here.close()
    if isinstance(answer, _Refused):
        raise answer.kind(answer.message, hint=answer.hint)
    if not isinstance(answer, Calibration):
        raise RuntimeError(f"measuring “{model}” ended with {answer!r}")
    save_rates(answer.setting, answer.rates)
    return answer


def _answer(
    here: Connection,
    cancelled: Callable[[], bool] | None,
    reached: Callable[[float], None] | None,
) -> Any:
    while True:
        while not here.poll(_PATIENCE):
            if cancelled is not None and cancelled():
                raise Cancelled
        try:
            told = here.recv()
        except EOFError:
            return None
        if not isinstance(told, float):
            return told
        if reached is not None:
            reached(told)


def _measure(there: Connection, model: str, device: str, threads: int) -> None:
    """In the other process."""
    try:
        there.send(measure(model, device, threads, there.send))
    except EngineError as error:
        there.send(_Refused(type(error), error.message, error.hint))
    except BrokenPipeError:
        return  # who asked is gone, killed perhaps, and nobody wants to read of it
    except Exception as error:  # noqa: BLE001 - told to the process that asked
        there.send(repr(error))


def measure(
    model: str, device: str, threads: int, reached: Callable[[float], None] | None = None
) -> Calibration:
    """Measure here and now; of bytes only a young process tells the truth.

    reached: as for `calibrate`.
    """
    from engine.matting import devices
    from engine.matting.session import Session

    target = devices.chosen(device).type
    devices.use_threads(threads or devices.usual_threads())
    before = _Memory(target)
    began = time.perf_counter()
    session = Session(model, device)
    load_seconds = time.perf_counter() - began
    guided = CATALOG[find(model).card.network].family == "guided"
    _once(session, before, *_picture(64, 0.9), guided=guided)  # torch prepares itself at first use
    measured: list[Measured] = []
    for side, ring in _SHAPES[guided]:
        image, trimap = _picture(side, ring)
        first = _once(session, before, image, trimap, guided=guided)
        again = (
            _once(session, before, image, trimap, guided=guided)
            if (first.seconds < _QUICK)
            else first
        )
        measured.append(min(first, again, key=lambda one: one.seconds))
        if reached is not None:
            reached(len(measured) / len(_SHAPES[guided]))
        if time.perf_counter() - began > _LONGEST and len(measured) >= _FEWEST:
            break
    known, *others = measured
    rates = Rates(
        fitted(
            [one.work for one in measured], [one.seconds for one in measured], without=_TIMELESS
        ),
        fitted([one.work for one in others], [one.bytes for one in others], without=_WEIGHTLESS),
        known.bytes / known.work.picture,
    )
    setting = setting_of(model, target, devices.threads())
    return Calibration(setting, load_seconds, tuple(measured), rates)


def _picture(side: int, ring: float) -> tuple[Image, Trimap]:
    """A square picture with a round foreground, and an unknown ring of half `ring` of its width."""
    rows, columns = np.mgrid[:side, :side].astype(np.float32)
    radius = np.hypot(rows - side / 2, columns - side / 2) / (side / 2)
    trimap = np.full((side, side), UNKNOWN, np.uint8)
    middle = 0.55
    trimap[radius <= max(middle - ring / 2, 0.05)] = FOREGROUND
    trimap[radius > middle + ring / 2] = BACKGROUND
    trimap[0, 0] = BACKGROUND
    image = np.random.default_rng(side).integers(0, 256, (side, side, 3), np.uint8)
    return image, trimap


def _once(
    session: Any, memory: "_Memory", image: Image, trimap: Trimap, *, guided: bool
) -> Measured:
    with memory.watched():
        began = time.perf_counter()
        session.matte(image, trimap)
        seconds = time.perf_counter() - began
    return Measured(work_of(unknown_of(trimap), guided=guided), seconds, memory.peak)


class _Memory:
    """The most memory that was held since the start, on the device that networks run on."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._process = psutil.Process()
        self._before = self._process.memory_info().rss
        self.peak = 0

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look, until the end, how much is held."""
        done = threading.Event()
        self.peak = 0
        watcher = threading.Thread(target=self._watch, args=(done,), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()

    def _watch(self, done: threading.Event) -> None:
        while True:
            self.peak = max(self.peak, self._held())
            if done.wait(_PULSE):
                return

    def _held(self) -> int:
        import torch

        held = int(self._process.memory_info().rss - self._before)
        if self._device == "cuda":
            held += torch.cuda.max_memory_reserved()
        elif self._device == "mps":
            held += torch.mps.driver_allocated_memory()
        return held
