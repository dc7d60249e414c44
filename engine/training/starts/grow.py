"""A teacher grown from its student: wider and deeper, and at first the very same function.

Chen, Goodfellow, Shlens, "Net2Net: Accelerating learning via knowledge transfer", ICLR 2016, grow a
network by splitting channels. Here the student's channels come first and what is new stands beside
them: new channels hear everything, and are heard by new ones; the student's own hear them with
kernels of zero, which training changes at once. Nothing has to be split, and no two channels start
alike. Residual blocks that the student has not got start as the identity.

So a teacher need not learn again what its student knows, and is never the worse for it.
"""

from dataclasses import replace

import torch
from torch import Tensor, nn

from engine.catalog import CATALOG, require_name
from engine.errors import WeightsError
from engine.matting import library
from engine.matting.cards import Card
from engine.matting.weights import load_network
from engine.networks import create, parameter_counts
from engine.networks.spectral import SpectralConv2d, SpectralDoubling2d
from engine.training.starts.selection import Link, Wiring, rows_first
from engine.training.starts.wiring import wiring
from engine.training.teaching import located


def grown_from(student: str, name: str, width: float = 1.0) -> tuple[nn.Module, Card]:
    """The network `name`, its widths times `width`, grown from `student`; a card of what it is.

    student: weights in the library, or a .safetensors file with its card. WeightsError if the two
    are not one definition, if the student is the wider one, or if its kind cannot be grown.
    """
    require_name(name)
    where = located(student)
    card = library.find(*where).card
    if CATALOG[card.network].family != CATALOG[name].family:
        raise WeightsError(
            f"“{name}” cannot be grown from “{student}”, which is another network"
            f" ({CATALOG[card.network].title}).",
            hint="Name weights of the teacher's own family.",
        )
    narrow, wide = load_network(where[0], where=where[1]), create(name, width)
    grow(wide, narrow)
    return wide.train(), _card(card, name, width)


@torch.no_grad()
def grow(wide: nn.Module, narrow: nn.Module) -> None:
    """Make the fresh network `wide` answer what `narrow` answers.

    WeightsError if it is narrower somewhere, or if a layer of its kind has a say in what all of its
    channels answer: GCA's spectral norms, and the several convolutions that are one in DIM's
    student.
    """
    _require_growing(wide, narrow)
    wired = wiring(narrow, wide)
    _require_alone(wired, wide)
    for link in wired.links:
        ours, theirs = wide.get_submodule(link.conv), narrow.get_submodule(link.conv)
        count = len(rows_first(theirs))
        kernel = rows_first(ours)[:count]
        kernel.zero_()
        kernel[:, _columns(link, wired, wide, narrow)] = rows_first(theirs)
        if (bias := getattr(theirs, "bias", None)) is not None:
            ours.get_parameter("bias")[:count] = bias
        if link.norm:
            state = wide.get_submodule(link.norm).state_dict()
            for key, value in narrow.get_submodule(link.norm).state_dict().items():
                (state[key][:count] if value.ndim else state[key]).copy_(value)


def _columns(link: Link, wired: Wiring, wide: nn.Module, narrow: nn.Module) -> Tensor:
    """Where the narrow kernel's inputs stand in the wide one: first in each group."""
    if not link.inputs:
        return torch.arange(rows_first(narrow.get_submodule(link.conv)).shape[1])
    answered = {other.output: other.conv for other in wired.links}
    found, first = [], 0
    for group in link.inputs:
        planes = wired.planes.get(group)
        few, many = (
            planes or len(rows_first(network.get_submodule(answered[group])))
            for network in (narrow, wide)
        )
        found.append(first + torch.arange(few))
        first += many
    return torch.cat(found)


def _require_growing(wide: nn.Module, narrow: nn.Module) -> None:
    ours, theirs = wide.state_dict(), narrow.state_dict()
    if not theirs.keys() <= ours.keys() or any(
        mine < other
        for key, value in theirs.items()
        for mine, other in zip(ours[key].shape, value.shape, strict=True)
    ):
        raise WeightsError(
            "The teacher is not the student with more channels.",
            hint="Choose a larger width for it.",
        )


def _require_alone(wired: Wiring, wide: nn.Module) -> None:
    spectral = any(isinstance(m, SpectralConv2d | SpectralDoubling2d) for m in wide.modules())
    if spectral or any(link.last for link in wired.links):
        raise WeightsError(
            "A teacher of this kind cannot be grown from its student.",
            hint="Guided and IndexNet teachers can; train others from the start or from a trunk.",
        )


def _card(student: Card, name: str, width: float) -> Card:
    return replace(
        student,
        name=name,
        network=name,
        title=CATALOG[name].title,
        parameters=parameter_counts(name, width)["deployed"],
        method=f"grown from “{student.name}” ({student.method}), not trained since",
        steps=0,
        minutes=0,
        metrics={},
        limits="To start a training from: as it is, it mattes as its student does.",
        sha256="",
        created="",
        width=width,
    )
