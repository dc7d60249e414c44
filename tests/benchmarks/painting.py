"""How long does the hand wait for the brush on 24 megapixels? Not part of the gate:

    python -m tests.benchmarks.painting

A window without a screen. Each time is from a move of the mouse, with the button down, until the
canvas is painted with it, the event loop between them included: median and 95 % of all moves,
beside the time of painting the whole canvas anew. The aim is 16 ms. Then what a fill, a lasso, a
change of the band, thirty undos and a step of the marching border take, and what history weighs.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()  # drafts of these strokes are not yours

import cv2
import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from app.theme import ThemeKeeper
from app.window import Window
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.resources import sample_folder

WIDTH, HEIGHT = 6000, 4000
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
AIM = 16
"""Milliseconds: a screen of 60 pictures a second shows each move."""


def opened(settings: Settings, theme: ThemeKeeper) -> Window:
    """A window on a photograph of 24 megapixels, nothing known, nothing following."""
    image = read_image(next(sample_folder().glob("astronaut.[jp]*"))).image
    image = cv2.resize(image, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    window = Window(settings, theme)
    window.resize(1920, 1080)
    window.show()
    window.parts.document.open_picture(Picture(Path("photo.png"), image))
    window.parts.canvas.setFocus()
    QApplication.processEvents()
    return window


def move(window: Window, place: QPoint) -> float:
    """Move with the button down and let the window answer; seconds until it has."""
    canvas = window.parts.canvas
    where = QPointF(place)
    kind, keys = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, where, QPointF(canvas.mapToGlobal(place)), NONE, LEFT, keys)
    began = time.perf_counter()
    QApplication.sendEvent(canvas, event)
    QApplication.processEvents()
    return time.perf_counter() - began


def timed(call: Callable[[], object]) -> float:
    """Seconds until the call has been made and the window has answered."""
    began = time.perf_counter()
    call()
    QApplication.processEvents()
    return time.perf_counter() - began


def path(window: Window, points: int, turn: int = 0) -> list[QPoint]:
    """A wavy line over the view."""
    area = window.parts.canvas.rect()
    across = np.linspace(0.15, 0.85, points) * area.width()
    down = area.height() * (0.5 + 0.25 * np.sin(across / 90 + turn))
    return [QPoint(round(x), round(y)) for x, y in zip(across, down, strict=True)]


def full_repaint(window: Window) -> float:
    """Seconds to make every tile in view and paint it: what a stroke would cost without them."""
    scene = window.parts.canvas._scene

    def paint() -> None:
        scene._image.forget()
        scene.set_tint(window.parts.looks.tint)
        window.parts.canvas.update()

    return min(timed(paint) for _ in range(3))


def strokes(window: Window, words: str, count: int) -> None:
    """Print one line for moves of the tool in hand."""
    canvas, times = window.parts.canvas, []
    for turn in range(count):
        places = path(window, 60, turn)
        QTest.mousePress(canvas, LEFT, pos=places[0])
        QApplication.processEvents()
        times += [1000 * move(window, place) for place in places[1:]]
        QTest.mouseRelease(canvas, LEFT, pos=places[-1])
        QApplication.processEvents()
    middle, late = np.percentile(times, (50, 95))
    whole = 1000 * full_repaint(window)
    verdict = "kept" if late <= AIM else "missed"
    say(
        f"{words:34s} median {middle:5.1f} ms, 95 % {late:5.1f} ms (aim of {AIM} ms {verdict});"
        f" whole repaint {whole:5.0f} ms, {whole / middle:4.0f} times as long"
    )


def say(words: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def once(words: str, seconds: float) -> None:
    """One line for something that is done once."""
    say(f"{words:34s} {1000 * seconds:5.0f} ms")


def measure(window: Window, count: int) -> None:
    """All of it."""
    parts, canvas = window.parts, window.parts.canvas
    for zoom in ("fitted", "100 %"):
        canvas.fit() if zoom == "fitted" else canvas.zoom_to(1.0)
        QApplication.processEvents()
        for size in (40, 400):
            parts.brush.set_diameter(size)
            strokes(window, f"brush of {size} px, {zoom}", count)
    canvas.fit()
    parts.actions["border"].trigger()
    strokes(window, "brush of 400 px, fitted, border", count)
    once("a step of the border", timed(canvas._ants._on_timeout))
    parts.actions["border"].trigger()
    parts.actions["lasso"].trigger()
    strokes(window, "lasso, fitted", count)
    megabytes = parts.history.size / 1e6
    say(f"{'history':34s} {parts.history.count()} steps in {megabytes:.2f} MB")
    steps = min(30, parts.history.count())
    once(f"{steps} undos", sum(timed(parts.undo.trigger) for _ in range(steps)))
    parts.actions["fill"].trigger()
    place = canvas.rect().center()
    for words, modifier in (
        ("fill by colour", Qt.KeyboardModifier.NoModifier),
        ("fill over every colour", Qt.KeyboardModifier.ShiftModifier),
    ):
        once(f"{words}, shown", timed(lambda m=modifier: QTest.mousePress(canvas, LEFT, m, place)))
        once(f"{words}, made", timed(lambda: QTest.mouseRelease(canvas, LEFT, pos=place)))
        once(f"{words}, undone", timed(parts.undo.trigger))
    parts.actions["brush"].trigger()
    for words in ("widen", "narrow"):
        once(f"{words} the band by 8 px", timed(parts.actions[words].trigger))


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description="What painting costs on 24 megapixels.")
    parser.add_argument("--strokes", type=int, default=5, help="of sixty moves, for each line")
    options = parser.parse_args()
    QStandardPaths.setTestModeEnabled(True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        settings.live = False
        window = opened(settings, ThemeKeeper(application, "dark"))
        measure(window, options.strokes)
        window.parts.history.setClean()
        window.close()


if __name__ == "__main__":
    main()
