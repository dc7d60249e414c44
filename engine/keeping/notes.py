"""What a project or a draft notes of its photograph, as JSON, read as a stranger's would be."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.errors import ImageError
from engine.imaging.limits import LARGEST
from engine.keeping.records import Size

LARGEST_NOTE = 1_000_000
"""Bytes of JSON that are read."""


@dataclass(frozen=True)
class PictureNote:
    """Which photograph it is: its file, its size (width, height) in pixels, and its fingerprint.

    sha256: of the file; empty where there was no file, as of a picture that was pasted.
    """

    path: str
    width: int
    height: int
    sha256: str

    @property
    def name(self) -> str:
        """The file's name, without any folder, whatever system it was written on."""
        return self.path.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def size(self) -> Size:
        """(height, width), as an array's shape has it."""
        return self.height, self.width


def note_of(path: Path, size: Size) -> PictureNote:
    """The note of the photograph at `path`, of `size`; reads all of the file, if there is one."""
    known = file_fingerprint(path) if path.is_file() else ""
    return PictureNote(str(path.absolute()), size[1], size[0], known)


def file_fingerprint(path: Path) -> str:
    """The SHA-256 of a file; ImageError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ImageError(
            f"“{path}” cannot be opened ({error.strerror}).",
            hint="Check its name, its folder and its disk.",
        ) from error


def note_as_json(note: PictureNote) -> dict[str, Any]:
    """The note as JSON has it."""
    return asdict(note)


def parse_object(text: bytes) -> dict[str, Any]:
    """The JSON object in `text`; ValueError for anything else."""
    try:
        value = json.loads(text.decode("utf-8"))
    except RecursionError as error:
        raise ValueError("JSON nested too deeply") from error
    if not isinstance(value, dict):
        raise ValueError("no JSON object")
    return value


def parse_note(value: Any) -> PictureNote:
    """The note in JSON; ValueError unless every part is of its kind and makes sense."""
    if not isinstance(value, dict):
        raise ValueError("no note of a picture")
    path, sha256 = value.get("path"), value.get("sha256")
    width, height = value.get("width"), value.get("height")
    if not isinstance(path, str) or not isinstance(sha256, str) or len(sha256) not in (0, 64):
        raise ValueError("a picture without a file")
    if type(width) is not int or type(height) is not int or min(width, height) < 1:
        raise ValueError("a picture without a size")
    if width * height > LARGEST or not path.isprintable() or len(path) > 4096:
        raise ValueError("a picture that is too large, or its name")
    return PictureNote(path, width, height, sha256)
