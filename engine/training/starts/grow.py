"""A teacher grown from its student: wider and deeper, and at first the very same function.

Chen, Goodfellow, Shlens, "Net2Net: Accelerating learning via knowledge transfer", ICLR 2016, grow a
network by splitting channels. Here the student's channels come first and what is new stands beside
them: new channels hear everything, and are heard by new ones; the student's own hear them with
kernels of zero, which training changes at once. Nothing has to be split, and no two channels start
alike. Residual blocks that the student has not got start as the identity.

So a teacher need not learn again what its student knows, and is never the worse for it.
"""

import torch
from torch import nn

from engine.errors import WeightsError
from engine.matting.cards import Card
from engine.networks import create
from engine.networks.spectral import SpectralConv2d, SpectralDoubling2d
from engine.training.starts.origin import fits_into, origin, start_card
from engine.training.starts.selection import Wiring, columns, first, rows_first
from engine.training.starts.wiring import wiring


def grown_from(student: str, name: str, width: float = 1.0) -> tuple[nn.Module, Card]:
    """The network `name`, its widths times `width`, grown from `student`; a card of what it is.

    student: weights in the library, or a .safetensors file with its card. WeightsError if the two
    are not one definition, if the student is the wider one, or if its kind cannot be grown.
    """
    narrow, card = origin(student, name, "grown from")
    wide = create(name, width)
    grow(wide, narrow)
    limits = "To start a training from: as it is, it mattes as its student does."
    return wide.train(), start_card(card, name, width, how="grown from", limits=limits)


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
    kept = first(wired, narrow)
    for link in wired.links:
        ours, theirs = wide.get_submodule(link.conv), narrow.get_submodule(link.conv)
        count, heard = len(kept[link.output]), columns(link, wired, wide, kept)
        kernel = rows_first(ours)[:count]
        kernel.zero_()
        kernel[:, slice(None) if heard is None else heard] = rows_first(theirs)
        if (bias := getattr(theirs, "bias", None)) is not None:
            ours.get_parameter("bias")[:count] = bias
        if link.norm:
            state = wide.get_submodule(link.norm).state_dict()
            for key, value in narrow.get_submodule(link.norm).state_dict().items():
                (state[key][:count] if value.ndim else state[key]).copy_(value)


def _require_growing(wide: nn.Module, narrow: nn.Module) -> None:
    if not fits_into(narrow, wide):
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
