"""What people use today, for comparison: closed-form and KNN matting as PyMatting has them.

PyMatting is no dependency of the program: the extra `report` installs it.
"""

import warnings
from collections.abc import Callable

import numpy as np

from engine.arrays import Alpha, Image, Trimap, unit_floats
from engine.errors import WeightsError
from engine.trimap.codes import clamp_known

RIVALS = {"closed-form": "estimate_alpha_cf", "knn": "estimate_alpha_knn"}
"""Our name and PyMatting's function, called with its defaults."""


def rival(name: str) -> Callable[[Image, Trimap], Alpha]:
    """The method called `name` as a session's `matte`; WeightsError without PyMatting."""
    try:
        import pymatting
    except ImportError as error:
        raise WeightsError(
            f"“{name}” comes from PyMatting, which is not installed.",
            hint="Install it with: pip install 'gossamer[report]'.",
        ) from error
    estimate = getattr(pymatting, RIVALS[name])

    def matte(image: Image, trimap: Trimap) -> Alpha:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of preconditioners that it then mends
            alpha = estimate(unit_floats(image).astype(np.float64), trimap / 255.0)
        return clamp_known(alpha, trimap)

    return matte
