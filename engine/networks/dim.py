"""Deep Image Matting: an encoder that remembers where its maxima were, a decoder that uses it.

N. Xu, B. Price, S. Cohen, T. Huang, "Deep Image Matting", CVPR 2017, first stage, in the form of
the public PyTorch version that the SPKD paper distils (D. Yoon, J. Park, D. Cho, IEEE SPL 2020).

The encoder is VGG-16's: five stages of 3x3 convolutions, each stage closed by a 2x2 max pooling.
Pooling throws away three values of four but keeps the *index* of the fourth. The decoder walks
back: max-unpooling (SegNet; V. Badrinarayanan et al., TPAMI 2017) sets each value down at the
place where the encoder's maximum was, zeros around it, and one 5x5 convolution fills the gaps.
Fine structure therefore travels in the indices; there is no skip connection of features at all.

    input     4 channels: normalised RGB, and the trimap / 255
    down1..5  [3x3 convolution, batch norm, ReLU] times n, then 2x2 max pooling    strides 2..32
    up5..1    max-unpooling with the indices and the size of down5..1,
              5x5 convolution, batch norm, and *no* ReLU
    alpha     the sigmoid of up1's single channel

Different from the CVPR paper: batch norm everywhere, no fc6 convolution between the halves, no
refinement stage, no ReLU in the decoder. Every convolution has a bias. The student halves the
widths and drops convolutions where the teacher repeats them.

Because unpooling restores the size that pooling saw, any h, w >= 32 will do. And because an index
flips between two nearly equal maxima, rounding errors can move single values: compare large
pictures by their mean, not by their largest difference.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.taps import Stage


@dataclass(frozen=True)
class DimWidths:
    """Output widths of the convolutions: `encoder` by stage down1..5, `decoder` up5..1."""

    encoder: tuple[tuple[int, ...], ...]
    decoder: tuple[int, ...]


TEACHER = DimWidths(
    encoder=((64, 64), (128, 128), (256, 256, 256), (512, 512, 512), (512, 512, 512)),
    decoder=(512, 256, 128, 64, 1),
)
STUDENT = DimWidths(
    encoder=((32,), (64,), (128,), (256, 256), (256, 256)),
    decoder=(256, 128, 64, 32, 1),
)


def stages(widths: DimWidths) -> tuple[Stage, ...]:
    """conv1..5 are down1..5 after pooling, dconv5..2 are up5..2 after their norm."""
    down = (
        Stage(
            f"conv{number}",
            f"down{number}",
            convs[-1],
            2**number,
            norm=f"down{number}.conv{len(convs)}.norm",
        )
        for number, convs in enumerate(widths.encoder, start=1)
    )
    up = (
        Stage(f"dconv{number}", f"up{number}", width, 2 ** (number - 1), norm=f"up{number}.norm")
        for number, width in zip((5, 4, 3, 2), widths.decoder, strict=False)
    )
    return (*down, *up)


PUBLISHED_STAGES = ("conv2", "conv3", "conv4", "conv5")
"""What SPKD compares, at strides 4 to 32."""


class ConvNormReLU(nn.Module):
    """3x3 convolution, batch norm, ReLU."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        """(n, in, h, w) -> (n, out, h, w)."""
        return F.relu(self.norm(self.conv(x)), inplace=True)


class Down(nn.Sequential):
    """One encoder stage: conv1, conv2, ... and the pooling that remembers."""

    def __init__(self, inputs: int, widths: tuple[int, ...]) -> None:
        super().__init__()
        for number, width in enumerate(widths, start=1):
            self.add_module(f"conv{number}", ConvNormReLU(inputs, width))
            inputs = width

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, torch.Size]:
        """(n, in, h, w) -> pooled (n, out, h // 2, w // 2), its indices, the size before."""
        full = x
        for block in self:
            full = block(full)
        pooled, indices = F.max_pool2d(full, 2, return_indices=True)
        return pooled, indices, full.shape


class Up(nn.Module):
    """One decoder stage: unpool, 5x5 convolution, batch norm, nothing after it."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 5, padding=2)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor, indices: Tensor, size: torch.Size) -> Tensor:
        """(n, in, h // 2, w // 2) -> (n, out, h, w), h and w from `size`."""
        unpooled = F.max_unpool2d(x, indices, [2, 2], output_size=list(size))
        out: Tensor = self.norm(self.conv(unpooled))
        return out


class Dim(nn.Module):
    """The whole network, wide as `widths` says."""

    def __init__(self, widths: DimWidths) -> None:
        super().__init__()
        inputs = 4
        for number, convs in enumerate(widths.encoder, start=1):
            self.add_module(f"down{number}", Down(inputs, convs))
            inputs = convs[-1]
        for number, width in zip((5, 4, 3, 2, 1), widths.decoder, strict=True):
            self.add_module(f"up{number}", Up(inputs, width))
            inputs = width

    def forward(self, x: Tensor) -> Tensor:
        """Normalised RGB and trimap / 255, (n, 4, h, w), h, w >= 32, to alpha (n, 1, h, w)."""
        places = []
        for number in (1, 2, 3, 4, 5):
            x, indices, size = self.get_submodule(f"down{number}")(x)
            places.append((indices, size))
        for number in (5, 4, 3, 2, 1):
            x = self.get_submodule(f"up{number}")(x, *places.pop())
        return torch.sigmoid(x)
