"""Where the program's own files lie."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

import platformdirs
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.resources import resources_folder, sample_folder

_NAME = "gossamer"


def log_file() -> Path:
    """The log that errors are written to; its folder is made when needed."""
    folder = Path(platformdirs.user_log_dir(_NAME, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "gossamer.log"


def crash_file() -> Path:
    """Where the trace of a crash is left for the next start, beside the log."""
    return log_file().with_name("crash.log")


def drafts_folder() -> Path:
    """Where the work that is under way is kept; it need not exist yet."""
    return Path(platformdirs.user_state_dir(_NAME, appauthor=False)) / "drafts"


def batch_file() -> Path:
    """Where the orders of the last batch are kept; it need not exist yet."""
    return drafts_folder().with_name("batch.json")


def unused(path: Path) -> Path:
    """The path, or with a number in its name if there is such a file already."""
    tries = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return path if not path.exists() else next(free for free in tries if not free.exists())


def folder_beside(picture: Path) -> Path:
    """Where what is made of a picture goes: beside it, but never among what the program brings."""
    if not picture.is_relative_to(resources_folder()):
        return picture.parent
    pictures = platformdirs.user_pictures_path()
    return pictures if pictures.is_dir() else Path.home()


def icon_file(name: str) -> Path:
    """A drawing that comes with the program."""
    return resources_folder() / "icons" / f"{name}.svg"


@dataclass(frozen=True)
class Sample:
    """A picture that comes with the program, and its trimap where there is one."""

    title: str
    picture: Path
    trimap: Path | None


_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"}
_COMPANIONS = ("-trimap", "-alpha")


SAMPLES = (
    QT_TRANSLATE_NOOP("Samples", "Astronaut"),
    QT_TRANSLATE_NOOP("Samples", "Cat"),
    QT_TRANSLATE_NOOP("Samples", "Curls"),
    QT_TRANSLATE_NOOP("Samples", "Dandelion"),
)
"""The titles of the pictures that come with the program, to be translated; others are as they are.
"""


def samples() -> list[Sample]:
    """The sample pictures in the order of their names; none when the folder is not there."""
    folder = sample_folder()
    if not folder.is_dir():
        return []
    pictures = [
        path
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in _PICTURES and not path.stem.endswith(_COMPANIONS)
    ]
    return [Sample(_title(path), path, _companion(path)) for path in pictures]


def _title(path: Path) -> str:
    return path.stem.replace("-", " ").replace("_", " ").capitalize()


def _companion(path: Path) -> Path | None:
    trimap = path.with_name(f"{path.stem}-trimap.png")
    return trimap if trimap.exists() else None
