"""What is in a folder of training data, and what is missing or wrong there, file by file."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from engine.arrays import Alpha
from engine.data.foregrounds import (
    background_files,
    held_out,
    read_background,
    read_foreground,
    require_folder,
)
from engine.data.layouts import LAYOUTS, Cutout, arranged
from engine.data.trimaps import FEWEST, SURE
from engine.errors import EngineError

SMALLEST = 64
"""Pixels of the shorter side: that of the smallest crop that a run may learn from."""


Reached = Callable[[float], None]
_File = TypeVar("_File")


@dataclass(frozen=True)
class Complaint:
    """One thing about one file. useless: nothing can be learnt from it as it is."""

    file: str
    message: str
    hint: str
    useless: bool


@dataclass(frozen=True)
class _Fault:
    message: str
    hint: str
    useless: bool


@dataclass(frozen=True)
class Report:
    """What a folder holds. families: usable files by family, and how many of them are held out."""

    kind: str
    files: int
    usable: int
    families: dict[str, tuple[int, int]]
    complaints: tuple[Complaint, ...]


def check_foregrounds(folder: Path, reached: Reached | None = None) -> Report:
    """Read every foreground in `folder`; DataError if there is no such folder.

    reached: told what share has been read; it may raise Cancelled.
    """
    require_folder(folder, hint="Check its name.")
    layout, found = arranged(folder)
    strays = [
        Complaint(_named(stray.path, folder), stray.message, stray.hint, useless=True)
        for stray in found.strays
    ]
    complaints = [*strays, *_duplicates([cutout.path for cutout in found.cutouts], folder)]
    usable = []
    for cutout in _told(found.cutouts, reached):
        said = _about_foreground(cutout, folder)
        complaints += said
        if not any(complaint.useless for complaint in said):
            usable.append(cutout)
    return Report(
        kind=f"{layout} ({LAYOUTS[layout].looks})",
        files=len(found.cutouts),
        usable=len(usable),
        families=_families(usable),
        complaints=tuple(sorted(complaints, key=lambda complaint: complaint.file)),
    )


def check_backgrounds(folder: Path, reached: Reached | None = None) -> Report:
    """Read every photograph in `folder`; DataError if there are none at all. reached: as above."""
    require_folder(folder, hint="Check its name.")
    files = background_files(folder)
    complaints = _duplicates(files, folder)
    usable = 0
    for path in _told(files, reached):
        said = _about_background(path, folder)
        complaints += said
        usable += not said
    complaints.sort(key=lambda complaint: complaint.file)
    return Report("photographs", len(files), usable, {}, tuple(complaints))


def _told(files: Sequence[_File], reached: Reached | None) -> Iterator[_File]:
    for number, file in enumerate(files):
        if reached is not None:
            reached(number / len(files))
        yield file


def _about_foreground(cutout: Cutout, folder: Path) -> list[Complaint]:
    name = _named(cutout.path, folder)
    try:
        alpha = read_foreground(cutout).alpha
    except EngineError as error:
        return [Complaint(name, error.message, error.hint, useless=True)]
    return [Complaint(name, fault.message, fault.hint, fault.useless) for fault in _faults(alpha)]


def _faults(alpha: Alpha) -> list[_Fault]:
    """Everything that is amiss."""
    said = []
    if min(alpha.shape) < SMALLEST:
        hint = "Use it at a larger size, or remove it."
        said.append(_Fault(_remark(alpha.shape), hint, useless=True))
    solid, empty = (np.count_nonzero(sure) for sure in (alpha >= SURE, alpha <= 1 - SURE))
    if empty == alpha.size:
        message = "Its alpha is 0 everywhere."
        hint = "Cut it out again, or remove it."
        said.append(_Fault(message, hint, useless=True))
    elif solid == alpha.size:
        message = "Its alpha is 1 everywhere."
        hint = "Cut it out first, or remove it."
        said.append(_Fault(message, hint, useless=True))
    elif solid < FEWEST:
        message = "It is nowhere solid, so it is only seen before others."
        hint = "Keep it if that is what it is, such as smoke."
        said.append(_Fault(message, hint, useless=False))
    elif solid + empty == alpha.size:
        message = "Its alpha is 0 or 1 everywhere, so it has no soft edge to learn."
        hint = "Cut it out with a matte, or remove it."
        said.append(_Fault(message, hint, useless=False))
    return said


def _about_background(path: Path, folder: Path) -> list[Complaint]:
    name = _named(path, folder)
    try:
        shape = read_background(path).shape
    except EngineError as error:
        return [Complaint(name, error.message, error.hint, useless=True)]
    if min(shape[:2]) < SMALLEST:
        hint = "Remove it."
        return [Complaint(name, _remark(shape), hint, useless=True)]
    return []


def _remark(shape: tuple[int, ...]) -> str:
    return f"It is {shape[1]} × {shape[0]} pixels; the smallest crop needs {SMALLEST} × {SMALLEST}."


def _duplicates(paths: Iterable[Path], folder: Path) -> list[Complaint]:
    """Of files with the same bytes all but the first."""
    first: dict[bytes, Path] = {}
    said = []
    for path in paths:
        try:
            digest = hashlib.sha256(path.read_bytes()).digest()
        except OSError:
            continue  # said when it is read as a picture
        original = first.setdefault(digest, path)
        if original != path:
            message = f"It is a copy of “{_named(original, folder)}”, and drawn that much oftener."
            hint = "Remove one of them."
            said.append(Complaint(_named(path, folder), message, hint, useless=False))
    return said


def _families(cutouts: Iterable[Cutout]) -> dict[str, tuple[int, int]]:
    """Files by the name before their number; a name that only one file has counts as “others”."""
    names = {cutout: re.sub(r"[-_ .]*\d+$", "", cutout.name) or "others" for cutout in cutouts}
    shared = {name for name, count in Counter(names.values()).items() if count > 1}
    of = {cutout: name if name in shared else "others" for cutout, name in names.items()}
    counts, kept = Counter(of.values()), Counter(of[cutout] for cutout in of if held_out(cutout))
    order = sorted(counts, key=lambda name: (name == "others", name))
    return {name: (counts[name], kept[name]) for name in order}


def _named(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
