"""Image and trimap as a network wants them; the only place where an encoding is made."""

import numpy as np

from engine.arrays import Floats, Trimap
from engine.trimap.codes import CODES

MEAN = np.array([0.485, 0.456, 0.406], np.float32)
DEVIATION = np.array([0.229, 0.224, 0.225], np.float32)
"""Of ImageNet's colours, which the published networks were trained with."""


def scaled(image: Floats, trimap: Trimap) -> Floats:
    """DIM's and IndexNet's input: normalised colours and trimap/255; (4, h, w).

    image: float32 (h, w, 3) in [0, 1].
    """
    planes = np.dstack([(image - MEAN) / DEVIATION, trimap.astype(np.float32) / 255])
    return _channels_first(planes)


def one_hot(image: Floats, trimap: Trimap) -> Floats:
    """GCA's input: normalised colours, then background, unknown, foreground; (6, h, w)."""
    return _channels_first(np.dstack([(image - MEAN) / DEVIATION, _hot(trimap)]))


def guided(image: Floats, trimap: Trimap, guides: Floats) -> Floats:
    """The flagship's input: colours around 0, one-hot trimap, guides; (24, h, w).

    guides: (h, w, 18) from `engine.matting.guides.projected`.
    """
    planes = np.empty((6 + guides.shape[2], *trimap.shape), np.float32)
    planes[:3] = (image - np.float32(0.5)).transpose(2, 0, 1)
    for plane, code in zip(planes[3:6], CODES, strict=True):
        plane[:] = trimap == code
    planes[6:] = guides.transpose(2, 0, 1)
    return planes


def _hot(trimap: Trimap) -> Floats:
    return np.asarray(trimap[..., None] == np.array(CODES, np.uint8), np.float32)


def _channels_first(planes: Floats) -> Floats:
    return np.ascontiguousarray(planes.transpose(2, 0, 1), np.float32)
