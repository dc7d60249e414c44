"""Pictures of the real window: `python -m tests.screenshots`, after every change of its look.

Writes the README's two into resources/screens. With `--every FOLDER` the window in all its states
goes there instead, to be looked at. `--stand-in` shows the sample's true alpha where there are no
weights yet.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.looks import Ground, Look
from app.matting import OpenSession, open_session
from app.messages import Message, Tone
from app.settings import Settings, Theme
from app.theme import ThemeKeeper
from app.window import Window
from engine.imaging.reading import read_alpha
from engine.resources import resources_folder, sample_folder

SIZE = (1280, 800)
SAMPLE = "curls"
PATIENCE = 120_000
"""Milliseconds that a matte may take before the script gives up."""


class TrueAlpha:
    """A session whose answer is the truth: for a clone without weights."""

    device = "cpu"

    def __init__(self, _name):
        self._alpha = read_alpha(sample_folder() / f"{SAMPLE}-alpha.png")

    def matte(self, _image, _trimap, progress=None, _cancelled=None):
        progress(1.0)
        return self._alpha


def wait_for(done: Callable[[], bool]) -> None:
    """Let the window live until `done`."""
    waited = 0
    while not done() and waited < PATIENCE:
        QTest.qWait(10)
        waited += 10
    QTest.qWait(50)


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
    wait_for(lambda: parts.document.foreground is not None)
    parts.looks.set_ground(ground)
    parts.looks.set_look(look)


def states() -> Iterator[tuple[str, Callable[[Window], None]]]:
    """Every state that the window can be in, by name."""
    yield "empty", lambda _window: None
    yield "opened", lambda window: opened(window, 1)
    yield "painting", _paint
    yield "trimap", opened
    yield "running", _run
    yield "alpha", lambda window: finished(window, Look.ALPHA)
    yield "cutout", finished
    yield "colour", lambda window: finished(window, ground=Ground.COLOUR)
    yield "saved", _tell
    yield "refused", _refuse
    yield "keys", _show_keys
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


def _run(window: Window) -> None:
    opened(window)
    window.parts.mattes.started.emit("guided-student")
    window.parts.mattes.progressed.emit(0.4)


def _tell(window: Window) -> None:
    finished(window)
    window.tell(Message(Tone.INFO, "Saved curls-alpha.png", str(Path("Pictures") / "Hair")))


def _refuse(window: Window) -> None:
    opened(window, 1)
    window.parts.actions["matte"].trigger()


def _show_keys(window: Window) -> None:
    opened(window)
    window.parts.actions["keys"].trigger()
    QTest.qWait(50)


def picture_of(
    settings: Settings, theme: ThemeKeeper, session: OpenSession, arrange: Callable[[Window], None]
):
    """The window, arranged, as a picture."""
    window = Window(settings, theme, open_session=session)
    window.resize(*SIZE)
    window.show()
    QTest.qWait(250)  # the samples' thumbnails come from another thread
    arrange(window)
    QTest.qWait(50)
    picture = window.grab().toImage()
    for dialog in window.findChildren(QDialog):
        picture = dialog.grab().toImage()
    window.parts.history.setClean()
    window.close()
    window.deleteLater()
    return picture


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description="Pictures of the real window.")
    parser.add_argument("--every", type=Path, metavar="FOLDER", help="all states, into FOLDER")
    parser.add_argument("--only", default="", metavar="STATE", help="with --every: this one")
    parser.add_argument("--stand-in", action="store_true", help="true alpha instead of weights")
    options = parser.parse_args()
    session: OpenSession = TrueAlpha if options.stand_in else open_session
    QStandardPaths.setTestModeEnabled(True)
    application = QApplication(sys.argv[:1])
    folder = options.every or resources_folder() / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own:
        settings = Settings(QSettings(f"{own}/settings.ini", QSettings.Format.IniFormat))
        for name, mode, arrange in _wanted(options.every is not None, options.only):
            picture = picture_of(settings, ThemeKeeper(application, mode), session, arrange)
            path = folder / f"{name}-{mode}.png"
            picture.save(str(path))
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
