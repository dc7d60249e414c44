"""GCA matting: a residual encoder and decoder in which alike places share their alpha.

Y. Li, H. Lu, "Natural image matting via guided contextual attention", AAAI 2020; layer by layer as
the authors' code (MIT licence). Student: D. Yoon, J. Park, D. Cho, IEEE SPL 2020, all internal
widths halved (6,350,224 parameters; which is how the paper's 6,394,224 with adapters comes about).

    input       6 channels: normalised RGB, then background, unknown, foreground one-hot
    stem1..3    3x3 convolutions, stride 2, 1, 2                                 stride 2, 2, 4
    layer1..4   3, 4, 4, 2 residual blocks                                       stride 4, 8, 16, 32
    guidance    three strided 3x3 convolutions of RGB alone                      stride 8
    attention   guided contextual attention (`attention.py`) after layer2, and again in the
                decoder after layer2 there, both led by the same guidance
    shortcuts   two 3x3 convolutions each, from the input, stem2, layer1, attention, layer3
    decoder     layer1..4, 2, 3, 3, 2 residual blocks, the first of each doubling the size; after
                each the shortcut of its size is added; then a transposed convolution and a 3x3
    alpha       (tanh + 1) / 2

All convolutions but the attention's own and the very last are under spectral norm (`spectral.py`).
In the guidance and the shortcuts the ReLU comes *before* the batch norm. Heights and widths are
multiples of 32.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.networks.attention import GuidedAttention
from engine.networks.residual import decoder_block, encoder_block
from engine.networks.spectral import SpectralConv2d, SpectralDoubling2d, SpectralUnpadded2d
from engine.networks.taps import Stage

_UNKNOWN = 4


@dataclass(frozen=True)
class GcaWidths:
    """Output widths: stem1..3, encoder layer1..4, guidance, decoder layer1..4 (the head's too)."""

    stem: tuple[int, int, int]
    encoder: tuple[int, int, int, int]
    guidance: tuple[int, int, int]
    decoder: tuple[int, int, int, int]


TEACHER = GcaWidths((32, 32, 64), (64, 128, 256, 512), (16, 32, 128), (256, 128, 64, 32))
STUDENT = GcaWidths((16, 16, 32), (32, 64, 128, 256), (8, 16, 64), (128, 64, 32, 16))


def stages(widths: GcaWidths) -> tuple[Stage, ...]:
    """conv3 and dconv4 are taken after the attention; dconv stages before the shortcut is added."""
    _, stem, _ = widths.stem
    one, two, three, four = widths.encoder
    deep, middle, shallow, fine = widths.decoder
    return (
        Stage("conv1", "encoder.stem2", stem, 2),
        Stage("conv2", "encoder.layer1", one, 4),
        Stage("conv3", "encoder.attention", two, 8),
        Stage("conv4", "encoder.layer3", three, 16),
        Stage("conv5", "encoder.layer4", four, 32),
        Stage("dconv5", "decoder.layer1", deep, 16),
        Stage("dconv4", "decoder.attention", middle, 8),
        Stage("dconv3", "decoder.layer3", shallow, 4),
        Stage("dconv2", "decoder.layer4", fine, 2),
        Stage("dconv1", "decoder.head", fine, 1),
    )


PUBLISHED_STAGES = ("conv1", "conv2", "conv3", "conv4")
"""The only set of widths that makes the paper's count of parameters come out (44,000 in adapters).

It fixes the widths 16, 32, 64, 128; that they are taken in the encoder is a natural reading.
"""


class Layer(nn.Sequential):
    """Convolution, batch norm and activation; or convolution, activation and batch norm."""

    def __init__(self, conv: nn.Module, width: int, activation: nn.Module, *, last: bool) -> None:
        super().__init__()
        self.add_module("conv", conv)
        if not last:
            self.add_module("activation", activation)
        self.add_module("norm", nn.BatchNorm2d(width))
        if last:
            self.add_module("activation", activation)


class Encoder(nn.Module):
    """From the picture and its one-hot trimap to features at a 32nd, and the shortcuts."""

    def __init__(self, widths: GcaWidths) -> None:
        super().__init__()
        a, b, c = widths.stem
        one, two, three, four = widths.encoder
        self.stem1 = Layer(SpectralConv2d(6, a, 3, stride=2), a, nn.ReLU(), last=True)
        self.stem2 = Layer(SpectralConv2d(a, b, 3), b, nn.ReLU(), last=True)
        self.stem3 = Layer(SpectralConv2d(b, c, 3, stride=2), c, nn.ReLU(), last=True)
        self.layer1 = nn.Sequential(encoder_block(c, one), *(encoder_block(one, one) for _ in "23"))
        self.layer2 = _shrinking(one, two, 4)
        self.layer3 = _shrinking(two, three, 4)
        self.layer4 = _shrinking(three, four, 2)
        self.guidance = _guidance(widths.guidance)
        self.attention = GuidedAttention(two)
        shortcuts = zip((6, b, one, two, three), (a, b, one, two, three), strict=True)
        self.shortcuts = nn.ModuleList(_shortcut(*pair) for pair in shortcuts)
        with torch.no_grad():
            self.stem1.get_submodule("conv").get_parameter("weight")[:, 3:] = 0

    def forward(self, x: Tensor) -> tuple[Tensor, list[Tensor], Tensor, Tensor]:
        """(n, 6, h, w) -> features, shortcuts from large to small, guidance, unknown at an 8th."""
        guidance = self.guidance(x[:, :3])
        unknown = x[:, _UNKNOWN : _UNKNOWN + 1, ::8, ::8]
        half = self.stem2(self.stem1(x))
        quarter = self.layer1(self.stem3(half))
        eighth = self.attention(self.layer2(quarter), guidance, unknown)
        sixteenth = self.layer3(eighth)
        sources = (x, half, quarter, eighth, sixteenth)
        skipped = [make(source) for make, source in zip(self.shortcuts, sources, strict=True)]
        return self.layer4(sixteenth), skipped, guidance, unknown


class Decoder(nn.Module):
    """From features at a 32nd, adding a shortcut at each size, to alpha."""

    def __init__(self, inputs: int, widths: tuple[int, int, int, int]) -> None:
        super().__init__()
        deep, middle, shallow, fine = widths
        self.layer1 = _growing(inputs, deep, 2)
        self.layer2 = _growing(deep, middle, 3)
        self.attention = GuidedAttention(middle)
        self.layer3 = _growing(middle, shallow, 3)
        self.layer4 = _growing(shallow, fine, 2)
        self.head = Layer(SpectralDoubling2d(fine, fine), fine, nn.LeakyReLU(0.2), last=True)
        self.alpha = nn.Conv2d(fine, 1, 3, padding=1)
        nn.init.xavier_uniform_(self.alpha.weight)

    def forward(
        self, x: Tensor, shortcuts: list[Tensor], guidance: Tensor, unknown: Tensor
    ) -> Tensor:
        """What the encoder answers -> alpha (n, 1, h, w)."""
        full, half, quarter, eighth, sixteenth = shortcuts
        x = self.layer1(x) + sixteenth
        x = self.attention(self.layer2(x) + eighth, guidance, unknown)
        x = self.layer3(x) + quarter
        x = self.layer4(x) + half
        x = self.head(x) + full
        return (torch.tanh(self.alpha(x)) + 1) / 2


class Gca(nn.Module):
    """The whole network, wide as `widths` says."""

    def __init__(self, widths: GcaWidths) -> None:
        super().__init__()
        self.encoder = Encoder(widths)
        self.decoder = Decoder(widths.encoder[-1], widths.decoder)

    def forward(self, x: Tensor) -> Tensor:
        """Normalised RGB and one-hot trimap (n, 6, h, w) to alpha (n, 1, h, w)."""
        alpha: Tensor = self.decoder(*self.encoder(x))
        return alpha


def _shrinking(inputs: int, outputs: int, count: int) -> nn.Sequential:
    rest = (encoder_block(outputs, outputs) for _ in range(count - 1))
    return nn.Sequential(encoder_block(inputs, outputs, stride=2), *rest)


def _growing(inputs: int, outputs: int, count: int) -> nn.Sequential:
    rest = (decoder_block(outputs, outputs) for _ in range(count - 1))
    return nn.Sequential(decoder_block(inputs, outputs, grow=True), *rest)


def _shortcut(inputs: int, outputs: int) -> nn.Sequential:
    convs = (SpectralConv2d(width, outputs, 3) for width in (inputs, outputs))
    return nn.Sequential(*(Layer(conv, outputs, nn.ReLU(), last=False) for conv in convs))


def _guidance(widths: tuple[int, int, int]) -> nn.Sequential:
    layers: list[nn.Module] = []
    for inputs, outputs in zip((3, *widths), widths, strict=False):
        conv = SpectralUnpadded2d(inputs, outputs, 3, stride=2)
        layers += [nn.ReflectionPad2d(1), Layer(conv, outputs, nn.ReLU(), last=False)]
    return nn.Sequential(*layers)
