"""Linear CKA: how alike what two networks see is, stage by stage, whatever the stages' widths.

Kornblith, Norouzi, Lee, Hinton, "Similarity of neural network representations revisited", ICML
2019. Its examples are the places of one picture here, so it says where two networks have the same
idea of *this* photograph.
"""

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from engine.arrays import Floats

SIDE = 32
"""Places a side, to which all features are brought: as many examples for every stage."""


def linear_cka(first: Tensor, second: Tensor) -> float:
    """‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖) of centred features, Frobenius norms; equation 4. In [0, 1].

    first, second: (n, p) and (n, q), rows of the same n examples. 0 where one does not vary at all.
    """
    x, y = (feature.double() - feature.double().mean(0) for feature in (first, second))
    shared = (y.T @ x).square().sum()
    own = torch.linalg.matrix_norm(x.T @ x) * torch.linalg.matrix_norm(y.T @ y)
    return float(shared / own) if own > 0 else 0.0


def matrix(teacher: Mapping[str, Tensor], student: Mapping[str, Tensor]) -> Floats:
    """CKA of every stage of the teacher (rows) and of the student (columns); float32 in [0, 1].

    Features (c, h, w) of one picture, by the name of their stage; averaged or interpolated to
    `SIDE` × `SIDE` places first.
    """
    rows, columns = (
        [_examples(feature) for feature in network.values()] for network in (teacher, student)
    )
    return np.array([[linear_cka(row, column) for column in columns] for row in rows], np.float32)


def _examples(feature: Tensor) -> Tensor:
    """(SIDE², c): coarse features are interpolated, fine ones averaged."""
    batch = feature[None].float()
    if min(feature.shape[1:]) < SIDE:
        batch = F.interpolate(batch, size=(SIDE, SIDE), mode="bilinear", align_corners=False)
    else:
        batch = F.adaptive_avg_pool2d(batch, SIDE)
    return batch[0].flatten(1).T
