"""A narrow network cut out of a wide one of the same definition: which channels it keeps.

Channels that meet belong together: what a layer answers is what the next one is given, what is
added or multiplied must be the same channels, what is unpooled must have indices of its own. So
channels are chosen by *group*, once for all layers that share it; a group that is as wide in both
networks is kept whole.

How much a channel matters is how far its batch norm lets it swing, |γ|, relative to its layer's
mean; where no norm follows, the length of its kernel. The layers of a group are added up.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.networks.spectral import SpectralConv2d, SpectralDoubling2d

POWER_STEPS = 30
"""Of power iteration, from the wide network's vectors: what is left of a matrix has others."""

Kept = dict[str, Tensor]
"""By group: the numbers that the kept channels have in the wide network, ascending."""


@dataclass(frozen=True)
class Link:
    """A convolution that both networks have, under `conv`, and its norm ("" if none follows).

    output: its group; inputs: the groups that, one after the other, are its input, or () where each
    channel is filtered by itself. last: the wide network's convolution and norm, if several of
    them, of which these are the last, are one in the narrow network.
    """

    conv: str
    norm: str
    output: str
    inputs: tuple[str, ...] = ()
    last: tuple[str, str] | None = None

    @property
    def theirs(self) -> tuple[str, str]:
        """Paths of convolution and norm in the wide network."""
        return self.last or (self.conv, self.norm)


@dataclass(frozen=True)
class Wiring:
    """All convolutions of a network; planes: the widths of the groups that none of them answers."""

    links: tuple[Link, ...]
    planes: Mapping[str, int]


def first(wiring: Wiring, narrow: nn.Module) -> Kept:
    """By group, as many channels as `narrow` has there, from the first on."""
    widths = {
        link.output: len(rows_first(narrow.get_submodule(link.conv))) for link in wiring.links
    }
    return {group: torch.arange(width) for group, width in {**wiring.planes, **widths}.items()}


def chosen(wiring: Wiring, narrow: nn.Module, wide: nn.Module) -> Kept:
    """The channels that each group keeps; of equals, the first."""
    kept = {group: torch.arange(width) for group, width in wiring.planes.items()}
    scores: dict[str, list[Tensor]] = {}
    for link in wiring.links:
        scores.setdefault(link.output, []).append(_strength(wide, *link.theirs))
    for link in wiring.links:
        width = len(rows_first(narrow.get_submodule(link.conv)))
        order = torch.stack(scores[link.output]).sum(dim=0).argsort(descending=True, stable=True)
        kept[link.output] = order[:width].sort().values
    return kept


@torch.no_grad()
def copy(wiring: Wiring, narrow: nn.Module, wide: nn.Module, kept: Kept) -> None:
    """Give `narrow` what `wide` has at the kept places: kernels, biases, norms.

    Of a link that stands for several convolutions only the norm.
    """
    for link in wiring.links:
        rows = kept[link.output]
        conv, norm = link.theirs
        if link.last is None:
            heard = columns(link, wiring, wide, kept)
            _copy_conv(narrow.get_submodule(conv), wide.get_submodule(conv), rows, heard)
        if norm:
            ours = narrow.get_submodule(link.norm).state_dict()
            for name, theirs in wide.get_submodule(norm).state_dict().items():
                ours[name].copy_(theirs[rows] if theirs.ndim else theirs)


def _copy_conv(ours: nn.Module, theirs: nn.Module, rows: Tensor, heard: Tensor | None) -> None:
    kernel = rows_first(theirs)[rows]
    rows_first(ours).copy_(kernel if heard is None else kernel[:, heard])
    if (bias := getattr(theirs, "bias", None)) is not None:
        ours.get_parameter("bias").copy_(bias[rows])
    if isinstance(ours, SpectralConv2d | SpectralDoubling2d):
        _follow(ours, theirs)


def _follow(ours: SpectralConv2d | SpectralDoubling2d, theirs: nn.Module) -> None:
    """The singular vectors: the wide network's own if nothing was cut, else found afresh."""
    if ours.weight.shape == theirs.get_parameter("weight").shape:
        ours.u.copy_(theirs.get_parameter("u"))
        ours.v.copy_(theirs.get_parameter("v"))
        return
    matrix = ours.weight.flatten(1)
    for _ in range(POWER_STEPS):
        ours.v.copy_(nn.functional.normalize(matrix.t().mv(ours.u), dim=0))
        ours.u.copy_(nn.functional.normalize(matrix.mv(ours.v), dim=0))


def columns(link: Link, wiring: Wiring, wide: nn.Module, kept: Kept) -> Tensor | None:
    """The numbers of the kept inputs in the wide kernel; None where channels are filtered alone."""
    if not link.inputs:
        return None
    answered = {other.output: other.theirs[0] for other in wiring.links}
    found, begin = [], 0
    for group in link.inputs:
        found.append(kept[group] + begin)
        planes = wiring.planes.get(group)
        begin += planes or len(rows_first(wide.get_submodule(answered[group])))
    return torch.cat(found)


def _strength(network: nn.Module, conv: str, norm: str) -> Tensor:
    """How much each channel matters, 1 in the mean; (c,)."""
    if norm:
        size = network.get_submodule(norm).get_parameter("weight").detach().abs()
    else:
        size = rows_first(network.get_submodule(conv)).detach().flatten(1).norm(dim=1)
    return size / size.mean().clamp(min=1e-12)


def rows_first(conv: nn.Module) -> Tensor:
    """A kernel as (out, in, h, w), a view: transposed convolutions have it (in, out, h, w)."""
    weight = conv.get_parameter("weight")
    return weight.transpose(0, 1) if isinstance(conv, nn.ConvTranspose2d) else weight
