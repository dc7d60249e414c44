"""DIM's encoder from VGG-16.

The file has no batch norm, our encoder has one after each convolution: its statistics are set from
a calibration pass so that it changes nothing. Channels that never fire on the calibration pictures
are dead and start afresh.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from engine.errors import WeightsError
from engine.networks.dim import ConvNormReLU, Dim
from engine.training.starts.folding import folded, with_trimap
from engine.training.starts.keras import kernel

SUBTRACTED = (123.68, 116.779, 103.939)
"""What VGG's preprocessing takes from R, G and B, which run from 0 to 255."""

CONVOLUTIONS = (2, 2, 3, 3, 3)


def fill(
    network: Dim, arrays: Mapping[str, npt.NDArray[np.float32]], calibration: Tensor
) -> dict[str, int]:
    """Put VGG-16's convolutions into the encoder of a DIM teacher; dead channels by layer.

    calibration: network inputs (n, 4, h, w) of ordinary pictures. WeightsError if an array is
    missing or has another shape.
    """
    for stage, count in enumerate(CONVOLUTIONS, start=1):
        for number in range(1, count + 1):
            weight, bias = _convolution(arrays, stage, number)
            if (stage, number) == (1, 1):
                # The file's first kernel looks at blue, green, red.
                weight, shift = folded(weight.flip(1), 255.0, -torch.tensor(SUBTRACTED))
                weight, bias = with_trimap(weight), bias + shift
            _copy(network, f"down{stage}.conv{number}.conv", weight, bias)
    return _calibrated(network, calibration)


def _convolution(
    arrays: Mapping[str, npt.NDArray[np.float32]], stage: int, number: int
) -> tuple[Tensor, Tensor]:
    name = "conv2d" if number == 1 else f"conv2d_{number - 1}"
    try:
        weight, bias = (arrays[f"block{stage}/layers/{name}/vars/{i}"] for i in (0, 1))
    except KeyError as error:
        raise WeightsError(
            f"The file lacks VGG-16's convolution {number} of stage {stage}.",
            hint="Give a file whose arrays are called block1/layers/conv2d/vars/0 and so on.",
        ) from error
    return kernel(weight), torch.from_numpy(bias)


def _copy(network: nn.Module, path: str, weight: Tensor, bias: Tensor) -> None:
    conv = network.get_submodule(path)
    if conv.get_parameter("weight").shape != weight.shape:
        raise WeightsError(
            f"VGG-16's {tuple(weight.shape)} does not fit “{path}”.",
            hint="Only the DIM teacher has VGG-16's widths.",
        )
    with torch.no_grad():
        conv.get_parameter("weight").copy_(weight)
        conv.get_parameter("bias").copy_(bias)


@torch.no_grad()
def _calibrated(network: Dim, x: Tensor) -> dict[str, int]:
    """Walk through the encoder, layer by layer, each set before the next is looked at."""
    dead: dict[str, int] = {}
    before = torch.zeros(x.shape[1], dtype=torch.bool)
    for stage, count in enumerate(CONVOLUTIONS, start=1):
        for number in range(1, count + 1):
            path = f"down{stage}.conv{number}"
            layer = network.get_submodule(path)
            assert isinstance(layer, ConvNormReLU)
            # What these channels were multiplied with has never mattered, and must not begin to.
            layer.conv.weight[:, before] = 0
            before = _revived(layer, x)
            dead[path] = int(before.sum())
            _silenced(layer, x)
            x = layer.eval()(x)
        x = torch.nn.functional.max_pool2d(x, 2)
    return dead


def _revived(layer: ConvNormReLU, x: Tensor) -> Tensor:
    """Start channels afresh that never fire; which they are, bool (c,)."""
    never: Tensor = layer.conv(x).amax(dim=(0, 2, 3)) <= 0
    fresh = torch.empty_like(layer.conv.weight)
    nn.init.kaiming_normal_(fresh, nonlinearity="relu")
    layer.conv.weight[never] = fresh[never]
    assert layer.conv.bias is not None
    layer.conv.bias[never] = 0
    return never


def _silenced(layer: ConvNormReLU, x: Tensor) -> None:
    """Let the norm do nothing: it takes mean and spread away and gives them back."""
    answer = layer.conv(x)
    mean, spread = answer.mean(dim=(0, 2, 3)), answer.var(dim=(0, 2, 3))
    norm = layer.norm
    assert norm.running_mean is not None
    assert norm.running_var is not None
    norm.running_mean.copy_(mean)
    norm.running_var.copy_(spread)
    norm.weight.copy_((spread + norm.eps).sqrt())
    norm.bias.copy_(mean)
