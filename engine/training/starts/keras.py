"""Arrays by name out of a Keras file (HDF5)."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.errors import WeightsError

Arrays = Callable[[str], npt.NDArray[np.float32]]


def arrays_of(path: Path) -> dict[str, npt.NDArray[np.float32]]:
    """Every array in the file by its full name; WeightsError if it cannot be read.

    Needs h5py, which the extra `train` installs.
    """
    try:
        import h5py
    except ImportError as error:
        raise WeightsError(
            "Reading a Keras file needs h5py, which is not installed.",
            hint="Install it with: pip install 'gossamer[train]'.",
        ) from error
    found: dict[str, npt.NDArray[np.float32]] = {}

    def keep(name: str, item: object) -> None:
        if isinstance(item, h5py.Dataset) and item.dtype.kind == "f":
            found[name] = np.asarray(item, np.float32)

    try:
        with h5py.File(path) as file:
            file.visititems(keep)
    except OSError as error:
        raise WeightsError(
            f"“{path}” is no Keras file of weights.", hint="Give a .h5 file."
        ) from error
    return found


def kernel(array: npt.NDArray[np.float32]) -> Tensor:
    """A convolution's kernel from Keras's order (h, w, in, out) into torch's (out, in, h, w)."""
    return torch.from_numpy(np.ascontiguousarray(array.transpose(3, 2, 0, 1)))


def kernel_of_each(array: npt.NDArray[np.float32]) -> Tensor:
    """A depth-wise kernel (h, w, channels, 1) into torch's (channels, 1, h, w)."""
    return torch.from_numpy(np.ascontiguousarray(array.transpose(2, 3, 0, 1)))
