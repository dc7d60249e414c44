"""One door to the trunks: which network takes which, and a network that has it."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from engine.arrays import unit_floats
from engine.data.composition import Sources, compose
from engine.data.foregrounds import background_files, middle_square, read_background
from engine.errors import WeightsError
from engine.matting import inputs
from engine.networks import create
from engine.networks.dim import Dim
from engine.networks.indexnet import IndexNet
from engine.training.starts import mobilenet, vgg
from engine.training.starts.keras import arrays_of
from engine.trimap.codes import UNKNOWN

TAKES = {"dim-teacher": "VGG-16", "indexnet-teacher": "MobileNetV2 1.0"}
"""Which trunk a network takes."""

PICTURES, SIDE = 9, 320
"""Of the calibration: enough for a living channel to fire somewhere."""


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
    """Crops of photographs as network inputs with an unknown trimap, (n, 4, h, w).

    The same every time; without photographs, drawn composites.
    """
    backgrounds = background_files(photographs) if photographs else ()
    sources = Sources(foregrounds=(), backgrounds=backgrounds, procedural=1.0)
    planes = []
    for number in range(PICTURES):
        generator = np.random.default_rng((7, number))
        image = compose(sources, generator, SIDE).image
        if backgrounds:
            path = backgrounds[number * len(backgrounds) // PICTURES]
            image = middle_square(unit_floats(read_background(path)), SIDE)
        trimap = np.full(image.shape[:2], UNKNOWN, np.uint8)
        planes.append(torch.from_numpy(inputs.scaled(image, trimap)))
    return torch.stack(planes)
