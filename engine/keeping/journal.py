"""A journal: records added to the end of a file, each whole on disk or not there at all.

Each record is framed by its length and a checksum. What a crash tears off is found at the next
reading, where the journal ends with the last whole record. `append` hands a record to the system,
so that it outlives the program; `sync` waits until the disk has it, so that it outlives the power.
"""

import os
import struct
import zlib
from pathlib import Path

MAGIC = b"gossamer journal 1\n"
_FRAME = struct.Struct("<II")
LARGEST = 256_000_000
"""Bytes of a record; a change of a whole picture of 400 megapixels takes at most 100 million."""


class Journal:
    """The end of a journal's file, to be written to by one at a time.

    `append` and `close` are for one thread, `sync` may be called in another meanwhile.
    """

    def __init__(self, path: Path, content: bytes = MAGIC) -> None:
        """Begin a journal at `path`, which must not be there yet, with what one holds already.

        Raises OSError.
        """
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._file = os.open(path, flags, 0o600)
        self._end = 0
        self._write(content)

    def append(self, payload: bytes) -> None:
        """Add a record; OSError when that cannot be done: then the file is as it was before."""
        self._write(framed(payload))

    def sync(self) -> None:
        """Wait until all that was appended is on the disk. Raises OSError."""
        os.fsync(self._file)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)

    def _write(self, data: bytes) -> None:
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._file, rest) :]
        except OSError:
            os.ftruncate(self._file, self._end)
            os.lseek(self._file, self._end, os.SEEK_SET)
            raise
        self._end += len(data)


def framed(payload: bytes) -> bytes:
    """A record as a journal holds it."""
    return _FRAME.pack(len(payload), zlib.crc32(payload)) + payload


def is_damaged(data: bytes, end: int) -> bool:
    """Whether what follows the whole records, at `end`, is more than a record that was cut short.

    That is what a crash leaves, and nobody had seen it done; anything else was there once.
    """
    rest = len(data) - end
    if rest < _FRAME.size:
        return False
    length, _ = _FRAME.unpack_from(data, end)
    return bool(length > LARGEST or rest >= _FRAME.size + length)


def read_payloads(data: bytes) -> tuple[list[bytes], int]:
    """The whole records in the bytes of a journal, and how many bytes are whole.

    What follows those is torn or strange. ValueError for what is no journal.
    """
    if not data.startswith(MAGIC):
        raise ValueError("this is no journal")
    found, place = [], len(MAGIC)
    while place + _FRAME.size <= len(data):
        length, checksum = _FRAME.unpack_from(data, place)
        payload = data[place + _FRAME.size : place + _FRAME.size + length]
        if length > LARGEST or len(payload) < length or zlib.crc32(payload) != checksum:
            break
        found.append(payload)
        place += _FRAME.size + length
    return found, place
