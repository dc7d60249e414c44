"""Convolutions whose weight is divided by its largest singular value.

T. Miyato et al., "Spectral normalization for generative adversarial networks", ICLR 2018. With W
the weight as a matrix (first axis by all others) and u, v its leading singular vectors, the
convolution uses W / sigma, sigma = u^T W v. The vectors are not computed anew but followed: in
training mode each forward pass takes one step of power iteration, v <- W^T u, u <- W v, each
normalised, and keeps the result. Evaluation uses the vectors as they are.

u and v are parameters that take no gradient, which is how the published networks count them.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_EPS = 1e-12


class SpectralConv2d(nn.Conv2d):
    """A convolution without bias under spectral norm."""

    def __init__(self, inputs: int, outputs: int, kernel: int, *, stride: int = 1) -> None:
        padding = (kernel - 1) // 2
        super().__init__(inputs, outputs, kernel, stride=stride, padding=padding, bias=False)
        nn.init.xavier_uniform_(self.weight)
        self.u, self.v = _vectors(self.weight)

    def forward(self, x: Tensor) -> Tensor:
        """(n, in, h, w) -> (n, out, ceil(h / stride), ceil(w / stride))."""
        weight = _normalised(self.weight, self.u, self.v, self.training)
        return F.conv2d(x, weight, stride=self.stride, padding=self.padding)


class SpectralUnpadded2d(SpectralConv2d):
    """The same without zeros around its input, for inputs that bring their own border."""

    def forward(self, x: Tensor) -> Tensor:
        """(n, in, h, w) -> (n, out, (h - kernel) // stride + 1, ...)."""
        weight = _normalised(self.weight, self.u, self.v, self.training)
        return F.conv2d(x, weight, stride=self.stride)


class SpectralDoubling2d(nn.ConvTranspose2d):
    """A 4x4 transposed convolution of stride 2 under spectral norm; it doubles the size."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs, 4, stride=2, padding=1, bias=False)
        nn.init.xavier_uniform_(self.weight)
        self.u, self.v = _vectors(self.weight)

    def forward(self, x: Tensor, output_size: list[int] | None = None) -> Tensor:
        """(n, in, h, w) -> (n, out, 2 h, 2 w)."""
        assert output_size is None, "the size is always doubled"
        weight = _normalised(self.weight, self.u, self.v, self.training)
        return F.conv_transpose2d(x, weight, stride=2, padding=1)


def _vectors(weight: Tensor) -> tuple[nn.Parameter, nn.Parameter]:
    """Random vectors of about unit length, which the first step of training makes useful."""
    rows, columns = weight.flatten(1).shape
    left, right = torch.empty(rows), torch.empty(columns)
    for vector in (left, right):
        bound = (3 / len(vector)) ** 0.5
        nn.init.uniform_(vector, -bound, bound)
    return nn.Parameter(left, requires_grad=False), nn.Parameter(right, requires_grad=False)


def _normalised(weight: Tensor, u: nn.Parameter, v: nn.Parameter, training: bool) -> Tensor:
    """The weight divided by sigma, through which gradients flow; u and v are constants."""
    matrix = weight.flatten(1)
    left, right = u.detach(), v.detach()
    if training:
        with torch.no_grad():
            right = F.normalize(matrix.t().mv(left), dim=0, eps=_EPS)
            left = F.normalize(matrix.mv(right), dim=0, eps=_EPS)
            u.copy_(left)
            v.copy_(right)
    return weight / left.dot(matrix.mv(right))
