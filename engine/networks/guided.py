"""The flagship pair: networks that are handed the compositing equation.

Two looks. The *context* sees the whole picture at no more than a megapixel: a U-Net from 1/2 to
1/16 of that, dilated at the bottom, so that it knows what lies on the far side of a wide unknown
region. The *local* network sees full resolution, a few pixels around each pixel, and is handed
what the context found. Both see, beside image and trimap, the guides of `engine.matting.guides`.

Between them the context's alpha spreads from where the context trusts it along what looks alike
(`engine.networks.propagation`), and linear models of it carry it to full resolution.

Neither predicts alpha from nothing. Each blends the guides' alphas (softmax weights, pixel by
pixel) and adds a correction: before training, the answer is already the mean of the guides.

    alpha = Σ_i softmax(w)_i · guide_i + correction

Teacher and student are one definition with other `Widths`.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.propagation import carried_by, propagate
from engine.networks.taps import Stage

INPUTS = 24
"""3 image, 3 one-hot trimap (background, unknown, foreground), 18 guides."""

IMAGE, BACKGROUND, FOREGROUND = slice(0, 3), 3, 5
"""Where they stand among the input planes."""

PURE = 1 - 1e-3
"""Share of a known code above which a cell of four pixels is known."""

LOG_TRUST = (-9.0, 4.0)
"""Range of the logarithm of the context's trust in its alpha."""

GUIDE_ALPHAS = slice(12, 17)
"""Where the guides' alphas stand among the input planes: nearest, propagated, pair, closed form,
closed form pulled at by the pair."""

N_GUIDES = 5


@dataclass(frozen=True)
class Widths:
    """Channels of the context at 1/2, 1/4, 1/8, 1/16, and of the local network.

    depth: residual blocks at 1/16; handed: features that the context hands to the local network.
    """

    context: tuple[int, int, int, int]
    local: int
    depth: int
    handed: int = 8


STUDENT = Widths(context=(24, 40, 80, 128), local=16, depth=4)
TEACHER = Widths(context=(48, 96, 192, 256), local=32, depth=6, handed=16)

DISTILLED_STAGES = ("conv2", "conv3", "conv4")
"""Encoder stages of the context at strides 4 to 16, as SPKD compares them."""


def stages(widths: Widths) -> tuple[Stage, ...]:
    """Stages of the context; the local network has one resolution and none."""
    half, quarter, eighth, sixteenth = widths.context
    return (
        Stage("conv1", "context.stem", half, 2),
        Stage("conv2", "context.down1", quarter, 4),
        Stage("conv3", "context.down2", eighth, 8),
        Stage("conv4", "context.down3", sixteenth, 16),
        Stage("dconv4", "context.up3", eighth, 8),
        Stage("dconv3", "context.up2", quarter, 4),
        Stage("dconv2", "context.up1", half, 2),
    )


