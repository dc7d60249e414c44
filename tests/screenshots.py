"""Pictures of the real window: `python -m tests.screenshots`, after every change of its look.

Writes the README's two into resources/screens. With `--every FOLDER` the window in all its states
goes there instead, to be looked at.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QEvent, QSettings, QStandardPaths
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.settings import Settings, Theme
from app.tasks import FILE_LANE, MODEL_LANE
from app.theme import ThemeKeeper
from app.window import Window
from engine.resources import resources_folder
from tests.hand import live
from tests.states import Arrange, finished, on_colour, states

SIZE = (1120, 700)


def picture_of(settings: Settings, theme: ThemeKeeper, arrange: Arrange) -> QImage:
    """The window, arranged, as a picture, with the dialogs and menus that lie over it."""
    window = Window(settings, theme)
    window.resize(*SIZE)
    window.show()
    live(250)  # the samples' thumbnails come from another thread
    arrange(window)
    live(50)
    picture = window.grab().toImage()
    painter = QPainter(picture)
    for over in (*window.findChildren(QDialog), *window.findChildren(QMenu)):
        if over.isVisible():
            _draw_over(painter, window, over)
    painter.end()
    window.parts.history.setClean()
    window.parts.canvas.hand.abandon()
    window.close()
    MODEL_LANE.waitForDone()
    FILE_LANE.waitForDone()
    live(1)  # what they have said is heard, before those that hear it go
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture


def _draw_over(painter: QPainter, window: Window, over: QWidget) -> None:
    """Where it lies; a dialog, which the desktop would put somewhere, in the middle."""
    place = over.mapToGlobal(over.rect().topLeft()) - window.mapToGlobal(window.rect().topLeft())
    if isinstance(over, QDialog):
        place = window.rect().center() - over.rect().center()
        painter.drawRect(over.rect().translated(place).adjusted(-1, -1, 0, 0))
    painter.drawPixmap(place, over.grab())


def save(picture: QImage, path: Path) -> None:
    """Write a PNG as small as it gets without a loss."""
    picture.save(str(path))
    with Image.open(path) as image:
        image.convert("RGB").save(path, optimize=True)


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description="Pictures of the real window.")
    parser.add_argument("--every", type=Path, metavar="FOLDER", help="all states, into FOLDER")
    parser.add_argument(
        "--only", default="", metavar="STATE", help="with --every: those that begin so"
    )
    options = parser.parse_args()
    QStandardPaths.setTestModeEnabled(True)
    application = QApplication(sys.argv[:1])
    folder = options.every or resources_folder() / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own:
        for place in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[place] = own  # nothing of the person's is on a picture
        for name, mode, arrange in _wanted(options.every is not None, options.only):
            store = QSettings(f"{own}/{name}-{mode}.ini", QSettings.Format.IniFormat)
            settings = Settings(store)
            picture = picture_of(settings, ThemeKeeper(application, mode), arrange)
            path = folder / f"{name}-{mode}.png"
            save(picture, path) if options.every is None else picture.save(str(path))
            sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


def _wanted(every: bool, only: str) -> Iterator[tuple[str, Theme, Arrange]]:
    if not every:
        yield "window", "light", finished
        yield "window", "dark", on_colour
        return
    for name, arrange in states():
        if name.startswith(only):
            yield name, "light", arrange
            yield name, "dark", arrange


if __name__ == "__main__":
    main()
