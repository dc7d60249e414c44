"""One convolution in the place of several: fitted to answer what the last of them answers."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.taps import tapped
from engine.training.starts.selection import Kept, Link

RIDGE = 1e-4
"""Added to the diagonal, relative to its mean: in deep layers there are few pixels to fit to."""


@torch.no_grad()
def fit(links: Sequence[Link], narrow: nn.Module, wide: nn.Module, kept: Kept, x: Tensor) -> None:
    """Fill the links that stand for several convolutions, in their order, by least squares.

    x: network inputs (n, k, h, w) of both. A kernel is fitted to what it will be given, the answers
    of the narrow network's layers before it, normalised as in training.
    """
    several = [link for link in links if link.last is not None]
    with tapped(wide.eval(), [link.theirs[0] for link in several], copied=True) as answers:
        wide(x)
    for link in several:
        conv = narrow.get_submodule(link.conv)
        assert isinstance(conv, nn.Conv2d)
        inputs: list[Tensor] = []
        hook = conv.register_forward_pre_hook(
            lambda _module, given, inputs=inputs: inputs.append(given[0].clone())
        )
        try:
            narrow.train()(x)
        finally:
            hook.remove()
        _solve(conv, inputs[0], answers[link.theirs[0]][:, kept[link.output]])


def _solve(conv: nn.Conv2d, x: Tensor, goal: Tensor) -> None:
    """Kernel and bias that bring conv(x) (n, c, h, w) nearest to `goal`."""
    assert conv.bias is not None
    squares = products = torch.zeros((), dtype=torch.float64)
    for one, wanted in zip(x, goal, strict=True):
        patches = F.unfold(one[None], conv.kernel_size, padding=1)[0].double()
        rows = torch.cat([patches, torch.ones_like(patches[:1])])
        squares = squares + rows @ rows.T
        products = products + rows @ wanted.flatten(1).double().T
    ridge = RIDGE * squares.diagonal()[:-1].mean() * torch.eye(len(squares), dtype=torch.float64)
    ridge[-1, -1] = 0
    solution = torch.linalg.solve(squares + ridge, products).T
    conv.weight.copy_(solution[:, :-1].reshape(conv.weight.shape))
    conv.bias.copy_(solution[:, -1])
