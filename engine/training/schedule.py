"""The learning rate over a run."""

import math


def rate_at(*, step: int, progress: float, highest: float, warm_up: int) -> float:
    """A straight warm-up over `warm_up` steps, under a cosine from `highest` down to zero.

    progress: the share of the run that is over, in [0, 1].
    """
    cosine = 0.5 * (1 + math.cos(math.pi * min(max(progress, 0.0), 1.0)))
    return highest * cosine * min(1.0, (step + 1) / max(warm_up, 1))
