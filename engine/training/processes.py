"""The processes that share a run, as torchrun starts them; without torchrun there is one.

PyTorch's own DistributedDataParallel does the work. What is particular to a run is small: who
writes, sums over all, and what the first one decides for all.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

import torch
from torch import Tensor, distributed, nn

PATIENCE = timedelta(days=7)
"""How long processes wait for each other: as long as a person may pause a run."""


@dataclass(frozen=True)
class Processes:
    """rank: this one's number among `count`; local: its number on its machine."""

    rank: int = 0
    count: int = 1
    local: int = 0

    @property
    def first(self) -> bool:
        """Whether this is the one that writes files, tells events and obeys the control file."""
        return self.rank == 0

    def summed(self, values: Tensor) -> Tensor:
        """`values` of all processes, added; the same everywhere."""
        if self.count > 1:
            values = values.clone()
            distributed.all_reduce(values)
        return values

    def agreed(self, *values: float) -> list[float]:
        """The first process's `values`, everywhere."""
        if self.count == 1:
            return list(values)
        told = torch.tensor(values, dtype=torch.float64)
        distributed.broadcast(told, src=0)
        return [float(value) for value in told]

    def sharing(self, learner: nn.Module) -> nn.Module:
        """A module that answers as `learner` does, and whose gradients are means over processes."""
        if self.count == 1:
            return learner
        return nn.parallel.DistributedDataParallel(learner)


ALONE = Processes()


def unshared(module: nn.Module) -> AbstractContextManager[None]:
    """A context in which a `sharing` module only adds up gradients, because more will follow."""
    if isinstance(module, nn.parallel.DistributedDataParallel):
        return cast(AbstractContextManager[None], module.no_sync())
    return nullcontext()


@contextmanager
def joined() -> Iterator[Processes]:
    """This process among those that torchrun started, once all are there."""
    count = int(os.environ.get("WORLD_SIZE", "1"))
    if count == 1:
        yield ALONE
        return
    local = int(os.environ["LOCAL_RANK"])
    backend = "gloo"
    if torch.cuda.is_available():
        torch.cuda.set_device(local)
        backend = "cpu:gloo,cuda:nccl"
    distributed.init_process_group(backend, timeout=PATIENCE)
    try:
        yield Processes(distributed.get_rank(), count, local)
        # Who leaves early pulls gloo's threads from under the others.
        distributed.barrier()
    finally:
        distributed.destroy_process_group()
