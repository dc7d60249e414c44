"""IndexNet's trunk from MobileNetV2 1.0.

The same blocks, whose strides IndexNet has replaced by its own pooling. Keras's batch norm has an
epsilon of 1e-3, ours of 1e-5: the difference goes into the variance.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from engine.errors import WeightsError
from engine.networks.indexnet import REPEATS, IndexNet
from engine.training.starts.folding import folded, with_trimap
from engine.training.starts.keras import kernel, kernel_of_each

EPSILON = 1e-3
SCALE, SHIFT = 2.0, -1.0
"""MobileNetV2 takes colours from −1 to 1."""

Files = Mapping[str, npt.NDArray[np.float32]]


def fill(network: IndexNet, arrays: Files) -> None:
    """Put MobileNetV2's trunk into an IndexNet teacher; WeightsError if an array is missing."""
    prefix = _prefix(arrays)
    weight, constant = folded(
        kernel(_array(arrays, f"{prefix}Conv1/kernel")), SCALE, torch.full((3,), SHIFT)
    )
    _fill(network, "layer0", with_trimap(weight), arrays, f"{prefix}bn_Conv1", constant)
    for ours, theirs in _blocks():
        block = network.get_submodule(ours)
        if theirs != "expanded_conv":
            widen = kernel(_array(arrays, f"{prefix}{theirs}_expand/kernel"))
            _fill(block, "expand", widen, arrays, f"{prefix}{theirs}_expand_BN")
        each = kernel_of_each(_array(arrays, f"{prefix}{theirs}_depthwise/kernel"))
        _fill(block, "filter", each, arrays, f"{prefix}{theirs}_depthwise_BN")
        project = kernel(_array(arrays, f"{prefix}{theirs}_project/kernel"))
        _fill(block, "project", project, arrays, f"{prefix}{theirs}_project_BN")


def _blocks() -> Iterator[tuple[str, str]]:
    """Our path and their name, block by block."""
    theirs = iter(["expanded_conv", *(f"block_{number}" for number in range(1, 17))])
    for layer, count in enumerate(REPEATS, start=1):
        for number in range(count):
            yield f"layer{layer}.{number}", next(theirs)


def _prefix(arrays: Files) -> str:
    for name in arrays:
        if name.endswith("/Conv1/kernel") and not name.startswith("optimizer"):
            return name.removesuffix("Conv1/kernel")
    raise WeightsError(
        "The file holds no MobileNetV2.", hint="Give a Keras file whose layers start with Conv1."
    )


def _array(arrays: Files, name: str) -> npt.NDArray[np.float32]:
    if name not in arrays:
        raise WeightsError(
            f"The file lacks MobileNetV2's “{name}”.", hint="Give a file of the whole network."
        )
    return arrays[name]


@torch.no_grad()
def _fill(
    module: nn.Module,
    path: str,
    weight: Tensor,
    arrays: Files,
    norm_name: str,
    constant: Tensor | None = None,
) -> None:
    """One convolution with its norm; `constant` is a bias that our convolution does not have."""
    conv = module.get_submodule(f"{path}.conv").get_parameter("weight")
    if conv.shape != weight.shape:
        raise WeightsError(
            f"MobileNetV2's {tuple(weight.shape)} does not fit {tuple(conv.shape)}.",
            hint="Only the IndexNet teacher has MobileNetV2's widths.",
        )
    conv.copy_(weight)
    norm = module.get_submodule(f"{path}.norm")
    names = {
        "weight": "gamma",
        "bias": "beta",
        "running_mean": "moving_mean",
        "running_var": "moving_variance",
    }
    for ours, theirs in names.items():
        value = torch.from_numpy(_array(arrays, f"{norm_name}/{theirs}")).clone()
        if ours == "running_var":
            value += EPSILON - 1e-5
        if ours == "running_mean" and constant is not None:
            value -= constant
        norm.state_dict()[ours].copy_(value)
