"""Batches from worker processes, and what goes wrong there told in words here.

Workers are born afresh ("spawn"), as they are on every system but Linux anyway: a forked one
inherits the locks of threads that it does not have, and waits for them for ever.
"""

import signal
from collections.abc import Iterator
from dataclasses import dataclass

from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, default_collate

from engine.errors import DataError, EngineError
from engine.training.stream import Arrays

Batch = dict[str, Tensor]


@dataclass(frozen=True)
class _Refusal:
    """An EngineError on its way between two processes, which no exception survives whole."""

    message: str
    hint: str


class _Telling(IterableDataset[Arrays | _Refusal]):
    """The stream, ending in a refusal instead of an error."""

    def __init__(self, stream: IterableDataset[Arrays]) -> None:
        super().__init__()
        self._stream = stream

    def __iter__(self) -> Iterator[Arrays | _Refusal]:
        try:
            yield from self._stream
        except EngineError as error:
            yield _Refusal(error.message, error.hint)


def batches(stream: IterableDataset[Arrays], size: int, workers: int) -> Iterator[Batch]:
    """Batches of `size` samples; workers: processes that draw them from now on, 0 for none.

    What it answers raises DataError for what the stream refuses.
    """
    loader: DataLoader[Arrays | _Refusal] = DataLoader(
        _Telling(stream),
        batch_size=size,
        num_workers=workers,
        collate_fn=_collated,
        prefetch_factor=2 if workers else None,
        worker_init_fn=_deafened,
        multiprocessing_context="spawn" if workers else None,
    )
    return _told(iter(loader))


def _told(drawn: Iterator[Batch | _Refusal]) -> Iterator[Batch]:
    for batch in drawn:
        if isinstance(batch, _Refusal):
            raise DataError(batch.message, hint=batch.hint)
        yield batch


def _collated(samples: list[Arrays | _Refusal]) -> Batch | _Refusal:
    refusals = [sample for sample in samples if isinstance(sample, _Refusal)]
    if refusals:
        return refusals[0]
    batch: Batch = default_collate(samples)
    return batch


def _deafened(_worker: int) -> None:
    """Ctrl-C is for the run, which ends its workers itself once it has saved.

    So is the first SIGTERM, which schedulers send to all at once; a second one is obeyed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(
        signal.SIGTERM, lambda _signal, _frame: signal.signal(signal.SIGTERM, signal.SIG_DFL)
    )
