"""Pictures of the real window: `python -m tests.screenshots`, after every change of its look.

Writes the README's two into resources/screens; with `--guide` those of the user guide, into
resources/guide/pictures. With `--every FOLDER` the window in all its states goes there, to be
looked at.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# as the program does, and before torch: a matte took two minutes beside other work otherwise
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from PIL import Image
from PySide6.QtCore import QEvent, QSettings, QStandardPaths
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.guide.pages import guide_folder
from app.settings import Settings, Theme
from app.tasks import FILE_LANE, MODEL_LANE
from app.theme import ThemeKeeper
from app.window import Window
from engine.resources import resources_folder
from tests.guide_pictures import GUIDE_PICTURES, Part
from tests.hand import live
from tests.states import Arrange, finished, on_colour, states

SIZE = (1120, 700)
SMALL = {"quality": 86, "method": 6}
"""Of WebP: text stays sharp, and the guide's pictures together are lighter than one photograph."""


@dataclass(frozen=True)
class Shot:
    """A picture to take: its file, and what is on it; part: one widget instead of the window."""

    path: Path
    mode: Theme
    arrange: Arrange
    size: tuple[int, int] = SIZE
    part: Part | None = None


def picture_of(settings: Settings, theme: ThemeKeeper, shot: Shot) -> QImage:
    """The window, arranged, as a picture, with the dialogs and menus that lie over it."""
    window = Window(settings, theme)
    window.resize(*shot.size)
    window.show()
    live(250)  # the samples' thumbnails come from another thread
    shot.arrange(window)
    live(50)
    picture = shot.part(window).grab().toImage() if shot.part else _all_of(window)
    window.parts.history.setClean()
    window.parts.canvas.hand.abandon()
    window.close()
    MODEL_LANE.waitForDone()
    FILE_LANE.waitForDone()
    live(1)  # what they have said is heard, before those that hear it go
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture


def _all_of(window: Window) -> QImage:
    picture = window.grab().toImage()
    painter = QPainter(picture)
    for over in (*window.findChildren(QDialog), *window.findChildren(QMenu)):
        if over.isVisible():
            _draw_over(painter, window, over)
    painter.end()
    return picture


def _draw_over(painter: QPainter, window: Window, over: QWidget) -> None:
    """Where it lies; a dialog, which the desktop would put somewhere, in the middle."""
    place = over.mapToGlobal(over.rect().topLeft()) - window.mapToGlobal(window.rect().topLeft())
    if isinstance(over, QDialog):
        place = window.rect().center() - over.rect().center()
        painter.drawRect(over.rect().translated(place).adjusted(-1, -1, 0, 0))
    painter.drawPixmap(place, over.grab())


def save(picture: QImage, path: Path) -> None:
    """Write a PNG as small as it gets without a loss, or a small WebP."""
    picture.save(str(path), "PNG")
    with Image.open(path) as image:
        colours = image.convert("RGB")
    colours.save(path, **(SMALL if path.suffix == ".webp" else {"optimize": True}))


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description="Pictures of the real window.")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--every", type=Path, metavar="FOLDER", help="all states, into FOLDER")
    which.add_argument("--guide", action="store_true", help="the user guide's pictures")
    parser.add_argument(
        "--only", default="", metavar="STATE", help="with --every or --guide: those that begin so"
    )
    options = parser.parse_args()
    QStandardPaths.setTestModeEnabled(True)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as own:
        for place in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[place] = own  # nothing of the person's is on a picture
        for number, shot in enumerate(_wanted(options)):
            store = QSettings(f"{own}/{number}.ini", QSettings.Format.IniFormat)
            picture = picture_of(Settings(store), ThemeKeeper(application, shot.mode), shot)
            shot.path.parent.mkdir(parents=True, exist_ok=True)
            picture.save(str(shot.path)) if options.every else save(picture, shot.path)
            sys.stdout.write(f"{shot.path.name}: {shot.path.stat().st_size // 1000} kB\n")
            sys.stdout.flush()


def _wanted(options: argparse.Namespace) -> Iterator[Shot]:
    if options.every:
        for name, arrange in states():
            if name.startswith(options.only):
                yield Shot(options.every / f"{name}-light.png", "light", arrange)
                yield Shot(options.every / f"{name}-dark.png", "dark", arrange)
    elif options.guide:
        yield from _of_the_guide(options.only)
    else:
        screens = resources_folder() / "screens"
        yield Shot(screens / "window-light.png", "light", finished)
        yield Shot(screens / "window-dark.png", "dark", on_colour)


def _of_the_guide(only: str) -> Iterator[Shot]:
    every = dict(states())
    for name, one in GUIDE_PICTURES.items():
        if name.startswith(only):
            path = guide_folder() / "pictures" / f"{name}.webp"
            yield Shot(path, one.mode, every[one.state], one.size, one.part)


if __name__ == "__main__":
    main()
