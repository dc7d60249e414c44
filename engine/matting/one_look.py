"""How the published networks matte a picture: whole if it is small, else tiles with a halo.

Their sight is wide, so a tile never answers exactly as the whole picture would: `HALO` bounds what
is lost at seams, `TILE` the memory, and for GCA the size of its global attention.
"""

from collections.abc import Callable

import cv2
import numpy as np
import torch
from torch import nn

from engine.arrays import Alpha, Floats, Image, Trimap, unit_floats
from engine.matting import inputs
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
    network: nn.Module, entry: NetworkEntry, image: Image, trimap: Trimap, watch: Watch
) -> Alpha:
    """The network's alpha at unknown pixels, anything elsewhere; float32 (h, w)."""
    alpha = np.zeros(trimap.shape, np.float32)
    windows = covering(unknown_of(trimap), TILE)
    for done, window in enumerate(windows):
        watch.reached(done / len(windows))
        wide = _wide(window, trimap.shape)
        answer = _answer(network, entry, image[place(wide)], trimap[place(wide)])
        alpha[place(window)] = answer[within(window, wide)]
    return alpha


def _wide(window: Window, shape: tuple[int, ...]) -> Window:
    """The window with its halo; the whole picture where that is no larger than such a tile."""
    if max(shape) <= TILE + 2 * HALO:
        return Window(0, 0, shape[0], shape[1])
    return widened(window, HALO, shape)


def _answer(network: nn.Module, entry: NetworkEntry, image: Image, trimap: Trimap) -> Floats:
    height, width = trimap.shape
    down, across = (_missing(side, entry) for side in (height, width))
    pixels = cv2.copyMakeBorder(unit_floats(image), 0, down, 0, across, cv2.BORDER_REPLICATE)
    codes = cv2.copyMakeBorder(trimap, 0, down, 0, across, cv2.BORDER_REPLICATE)
    planes = ENCODINGS[entry.trimap_input](
        np.asarray(pixels, np.float32), np.asarray(codes, np.uint8)
    )
    device = next(network.parameters()).device
    answer: torch.Tensor = network(torch.from_numpy(planes)[None].to(device))
    return answer[0, 0, :height, :width].float().cpu().numpy()


def _missing(side: int, entry: NetworkEntry) -> int:
    """Pixels to add to `side` so that the network takes it."""
    wanted = max(side, entry.smallest)
    return wanted + -wanted % entry.stride - side
