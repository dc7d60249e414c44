"""One process at a time trains in a folder.

The system itself holds the lock and lets it go when the process ends, however it ends: a killed run
never locks anybody out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from engine.errors import RunError

LOCK = "lock"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Nobody else trains in `folder` meanwhile; RunError if somebody does already."""
    lock = FileLock(folder / LOCK, timeout=0)
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
