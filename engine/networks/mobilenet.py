"""The trunk of IndexNet: MobileNetV2's inverted residual blocks, none of them strided.

M. Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", CVPR 2018. A block
widens its input by a 1x1 convolution, filters each channel alone by a 3x3 one, and projects back
by a 1x1 without activation; the ends are thin, the middle is wide.

IndexNet takes all strides out (its index pooling does the shrinking) and pads the *input* of a
block instead of its middle. A padded zero therefore arrives at the 3x3 filter as what the first
convolution and its batch norm make of zero, ReLU6(beta - gamma mean / sigma), not as zero.
"""

from torch import Tensor, nn
from torch.nn import functional as F

_EXPANSION = 6


class ConvNorm(nn.Sequential):
    """A convolution without bias, batch norm, and ReLU6 unless it is `linear`."""

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int = 1,
        *,
        padding: int = 0,
        dilation: int = 1,
        each: bool = False,
        linear: bool = False,
    ) -> None:
        """With `each`, every channel has a filter of its own; inputs and outputs are equal then."""
        super().__init__()
        groups = inputs if each else 1
        self.conv = nn.Conv2d(
            inputs, outputs, kernel, 1, padding, dilation, groups=groups, bias=False
        )
        self.norm = nn.BatchNorm2d(outputs)
        if not linear:
            self.activation = nn.ReLU6()


class InvertedResidual(nn.Module):
    """One block; it adds its input where widths allow. The first of the trunk does not widen."""

    def __init__(self, inputs: int, outputs: int, *, widen: bool = True) -> None:
        super().__init__()
        middle = inputs * _EXPANSION if widen else inputs
        if widen:
            self.expand: nn.Module = ConvNorm(inputs, middle)
        else:
            self.expand = nn.Identity()
        self.filter = ConvNorm(middle, middle, 3, each=True)
        self.project = ConvNorm(middle, outputs, linear=True)
        self.adds = inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        """(n, in, h, w) -> (n, out, h, w)."""
        out: Tensor = self.project(self.filter(self.expand(F.pad(x, (1, 1, 1, 1)))))
        return x + out if self.adds else out


def blocks(inputs: int, outputs: int, count: int, *, widen: bool = True) -> nn.Sequential:
    """`count` blocks in a row, the first from `inputs` to `outputs`."""
    rest = (InvertedResidual(outputs, outputs) for _ in range(count - 1))
    return nn.Sequential(InvertedResidual(inputs, outputs, widen=widen), *rest)
