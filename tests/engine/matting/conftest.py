"""Pictures with trimaps, and networks that answer something."""

import cv2
import numpy as np
import pytest
import torch

from engine.matting import library
from engine.matting.cards import Card
from engine.matting.weights import save_weights
from engine.networks import create


@pytest.fixture
def scene():
    """A function: (height, width) to a smooth picture, uint8, and a trimap that knows both sides.

    Foreground in the middle, background at the rim, unknown between them.
    """

    def make(height, width, seed=0):
        generator = np.random.default_rng(seed)
        coarse = generator.integers(0, 256, (max(height // 6, 1), max(width // 6, 1), 3))
        image = cv2.resize(coarse.astype(np.uint8), (width, height)).reshape(height, width, 3)
        rows, columns = np.mgrid[0:height, 0:width] + 0.5
        far = np.maximum(abs(rows / height - 0.5), abs(columns / width - 0.5))
        trimap = np.full((height, width), 128, np.uint8)
        trimap[far < 0.2], trimap[far > 0.4] = 255, 0
        trimap.flat[0], trimap[height // 2, width // 2] = 0, 255
        return image, trimap

    return make


@pytest.fixture
def awake():
    """A function: a name to its network in evaluation mode, with weights as if it had learnt.

    Heads and residual blocks that start at zero hold numbers, so that every layer has a say.
    """

    def make(name):
        torch.manual_seed(0)
        network = create(name)
        with torch.no_grad():
            for key, tensor in network.named_parameters():
                if "norm2" in key or "head" in key:
                    tensor.normal_(0, 0.2)
            for module in network.modules():
                if isinstance(module, torch.nn.BatchNorm2d):
                    module.running_mean.normal_(0, 0.2)
                    module.running_var.uniform_(0.5, 2)
        return network.eval()

    return make


@pytest.fixture
def shelved(tmp_path, monkeypatch):
    """A function: puts a network into the person's library, which is empty before, by its name."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def shelve(name, network=None):
        save_weights(tmp_path / "w.safetensors", network or create(name), half=False)
        card = Card(
            name=name,
            title="A test",
            parameters=1,
            method="none",
            data=(),
            intended_use="tests",
            limits="knows nothing",
            licence="MIT",
        )
        return library.add(tmp_path / "w.safetensors", card)

    return shelve
