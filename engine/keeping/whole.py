"""Files that are written whole, or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from engine.imaging.writing import refusal


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write into; once that is done it takes the place of the one at `path`.

    OutputError when it cannot be written, or cannot take that place; then, as after any error,
    nothing is left behind and an older file of that name is as it was.
    """
    try:
        target = path.resolve()  # a link stays a link: its target is replaced
        temporary = target.with_name(f".gossamer-{secrets.token_hex(8)}.part")
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
