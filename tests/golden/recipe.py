"""Weights and inputs that depend only on key names, shapes and fixed seeds.

One generator, seed 0, visits the keys in sorted order; each key but `num_batches_tracked` draws
x = standard_normal(shape) in float64. Convolutions: x * sqrt(2 / prod(shape[1:])). Running means:
0.1 x. Running variances: V (1 + 0.5 |x|). Gammas: 1 + 0.1 x. Biases: 0.1 x. The vectors u and v of
a spectral norm are drawn, to keep the stream in step, and then replaced by ten power iterations
from the normalised u. Everything is cast to float32 at the end.
"""

from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent
MEAN = np.array([0.485, 0.456, 0.406], np.float32)
STD = np.array([0.229, 0.224, 0.225], np.float32)
VARIANCE = {"dim": 0.8, "indexnet": 0.8, "gca": 0.5}


def golden_file(name):
    """The arrays of <name>.npz, loaded."""
    with np.load(FOLDER / f"{name}.npz") as arrays:
        return dict(arrays)


def golden_shapes(name):
    """{published key: shape} of <name>_keys.tsv."""
    rows = (FOLDER / f"{name}_keys.tsv").read_text().splitlines()[1:]
    shapes = {}
    for row in rows:
        key, shape, _, _ = row.split("\t")
        shapes[key] = () if shape == "scalar" else tuple(map(int, shape.split("x")))
    return shapes


def golden_state(name):
    """{published key: float32 array} of the network `name` ("dim", "gca_student", ...)."""
    shapes = golden_shapes(name)
    variance = VARIANCE[name.removesuffix("_student")]
    rng = np.random.default_rng(0)
    state, drawn = {}, {}
    for key in sorted(shapes):
        if key.endswith("num_batches_tracked"):
            state[key] = np.zeros((), np.int64)
            continue
        drawn[key] = rng.standard_normal(shapes[key])
        state[key] = _scaled(key, drawn[key], variance).astype(np.float32)
    for key in shapes:
        if key.endswith("weight_u"):
            u, v = _power_iterated(state[key[:-1] + "bar"], drawn[key])
            state[key], state[key[:-1] + "v"] = u.astype(np.float32), v.astype(np.float32)
    return state


def _scaled(key, x, variance):
    if key.endswith("running_mean"):
        return 0.1 * x
    if key.endswith("running_var"):
        return variance * (1 + 0.5 * np.abs(x))
    if key.endswith(("weight_u", "weight_v")):
        return x
    if x.ndim == 4:
        return x * np.sqrt(2.0 / np.prod(x.shape[1:]))
    return 0.1 * x if key.endswith("bias") else 1 + 0.1 * x


def _power_iterated(weight, u):
    matrix = weight.astype(np.float64).reshape(weight.shape[0], -1)
    u = u / np.linalg.norm(u)
    for _ in range(10):
        v = matrix.T @ u
        v /= np.linalg.norm(v)
        u = matrix @ v
        u /= np.linalg.norm(u)
    return u, v


def golden_pictures(height=96, width=64, count=2):
    """Random images uint8 (n, h, w, 3) and disc-shaped trimaps uint8 (n, h, w)."""
    rng = np.random.default_rng(1)
    image = rng.integers(0, 256, (count, height, width, 3), dtype=np.uint8)
    y, x = np.mgrid[0:height, 0:width]
    trimap = np.zeros((count, height, width), np.uint8)
    for n in range(count):
        distance = np.hypot(y - height * (0.45 + 0.1 * n), x - width * (0.5 - 0.05 * n))
        radius = (0.22 + 0.1 * n) * width
        trimap[n][distance < radius + 10 + 4 * n] = 128
        trimap[n][distance < radius - 4] = 255
    return image, trimap


def network_input(image, trimap, one_hot=False):
    """float32 (n, 4, h, w), or (n, 6, h, w) with the trimap one-hot."""
    rgb = ((image.astype(np.float32) / np.float32(255) - MEAN) / STD).transpose(0, 3, 1, 2)
    if one_hot:
        told = np.stack([trimap == code for code in (0, 128, 255)], 1).astype(np.float32)
    else:
        told = (trimap.astype(np.float32) / np.float32(255))[:, None]
    return np.ascontiguousarray(np.concatenate([rgb, told], 1), dtype=np.float32)
