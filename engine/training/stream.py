"""An endless, repeatable stream of samples: few pictures composed, many crops drawn.

Composing a picture and finding its guides costs about as much as learning from ten crops of it.
So a stream draws `REUSE` crops for each new picture, each from one of the last `POOL` pictures.
Everything follows from (seed, lane, number of the sample), where a lane is a worker's place in the
round of batches: a stream that starts after so many batches gives what would have come then.
"""

from collections.abc import Callable, Iterator
from itertools import count
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
    """picture(generator) composes; sample(generator, picture) crops. Both can be pickled.

    batch: samples that a loader takes from one worker at a time; first: batches drawn before.
    """

    def __init__(
        self,
        picture: Callable[[np.random.Generator], Picture],
        sample: Callable[[np.random.Generator, Picture], Arrays],
        *,
        seed: int,
        batch: int = 1,
        first: int = 0,
    ) -> None:
        super().__init__()
        self._picture, self._sample = picture, sample
        self._seed, self._batch, self._first = seed, batch, first

    def __iter__(self) -> Iterator[Arrays]:
        """Samples without end; each worker process has pictures of its own."""
        worker = get_worker_info()
        if worker is None:
            return self.samples()
        cv2.setNumThreads(1)
        torch.set_num_threads(1)
        return self.samples(worker.num_workers, worker.id)

    def samples(self, lanes: int = 1, place: int = 0) -> Iterator[Arrays]:
        """The samples of worker number `place` among `lanes` workers."""
        # A loader asks its workers in turn, from the first one on, also after a restart.
        lane = (self._first + place) % lanes
        rounds = -((lane - self._first) // lanes)
        pool: dict[int, Picture] = {}
        for number in count(self._batch * rounds):
            yield self._drawn(lane, number, pool)

    def _drawn(self, lane: int, number: int, pool: dict[int, Picture]) -> Arrays:
        """The sample with this number; `pool` holds pictures and is kept small."""
        newest, use = divmod(number, REUSE)
        generator = np.random.default_rng((self._seed, lane, newest, use))
        oldest = max(newest + 1 - POOL, 0)
        wanted = oldest + int(generator.integers(newest + 1 - oldest))
        pool.pop(oldest - 1, None)
        if wanted not in pool:
            pool[wanted] = self._picture(np.random.default_rng((self._seed, lane, wanted)))
        return self._sample(generator, pool[wanted])


def halves(planes: npt.NDArray[np.floating]) -> npt.NDArray[np.float16]:
    """Half precision, contiguous: half the bytes between the processes, a step of 1/2048."""
    return np.ascontiguousarray(planes, np.float16)
