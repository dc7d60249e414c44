"""Work that can be given up in the middle of a network, for somebody may be waiting."""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

from engine.matting.watch import Watch


@contextmanager
def asking(network: nn.Module, watch: Watch) -> Iterator[None]:
    """Asks before each convolution whether the work is still wanted: a stroke may be waiting."""
    question = Watch(cancelled=watch.cancelled)
    hooks = [
        part.register_forward_pre_hook(lambda *_: question.reached(0.0))
        for part in network.modules()
        if isinstance(part, nn.Conv2d)
    ]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()
