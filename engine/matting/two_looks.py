"""How the flagship mattes a picture of any size: one wide look, then tiles at full resolution.

The cost of the wide look is bounded, that of the tiles grows with the unknown region. A tile with
its halo answers as the whole picture would, so tiles leave no seams.
"""

from functools import partial

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.arrays import Alpha, Floats, Image, Trimap, unit_floats
from engine.matting import context, guides, inputs
from engine.matting.context import Scene
from engine.matting.enlarge import enlarged
from engine.matting.kept import NOTHING_KEPT, Kept
from engine.matting.looks import WideLook
from engine.matting.straightening import Sides, sides, straightened
from engine.matting.tiles import covering, place, widened, within
from engine.matting.watch import Watch
from engine.matting.windows import Window
from engine.networks import NetworkEntry
from engine.networks.guided import Guided, Local
from engine.trimap.codes import unknown_of

TILE = 256
"""Small, so that tiles follow a thin unknown band closely."""

STRIDE = 16
"""Sides of what the context network sees are multiples of this."""


def matte(
    network: nn.Module,
    _entry: NetworkEntry,
    image: Image,
    trimap: Trimap,
    watch: Watch,
    kept: Kept = NOTHING_KEPT,
    exponent: float = 1.0,
) -> Alpha:
    """The alpha at unknown pixels, anything elsewhere; float32 (h, w).

    exponent: of `engine.mixing`; with 1 the alpha is the network's own.
    """
    assert isinstance(network, Guided)
    windows = covering(unknown_of(trimap), TILE)
    area = sum(window.height * window.width for window in windows)
    looked = look(network, image, trimap, watch, kept, exponent)
    alpha = np.zeros(trimap.shape, np.float32)
    done = 0
    # A pixel of the wide look costs about four times as much as a pixel of a tile.
    wide = 4 * looked.carried.shape[2] * looked.carried.shape[3]
    for window in windows:
        watch.reached((wide + done) / (wide + area))
        alpha[place(window)] = kept_tile(network, looked, image, trimap, window, kept)
        done += window.height * window.width
    return alpha


def look(
    network: Guided,
    image: Image,
    trimap: Trimap,
    watch: Watch,
    kept: Kept = NOTHING_KEPT,
    exponent: float = 1.0,
) -> WideLook:
    """The wide look: guides and context of the whole picture."""
    watch.reached(0.0)
    scene = context.whole(image, trimap)
    besides = repr((scene.ratio, torch.get_num_threads())).encode()
    mark = kept.mark(scene.image, scene.trimap, besides=besides)
    carried = kept.looks.guides(mark, lambda: _guides(scene, watch))
    watch.reached(0.0)
    mark = mark and mark + repr(exponent).encode()
    return kept.looks.look(mark, lambda: _looked(network, scene, carried, mark, exponent))


def _looked(
    network: Guided, scene: Scene, carried: Tensor, mark: bytes, exponent: float
) -> WideLook:
    pixels = _pixels(carried)
    planes = inputs.guided(scene.image, scene.trimap, guides.projected(scene.image, pixels))
    handed = network.context(_padded(_tensor(planes, _device(network))))
    found = None if exponent == 1 else _sides(scene, handed, exponent)
    return WideLook(carried, handed, scene.ratio, mark, found)


def _sides(scene: Scene, handed: Tensor, exponent: float) -> Sides:
    """As the coarse alpha has it, at half the size of the scene."""
    coarse = handed[0, 0].float().cpu().numpy()
    missing = [
        (0, 2 * half - side) for half, side in zip(coarse.shape, scene.trimap.shape, strict=True)
    ]
    image = np.pad(scene.image, (*missing, (0, 0)), mode="edge")
    codes = np.pad(scene.trimap, missing, mode="edge")
    small = cv2.resize(image, coarse.shape[::-1], interpolation=cv2.INTER_AREA)
    down, across = scene.ratio
    ratio = 2 * down, 2 * across
    return sides(np.asarray(small, np.float32), codes[::2, ::2], coarse, ratio, exponent)


def _guides(scene: Scene, watch: Watch) -> Tensor:
    carried = guides.carried(scene.image, scene.trimap, partial(watch.reached, 0.0))
    return torch.from_numpy(carried).permute(2, 0, 1)[None]


def kept_tile(
    network: Guided, looked: WideLook, image: Image, trimap: Trimap, window: Window, kept: Kept
) -> Floats:
    """What `tile` answers, not to be written; made only if it is not kept."""
    wide = place(widened(window, Local.RADIUS, trimap.shape))
    mark = kept.mark(image[wide], trimap[wide], besides=looked.mark)
    return kept.answer(mark, window, partial(tile, network, looked, image, trimap, window))


def tile(network: Guided, looked: WideLook, image: Image, trimap: Trimap, window: Window) -> Floats:
    """The alpha inside `window`; float32 (window.height, window.width), known pixels as well."""
    wide = widened(window, Local.RADIUS, trimap.shape)
    pixels = unit_floats(image[place(wide)])
    planes = inputs.guided(
        pixels, trimap[place(wide)], guides.projected(pixels, _carried(looked, wide))
    )
    down, across = looked.ratio
    handed = enlarged(looked.handed, wide, (2 * down, 2 * across))
    answer = network.local(_tensor(planes, handed.device), handed)[0, 0]
    alpha = np.asarray(answer[within(window, wide)].float().cpu().numpy())
    return alpha if looked.sides is None else straightened(alpha, looked.sides, window)


def _carried(looked: WideLook, window: Window) -> Floats:
    """The carried guides as `window` sees them; float32 (h, w, 28)."""
    if looked.ratio == (1.0, 1.0):
        planes = looked.carried[:, :, *place(window)]
    else:
        planes = enlarged(looked.carried, window, looked.ratio)
    return _pixels(planes)


def _pixels(planes: Tensor) -> Floats:
    """Planes (1, c, h, w) as pixels (h, w, c)."""
    return planes[0].permute(1, 2, 0).numpy()


def _padded(planes: Tensor) -> Tensor:
    """Repeats the last row and column up to a multiple of the stride."""
    height, width = planes.shape[-2:]
    return F.pad(planes, (0, -width % STRIDE, 0, -height % STRIDE), mode="replicate")


def _tensor(planes: Floats, device: torch.device) -> Tensor:
    tensor = torch.from_numpy(planes)[None].to(device)
    return tensor.contiguous(memory_format=torch.channels_last)


def _device(network: nn.Module) -> torch.device:
    return next(network.parameters()).device
