"""Does the window stay light on its feet while a run goes? Not part of the gate:

    python -m tests.benchmarks.watching [--seconds 60] [--reports 4000]

A window without a screen watches a run that tells more than any real one: a report each 50 ms,
previews of a photograph of two megapixels each two seconds, on top of so many reports from before.
Every event that the GUI thread handles is timed: how many there were, the median, 99 %, the
longest, and which took over 50 ms. That is told by the clock, and by the time that the thread was
on a processor: on a machine with other work the first holds what that work took.
With --train the run is a real one, of the quarter-width pair, in a process of its own.
"""

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()  # not your runs

import cv2
import numpy as np
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from app.theme import ThemeKeeper
from app.window import Window
from engine.runs import folders, launching
from engine.training import lock, presence
from engine.training.events import Event, Previewed, Saved, Started, StepDone, Validated, encode
from engine.training.files import EVENTS, PREVIEWS
from engine.training.spec import RunSpec
from tests.hand import live, wait_for

AIM = 50
"""Milliseconds that any event may take."""
SIZE = (1200, 1700)


class TimedApplication(QApplication):
    """Times each event from outside: what it leads to at once is in it."""

    def __init__(self) -> None:
        super().__init__([])
        self.taken: list[tuple[float, float, str]] = []
        self.is_timing = False
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Handle an event, and note how long that took."""
        if not self.is_timing or self._depth:
            return bool(super().notify(receiver, event))
        kind = f"{type(receiver).__name__} {event.type().name}"
        began, at_work, self._depth = time.perf_counter(), time.thread_time(), 1
        try:
            return bool(super().notify(receiver, event))
        finally:
            self._depth = 0
            took = time.perf_counter() - began
            self.taken.append((took, time.thread_time() - at_work, kind))


class Teller:
    """Writes what a quick run would, each time that it is asked."""

    def __init__(self, folder: Path, reports: int) -> None:
        self._folder, self._step = folder, 0
        self._draw = np.random.default_rng(0)
        (folder / PREVIEWS).mkdir()
        image = self._draw.integers(0, 255, (*SIZE, 3), np.uint8)
        cv2.imwrite(str(folder / PREVIEWS / "image-0.png"), image)
        self._write([Started(0, 0.0, "cpu", "float32", 1, time.time())])
        self._write([event for _ in range(reports) for event in self._report()])

    def tell(self) -> None:
        """One report, and with each fortieth previews."""
        self._write(self._report())
        if self._step % 2000 == 0:
            name, minutes = f"{PREVIEWS}/{self._step}-0.png", self._step / 180
            blurred = cv2.GaussianBlur(self._draw.random(SIZE, np.float32), (0, 0), 9)
            cv2.imwrite(str(self._folder / name), (blurred * 255).astype(np.uint8))
            told = {"sad": 1 + 9 / self._step, "mse": 0.1}
            validated = Validated(self._step, minutes, told)
            previewed = Previewed(self._step, minutes, [name])
            self._write([validated, previewed, Saved(self._step, minutes)])

    def _report(self) -> list[Event]:
        self._step += 50
        names = ("alpha", "alpha laplacian", "spatial", "channel")
        losses = {name: float(self._draw.random()) for name in names}
        return [StepDone(self._step, self._step / 180, 1e-3, losses)]

    def _write(self, events: list[Event]) -> None:
        with (self._folder / EVENTS).open("a", encoding="utf-8") as file:
            file.writelines(encode(event) + "\n" for event in events)


def main() -> None:
    """Measure, and print a few lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--reports", type=int, default=4000)
    parser.add_argument("--train", action="store_true")
    options = parser.parse_args()
    application = TimedApplication()
    store = QSettings(f"{tempfile.mkdtemp()}/settings.ini", QSettings.Format.IniFormat)
    window = Window(Settings(store), ThemeKeeper(application, "dark"))
    window.resize(1440, 900)
    window.show()
    live(500)
    with ExitStack() as held:
        folder = folders.new_folder("benchmark")
        length = 10_000_000
        spec = RunSpec(
            network="dim-student", width=0.25, procedural=1, crop=64, batch=2, steps=length,
            workers=0, report_every=1, validate_every=20, save_every=20,
        )  # fmt: skip
        if options.train:
            launching.start(spec, folder)
            held.callback(launching.kill, folder)
        else:
            launching.prepare(spec, folder)
            teller, timer = Teller(folder, options.reports), QTimer()
            held.enter_context(lock.held(folder))
            presence.announce(folder)
            timer.timeout.connect(teller.tell)
            timer.start(50)
        window.parts.actions["distil"].trigger()  # with all that is imported then
        page = window.hidden.inside.page  # type: ignore[union-attr]
        wait_for(lambda: bool(page.watch.curves.losses.lines))
        application.is_timing = True
        live(options.seconds * 1000)
        application.is_timing = False
    _tell(application)
    window.close()


def _tell(application: TimedApplication) -> None:
    own = [one for one in application.taken if not one[2].startswith("QTimer")]
    for column, name in enumerate(("by the clock", "on a processor")):
        times = np.array([one[column] for one in own]) * 1000
        sys.stdout.write(
            f"{name}: {len(times)} events, median {np.median(times):.2f} ms,"
            f" 99 % {np.quantile(times, 0.99):.1f} ms, longest {times.max():.1f} ms,"
            f" over {AIM} ms: {int((times > AIM).sum())}\n"
        )
        for one in sorted(own, key=lambda one: one[column], reverse=True)[:5]:
            sys.stdout.write(f"  {one[column] * 1000:7.1f} ms  {one[2]}\n")


if __name__ == "__main__":
    main()