class ConvNorm(nn.Sequential):
    """3x3 convolution, batch norm, ReLU."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1) -> None:
        super().__init__(
            nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


class Residual(nn.Module):
    """x + BN(conv(ReLU(BN(dilated conv(x))))), then ReLU; starts as the identity."""

    def __init__(self, channels: int, dilation: int = 1) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, 1, dilation, dilation, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)
        nn.init.zeros_(self.norm2.weight)

    def forward(self, x: Tensor) -> Tensor:
        """(n, c, h, w) in and out."""
        inner = F.relu(self.norm1(self.conv1(x)), inplace=True)
        return F.relu(x + self.norm2(self.conv2(inner)))


class Merge(nn.Module):
    """Doubles a coarse map, narrows it, and joins it with the skip of its size."""

    def __init__(self, coarse: int, skip: int) -> None:
        super().__init__()
        self.narrow = nn.Conv2d(coarse, skip, 1, bias=False)
        self.join = ConvNorm(2 * skip, skip)

    def forward(self, coarse: Tensor, skip: Tensor) -> Tensor:
        """coarse (n, c, h, w), skip (n, s, 2h, 2w) -> (n, s, 2h, 2w)."""
        doubled = F.interpolate(self.narrow(coarse), scale_factor=2.0, mode="bilinear")
        joined: Tensor = self.join(torch.cat([doubled, skip], dim=1))
        return joined


class Blend(nn.Module):
    """The head: weights over the alphas it is given, and a correction; starts as their mean."""

    def __init__(self, inputs: int, alphas: int) -> None:
        super().__init__()
        self.head = nn.Conv2d(inputs, alphas + 1, 3, padding=1)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)  # type: ignore[arg-type]

    def forward(self, features: Tensor, alphas: Tensor) -> Tensor:
        """features (n, c, h, w), alphas (n, k, h, w) -> alpha (n, 1, h, w), not clamped."""
        answer = self.head(features).float()
        weights = answer[:, :-1].softmax(dim=1)
        blended: Tensor = (weights * alphas.float()).sum(dim=1, keepdim=True) + answer[:, -1:]
        return blended


class Context(nn.Module):
    """The wide look: (n, 24, h, w) -> (n, 5 + handed, h/2, w/2).

    Plane 0 is a coarse alpha, 1 to 4 slope and offset of a linear model of it, the rest features.
    """

    TRUST = 0.02
    """In its own alpha, before training: weak, as the guides' pull."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        half, quarter, eighth, sixteenth = widths.context
        self.stem = ConvNorm(INPUTS, half, stride=2)
        self.down1 = nn.Sequential(ConvNorm(half, quarter, stride=2), Residual(quarter))
        self.down2 = nn.Sequential(ConvNorm(quarter, eighth, stride=2), Residual(eighth))
        self.down3 = nn.Sequential(
            ConvNorm(eighth, sixteenth, stride=2),
            *(Residual(sixteenth, dilation=(1, 2, 4, 8)[i % 4]) for i in range(widths.depth)),
        )
        self.up3 = Merge(sixteenth, eighth)
        self.up2 = Merge(eighth, quarter)
        self.up1 = Merge(quarter, half)
        self.blend = Blend(half, N_GUIDES)
        self.trust = nn.Conv2d(half, 1, 1)
        self.hand = nn.Conv2d(half, widths.handed, 1)
        nn.init.zeros_(self.trust.weight)
        nn.init.constant_(self.trust.bias, math.log(self.TRUST))  # type: ignore[arg-type]

    def forward(self, inputs: Tensor) -> Tensor:
        """h and w are multiples of 16."""
        x1 = self.stem(inputs)
        x2 = self.down1(x1)
        x3 = self.down2(x2)
        x = self.up3(self.down3(x3), x3)
        x = self.up1(self.up2(x, x2), x1)
        halved = F.avg_pool2d(inputs, 2)
        alpha = self._propagated(x, halved)
        model = carried_by(halved[:, IMAGE], alpha)
        return torch.cat([alpha, model, self.hand(x).float()], dim=1)

    def _propagated(self, features: Tensor, halved: Tensor) -> Tensor:
        """The coarse alpha, once it has spread; (n, 1, h/2, w/2), exact where all is known."""
        background, foreground = (halved[:, i : i + 1] > PURE for i in (BACKGROUND, FOREGROUND))
        unknown = ~(background | foreground)
        alpha = torch.where(unknown, self.blend(features, halved[:, GUIDE_ALPHAS]), foreground)
        trust = self.trust(features).float().clamp(*LOG_TRUST).exp()
        return propagate(halved[:, IMAGE], alpha, trust, unknown)


class Local(nn.Module):
    """The near look: (n, 24, h, w) and the enlarged context -> alpha (n, 1, h, w).

    Radius 7 pixels: a tile with a halo of `RADIUS` answers exactly as the whole picture does.
    """

    RADIUS = 7

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        self.stem = ConvNorm(INPUTS + 2 + widths.handed, widths.local)
        self.body = Residual(widths.local)
        self.wider = Residual(widths.local, dilation=2)
        self.blend = Blend(widths.local, N_GUIDES + 2)

    def forward(self, inputs: Tensor, context: Tensor) -> Tensor:
        """inputs (n, 24, h, w), context (n, 5 + handed, h, w), any h and w."""
        slope, offset = context[:, 1:4], context[:, 4:5]
        carried = (slope * inputs[:, IMAGE]).sum(dim=1, keepdim=True) + offset
        found = torch.cat([context[:, :1], carried.clamp(0, 1)], dim=1)
        features = self.stem(torch.cat([inputs, found, context[:, 5:]], dim=1))
        features = self.wider(self.body(features))
        alphas = torch.cat([inputs[:, GUIDE_ALPHAS], found], dim=1)
        alpha: Tensor = self.blend(features, alphas)
        return alpha


class Guided(nn.Module):
    """Both looks. `forward` is for pictures small enough for the context to see them whole."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        self.context = Context(widths)
        self.local = Local(widths)

    def forward(self, inputs: Tensor) -> Tensor:
        """(n, 24, h, w), h and w multiples of 16 -> alpha (n, 1, h, w), not clamped."""
        context = F.interpolate(self.context(inputs), scale_factor=2.0, mode="bilinear")
        alpha: Tensor = self.local(inputs, context)
        return alpha
