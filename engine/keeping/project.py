"""A project file, `*.gossamer`: one picture's work, to be gone on with on any machine.

A zip, readable with any program for such: `mimetype`, `project.json`, `trimap.png`, `base.png` (the
trimap that the journal begins with), `journal`, `alpha.png` (16 bits) where the matte was up to
date, `amount.png` where colours are cleaned, `thumbnail.png`, and, if asked for, the photograph's
own file as `picture`. Nothing in it is ever run, nothing is unpacked to a place that it names, and
every size is judged before memory is taken for it. Which photograph belongs to it is told by a
fingerprint.
"""

import json
import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

import engine
from engine.arrays import Alpha, Trimap
from engine.errors import ImageError, ProjectError
from engine.export.png import photograph_bytes
from engine.imaging.picture import Picture
from engine.imaging.placing import placed
from engine.imaging.writing import png_bytes
from engine.keeping.drafts import records_in
from engine.keeping.journal import MAGIC
from engine.keeping.notes import PictureNote, note_as_json, parse_note, parse_object
from engine.keeping.planes import thumbnail
from engine.keeping.records import Record
from engine.keeping.unzipping import Entries, damaged, opened
from engine.refine.decontaminating import Amount
from engine.refine.refinement import Refinement, parse_refinement
from engine.trimap.codes import UNKNOWN

SUFFIX = ".gossamer"
MIMETYPE = "application/x-gossamer-project"
FORMAT = 2
"""Projects that are refined in no way are written as format 1, which has nothing of that."""


@dataclass(frozen=True, eq=False)
class Project:
    """What is kept of one picture's work.

    trimap: uint8 (h, w), as it is now; base: as it was when `journal` began. journal: its bytes.
    alpha: float32 (h, w) in [0, 1] if it is that of the trimap. model: the name of the weights that
    made it, or that were chosen. refinement, amount: what is done to the alpha and, uint8 (h, w),
    to its colours.
    """

    note: PictureNote
    trimap: Trimap
    base: Trimap
    journal: bytes
    alpha: Alpha | None = None
    model: str = ""
    refinement: Refinement = field(default_factory=Refinement)
    amount: Amount | None = None

    @property
    def is_refined(self) -> bool:
        """Whether anything is done to the alpha or its colours."""
        return not self.refinement.is_nothing or bool(self.amount is not None and self.amount.any())

    def records(self) -> list[Record]:
        """What the journal tells; ValueError if it is damaged, or torn."""
        records, end = records_in(self.journal, self.note)
        if end != len(self.journal):
            raise ValueError("the journal is torn")
        return records


@dataclass(frozen=True, eq=False)
class Stored:
    """A project as it was read, and the photograph's file if it was inside."""

    project: Project
    picture: bytes | None


def is_project_name(path: Path) -> bool:
    """True for names such as `fox.gossamer`."""
    return path.suffix.lower() == SUFFIX


def write_project(path: Path, project: Project, picture: Picture, *, inside: bool) -> None:
    """Write the project, whole or not at all, as `engine.imaging.writing` does.

    inside: put the photograph's own file in, so that it opens anywhere; one that has no file goes
    in as a PNG either way. Raises OutputError, or ImageError when the photograph's file is gone.
    """
    head = {
        "format": FORMAT if project.is_refined else 1,
        "program": engine.__version__,
        "picture": note_as_json(project.note),
        "model": project.model,
    }
    if project.is_refined:
        head["refinement"] = project.refinement.to_dict()
    with (
        placed(path) as unfinished,
        zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as archive,
    ):
        archive.writestr("mimetype", MIMETYPE)  # first, and stored: so files are told apart
        _put(archive, "project.json", json.dumps(head, indent=2, ensure_ascii=False).encode())
        _put(archive, "thumbnail.png", png_bytes(thumbnail(picture.image, project.trimap)))
        _put(archive, "trimap.png", png_bytes(project.trimap))
        if (project.base != UNKNOWN).any():
            _put(archive, "base.png", png_bytes(project.base))
        _put(archive, "journal", project.journal)
        if project.alpha is not None:
            levels = np.rint(project.alpha * np.float32(65535)).astype(np.uint16)
            _put(archive, "alpha.png", png_bytes(levels))
        if project.amount is not None and project.amount.any():
            _put(archive, "amount.png", png_bytes(project.amount))
        if not project.note.sha256:
            _put(archive, "picture", photograph_bytes(picture))
        elif inside:
            _put_file(archive, picture.path)


def read_project(path: str | Path) -> Stored:
    """The project at `path`; ProjectError in words for one that is damaged, hostile, or newer.

    Whether the journal fits the trimap is not looked at: the trimap is what counts.
    """
    path = Path(path)
    with opened(path) as entries:
        head = _head(path, entries)
        try:
            note = parse_note(head.get("picture"))
        except ValueError as error:
            raise damaged(path, str(error)) from error
        entries.require_room(note.size)
        trimap = entries.trimap("trimap.png", note.size)
        has_base = "base.png" in entries
        base = entries.trimap("base.png", note.size) if has_base else np.full_like(trimap, UNKNOWN)
        journal = entries.bytes("journal") if "journal" in entries else MAGIC
        alpha = entries.alpha("alpha.png", note.size) if "alpha.png" in entries else None
        picture = entries.bytes("picture") if "picture" in entries else None
        model = head.get("model", "")
        project = Project(
            *(note, trimap, base, journal, alpha, model if isinstance(model, str) else ""),
            refinement=_refinement(path, head),
            amount=entries.amount("amount.png", note.size) if "amount.png" in entries else None,
        )
        return Stored(project, picture)


def _refinement(path: Path, head: dict[str, Any]) -> Refinement:
    given = head.get("refinement", {})
    try:
        return parse_refinement(given)
    except (ValueError, TypeError) as error:
        raise damaged(path, f"its refinement: {error}") from error


def _head(path: Path, entries: Entries) -> dict[str, Any]:
    if "project.json" not in entries:
        raise damaged(path, "it has no project.json")
    try:
        head = parse_object(entries.bytes("project.json"))
    except ValueError as error:
        raise damaged(path, str(error)) from error
    version = head.get("format")
    if type(version) is not int or version < 1:
        raise damaged(path, "it names no format")
    if version > FORMAT:
        raise ProjectError(
            f"“{path}” was written by a newer version of Gossamer.",
            hint="Install a newer version to open it.",
        )
    return head


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    squeezed = zipfile.ZIP_DEFLATED if name in ("journal", "project.json") else zipfile.ZIP_STORED
    archive.writestr(name, content, compress_type=squeezed, compresslevel=1)


def _put_file(archive: zipfile.ZipFile, path: Path) -> None:
    try:
        with path.open("rb") as source, archive.open("picture", "w", force_zip64=True) as target:
            shutil.copyfileobj(source, target, 1 << 20)
    except FileNotFoundError as error:
        raise ImageError(
            f"There is no file “{path}” any more.",
            hint="Put it back, or save the project without the photograph.",
        ) from error
