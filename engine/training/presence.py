"""Which process a run is, and whether it lives: by a note in its folder, or by its lock."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from engine.errors import OutputError
from engine.imaging.placing import write_whole
from engine.training import lock

NOTE = "process.json"


def announce(folder: Path, process: int | None = None, where: Path | None = None) -> None:
    """Note the process that trains in `folder`, by its id: this one unless another is named.

    where: its working folder, in which it looks for files that the spec names in a relative way;
    this process's unless named. What cannot be noted is not: the run goes on.
    """
    with suppress(OSError, OutputError, psutil.Error):
        found = psutil.Process(process if process is not None else os.getpid())
        place = str(where if where is not None else Path.cwd())
        _write(folder, {"process": found.pid, "created": found.create_time(), "folder": place})


def leave(folder: Path) -> None:
    """Note that nobody trains in `folder` any more; the process may live on for other things."""
    with suppress(OutputError):
        _write(folder, {**_note(folder), "process": None})


def was_announced(folder: Path) -> bool:
    """Whether a process has ever trained, or was meant to train, in `folder`."""
    return (folder / NOTE).exists()


def process(folder: Path) -> psutil.Process | None:
    """The process that trains in `folder`; None once it has ended, however it did.

    A number that another process has got since is not taken for it.
    """
    note = _note(folder)
    try:
        found = psutil.Process(int(note["process"]))
        is_same = abs(found.create_time() - float(note["created"])) < 1
        if is_same and found.status() != psutil.STATUS_ZOMBIE:
            return found
    except (KeyError, TypeError, ValueError, OverflowError, psutil.Error):
        pass
    return None


def is_alive(folder: Path) -> bool:
    """Whether a process is at the run in `folder`, be it one that waits, or made no note."""
    return process(folder) is not None or lock.is_held(folder)


def working_folder(folder: Path) -> Path | None:
    """Where the run's process looked for files when it was last noted, if that is still there."""
    try:
        found = Path(_note(folder)["folder"])
    except (KeyError, TypeError):
        return None
    return found if found.is_dir() else None


def _write(folder: Path, note: dict[str, Any]) -> None:
    write_whole(folder / NOTE, f"{json.dumps(note)}\n".encode())


def _note(folder: Path) -> dict[str, Any]:
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return note if isinstance(note, dict) else {}
