"""The residual blocks of GCA: at one size, shrinking, and growing."""

from collections import OrderedDict

from torch import Tensor, nn

from engine.networks.spectral import SpectralConv2d, SpectralDoubling2d


class Residual(nn.Module):
    """act(skip(x) + norm2(conv2(act(norm1(conv1(x)))))); norm2's gamma starts at zero."""

    def __init__(
        self, conv1: nn.Module, widths: tuple[int, int], skip: nn.Module, activation: nn.Module
    ) -> None:
        super().__init__()
        middle, outputs = widths
        self.conv1 = conv1
        self.norm1 = nn.BatchNorm2d(middle)
        self.conv2 = SpectralConv2d(middle, outputs, 3)
        self.norm2 = nn.BatchNorm2d(outputs)
        self.skip = skip
        self.activation = activation
        nn.init.zeros_(self.norm2.weight)

    def forward(self, x: Tensor) -> Tensor:
        """(n, in, h, w) -> (n, out, h', w'), sizes as conv1 and skip make them."""
        inner = self.activation(self.norm1(self.conv1(x)))
        out: Tensor = self.activation(self.skip(x) + self.norm2(self.conv2(inner)))
        return out


def encoder_block(inputs: int, outputs: int, stride: int = 1) -> Residual:
    """ReLU inside; with stride 2 the skip averages 2x2 and projects by a 1x1 convolution."""
    skip: nn.Module = nn.Identity()
    if stride > 1:
        skip = _projection(nn.AvgPool2d(2, stride), inputs, outputs)
    conv = SpectralConv2d(inputs, outputs, 3, stride=stride)
    return Residual(conv, (outputs, outputs), skip, nn.ReLU())


def decoder_block(inputs: int, outputs: int, *, grow: bool = False) -> Residual:
    """Leaky ReLU inside; growing, it doubles the size by a transposed convolution and projects."""
    if not grow:
        conv: nn.Module = SpectralConv2d(inputs, inputs, 3)
        return Residual(conv, (inputs, outputs), nn.Identity(), nn.LeakyReLU(0.2))
    skip = _projection(nn.UpsamplingNearest2d(scale_factor=2), inputs, outputs)
    return Residual(SpectralDoubling2d(inputs, inputs), (inputs, outputs), skip, nn.LeakyReLU(0.2))


def _projection(resize: nn.Module, inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        OrderedDict(
            resize=resize, conv=SpectralConv2d(inputs, outputs, 1), norm=nn.BatchNorm2d(outputs)
        )
    )
