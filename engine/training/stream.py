"""An endless, repeatable stream of samples: few pictures composed, many crops drawn.

Composing a picture and finding its guides costs about as much as learning from ten crops of it.
So each place in a batch draws `REUSE` crops for each new picture, each from one of its last few
pictures, `POOL` over the whole batch. Everything follows from (seed, lane, place, number of the
batch), where a lane is a worker's turn in the round of batches. So a stream that starts after so
many batches gives what would have come then, and several processes that share a batch, each with
places of its own, draw together what one would have drawn, and no picture twice.
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

Part = tuple[int, int]
WHOLE: Part = (0, 1)


class SampleStream(IterableDataset[Arrays], Generic[Picture]):
    """picture(generator) composes; sample(generator, picture) crops. Both can be pickled.

    batch: samples in a batch; first: batches drawn before. part: (number, of how many) equal parts
    of every batch to draw; a loader takes such a part from one worker at a time.
    """

    def __init__(
        self,
        picture: Callable[[np.random.Generator], Picture],
        sample: Callable[[np.random.Generator, Picture], Arrays],
        *,
        seed: int,
        batch: int = 1,
        first: int = 0,
        part: Part = WHOLE,
    ) -> None:
        super().__init__()
        self._picture, self._sample = picture, sample
        self._seed, self._batch, self._first = seed, batch, first
        size = batch // part[1]
        self._places = range(part[0] * size, (part[0] + 1) * size)

    def __iter__(self) -> Iterator[Arrays]:
        """Samples without end; each worker process has pictures of its own."""
        worker = get_worker_info()
        if worker is None:
            return self.samples()
        cv2.setNumThreads(1)
        torch.set_num_threads(1)
        return self.samples(worker.num_workers, worker.id)

    def samples(self, lanes: int = 1, worker: int = 0) -> Iterator[Arrays]:
        """The samples of worker number `worker` among `lanes` workers."""
        # A loader asks its workers in turn, from the first one on, also after a restart.
        lane = (self._first + worker) % lanes
        rounds = -((lane - self._first) // lanes)
        pools: dict[int, dict[int, Picture]] = {place: {} for place in self._places}
        for number in count(rounds):
            for place, pool in pools.items():
                yield self._drawn((self._seed, lane, place), number, pool)

    def _drawn(self, key: tuple[int, int, int], number: int, pool: dict[int, Picture]) -> Arrays:
        """What batch `number` of a lane has at a place; `pool` holds pictures and is kept small."""
        # Staggered over the places: new pictures come one by one, not a whole batch at once.
        newest, use = divmod(number + key[2] * REUSE // self._batch, REUSE)
        generator = np.random.default_rng((*key, newest, use))
        oldest = max(newest + 1 - max(POOL // self._batch, 1), 0)
        wanted = oldest + int(generator.integers(newest + 1 - oldest))
        pool.pop(oldest - 1, None)
        if wanted not in pool:
            pool[wanted] = self._picture(np.random.default_rng((*key, wanted)))
        return self._sample(generator, pool[wanted])


def halves(planes: npt.NDArray[np.floating]) -> npt.NDArray[np.float16]:
    """Half precision, contiguous: half the bytes between the processes, a step of 1/2048."""
    return np.ascontiguousarray(planes, np.float16)
