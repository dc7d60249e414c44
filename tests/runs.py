"""Runs as training leaves them, a few pictures to measure them on, and what waits for a run."""

import math
import time
from contextlib import contextmanager

import cv2
import numpy as np
from safetensors.torch import save_file

from engine.promotion.comparison import CHECK, set_in
from engine.training.events import Finished, Previewed, Saved, Started, StepDone, Validated, encode
from engine.training.spec import RunSpec

NETWORK = "dim-student"
WIDTH = 0.05


@contextmanager
def one_thread():
    """Networks as small as these are trained, and matte, fastest by one."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def wait_for(condition):
    """Wait until what another process does is seen."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def deliver(folder, alpha=0.5, network=NETWORK, *, steps=40, curve=(), **spec):
    """A finished run in `folder` whose network answers about `alpha` wherever it is unknown.

    curve: SAD at each validation, evenly over the steps. Previews that are there are told of.
    Gives the folder.
    """
    import torch

    from engine.networks import create

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "spec.json").write_text(RunSpec(network=network, width=WIDTH, **spec).to_json())
    told = [Started(0, 0.0, "cpu", "float32", 1)]
    for number, sad in enumerate(curve, 1):
        step = steps * number // len(curve)
        told.append(StepDone(step, step / 60, 1e-3, {"alpha": sad / 9, "laplacian": sad / 5}))
        told.append(Validated(step, step / 60, {"sad": sad, "mse": sad / 60}))
    files = [f"previews/{path.name}" for path in sorted((folder / "previews").glob(f"{steps}-*"))]
    told += [Previewed(steps, steps / 60, files)] if files else []
    told += [Saved(steps, steps / 60), Finished(steps, 12.5, stopped=False)]
    (folder / "events.jsonl").write_text("\n".join(map(encode, told)) + "\n")
    torch.manual_seed(0)
    state = create(network, WIDTH).state_dict()
    last = [key for key in state if key.endswith("weight") and len(state[key]) == 1][-1]
    state[last].zero_()  # nothing of the picture goes through
    state[last.replace("weight", "bias")].fill_(math.log(alpha / (1 - alpha)))
    save_file(state, folder / "average.safetensors")
    return folder


def small_set(folder, count=4, truth=0.6):
    """A set of small pictures in `folder`, whose unknown pixels have an alpha of `truth`."""
    trimap = np.full((64, 64), 128, np.uint8)
    trimap[:16], trimap[48:] = 255, 0
    alpha = np.where(trimap == 128, round(255 * truth), trimap)
    for number in range(count):
        image = np.full((64, 64, 3), 40 * number, np.uint8)
        for room, plane in (("images", image), ("trimaps", trimap), ("alphas", alpha)):
            (folder / room).mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(folder / room / f"{number}.png"), plane)
    return set_in(folder, key=CHECK)
