"""IndexNet matting: pooling and upsampling led by indices that are learnt.

H. Lu, Y. Dai, C. Shen, S. Xu, "Indices matter: learning to index for deep image matting", ICCV
2019, in the form that its paper found best: depth-wise many-to-one indices, nonlinear, with
context. Written from the layer tables; the authors' code and weights are for non-commercial use.
Student: D. Yoon, J. Park, D. Cho, IEEE SPL 2020, three quarters of all widths but one (3,486,127
parameters; which is how the paper's 3,509,879 with adapters comes about).

Max pooling with remembered indices (SegNet, Deep Image Matting) is a special case of something
softer: at each 2x2 cell, *weights* for its four pixels. Here a small network looks at the features
and predicts them, channel by channel, twice normalised:

    s = sigmoid(.)            decoder index: four independent values in (0, 1)
    e = softmax over the four of s    encoder index: sums to one in each cell

    pooled = sum over the cell of e l      and      upsampled = s * (nearest x 2)

    input       4 channels: normalised RGB, and the trimap / 255
    layer0..7   a MobileNetV2 trunk without strides (`mobilenet.py`)
    pool        after layers 0, 2, 3, 4, 6: strides 2, 4, 8, 16, 32
    aspp        context at several dilations and over the whole picture, at stride 32
    up6..up0    [upsampling by the layer's own index where it was pooled], the layer's features
                beside it, 5x5 convolution
    alpha       two 5x5 convolutions; *unbounded*, to be clipped afterwards

ReLU6 throughout, no convolution has a bias. Heights and widths are multiples of 32.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.mobilenet import ConvNorm, blocks
from engine.networks.taps import Stage

REPEATS = (1, 2, 3, 4, 3, 3, 1)
_POOLED = (0, 2, 3, 4, 6)
_DILATIONS = (2, 4, 8)


@dataclass(frozen=True)
class IndexNetWidths:
    """Output widths: `trunk` layer0..7, `context` inside and after the ASPP, `decoder` up6..up0.

    The student's inner ASPP width stays the teacher's 256: the authors' class does not scale it,
    and only so does the paper's count come out.
    """

    trunk: tuple[int, ...]
    context: tuple[int, int]
    decoder: tuple[int, ...]


TEACHER = IndexNetWidths(
    (32, 16, 24, 32, 64, 96, 160, 320), (256, 160), (96, 64, 32, 24, 16, 32, 32)
)
STUDENT = IndexNetWidths(
    (24, 12, 18, 24, 48, 72, 120, 240), (256, 120), (72, 48, 24, 18, 12, 24, 24)
)


def stages(widths: IndexNetWidths) -> tuple[Stage, ...]:
    """conv stages are taken after index pooling, dconv stages where a size is complete."""
    down = (
        Stage(f"conv{number}", f"pool{layer}", widths.trunk[layer], 2**number)
        for number, layer in enumerate(_POOLED, start=1)
    )
    last_of_size = {16: 5, 8: 4, 4: 3, 2: 1, 1: 0}
    up = (
        Stage(f"dconv{stride.bit_length()}", f"up{layer}", widths.decoder[6 - layer], stride)
        for stride, layer in last_of_size.items()
    )
    return (*down, *up)


PUBLISHED_STAGES = ("conv2", "conv3", "conv4", "conv5")
"""The four index-pooled stages after the first; their widths make the paper's count come out."""


class IndexPool(nn.Module):
    """Learnt indices for one layer, and the pooling by them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.corners = nn.ModuleList(_corner(width) for _ in range(4))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(n, c, 2 h, 2 w) -> pooled (n, c, h, w); x weighted, decoder index (n, c, 2 h, 2 w).

        Corner k is the cell's pixel in row k // 2 and column k % 2.
        """
        index = torch.sigmoid(torch.stack([corner(x) for corner in self.corners], dim=2))
        weighted = x * _spread(index.softmax(dim=2))
        return 4 * F.avg_pool2d(weighted, 2), weighted, _spread(index)


class Aspp(nn.Module):
    """Context: a 1x1 convolution, three dilated separable ones, the mean of the whole picture.

    In training mode the batch must hold at least two pictures, for the mean's batch norm.
    """

    def __init__(self, inputs: int, inner: int, outputs: int) -> None:
        super().__init__()
        self.point = ConvNorm(inputs, inner)
        self.dilated = nn.ModuleList(
            nn.Sequential(
                ConvNorm(inputs, inputs, 3, padding=step, dilation=step, each=True),
                ConvNorm(inputs, inner),
            )
            for step in _DILATIONS
        )
        self.whole = ConvNorm(inputs, inner)
        self.join = ConvNorm(inner * 5, outputs)
        self.dropout = nn.Dropout(0.5)

    def forward(self, x: Tensor) -> Tensor:
        """(n, in, h, w) -> (n, out, h, w)."""
        whole = self.whole(F.adaptive_avg_pool2d(x, 1)).expand(-1, -1, *x.shape[2:])
        views = [self.point(x), *(conv(x) for conv in self.dilated), whole]
        out: Tensor = self.dropout(self.join(torch.cat(views, dim=1)))
        return out


class IndexNet(nn.Module):
    """The whole network, wide as `widths` says."""

    def __init__(self, widths: IndexNetWidths) -> None:
        super().__init__()
        trunk, decoder = widths.trunk, widths.decoder
        self.layer0 = ConvNorm(4, trunk[0], 3, padding=1)
        for number, count in enumerate(REPEATS, start=1):
            layer = blocks(trunk[number - 1], trunk[number], count, widen=number > 1)
            self.add_module(f"layer{number}", layer)
        for number in _POOLED:
            self.add_module(f"pool{number}", IndexPool(trunk[number]))
        inner, below = widths.context
        self.aspp = Aspp(trunk[7], inner, below)
        for number, outputs in zip(range(6, -1, -1), decoder, strict=True):
            self.add_module(f"up{number}", ConvNorm(below + trunk[number], outputs, 5, padding=2))
            below = outputs
        self.alpha = nn.Sequential(
            ConvNorm(below, 1, 5, padding=2), nn.Conv2d(1, 1, 5, padding=2, bias=False)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Normalised RGB and trimap / 255, (n, 4, h, w), to unbounded alpha (n, 1, h, w)."""
        beside, indices = [], {}
        for number in range(8):
            x = self.get_submodule(f"layer{number}")(x)
            kept = x
            if number in _POOLED:
                x, kept, indices[number] = self.get_submodule(f"pool{number}")(x)
            beside.append(kept)
        x = self.aspp(x)
        for number in range(6, -1, -1):
            if number in indices:
                x = indices[number] * F.interpolate(x, scale_factor=2.0)
            x = self.get_submodule(f"up{number}")(torch.cat([x, beside[number]], dim=1))
        alpha: Tensor = self.alpha(x)
        return alpha


def _corner(width: int) -> nn.Sequential:
    """Looks at 4x4 pixels around a cell; answers for one of its corners."""
    context = nn.Conv2d(width, width, 4, stride=2, padding=1, bias=False)
    mix = nn.Conv2d(width, width, 1, bias=False)
    return nn.Sequential(context, nn.BatchNorm2d(width), nn.ReLU6(), mix)


def _spread(index: Tensor) -> Tensor:
    """(n, c, 4, h, w) -> (n, c, 2 h, 2 w), corner by corner."""
    return F.pixel_shuffle(index.flatten(1, 2), 2)
