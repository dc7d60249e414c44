"""How alpha is spread over the pixels that the trimap does not know."""

import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Trimap
from engine.trimap.codes import unknown_of

BINS = 64


def alpha_histogram(alpha: Alpha, trimap: Trimap, bins: int = BINS) -> npt.NDArray[np.int64]:
    """How many unknown pixels have an alpha in each of `bins` equal parts of [0, 1]; int64 (bins,).

    alpha: float32 (h, w); 1 counts into the last part.
    """
    values = alpha[unknown_of(trimap)]
    places = np.minimum((values * bins).astype(np.int64), bins - 1)
    return np.bincount(np.maximum(places, 0), minlength=bins).astype(np.int64)
