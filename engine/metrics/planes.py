"""What every metric does first: one scale for both alphas, one mask for what counts."""

import numpy as np
import numpy.typing as npt

from engine.arrays import Mask, Trimap
from engine.trimap.codes import unknown_of

Plane = npt.NDArray[np.uint8] | npt.NDArray[np.uint16] | npt.NDArray[np.floating]
Floats64 = npt.NDArray[np.float64]


def comparable(alpha: Plane, target: Plane, trimap: Trimap) -> tuple[Floats64, Floats64, Mask]:
    """Alpha and target as float64 in [0, 1], and where the trimap is unknown; all (h, w).

    Raises ValueError if the three do not have one shape.
    """
    if alpha.ndim != 2 or not alpha.shape == target.shape == trimap.shape:
        raise ValueError(
            f"alpha {alpha.shape}, target {target.shape} and trimap {trimap.shape} "
            "must share one shape (h, w)"
        )
    return _unit(alpha), _unit(target), unknown_of(trimap)


def _unit(plane: Plane) -> Floats64:
    """Integers divided by their type's largest value; floats as they are."""
    if np.issubdtype(plane.dtype, np.floating):
        return plane.astype(np.float64)
    largest: int = np.iinfo(str(plane.dtype)).max
    return plane.astype(np.float64) / largest
