"""How the published networks matte a picture: whole if it is small, else tiles with a halo.

Their sight is wide, so a tile never answers exactly as the whole picture would: `HALO` bounds what
is lost at seams, `TILE` the memory, and for GCA the size of its global attention.
"""

from collections.abc import Callable
from functools import partial

import cv2
import numpy as np
import torch
from torch import nn

from engine.arrays import Alpha, Floats, Image, Mask, Trimap, unit_floats
from engine.matting import inputs, straightening
from engine.matting.kept import NOTHING_KEPT, Kept
from engine.matting.tiles import covering, place, widened, within
from engine.matting.watch import Watch
from engine.matting.windows import Window
from engine.networks import NetworkEntry, TrimapInput
from engine.trimap.codes import unknown_of

ENCODINGS: dict[TrimapInput, Callable[[Floats, Trimap], Floats]] = {
    "scaled": inputs.scaled,
    "one-hot": inputs.one_hot,
}

TILE, HALO = 768, 128


def matte(
    network: nn.Module,
    entry: NetworkEntry,
    image: Image,
    trimap: Trimap,
    watch: Watch,
    kept: Kept = NOTHING_KEPT,
    exponent: float = 1.0,
) -> Alpha:
    """The network's alpha at unknown pixels, anything elsewhere; float32 (h, w)."""
    alpha = np.zeros(trimap.shape, np.float32)
    windows = _windows(unknown_of(trimap))
    for done, window in enumerate(windows):
        watch.reached(done / len(windows))
        wide = widened(window, HALO, trimap.shape)
        pixels, codes = image[place(wide)], trimap[place(wide)]
        make = partial(_answer, network, entry, pixels, codes, within(window, wide))
        alpha[place(window)] = kept.answer(kept.mark(pixels, codes), window, make)
    return straightening.whole(image, trimap, alpha, exponent)


def _windows(unknown: Mask) -> tuple[Window, ...]:
    """What the network is asked for: a picture no larger than a wide tile as a whole."""
    height, width = unknown.shape
    if max(height, width) <= TILE + 2 * HALO and unknown.any():
        return (Window(0, 0, height, width),)
    return covering(unknown, TILE)


def _answer(
    network: nn.Module,
    entry: NetworkEntry,
    image: Image,
    trimap: Trimap,
    inside: tuple[slice, slice],
) -> Floats:
    height, width = trimap.shape
    down, across = (_missing(side, entry) for side in (height, width))
    pixels = cv2.copyMakeBorder(unit_floats(image), 0, down, 0, across, cv2.BORDER_REPLICATE)
    codes = cv2.copyMakeBorder(trimap, 0, down, 0, across, cv2.BORDER_REPLICATE)
    planes = ENCODINGS[entry.trimap_input](
        np.asarray(pixels, np.float32), np.asarray(codes, np.uint8)
    )
    device = next(network.parameters()).device
    answer: torch.Tensor = network(torch.from_numpy(planes)[None].to(device))
    return answer[0, 0, :height, :width].float().cpu().numpy()[inside]


def _missing(side: int, entry: NetworkEntry) -> int:
    """Pixels to add to `side` so that the network takes it."""
    wanted = max(side, entry.smallest)
    return wanted + -wanted % entry.stride - side
