"""Pictures of the real window: `python -m tests.screenshots`, after every change of its look.

Writes the README's two into resources/screens. With `--every FOLDER` the window in all its states
goes there instead, to be looked at.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np
from PIL import Image
from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QPoint,
    QPointF,
    QSettings,
    QStandardPaths,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.about.dialog import About
from app.canvas.view import Canvas
from app.keeping.offer_bar import OfferBar
from app.looks import Ground, Look
from app.messages import Message, Tone
from app.settings import Settings, Theme
from app.tasks import MODEL_LANE, Task
from app.theme import ThemeKeeper
from app.window import Window
from engine.keeping.drafts import LeftBehind
from engine.keeping.notes import PictureNote
from engine.resources import resources_folder, sample_folder

SIZE = (1120, 700)
SAMPLE = "astronaut"
PATIENCE = 120_000
"""Milliseconds that a matte may take before the script gives up."""


def live(milliseconds: int) -> None:
    """Let the window live for a while; QTest's own wait would keep Python from all threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(done: Callable[[], bool]) -> None:
    """Let the window live until `done`."""
    waited = 0
    while not done() and waited < PATIENCE:
        live(20)
        waited += 20
    live(50)


def sample() -> list[Path]:
    """The photograph and its trimap."""
    folder = sample_folder()
    return [next(folder.glob(f"{SAMPLE}.[jp]*")), folder / f"{SAMPLE}-trimap.png"]


def opened(window: Window, files: int = 2) -> None:
    """Open the sample, with its trimap or without."""
    document = window.parts.document
    window.open_files(sample()[:files])
    wait_for(lambda: not document.is_empty and (files == 1 or document.unknown_share < 1))


def finished(window: Window, look: Look = Look.CUTOUT, ground: Ground = Ground.CHECKER) -> None:
    """A finished matte, looked at in some way."""
    parts = window.parts
    opened(window)
    parts.actions["matte"].trigger()
    messages = parts.stage.messages
    wait_for(lambda: parts.document.foreground is not None or messages.message is not None)
    parts.looks.set_ground(ground)
    parts.looks.set_look(look)


def states() -> Iterator[tuple[str, Callable[[Window], None]]]:
    """Every state that the window can be in, by name."""
    yield "empty", lambda _window: None
    yield "opened", lambda window: opened(window, 1)
    yield "painting", _paint
    yield "trimap", opened
    yield "running", _run
    yield "live", _live
    yield "live-alpha", lambda window: _live(window, Look.ALPHA)
    yield "live-cutout", lambda window: _live(window, Look.CUTOUT)
    yield "alpha", lambda window: finished(window, Look.ALPHA)
    yield "cutout", finished
    yield "colour", lambda window: finished(window, ground=Ground.COLOUR)
    yield "picture", _on_picture
    yield "saved", _tell
    yield "refused", _refuse
    yield "keys", _show_keys
    yield "left-behind", _offer
    for row, name in enumerate(("about", "models", "licences")):
        yield name, lambda window, row=row: _about(window, row)
    yield "small", lambda window: (window.resize(860, 560), finished(window))


