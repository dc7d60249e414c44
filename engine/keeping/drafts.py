"""Drafts: what is on disk of a picture while it is under work, and after the program was killed.

A draft is a folder: `draft.json` (which photograph), `base.png` (the trimap it began with, where
that knew anything), `journal`, and a lock that the system lets go of however the program ends. A
draft whose lock is free was left behind.
"""

import json
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout

from engine.arrays import Trimap
from engine.errors import EngineError, ProjectError
from engine.imaging.reading import read_trimap
from engine.imaging.writing import write_trimap
from engine.keeping.finishing import finished
from engine.keeping.journal import MAGIC, Journal, is_damaged, read_payloads
from engine.keeping.notes import (
    LARGEST_NOTE,
    PictureNote,
    note_as_json,
    parse_note,
    parse_object,
)
from engine.keeping.records import Deed, Record, Size, Step, decode, encode
from engine.keeping.replay import Played, played
from engine.trimap.codes import UNKNOWN

_NOTE, _BASE, _JOURNAL, _LOCK, _PICTURE = (
    "draft.json",
    "base.png",
    "journal",
    "lock",
    "picture.png",
)
_FORMAT = 2
_KNOWN = (1, 2)
"""The first kept nothing of refining."""


class Draft:
    """One picture under work, in a folder of its own; everything about it raises OSError."""

    def __init__(
        self,
        place: Path,
        note: PictureNote,
        base: Trimap,
        *,
        content: bytes = MAGIC,
        project: Path | None = None,
    ) -> None:
        """Begin a draft within `place`; base: the trimap that it begins with, uint8 (h, w).

        content: the journal so far. project: the file that the work belongs to.
        """
        folder = place / f"{int(time.time()):d}-{secrets.token_hex(6)}"
        folder.mkdir(parents=True, mode=0o700)
        self.folder = folder
        # not for each thread: it is let go of in another one
        self._lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)
        self._lock.acquire()
        self._note = note
        self._began = time.time()
        if (base != UNKNOWN).any():
            write_trimap(folder / _BASE, base)
        self._journal = Journal(folder / _JOURNAL, content)
        self.belong(project)  # last: without its note the folder is no draft

    def belong(self, project: Path | None) -> None:
        """Note the project's file that the work belongs to from now on."""
        self._project = project
        self._write_note()

    def know(self, sha256: str) -> None:
        """Note the fingerprint of the photograph's file, once it is found out."""
        self._note = replace(self._note, sha256=sha256)
        self._write_note()

    def _write_note(self) -> None:
        project = self._project
        head = {
            "format": _FORMAT,
            "began": self._began,
            "picture": note_as_json(self._note),
            "project": None if project is None else str(project.absolute()),
        }
        part = self.folder / f"{_NOTE}.part"
        part.write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
        part.replace(self.folder / _NOTE)

    def base(self) -> Trimap:
        """The trimap that the journal begins with."""
        return _base_in(self.folder, self._note.size)

    @property
    def picture(self) -> Path:
        """Where a photograph that has no file of its own is to be put."""
        return self.folder / _PICTURE

    def append(self, record: Record) -> None:
        """Hand a record to the system: from now on a killed program does not lose it."""
        self._journal.append(encode(record))

    def sync(self) -> None:
        """Wait until the disk has all records; for any thread."""
        self._journal.sync()

    def content(self) -> bytes:
        """The journal up to now."""
        return (self.folder / _JOURNAL).read_bytes()

    def close(self) -> None:
        """Let go, and leave everything where it is."""
        self._journal.close()
        self._lock.release()

    def discard(self) -> None:
        """Let go, and remove the folder."""
        self.close()
        remove(self.folder)


@dataclass(frozen=True)
class LeftBehind:
    """A draft that nobody works at any more.

    steps: how many changes are to be seen in it; last: when the last one was made, in seconds
    since 1970. picture: where the photograph is; it may be gone. project: the file that the work
    belongs to, if it was ever saved. is_torn: there were later changes, but what the journal told
    of them is damaged.
    """

    folder: Path
    note: PictureNote
    picture: Path
    steps: int
    last: float
    project: Path | None = None
    is_torn: bool = False


