"""How long from the end of a stroke to its alpha on the screen? Not part of the gate:

    python -m tests.benchmarks.stroke_to_alpha

A stroke of 200 px with a brush of 40 px, drawn in a window without a screen, whole pictures in
view, with the event loop between the hand and the model. `first` is the time from the release of
the button to the first repaint with new alpha in it, `screen` to the one with all of the stroke's,
`settled` until the matte is as a fresh one would be; all medians. Every stroke begins after the one
before has settled, but in the row “in a hurry”: there the next one begins 300 ms after the alpha of
the last was shown. With `--comparing wipe`, `side_by_side` or `difference` the same while a second
matte stands on the screen, which has to be made anew after each stroke and gives way to the next.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()  # drafts of these strokes are not yours

import cv2
import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.compare.comparison import Mode
from app.looks import Look
from app.settings import Settings
from app.theme import ThemeKeeper
from app.window import Window
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.resources import sample_folder
from engine.trimap.paint import TILE, Box

SIZES = {2: (1632, 1224), 12: (4000, 3000)}
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Clock(QObject):
    """Notes when the canvas is painted with new alpha in it, and when all is settled."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._has_news = False
        self.first = self.shown = self.settled = 0.0
        window.parts.document.piece_laid.connect(self._on_piece_laid)
        window.parts.live.settled.connect(self._on_settled)
        window.parts.canvas.installEventFilter(self)

    def begin(self) -> None:
        self._has_news = False
        self.first = self.shown = self.settled = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._has_news:
            self._has_news = False
            QTimer.singleShot(0, self, self._note_shown)  # after this paint
        return False

    def _note_shown(self) -> None:
        self.first = self.first or time.perf_counter()
        self.shown = time.perf_counter()

    def _on_piece_laid(self, box: Box) -> None:
        is_settled = box.left % TILE == 0 and box.top % TILE == 0  # else it answers a stroke
        self._has_news = self._has_news or not is_settled

    def _on_settled(self) -> None:
        self.settled = time.perf_counter()


def live(milliseconds: int) -> None:
    """Let the window live; QTest's own wait would keep Python from the lane."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(done: Callable[[], bool]) -> None:
    """Let the window live until `done`, without a rest in which an answer would wait."""
    while not done():
        live(2)


def drag(window: Window, start: QPointF, end: QPointF, button: Qt.MouseButton = LEFT) -> float:
    """A stroke between two places of the picture, drawn in 200 ms; when it was released."""
    canvas = window.parts.canvas
    places = [start + (end - start) * (step / 10) for step in range(11)]
    points = [QPointF(*canvas.viewport.to_screen(place.x(), place.y())) for place in places]
    QTest.mousePress(canvas, button, pos=points[0].toPoint())
    for point in points[1:]:
        live(20)
        kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
        where = QPointF(canvas.mapToGlobal(point.toPoint()))
        event = QMouseEvent(kind, point, where, none, button, Qt.KeyboardModifier(0))
        QApplication.sendEvent(canvas, event)
    began = time.perf_counter()
    QTest.mouseRelease(canvas, button, pos=points[-1].toPoint())
    return began


def opened(megapixels: int, settings: Settings, theme: ThemeKeeper) -> Window:
    """A window on a photograph of that size, with a trimap of about 15 % unknown, settled."""
    width, height = SIZES[megapixels]
    image = read_image(next(sample_folder().glob("astronaut.[jp]*"))).image
    image = cv2.resize(image, (width, height), interpolation=cv2.INTER_CUBIC)
    trimap = np.full((height, width), 0, np.uint8)
    cv2.circle(trimap, (width // 2, height // 2), int(0.36 * height), 128, -1)
    cv2.circle(trimap, (width // 2, height // 2), int(0.23 * height), 255, -1)
    window = Window(settings, theme)
    window.resize(1280, 800)
    window.show()
    clock = Clock(window)
    window.parts.document.open_picture(Picture(Path("photo.png"), image), trimap)
    window.parts.looks.set_look(Look.ALPHA)
    window.parts.brush.set_diameter(40)
    wait_for(lambda: clock.settled > 0)
    return window


def compare(window: Window, mode: Mode) -> None:
    """Put a second matte on the screen, and wait until it is there."""
    if not window.compare.find_rival():
        sys.exit("there is no second model to compare with")
    window.compare.comparison.set_mode(mode)
    wait_for(lambda: window.compare.found is not None)


def strokes(megapixels: int, count: int) -> list[tuple[QPointF, QPointF]]:
    """Of 200 px each, along the unknown ring."""
    width, height = SIZES[megapixels]
    made = []
    for turn in range(count):
        angle = 2 * np.pi * turn / count
        across, down = np.cos(angle), np.sin(angle)
        at = QPointF(width / 2 + 0.3 * height * across, height / 2 + 0.3 * height * down)
        along = QPointF(-down * 100, across * 100)
        made.append((at - along, at + along))
    return made


def measure(window: Window, megapixels: int, count: int) -> None:
    """Print one line for patient strokes, and one for hurried ones."""
    clock = window.findChild(Clock)
    for words, pause in (("patient", 0), ("in a hurry", 300)):
        first, shown, settled = [], [], []
        for index, (start, end) in enumerate(strokes(megapixels, count)):
            button = RIGHT if (index + bool(pause)) % 2 else LEFT
            clock.begin()
            began = drag(window, start, end, button)
            clock.begin()
            wait_for(lambda: clock.shown > 0)
            live(pause)
            if not pause:
                wait_for(lambda: clock.settled > 0)
                settled.append(clock.settled - began)
            first.append(clock.first - began)
            shown.append(clock.shown - began)
        line = f"{megapixels:3d} megapixels, {words:10s}: first {1000 * median(first):5.0f} ms"
        line += f", screen {1000 * median(shown):5.0f} ms"
        line += f" (worst {1000 * max(shown):.0f})"
        line += f", settled {1000 * median(settled):5.0f} ms" if settled else ""
        sys.stdout.write(f"{line}, {len(shown)} strokes\n")
        sys.stdout.flush()


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description="From the end of a stroke to its alpha.")
    parser.add_argument("--strokes", type=int, default=12)
    parser.add_argument("--megapixels", type=int, choices=SIZES, action="append")
    layouts = [mode.value for mode in (Mode.WIPE, Mode.SIDE_BY_SIDE, Mode.DIFFERENCE)]
    parser.add_argument("--comparing", choices=layouts)
    options = parser.parse_args()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        theme = ThemeKeeper(application, "dark")
        for megapixels in options.megapixels or SIZES:
            window = opened(megapixels, settings, theme)
            if options.comparing:
                compare(window, Mode(options.comparing))
            measure(window, megapixels, options.strokes)
            window.parts.history.setClean()
            window.close()
            window.deleteLater()


if __name__ == "__main__":
    main()
