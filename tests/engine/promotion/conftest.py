"""Runs that have delivered something, and a few small pictures to measure them on."""

import math

import cv2
import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from engine.networks import create
from engine.promotion.comparison import CHECK, set_in
from engine.training.events import Finished, Started, encode
from engine.training.spec import RunSpec

NETWORK = "dim-student"


@pytest.fixture(autouse=True)
def _one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def shelf(tmp_path):
    """A folder of weights."""
    return tmp_path / "shelf"


@pytest.fixture
def make_run(tmp_path):
    """A function: the folder of a finished run whose network answers about `alpha` everywhere."""

    def make(name, alpha=0.5, network=NETWORK):
        folder = tmp_path / "runs" / name
        folder.mkdir(parents=True)
        (folder / "spec.json").write_text(RunSpec(network=network, width=0.05).to_json())
        told = (Started(0, 0.0, "cpu", "float32", 1), Finished(40, 12.5, stopped=False))
        (folder / "events.jsonl").write_text("\n".join(map(encode, told)))
        torch.manual_seed(0)
        built = create(network, 0.05)
        state = built.state_dict()
        last = [key for key in state if key.endswith("weight") and len(state[key]) == 1][-1]
        state[last].zero_()  # nothing of the picture goes through
        state[last.replace("weight", "bias")].fill_(math.log(alpha / (1 - alpha)))
        save_file(state, folder / "average.safetensors")
        return folder

    return make


@pytest.fixture
def pictures(tmp_path):
    """A set of four pictures, whose unknown pixels have an alpha of 0.6."""
    folder = tmp_path / "pictures"
    trimap = np.full((64, 64), 128, np.uint8)
    trimap[:16], trimap[48:] = 255, 0
    alpha = np.where(trimap == 128, 153, trimap)
    for number in range(4):
        image = np.full((64, 64, 3), 40 * number, np.uint8)
        for room, plane in (("images", image), ("trimaps", trimap), ("alphas", alpha)):
            (folder / room).mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(folder / room / f"{number}.png"), plane)
    return set_in(folder, key=CHECK)
