"""The entries of a zip that a stranger may have made: read into memory, and never more than fits.

Nothing is unpacked to disk, so no name in it can lead anywhere. Sizes are judged as they are
declared, before anything is read, and a content that is longer than declared is an error.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Trimap
from engine.errors import ProjectError
from engine.keeping.notes import LARGEST_NOTE
from engine.keeping.planes import decoded_plane
from engine.keeping.records import Size
from engine.refine.decontaminating import Amount
from engine.trimap.codes import CODES

_MOST_ENTRIES = 64
_LARGEST: dict[str, int] = {
    "mimetype": 100,
    "project.json": LARGEST_NOTE,
    "thumbnail.png": 4_000_000,
    "trimap.png": 500_000_000,
    "base.png": 500_000_000,
    "alpha.png": 1_000_000_000,
    "amount.png": 500_000_000,
    "journal": 1_000_000_000,
    "picture": 4_000_000_000,
}
"""Bytes of each entry that there can be; all others are passed over unread."""
_STORED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_STRIP = 256
"""Rows that are looked at at once."""
_TRIMAPS, _ALPHA, _AMOUNT = 6, 10, 2
"""Bytes for each pixel while trimap, base and history, an alpha, and amounts are read."""
_MOST_SQUEEZED = 200
"""How many times as long as in the file an entry may become; strokes are squeezed already."""
_SLACK = 1_000_000
"""Bytes to which that does not apply."""


class Entries:
    """The known entries of an open archive, by name."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        """Raises ProjectError for an archive that is made to do harm."""
        self._path = path
        self._archive = archive
        infos = archive.infolist()
        if len(infos) > _MOST_ENTRIES:
            raise self._refused("it holds too many files")
        known = [info for info in infos if info.filename in _LARGEST]
        self._infos = {info.filename: info for info in known}
        if len(self._infos) < len(known):
            raise self._refused("it holds a file twice")
        for name, info in self._infos.items():
            self._judge(name, info)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def bytes(self, name: str) -> bytes:
        """The content of an entry; ProjectError when it is not there, or is damaged."""
        if name not in self._infos:
            raise self._refused(f"it has no {name}")
        try:
            return self._archive.read(self._infos[name])  # no more than was declared
        # NotImplementedError: it is compressed, patched or encrypted as zipfile does not know
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise self._refused(f"its {name} is damaged") from error
        except (MemoryError, RuntimeError) as error:  # RuntimeError: it wants a password
            raise self._refused(f"its {name} cannot be read") from error

    def trimap(self, name: str, size: Size) -> Trimap:
        """A trimap of `size`; ProjectError for anything else."""
        values: Trimap = self._plane(name, size, np.uint8)
        for top in range(0, size[0], _STRIP):
            if not np.isin(values[top : top + _STRIP], CODES).all():
                raise self._refused(f"{name} holds values other than 0, 128 and 255")
        return values

    def require_room(self, size: Size) -> None:
        """Raise ProjectError if the planes of a picture of `size` do not fit into free memory.

        A file of some kilobytes may rightly hold flat planes of hundreds of megapixels.
        """
        import psutil  # nothing for the window's start

        bytes_each = _TRIMAPS + (_ALPHA if "alpha.png" in self else 0)
        bytes_each += _AMOUNT if "amount.png" in self else 0
        needed, free = size[0] * size[1] * bytes_each, psutil.virtual_memory().available
        if needed > free:
            raise ProjectError(
                f"“{self._path}” needs {needed / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB"
                " are free.",
                hint="Close other programs, or open it on a larger machine.",
            )

    def amount(self, name: str, size: Size) -> Amount:
        """How colours are cleaned, uint8 of `size`; ProjectError for anything else."""
        return self._plane(name, size, np.uint8)

    def alpha(self, name: str, size: Size) -> Alpha:
        """An alpha of `size`, float32 in [0, 1]; ProjectError for anything else."""
        levels = self._plane(name, size, np.uint16)
        return levels.astype(np.float32) / np.float32(65535)

    def _plane(self, name: str, size: Size, kind: npt.DTypeLike) -> npt.NDArray[Any]:
        try:
            return decoded_plane(self.bytes(name), size, kind)
        except ValueError as error:
            raise self._refused(f"{name}: {error}") from error

    def _judge(self, name: str, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & 1 or info.compress_type not in _STORED:
            raise self._refused(f"its {name} is packed in a way that is not read")
        swollen = info.file_size - _SLACK > _MOST_SQUEEZED * info.compress_size
        if info.file_size > _LARGEST[name] or swollen:
            raise self._refused(f"its {name} is too large")

    def _refused(self, why: str) -> ProjectError:
        return damaged(self._path, why)


def damaged(path: Path, why: str) -> ProjectError:
    """What to say of a project that makes no sense."""
    return ProjectError(
        f"“{path}” is damaged, or no project of Gossamer's ({why}).",
        hint="Open an older copy of it, or the photograph and its trimap.",
    )


@contextmanager
def opened(path: Path) -> Iterator[Entries]:
    """The entries of the archive at `path`; ProjectError when there are none to be had."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield Entries(path, archive)
    except FileNotFoundError:
        raise ProjectError(
            f"There is no file “{path}”.", hint="Check its name and folder."
        ) from None
    except OSError as error:
        raise ProjectError(
            f"“{path}” cannot be opened ({error.strerror}).",
            hint="Check its name, its folder and its disk.",
        ) from error
    # NotImplementedError: the archive wants a newer version of zip than zipfile knows
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ProjectError(
            f"“{path}” is no project of Gossamer's.",
            hint="Open an older copy of it, or the photograph and its trimap.",
        ) from error
