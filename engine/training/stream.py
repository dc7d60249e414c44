"""An endless, repeatable stream of samples: few pictures composed, many crops drawn.

Composing a picture and finding its guides costs about as much as learning from ten crops of it.
So a stream keeps the last `POOL` pictures and draws `REUSE` crops for each new one. Everything
follows from (seed, worker, number of the picture).
"""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch.utils.data import IterableDataset, get_worker_info

POOL = 48
REUSE = 16

Arrays = dict[str, npt.NDArray[np.floating]]
Picture = TypeVar("Picture")


class SampleStream(IterableDataset[Arrays], Generic[Picture]):
    """picture(generator) composes; sample(generator, picture) crops. First picture: `first`."""

    def __init__(
        self,
        picture: Callable[[np.random.Generator], Picture],
        sample: Callable[[np.random.Generator, Picture], Arrays],
        *,
        seed: int,
        first: int = 0,
    ) -> None:
        super().__init__()
        self._picture, self._sample = picture, sample
        self._seed, self._first = seed, first

    def __iter__(self) -> Iterator[Arrays]:
        """Samples without end; each worker process has pictures of its own."""
        cv2.setNumThreads(1)
        torch.set_num_threads(1)
        worker = get_worker_info()
        key = (self._seed, worker.id if worker else 0)
        pool: deque[Picture] = deque(maxlen=POOL)
        number = self._first
        while True:
            pool.append(self._picture(np.random.default_rng((*key, number))))
            for use in range(REUSE):
                generator = np.random.default_rng((*key, number, use))
                yield self._sample(generator, pool[generator.integers(len(pool))])
            number += 1


def halves(planes: npt.NDArray[np.floating]) -> npt.NDArray[np.float16]:
    """Half precision, contiguous: half the bytes between the processes, a step of 1/2048."""
    return np.ascontiguousarray(planes, np.float16)
