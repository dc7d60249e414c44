"""Feature maps of a network, taken where they arise and without the network knowing."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from torch import Tensor, nn


@dataclass(frozen=True)
class Stage:
    """A place in a network whose features can be compared between teacher and student.

    `path` is the module whose output is the feature map (n, `width`, h / `stride`, w / `stride`).
    `name` is the paper's and means one stride in every network, so that any two can be compared:
    conv1..conv5 are encoder stages at strides 2, 4, 8, 16, 32, dconv5..dconv1 decoder stages at
    16, 8, 4, 2, 1. `norm` is the path of the batch norm that the stage's last ReLU (or nothing)
    follows, before any pooling; None where a stage does not end like that.
    """

    name: str
    path: str
    width: int
    stride: int
    norm: str | None = None


@contextmanager
def tapped(
    network: nn.Module, paths: Iterable[str], *, copied: bool = False
) -> Iterator[dict[str, Tensor]]:
    """While open, each forward pass leaves {path: feature map} in the dict that is yielded.

    A path is a module's name in `network.named_modules()`; KeyError for a path that is not there.
    The maps keep their gradients. A module that answers a tuple gives its first tensor. A later
    pass overwrites an earlier one; the hooks are gone when the block ends, however it ends. With
    `copied` the maps survive what follows a module in place.
    """
    modules = dict(network.named_modules())
    features: dict[str, Tensor] = {}
    hooks = []
    try:
        for path in paths:
            if path not in modules:
                raise KeyError(f"{type(network).__name__} has no module “{path}”")
            hooks.append(modules[path].register_forward_hook(_keeper(features, path, copied)))
        yield features
    finally:
        for hook in hooks:
            hook.remove()


def _keeper(features: dict[str, Tensor], path: str, copied: bool) -> Callable[..., None]:
    """A forward hook that files its module's output in `features` under `path`."""

    def keep(_module: nn.Module, _inputs: object, output: object) -> None:
        feature = output[0] if isinstance(output, tuple) else output
        if not isinstance(feature, Tensor):
            raise TypeError(f"“{path}” answers no tensor, so it cannot be tapped")
        features[path] = feature.clone() if copied else feature

    return keep
