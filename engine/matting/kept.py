"""Finished tiles of mattes, kept: one that was given up, or has changed in a few tiles, goes on.

The wide looks that they were made by are found again, too.
"""

import hashlib
from collections.abc import Callable

import numpy as np

from engine.arrays import Floats, Image, Trimap
from engine.matting.looks import Looks
from engine.matting.windows import Window


class Kept:
    """Answers by what they were made of, up to so many bytes; not for two threads at once.

    Answers that this matte has asked for stay: of more than can be kept, the last are not.
    """

    def __init__(self, most: int) -> None:
        """most: bytes; with 0 nothing is kept, and nothing is spent on marks."""
        self.looks = Looks()
        self._most = most
        self._size = 0
        self._answers: dict[tuple[bytes, Window], Floats] = {}  # the one used last is the last
        self._used: set[tuple[bytes, Window]] = set()
        self._has_found = False

    @property
    def size(self) -> int:
        """Bytes of all that is kept."""
        return self._size

    @property
    def has_found(self) -> bool:
        """Whether this matte has asked for anything that needed not be made."""
        return self._has_found or self.looks.has_found

    def begin(self) -> None:
        """Another matte begins: what it does not ask for may go."""
        self._used.clear()
        self._has_found = self.looks.has_found = False

    def mark(self, *made_of: Image | Trimap | Floats, besides: bytes = b"") -> bytes:
        """What is equal only for equal arrays, but for a chance of one in 2^128.

        besides: anything else that must be equal.
        """
        if not self._most:
            return b""
        digest = hashlib.blake2b(besides, digest_size=16)
        for array in made_of:
            digest.update(f"{array.dtype}{array.shape}".encode())
            digest.update(np.ascontiguousarray(array).data)
        return digest.digest()

    def answer(self, mark: bytes, window: Window, make: Callable[[], Floats]) -> Floats:
        """The answer in a window, not to be written: the one that was kept, or `make`'s."""
        if not self._most:
            return make()
        key = mark, window
        answer = self._answers.pop(key, None)
        if answer is None:
            answer = make().copy()  # it may be a view of much more
            self._size += answer.nbytes
        else:
            self._has_found = True
        self._answers[key] = answer
        self._used.add(key)
        while self._size > self._most:
            oldest = next(iter(self._answers))
            gone = key if oldest in self._used else oldest
            self._size -= self._answers.pop(gone).nbytes
        return answer


NOTHING_KEPT = Kept(0)
"""For mattes that begin at their first tile, whatever was before."""
