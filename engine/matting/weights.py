"""Weights from the library into a network, and from a network into a file.

Files are safetensors: names, shapes and numbers, no code. Nothing here unpickles anything.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from engine.errors import OutputError, WeightsError
from engine.matting.library import WeightsEntry, find_sound
from engine.networks import create
from engine.networks.state import load_exactly


def load_network(
    name: str, device: str | torch.device = "cpu", where: Sequence[Path] | None = None
) -> nn.Module:
    """The network of the library's entry `name`, in float32 and evaluation mode on `device`.

    WeightsError if there is no such entry, its file is not the one that its card was made for, or
    its weights do not fit the network that the card states.
    """
    entry = find_sound(name, where)
    network = create(entry.card.network, entry.card.width)
    load_exactly(network, read_weights(entry), of=entry.card.network)
    return network.to(device).eval()


def read_weights(entry: WeightsEntry) -> dict[str, Tensor]:
    """The tensors of an entry's file as stored, on the CPU; WeightsError if unreadable."""
    try:
        tensors = load_file(entry.path)
    except (OSError, SafetensorError) as error:
        raise WeightsError(
            f"The weights “{entry.card.name}” cannot be read: {entry.path} is no safetensors file.",
            hint="Import or install these weights again.",
        ) from error
    if not all(bool(part.isfinite().all()) for part in tensors.values()):
        raise WeightsError(
            f"The weights “{entry.card.name}” cannot be used: {entry.path} holds numbers that are"
            " none, or infinite.",
            hint="Import or install these weights again, or train anew.",
        )
    return tensors


def save_weights(path: Path, network: nn.Module, *, half: bool = True) -> None:
    """Write all parameters and buffers of `network` to `path`; the file appears complete or not.

    With `half`, floats are stored in 16 bits, except in tensors that hold a number too large for
    that; `load_network` makes float32 of both. OutputError if `path` cannot be written.
    """
    tensors = {
        key: _stored(tensor.detach().cpu(), half) for key, tensor in network.state_dict().items()
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent, prefix=".") as folder:
            unfinished = Path(folder) / path.name
            save_file(tensors, unfinished, metadata={"format": "pt"})
            os.replace(unfinished, path)
    except (OSError, SafetensorError) as error:
        raise OutputError(
            f"The weights could not be written to {path} ({error}).",
            hint="Free some space there, or choose another folder.",
        ) from error


def _stored(tensor: Tensor, half: bool) -> Tensor:
    """A contiguous copy that shares no memory with its neighbours, which the format demands."""
    if half and tensor.is_floating_point():
        short = tensor.half()
        if bool(short.isfinite().all()):
            return short.contiguous().clone()
    return tensor.contiguous().clone()
