"""One process at a time trains in a folder.

The system itself holds the lock and lets it go when the process ends, however it ends: a killed run
never locks anybody out.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from engine.errors import RunError

LOCK = "lock"
PATIENCE = 1.0
"""Seconds. Who only looks (`is_held`) holds the lock for a moment, which turns nobody away."""
_LOOK = 0.2
"""Seconds. Somebody else who only looks has let go by then."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Nobody else trains in `folder` meanwhile; RunError if somebody does already."""
    lock = FileLock(folder / LOCK, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout as error:
        raise RunError(
            f"Another process is training in “{folder}”.",
            hint="Stop it first (write “stop” into the file “control” there), or name another"
            " folder.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def is_held(folder: Path) -> bool:
    """Whether a process trains in `folder`; False where nobody may look."""
    if sys.platform == "win32":
        return _is_held_on_windows(folder)
    import fcntl

    try:
        file = os.open(folder / LOCK, os.O_RDONLY)  # and nothing is made in a folder that goes
    except OSError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)  # many may look at once
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(file)
    return False


def _is_held_on_windows(folder: Path) -> bool:
    """There a lock cannot be shared: who looks tries for long enough that others have looked."""
    if not (folder / LOCK).exists():
        return False
    try:
        with FileLock(folder / LOCK, timeout=_LOOK, poll_interval=_LOOK / 20):
            return False
    except Timeout:
        return True
    except OSError:
        return False
