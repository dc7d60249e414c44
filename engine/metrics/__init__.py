"""How far an alpha is from its target: the four errors of the matting benchmarks.

All follow the MATLAB reference that Rhemann et al. (CVPR 2009) proposed and Xu et al. (CVPR 2017)
published with their data. A metric takes alpha, target and trimap, all (h, w); alpha and target are
uint8, uint16 or floats in [0, 1]; only pixels where the trimap is unknown count. Benchmarks round
alpha to 8 bits first; the metrics themselves take what they are given.

| name           | unit      | nothing unknown | what it asks                                     |
|----------------|-----------|-----------------|--------------------------------------------------|
| `sad`          | thousands | 0               | by how much, summed                              |
| `mse`          | 1         | NaN             | by how much, squared, on average                 |
| `gradient`     | thousands | 0               | are the transitions as steep as they should be   |
| `connectivity` | thousands | 0               | does what belongs together hang together         |

Python versions of these in published matting code differ from the reference, and from each other,
by up to 25 per cent (other kernels, other treatment of empty sets and of known pixels), so numbers
from different sources should not be mixed.
"""

from collections.abc import Callable, Iterable

import numpy as np

from engine.arrays import Alpha, Trimap
from engine.metrics.pixel import mse, sad
from engine.metrics.structure import connectivity, gradient

__all__ = ["METRICS", "connectivity", "errors", "gradient", "mse", "sad"]

METRICS: dict[str, Callable[..., float]] = {
    "sad": sad,
    "mse": mse,
    "gradient": gradient,
    "connectivity": connectivity,
}


def errors(
    alpha: Alpha, target: Alpha, trimap: Trimap, names: Iterable[str] = tuple(METRICS)
) -> dict[str, float]:
    """The errors of `alpha` by their names in `METRICS`, as benchmarks measure them.

    alpha: float32 (h, w) in [0, 1], rounded to 8 bits first, as a file would hold it.
    """
    stored = np.rint(alpha * np.float32(255)) / np.float32(255)
    return {name: METRICS[name](stored, target, trimap) for name in names}
