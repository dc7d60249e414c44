"""A student cut from its teacher: the channels that matter most, layer by layer.

Where teacher and student are one definition, layer for layer (IndexNet, GCA, and any network beside
a narrower one of its kind), every weight of the student is one of its teacher's. Where they are
not:

* **DIM**'s student has fewer convolutions in a stage. The first ones are the teacher's first ones,
  cut; the last stands for all that remain and is fitted, by least squares over composites, to
  answer what the teacher's last one answers at the kept channels.
* The **guided** student has fewer residual blocks at a sixteenth: the first ones stay. A block that
  is left out only leaves out what it adds.
* **GCA**'s spectral norms divide by the largest singular value, which a cut matrix has another of:
  its vectors are found afresh. The scale that this changes is taken out again by the batch norm
  that follows each such convolution.

A layer that is given fewer channels answers with another mean and spread. So the statistics of the
batch norms, not their γ and β, are taken anew over composites once anything has been cut.
"""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.data import default_collate

from engine.data.composition import Sources
from engine.data.foregrounds import background_files
from engine.errors import WeightsError
from engine.matting.cards import Card
from engine.networks import NetworkEntry, create, entry_of
from engine.networks.mobilenet import InvertedResidual
from engine.training.lessons import LESSONS, Batch
from engine.training.spec import RunSpec
from engine.training.starts.fitting import fit
from engine.training.starts.origin import fits_into, origin, start_card
from engine.training.starts.selection import chosen, copy
from engine.training.starts.wiring import wiring

PICTURES, CROP = 8, 192
"""Of the composites that norms are set by."""


def cut_from(
    teacher: str, name: str, width: float = 1.0, photographs: Path | None = None
) -> tuple[nn.Module, Card]:
    """The network `name`, its widths times `width`, cut from `teacher`; and a card of what it is.

    teacher: weights in the library, or a .safetensors file with its card. photographs: a folder of
    backgrounds for the composites. WeightsError if the two are not one definition, or the teacher
    is the narrower one.
    """
    wide, card = origin(teacher, name, "cut from")
    narrow = create(name, width)
    fill(narrow, wide, entry_of(name), composites(name, photographs))
    limits = "To start a training from, not to matte with."
    return narrow.train(), start_card(card, name, width, how="cut from", limits=limits)


def fill(narrow: nn.Module, wide: nn.Module, entry: NetworkEntry, batch: Batch) -> None:
    """Put into `narrow` what it keeps of `wide`; batch: of the lesson of such networks.

    WeightsError if `wide` is narrower somewhere, or the two differ in more than their widths.
    """
    _require_wider(narrow, wide)
    wired = wiring(narrow, wide)
    kept = chosen(wired, narrow, wide)
    copy(wired, narrow, wide, kept)
    if any(link.last for link in wired.links):
        fit(wired.links, narrow, wide, kept, batch["input"])
    if _shapes(narrow) != _shapes(wide):
        _settled(narrow, entry, batch)


def composites(name: str, photographs: Path | None, count: int = PICTURES) -> Batch:
    """A batch as a training of the network `name` has it, of drawn foregrounds; always the same."""
    backgrounds = background_files(photographs) if photographs else ()
    sources = Sources(foregrounds=(), backgrounds=backgrounds, procedural=1.0)
    spec = RunSpec(network=name, crop=CROP, batch=count)
    stream = LESSONS[entry_of(name).trimap_input].samples(spec, sources, 7, 0, (0, 1))
    batch: Mapping[str, Tensor] = default_collate(list(islice(stream, count)))
    return {key: tensor.float() for key, tensor in batch.items()}


@torch.no_grad()
def _settled(network: nn.Module, entry: NetworkEntry, batch: Batch) -> None:
    """Set the statistics of the batch norms to those of `batch`."""
    network.train()
    norms = [m for m in network.modules() if isinstance(m, nn.BatchNorm2d)]
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 1.0
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.eval()
    LESSONS[entry.trimap_input].answer(network, batch)
    for norm, momentum in zip(norms, momenta, strict=True):
        norm.momentum = momentum


def _require_wider(narrow: nn.Module, wide: nn.Module) -> None:
    if not fits_into(narrow, wide) or _sums(narrow) != _sums(wide):
        raise WeightsError(
            "The student is not the teacher with fewer channels.",
            hint="Choose a smaller width for it, or, if it is 0.25 or less, a larger one.",
        )


def _shapes(network: nn.Module) -> dict[str, tuple[int, ...]]:
    return {key: tuple(tensor.shape) for key, tensor in network.state_dict().items()}


def _sums(network: nn.Module) -> list[bool]:
    """Which of MobileNetV2's blocks add their input: very narrow ones do where wide ones do not."""
    return [m.adds for m in network.modules() if isinstance(m, InvertedResidual)]
