"""Published checkpoints (`.pth`, `.pth.tar`, `.tar`) into the library, without running their code.

A checkpoint is a pickle, and a pickle can run anything. It is read by torch's restricted
unpickler, which makes tensors and plain containers and nothing else; a file that needs more, such
as one that holds a whole module, is refused.
"""

import struct
import warnings
from collections.abc import Mapping
from pathlib import Path
from pickle import UnpicklingError
from tempfile import TemporaryDirectory

import torch
from torch import Tensor

from engine.catalog import CATALOG
from engine.errors import WeightsError
from engine.matting.cards import Card, Source
from engine.matting.library import WeightsEntry, add
from engine.matting.weights import save_weights
from engine.networks import load_upstream, parameter_counts

_FAULTS = (
    *(RuntimeError, EOFError, LookupError, ValueError, TypeError, AttributeError, AssertionError),
    *(ArithmeticError, MemoryError, struct.error),
)
"""What torch raises for files that are damaged, or made to be."""

_WRAPPERS = ("state_dict", "model", "net", "network")
"""Under what names training scripts keep the state dict beside epoch and optimiser."""

_LICENCES = {
    "dim": "MIT for the code; Adobe's licence for the data it was trained on",
    "gca": "MIT for the code; Adobe's licence for the data it was trained on",
    "indexnet": "non-commercial and academic use only",
}


def import_checkpoint(path: Path, name: str, folder: Path | None = None) -> WeightsEntry:
    """Put the published checkpoint at `path` into the library as weights of the network `name`.

    `folder` replaces the person's own. WeightsError if the file cannot be read safely or its
    weights are not those of the network.
    """
    network = load_upstream(name, read_checkpoint(path))
    known = CATALOG[name]
    card = Card(
        name=name,
        title=f"{known.title} (imported)",
        parameters=parameter_counts(name)["deployed"],
        method=f"imported from {path.name}",
        data=(Source("as the publication states", "see the publication"),),
        intended_use="what its authors published it for",
        limits="known pixels are not obeyed by the network itself; not measured here",
        licence=_LICENCES[known.family],
    )
    with TemporaryDirectory() as unfinished:
        file = Path(unfinished) / "weights.safetensors"
        save_weights(file, network, half=False)
        return add(file, card, folder)


def read_checkpoint(path: Path) -> dict[str, Tensor]:
    """The state dict in a checkpoint, on the CPU; WeightsError with a remedy if there is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of old ways to write it: it is read, or refused
            content = torch.load(path, map_location="cpu", weights_only=True)
    except UnpicklingError as error:
        raise WeightsError(
            f"{path} holds more than numbers (a whole module, or other objects), "
            "and unpickling those could run any code.",
            hint="Where it was made, save only its numbers, torch.save(module.state_dict(), FILE), "
            "and import that file.",
        ) from error
    except OSError as error:
        raise WeightsError(
            f"{path} cannot be read ({error.strerror}).",
            hint="Check that the file is there and may be read.",
        ) from error
    except _FAULTS as error:
        raise WeightsError(
            f"{path} is no checkpoint, or an incomplete one.", hint="Fetch the file again."
        ) from error
    state = _state_dict(content)
    if state is None:
        raise WeightsError(
            f"{path} holds no weights by name.",
            hint=f"A state dict is looked for, by itself or under {', '.join(_WRAPPERS)}.",
        )
    return state


def _state_dict(content: object) -> dict[str, Tensor] | None:
    """The mapping from names to tensors in `content`, bare or one level down."""
    if not isinstance(content, Mapping):
        return None
    for candidate in (content, *(content.get(key) for key in _WRAPPERS)):
        if (
            isinstance(candidate, Mapping)
            and candidate
            and all(isinstance(tensor, Tensor) for tensor in candidate.values())
        ):
            return {str(key): tensor for key, tensor in candidate.items()}
    return None