def _paint(window: Window) -> None:
    opened(window, 1)
    canvas = window.parts.canvas
    middle = canvas.rect().center()
    for offset, button in ((0, Qt.MouseButton.LeftButton), (-200, Qt.MouseButton.RightButton)):
        QTest.mousePress(canvas, button, pos=middle + QPoint(offset, offset // 3))
        QTest.mouseRelease(canvas, button, pos=middle + QPoint(offset, offset // 3))
    place = QPointF(middle + QPoint(90, 40))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier(0))
    QApplication.sendEvent(canvas, move)


def _live(window: Window, look: Look = Look.TRIMAP) -> None:
    """Between a stroke and its alpha: the matte had settled, and is stale around the hair."""
    opened(window)
    parts = window.parts
    wait_for(lambda: not parts.live.is_working)
    parts.looks.set_look(look)
    wait_for(lambda: look is not Look.CUTOUT or parts.document.foreground is not None)
    canvas = parts.canvas
    parts.brush.set_diameter(30)
    parts.actions["eraser"].trigger()
    middle = canvas.rect().center()
    Task(lambda _task: time.sleep(1)).start(MODEL_LANE)  # the picture is taken before this ends
    drag(canvas, middle + QPoint(-60, -190), middle + QPoint(60, -190))
    parts.live.progressed.emit(0.4)


def drag(canvas: Canvas, start: QPoint, end: QPoint) -> None:
    """Draw a stroke with the left button."""
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    place, none = QPointF(end), Qt.MouseButton.NoButton
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    QApplication.sendEvent(
        canvas, QMouseEvent(QEvent.Type.MouseMove, place, place, none, button, keys)
    )
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def _on_picture(window: Window) -> None:
    finished(window)
    ground = cv2.imread(str(sample_folder() / "dandelion.jpg"))
    window.parts.looks.set_picture(np.ascontiguousarray(ground[..., ::-1]))
    window.parts.looks.set_ground(Ground.PICTURE)


def _run(window: Window) -> None:
    opened(window)
    window.parts.mattes.started.emit("guided-student")
    window.parts.mattes.progressed.emit(0.4)


def _tell(window: Window) -> None:
    finished(window)
    window.tell(Message(Tone.INFO, "Saved astronaut-alpha.png", str(Path("Pictures") / "Hair")))


def _refuse(window: Window) -> None:
    opened(window, 1)
    window.parts.actions["matte"].trigger()


def _about(window: Window, row: int) -> None:
    window.parts.actions["about"].trigger()
    dialog = window.findChild(About)
    dialog.show_page(dialog.pages[row])
    live(50)


def _offer(window: Window) -> None:
    """What a killed program left behind."""
    bar = window.findChild(OfferBar)
    note = PictureNote("astronaut.png", 512, 512, "")
    bar.offer(LeftBehind(Path(), note, Path(), 42, time.time()), 1)


def _show_keys(window: Window) -> None:
    opened(window)
    window.parts.actions["keys"].trigger()
    live(50)


def picture_of(settings: Settings, theme: ThemeKeeper, arrange: Callable[[Window], None]):
    """The window, arranged, as a picture."""
    window = Window(settings, theme)
    window.resize(*SIZE)
    window.show()
    live(250)  # the samples' thumbnails come from another thread
    arrange(window)
    live(50)
    picture = window.grab().toImage()
    for dialog in window.findChildren(QDialog):
        picture = dialog.grab().toImage()
    window.parts.history.setClean()
    window.close()
    window.deleteLater()
    return picture


def save(picture: QImage, path: Path) -> None:
    """Write a PNG as small as it gets without a loss."""
    picture.save(str(path))
    with Image.open(path) as image:
        image.convert("RGB").save(path, optimize=True)


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description="Pictures of the real window.")
    parser.add_argument("--every", type=Path, metavar="FOLDER", help="all states, into FOLDER")
    parser.add_argument("--only", default="", metavar="STATE", help="with --every: this one")
    options = parser.parse_args()
    QStandardPaths.setTestModeEnabled(True)
    application = QApplication(sys.argv[:1])
    folder = options.every or resources_folder() / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own:
        settings = Settings(QSettings(f"{own}/settings.ini", QSettings.Format.IniFormat))
        for name, mode, arrange in _wanted(options.every is not None, options.only):
            picture = picture_of(settings, ThemeKeeper(application, mode), arrange)
            path = folder / f"{name}-{mode}.png"
            save(picture, path)
            sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


def _wanted(every: bool, only: str) -> Iterator[tuple[str, Theme, Callable[[Window], None]]]:
    if not every:
        yield "window", "light", finished
        yield "window", "dark", lambda window: _on_colour(window, QColor(0x35, 0x3F, 0x5C))
        return
    for name, arrange in states():
        if only in ("", name):
            yield name, "light", arrange
            yield name, "dark", arrange


def _on_colour(window: Window, colour: QColor) -> None:
    finished(window)
    window.parts.looks.set_colour(colour)


if __name__ == "__main__":
    main()
