"""Carrying a small map to a window of a large picture, pixel centre by pixel centre."""

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.matting.windows import Window


def enlarged(planes: Tensor, window: Window, ratio: tuple[float, float]) -> Tensor:
    """`planes` (n, c, h, w) as seen from `window`; (n, c, window.height, window.width).

    ratio: full-resolution pixels for each pixel of the map, (down, across). Bilinear, edges
    repeated. Each answer depends only on the pixel's place in the full picture, never on the
    window, so tiles agree to the last bit but for rounding.
    """
    height, width = planes.shape[-2:]
    rows = _places(window.top, window.height, ratio[0], height, planes.device)
    columns = _places(window.left, window.width, ratio[1], width, planes.device)
    across = columns.expand(window.height, -1)
    down = rows[:, None].expand(-1, window.width)
    grid = torch.stack([across, down], dim=-1).to(planes.dtype)
    return F.grid_sample(
        planes,
        grid.expand(planes.shape[0], -1, -1, -1),
        mode="bilinear",
        padding_mode="border",
        align_corners=False,
    )


def _places(first: int, count: int, ratio: float, size: int, device: torch.device) -> Tensor:
    """Normalised places in [-1, 1] of `count` pixels from `first` on a map of `size` pixels."""
    centres = torch.arange(first, first + count, device=device, dtype=torch.float64) + 0.5
    return centres / (ratio * size) * 2 - 1