@dataclass(frozen=True)
class Found:
    """What there is of ended programs: drafts, the newest first, and folders that make no sense."""

    drafts: tuple[LeftBehind, ...] = ()
    damaged: tuple[Path, ...] = ()


def left_behind(place: Path) -> list[LeftBehind]:
    """The drafts within `place` that hold unsaved work of a program that ended, newest first."""
    return list(looked_through(place).drafts)


def looked_through(place: Path) -> Found:
    """All that programs that ended have left behind within `place`.

    Drafts that hold no unsaved work are removed on the way. Those of running programs, and those
    that cannot be understood, stay as they are.
    """
    found, damaged = [], []
    for folder in sorted(place.glob("*-*")) if place.is_dir() else []:
        try:
            with FileLock(folder / _LOCK, timeout=0):
                draft = _looked_at(folder)
        except Timeout:
            continue
        except (OSError, ValueError):
            damaged.append(folder)
            continue
        if draft is None:
            remove(folder)
        else:
            found.append(draft)
    newest_first = sorted(found, key=lambda draft: draft.last, reverse=True)
    return Found(tuple(newest_first), tuple(damaged))


def recovered(draft: LeftBehind) -> tuple[Trimap, bytes, Played]:
    """The base of a draft, its journal as far as it is whole, and where that leads.

    ProjectError for a draft that is damaged.
    """
    try:
        base = _base_in(draft.folder, draft.note.size)
        data = (draft.folder / _JOURNAL).read_bytes()
        records, end = records_in(data, draft.note)
        history = played(base, records)
        finished((done.finishing for done in history.steps), draft.note.size)  # sound, all of it
        return base, data[:end], history
    except (ValueError, OSError, EngineError) as error:
        raise ProjectError(
            f"What is left of the work on “{draft.note.name}” is damaged.",
            hint=f"It stays in “{draft.folder}”; the photograph is untouched.",
        ) from error


def _base_in(folder: Path, size: Size) -> Trimap:
    path = folder / _BASE
    return read_trimap(path, size) if path.exists() else np.full(size, UNKNOWN, np.uint8)


def records_in(data: bytes, note: PictureNote) -> tuple[list[Record], int]:
    """The records in the bytes of a journal, and how many bytes are whole; ValueError if none."""
    payloads, end = read_payloads(data)
    return [decode(payload, note.size) for payload in payloads], end


def remove(folder: Path) -> None:
    """Remove a draft, its note first, so that half a removal leaves nothing to recover."""
    with suppress(OSError):
        (folder / _NOTE).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _looked_at(folder: Path) -> LeftBehind | None:
    """What a folder holds; None when nothing is lost with it. OSError, ValueError if damaged."""
    if not (folder / _NOTE).exists():  # it never was one, or half of it was removed
        return None
    with (folder / _NOTE).open("rb") as file:
        head = parse_object(file.read(LARGEST_NOTE))
    if head.get("format") not in _KNOWN:
        raise ValueError("a draft of another version")
    note = parse_note(head.get("picture"))
    data = (folder / _JOURNAL).read_bytes()
    records, end = records_in(data, note)
    is_torn = is_damaged(data, end)
    if not is_torn and not _is_unsaved(records):
        return None
    own = folder / _PICTURE
    picture = own if own.exists() else Path(note.path)
    steps = sum(isinstance(record, Step) for record in records)
    project = head.get("project")
    belongs = Path(project) if isinstance(project, str) else None
    last = records[-1].at if records else _began(head)
    return LeftBehind(folder, note, picture, steps, last, belongs, is_torn)


def _began(head: dict[str, Any]) -> float:
    began = head.get("began")
    return float(began) if isinstance(began, int | float) and 0 <= began < 1e12 else 0.0


def _is_unsaved(records: list[Record]) -> bool:
    """Whether the last of the records is not a save, nor leads back to one."""
    state, saved, states = 0, 0, [0]
    for number, record in enumerate(records, 1):
        if isinstance(record, Step):
            del states[state + 1 :]
            states.append(number)
            state += 1
        elif record.deed is Deed.SAVED:
            saved = states[state]
        else:
            state += -1 if record.deed is Deed.UNDO else 1
            if not 0 <= state < len(states):
                raise ValueError("there is nothing to undo, or to do again")
    return states[state] != saved
