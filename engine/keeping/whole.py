"""Files that are written whole, or not at all."""

import os
import platform
import re
import secrets
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from engine.imaging.writing import refusal

_OURS = re.compile(r"\.gossamer-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.part")
"""A file that is not whole yet: the machine, for the folder may be shared, and its process."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write into; once that is done it takes the place of the one at `path`.

    OutputError when it cannot be written, or cannot take that place; then, as after any error,
    nothing is left behind and an older file of that name is as it was.
    """
    try:
        target = path.resolve()  # a link stays a link: its target is replaced
        temporary = target.with_name(
            f".gossamer-{_machine()}-{os.getpid()}-{secrets.token_hex(8)}.part"
        )
        _tidy(target.parent)
        try:
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise refusal(path, error.errno, error.strerror) from error


def _machine() -> str:
    return f"{zlib.crc32(platform.node().encode()):08x}"


def _tidy(folder: Path) -> None:
    """Remove what processes of this machine left half written when they were killed."""
    import psutil  # nothing for the window's start

    for path in folder.glob(".gossamer-*.part"):
        found = _OURS.fullmatch(path.name)
        if found and found[1] == _machine() and not psutil.pid_exists(int(found[2])):
            with suppress(OSError):
                path.unlink()
