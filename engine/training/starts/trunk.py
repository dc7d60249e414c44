"""One door to the trunks: which network takes which, and a network that has it."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from engine.data.composition import Sources, compose
from engine.data.foregrounds import background_files
from engine.errors import WeightsError
from engine.matting import inputs
from engine.networks import create
from engine.networks.dim import Dim
from engine.networks.indexnet import IndexNet
from engine.training.starts import mobilenet, vgg
from engine.training.starts.keras import arrays_of

TAKES = {"dim-teacher": "VGG-16", "indexnet-teacher": "MobileNetV2 1.0"}
"""Which trunk a network takes."""

PICTURES, SIDE = 8, 160
"""Of the calibration."""


def with_trunk(name: str, path: Path, photographs: Path | None = None) -> nn.Module:
    """The network `name`, fresh but for its trunk, which comes from the Keras file at `path`.

    photographs: a folder to calibrate on; without one, smooth colours serve. WeightsError if the
    network takes no trunk or the file does not hold it.
    """
    if name not in TAKES:
        raise WeightsError(
            f"“{name}” takes no trunk.",
            hint=f"These do: {', '.join(f'{n} ({trunk})' for n, trunk in TAKES.items())}.",
        )
    network = create(name)
    arrays = arrays_of(path)
    if isinstance(network, Dim):
        vgg.fill(network, arrays, calibration(photographs))
    elif isinstance(network, IndexNet):
        mobilenet.fill(network, arrays)
    return network.train()


def calibration(photographs: Path | None) -> Tensor:
    """Ordinary composites as network inputs, (n, 4, h, w), the same every time."""
    backgrounds = background_files(photographs) if photographs else ()
    sources = Sources(foregrounds=(), backgrounds=backgrounds, procedural=1.0)
    planes = []
    for number in range(PICTURES):
        composite = compose(sources, np.random.default_rng((7, number)), SIDE)
        planes.append(torch.from_numpy(inputs.scaled(composite.image, composite.trimap)))
    return torch.stack(planes)
