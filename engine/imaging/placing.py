"""Files that are written whole, or not at all; and why one cannot be written, in words."""

import errno
import os
import platform
import re
import secrets
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.errors import OutputError

_OURS = re.compile(r"\.gossamer-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}(\..*)?")
"""A file that is not whole yet: the machine, for the folder may be shared, and its process."""

_REASONS: dict[int | None, tuple[str, str]] = {
    errno.ENOENT: ("its folder does not exist", "Create the folder first, or choose another."),
    errno.ENOTDIR: ("its folder does not exist", "Create the folder first, or choose another."),
    errno.EACCES: ("its folder may not be written to", "Choose a folder of your own."),
    errno.EPERM: ("its folder may not be written to", "Choose a folder of your own."),
    errno.EROFS: ("its disk is read-only", "Choose a folder on another disk."),
    errno.EISDIR: ("it is a folder", "Add a file name, such as alpha.png."),
    errno.ENOSPC: ("the disk is full", "Free some space, or choose another disk."),
    errno.EDQUOT: ("your share of the disk is used up", "Free some space, or choose another disk."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
}


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """A name beside `path`, with its ending, to write to; what is there then goes to `path`.

    OutputError when it cannot be written, or cannot take that place; then, as after any error,
    nothing is left behind and an older file of that name is as it was.
    """
    try:
        target = path.resolve()  # a link stays a link: its target is replaced
        tidy(target.parent)
        name = f".gossamer-{_machine()}-{os.getpid()}-{secrets.token_hex(8)}"
        temporary = target.with_name(name + path.suffix.lower())
        try:
            yield temporary
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise refusal(path, error.errno, error.strerror) from error


def write_whole(path: Path, content: bytes) -> None:
    """Make `content` the file at `path` in one step; OutputError as from `placed`."""
    with placed(path) as unfinished:
        unfinished.write_bytes(content)


def tidy(folder: Path, *, deep: bool = False) -> None:
    """Remove from a folder what processes of this machine left half written when killed.

    Every file that is written does that for its own folder. deep: from the folders in it too.
    """
    with suppress(OSError):
        for path in (folder.rglob if deep else folder.glob)(".gossamer-*"):
            found = _OURS.fullmatch(path.name)
            if found and found[1] == _machine() and not _is_alive(int(found[2])):
                path.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    import psutil  # nothing for the window's start

    return process == os.getpid() or psutil.pid_exists(process)


def _machine() -> str:
    return f"{zlib.crc32(platform.node().encode()):08x}"


def require_place(path: Path) -> None:
    """Raise OutputError when `path` can be seen not to take a file, before any work is done."""
    folder = path.absolute().parent
    if not os.path.isdir(folder):
        raise refusal(path, errno.ENOENT)
    if os.path.isdir(path):
        raise refusal(path, errno.EISDIR)
    try:
        path.stat()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise refusal(path, error.errno, error.strerror) from error
    if not os.access(folder, os.W_OK):
        raise refusal(path, errno.EACCES)


def refusal(path: Path, number: int | None, otherwise: str | None = None) -> OutputError:
    """What to say when the system refuses to write `path` for the error of some number."""
    reason, hint = _REASONS.get(
        number, (otherwise or "the system refused", "Choose another folder.")
    )
    return OutputError(f"“{path}” cannot be written: {reason}.", hint=hint)
