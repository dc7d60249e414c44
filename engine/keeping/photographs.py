"""The photograph of a project: inside it, beside it, or where it was."""

from dataclasses import dataclass
from pathlib import Path, PurePath

import numpy as np

from engine.arrays import Trimap
from engine.errors import PhotographError, ProjectError
from engine.imaging.contents import read_content
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.keeping.finishing import finished
from engine.keeping.notes import PictureNote, file_fingerprint
from engine.keeping.project import Project, Stored
from engine.keeping.records import Step
from engine.keeping.replay import Played, played, replayed

_MOST_PLAYED = 50_000_000_000
"""Pixels that a journal may change before its history is left where it is."""


@dataclass(frozen=True, eq=False)
class Photograph:
    """What was found: the picture, and whether it is the very file that the work was done on."""

    picture: Picture
    is_same: bool

    def fits(self, note: PictureNote) -> bool:
        """Whether it has the size of what the work was done on."""
        return self.picture.image.shape[:2] == note.size


def photograph_of(path: Path, stored: Stored) -> Photograph:
    """The photograph of the project at `path`; PhotographError when it cannot be found.

    ImageError when it is there and no picture can be had from it.
    """
    note = stored.project.note
    name = PurePath(note.name).name or "picture.png"
    if stored.picture is not None:
        return Photograph(_unpacked(stored.picture, path.absolute().parent / name), True)
    return found(note, (path.absolute().parent / name, Path(note.path)))


def found(note: PictureNote, places: tuple[Path, ...]) -> Photograph:
    """The photograph at one of the places: the very same if it is there, else the first one.

    PhotographError when there is none at any of them.
    """
    present = [place for place in places if place.is_file()]
    if not present:
        raise PhotographError(
            f"The photograph “{note.name}” was not found.",
            hint=f"Put it beside the project, or back to “{note.path}”.",
        )
    for place in present:
        if note.sha256 and file_fingerprint(place) == note.sha256:
            return Photograph(read_image(place), True)
    return Photograph(read_image(present[0]), not note.sha256)


def history_of(project: Project) -> Played | None:
    """What the project's journal tells; None when that is not how its trimap came about."""
    try:
        records = project.records()
        steps = (record for record in records if isinstance(record, Step))
        boxes = (box for step in steps for box, _ in step.changes)
        if sum(box.width * box.height for box in boxes) > _MOST_PLAYED:
            return None
        history = played(project.base, records)
        finished((done.finishing for done in history.steps), project.note.size)
    except ValueError:
        return None
    return history if np.array_equal(history.trimap, project.trimap) else None


def trimap_for(project: Project, picture: Picture) -> Trimap:
    """The project's trimap on another version of its photograph, larger or smaller but not cropped.

    ProjectError when the version has other proportions, or the strokes cannot be made again.
    """
    height, width = picture.image.shape[:2]
    note = project.note
    # a pixel's rounding of the smaller one may be off
    slack = 1.0 / min(width, height, note.width, note.height)
    if abs((width / note.width) / (height / note.height) - 1) > 2 * slack:
        raise ProjectError(
            f"“{picture.path}” has {width} × {height} pixels, the project {note.width} ×"
            f" {note.height}: those are other proportions.",
            hint="Choose a version of the photograph that is scaled, but not cropped or turned.",
        )
    history = history_of(project)
    if history is None:
        raise ProjectError(
            "The strokes of this project cannot be made again.",
            hint="Open it with the photograph that it was made on.",
        )
    return replayed(project.base, history.steps[: history.index], picture.image)


def _unpacked(content: bytes, path: Path) -> Picture:
    """The picture in the bytes of its file; it says that it lies at `path`."""
    hint = "Open an older copy of the project, or the photograph and its trimap."
    return read_content(content, path, hint)
