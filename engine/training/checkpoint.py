"""A run's state on disk: written whole or not at all, read without unpickling code."""

import os
import shutil
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor, nn

from engine.errors import RunError
from engine.training.files import CHECKPOINT, WEIGHTS

PART = ".part"
"""What the name of a file ends in while it is written."""

LEAST_FREE = 1 << 20
"""Bytes. A disk with less is taken for full."""


def save(folder: Path, state: dict[str, Any], average: nn.Module) -> None:
    """Write the state for resuming and the averaged weights for using; float32.

    RunError if they cannot be written; what was saved before is kept then.
    """
    unfinished = [folder / (name + PART) for name in (WEIGHTS, CHECKPOINT)]
    try:
        save_file(_tensors(average), unfinished[0])
        torch.save(state, unfinished[1])
        for written in unfinished:
            with written.open("rb+") as file:
                os.fsync(file.fileno())
            written.replace(written.with_suffix(""))
    except (OSError, RuntimeError, SafetensorError) as error:
        reason = _reason(folder, error)
        for written in unfinished:
            # What is cut off is of no use, and takes room where there is none.
            if written.is_file():
                written.unlink()
        raise RunError(
            f"The checkpoint could not be written to “{folder}” ({reason}).",
            hint="Free some space there, then resume the run: the checkpoint before is kept.",
        ) from error


def _reason(folder: Path, error: Exception) -> str:
    """In words where torch and safetensors have none for a full disk."""
    full = shutil.disk_usage(folder).free < LEAST_FREE
    return "the disk is full" if full else str(error)


def load(folder: Path) -> dict[str, Any] | None:
    """The state in `folder`, or None if it has none; RunError if it is damaged."""
    path = folder / CHECKPOINT
    if not path.exists():
        return None
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # noqa: BLE001 - torch raises many kinds for a damaged file
        raise RunError(
            f"The checkpoint “{path}” is damaged.",
            hint=f"Put a copy back, or begin another run with “{WEIGHTS}” of this one (“start”).",
        ) from error
    return state


def _tensors(module: nn.Module) -> dict[str, Tensor]:
    return {name: tensor.contiguous() for name, tensor in module.state_dict().items()}
