"""How far an alpha is from its target, as losses: pure functions of tensors, over unknown pixels.

alpha, target, unknown: (n, 1, h, w); unknown holds 1 where the trimap is unknown, 0 elsewhere.
Each answers a scalar; 0 when nothing is unknown.
"""

import torch
from torch import Tensor
from torch.nn import functional as F

EPSILON = 1e-6


def alpha_l1(alpha: Tensor, target: Tensor, unknown: Tensor) -> Tensor:
    """Σ √((α − α*)² + ε²) over unknown pixels, divided by their number, ε = 1e-6.

    The alpha-prediction loss of Xu et al., "Deep image matting", CVPR 2017, equation 1.
    """
    distance = torch.sqrt((alpha - target).square() + EPSILON**2)
    return (distance * unknown).sum() / (unknown.sum() + EPSILON)


def laplacian(alpha: Tensor, target: Tensor, unknown: Tensor, levels: int = 4) -> Tensor:
    """Σ_k 2^k ‖L_k(α) − L_k(α*)‖₁ over the levels of a Laplacian pyramid, per unknown pixel.

    Hou, Liu, "Context-aware image matting for simultaneous foreground and alpha estimation", ICCV
    2019, equation 4. The pyramid is linear, so it is built once, of the difference; the difference
    is set to 0 where the trimap knows, as it will be in the matte.
    """
    rest = (alpha - target) * unknown
    total = rest.new_zeros(())
    for level in range(levels):
        coarse = F.avg_pool2d(rest, 2, ceil_mode=True, count_include_pad=False)
        size = (rest.shape[-2], rest.shape[-1])
        detail = rest - F.interpolate(coarse, size=size, mode="bilinear")
        # 2^k weighs level k as in the paper; each coarser level has a quarter of the pixels.
        total = total + 2**level * detail.abs().sum()
        rest = coarse
    return total / (unknown.sum() + EPSILON)
