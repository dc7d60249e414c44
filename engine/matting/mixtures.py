"""What each unknown pixel is a mixture of: known colours that look like it, not too far away.

Aksoy, Aydin, Pollefeys, "Designing effective inter-pixel information flow for natural image
matting", CVPR 2017, section 3.2: its nearest neighbours in colour and place among the known
foreground and among the known background together make up its colour, with weights that add up
to 1 (locally linear embedding). The foreground's share of the weights is an alpha. It is trusted
as pairs of colours are (there by |F - B|² alone), where it lies between 0 and 1 unclamped.

Unlike a pair of colours, a mixture averages noise and texture away; unlike what lies nearest in the
picture, it finds its colours wherever they are.
"""

import cv2
import numpy as np

from engine.arrays import Floats, Mask, Trimap
from engine.matting.closed_form import divided
from engine.matting.samples import Samples, trusted
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

NEIGHBOURS = 7
"""Of each kind."""

RIDGE = 1e-3
"""Regularisation, as a share of the neighbours' spread around the pixel."""

BEYOND = 0.1
"""How far a share may lie outside 0 to 1 before it is hardly trusted: there nothing is mixed."""

WEIGHT = 0.5
"""Of a mixture's trust beside that of a pair of colours. A quarter and the whole are no better."""

EXACT: dict[str, bool | int | float | str] = {"algorithm": 4, "leaf_max_size": 10}
"""FLANN's single k-d tree: exact, and the same every time, unlike its forests."""


def mixed(image: Floats, trimap: Trimap) -> Samples:
    """The alpha that mixtures give the unknown pixels, and how far to trust it; (h, w) each.

    image: float32 (h, w, 3) in [0, 1]; trimap: uint8 (h, w) with some foreground and background.
    Both planes are 0 at known pixels.
    """
    unknown = trimap == UNKNOWN
    alpha, trust = np.zeros((2, *trimap.shape), np.float32)
    if unknown.any():
        foregrounds, backgrounds = _neighbours(image, trimap, unknown)
        alpha[unknown], trust[unknown] = _shares(image[unknown], foregrounds, backgrounds)
    return Samples(alpha, trust)


def _neighbours(image: Floats, trimap: Trimap, unknown: Mask) -> tuple[Floats, Floats]:
    """Colours of the neighbours of each unknown pixel, (n, k, 3): foreground and background."""
    features = _features(image)
    found = []
    for code in (FOREGROUND, BACKGROUND):
        known = trimap == code
        tree = cv2.flann.Index(features[known], EXACT)
        count = min(NEIGHBOURS, int(np.count_nonzero(known)))
        places, _ = tree.knnSearch(features[unknown], count, params={"checks": -1})
        found.append(image[known][places])
    return found[0], found[1]


def _features(image: Floats) -> Floats:
    """Colour and place, (h, w, 5): across the longer side of the picture is as far as black to
    full red."""
    height, width = image.shape[:2]
    rows, columns = np.mgrid[:height, :width].astype(np.float32) / np.float32(max(height, width))
    return np.dstack([image, rows, columns])


def _shares(pixels: Floats, foregrounds: Floats, backgrounds: Floats) -> tuple[Floats, Floats]:
    """The foreground's share of each mixture, clamped, and its trust; (n,) each.

    pixels: (n, 3); foregrounds, backgrounds: (n, k, 3). The weights w with sum 1 that minimise
    |Σ w z|² + λ|w|², z being a neighbour's colour less the pixel's, are in proportion to
    (Z Zᵀ + λ)⁻¹ 1, which is 1 - Z (Zᵀ Z + λ)⁻¹ Zᵀ 1 up to a factor: three equations a pixel.
    """
    colours = np.concatenate([foregrounds, backgrounds], axis=1)
    beyond = (colours - pixels[:, None]).astype(np.float64)
    rows, columns = (0, 0, 0, 1, 1, 2), (0, 1, 2, 1, 2, 2)
    spread = np.einsum("nki,nkj->nij", beyond, beyond)[:, rows, columns]
    spread[:, (0, 3, 5)] += RIDGE * np.maximum(spread[:, (0, 3, 5)].sum(axis=1), 1e-6)[:, None]
    weights = 1 - np.einsum("nki,ni->nk", beyond, divided(beyond.sum(axis=1), spread))
    weights = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
    share = weights[:, : foregrounds.shape[1]].sum(axis=1)
    alpha = np.clip(share, 0, 1)
    off = _lengths(np.einsum("nk,nkc->nc", weights, colours) - pixels)
    apart = _lengths(foregrounds.mean(axis=1) - backgrounds.mean(axis=1))
    trust = trusted(off, apart) * np.exp(-(((share - alpha) / BEYOND) ** 2))
    return alpha, np.asarray(WEIGHT * trust, np.float32)


def _lengths(vectors: Floats) -> Floats:
    return np.asarray(np.sqrt(np.einsum("nc,nc->n", vectors, vectors)), np.float32)
