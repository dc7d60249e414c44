"""A first convolution that takes our input where it used to take another."""

import torch
from torch import Tensor

from engine.matting.inputs import DEVIATION, MEAN


def folded(weight: Tensor, scale: float, shift: Tensor) -> tuple[Tensor, Tensor]:
    """Kernel and bias for our input, of a kernel (out, 3, h, w) that was learnt for another.

    The other input is scale · c + shift with c the colour in [0, 1], RGB; ours is
    (c − MEAN) / DEVIATION. The answers are equal but for the picture's edge, where both pad zeros
    that mean different colours. The bias is to be added to whatever bias there was.
    """
    deviation, mean = torch.from_numpy(DEVIATION), torch.from_numpy(MEAN)
    constant = scale * mean + shift
    return (
        weight * (scale * deviation)[:, None, None],
        torch.einsum("oihw,i->o", weight, constant),
    )


def with_trimap(weight: Tensor) -> Tensor:
    """The kernel (out, 3, h, w) with a fourth input, the trimap, of which it knows nothing yet."""
    return torch.cat([weight, torch.zeros_like(weight[:, :1])], dim=1)
