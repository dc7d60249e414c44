"""The matting Laplacian, as equations for the unknown pixels alone.

Levin, Lischinski, Weiss, "A closed-form solution to natural image matting", PAMI 2008, equation 12:
in every 3 × 3 window w alpha is nearly a linear function of colour, so that pixels i and j that
share windows depend on each other by

    L_ij = Σ_w δ_ij − (1 + (I_i − μ_w)ᵀ S_w (I_j − μ_w)) / 9,    S_w = (Σ_w + ε)⁻¹.

Multiplied out, the sum over windows needs only sums of S, Sμ and μᵀSμ over those that hold both
pixels, which are rectangles of window centres: eleven planes, added up for 13 displacements (the
other 12 follow from symmetry). Double precision throughout: the parts are a million times larger
than their sum where a window is flat.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Floats, Trimap
from engine.trimap.codes import FOREGROUND, UNKNOWN

Doubles = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]

REGULARISATION = 1e-6
"""ε, added to the variance of a window's colours: larger is smoother and blurs thin structures."""

RADIUS = 2
"""How far pixels that share a window can lie apart, in rows and in columns."""


@dataclass(frozen=True, eq=False)
class System:
    """places: flat indices of the n unknown pixels; neighbours and weights: (n, 25) each.

    goal: flat known alpha of the whole picture, 0 at unknown pixels.
    """

    places: Indices
    neighbours: Indices
    weights: Floats
    goal: Floats

    def applied(self, alpha: Floats) -> Floats:
        """The Laplacian of a flat alpha (h·w) at the unknown pixels; (n,)."""
        return np.asarray(np.einsum("nk,nk->n", self.weights, alpha[self.neighbours]))

    @property
    def diagonal(self) -> Floats:
        """What a pixel's own alpha is multiplied with; (n,)."""
        return self.weights[:, self.weights.shape[1] // 2]


def system(image: Floats, trimap: Trimap) -> System:
    """The equations of a picture, float32 (h, w, 3) in [0, 1], with its trimap (h, w)."""
    height, width = trimap.shape
    places = np.flatnonzero(trimap == UNKNOWN)
    rows, columns = np.divmod(places, width)
    weights = np.zeros((len(places), (2 * RADIUS + 1) ** 2), np.float32)
    for (down, across), plane in _weight_planes(image.astype(np.float64)):
        place = (down + RADIUS) * (2 * RADIUS + 1) + across + RADIUS
        weights[:, place] = plane[rows, columns]
        if (down, across) != (0, 0):
            # L_ij = L_ji: what i says to j is what j hears from i. Beyond the edge nobody speaks.
            above, left = rows - down, columns - across
            inside = (above >= 0) & (left >= 0) & (left < width)
            weights[inside, -1 - place] = plane[above[inside], left[inside]]
    around = range(-RADIUS, RADIUS + 1)
    displacements = np.array([down * width + across for down in around for across in around])
    neighbours = np.clip(places[:, None] + displacements, 0, trimap.size - 1)
    goal = (trimap.ravel() == FOREGROUND).astype(np.float32)
    return System(places, neighbours, weights, goal)


def _weight_planes(image: Doubles) -> Iterator[tuple[tuple[int, int], Doubles]]:
    """L_ij for every pixel i and j = i + (down, across), zero where j lies outside; (h, w)."""
    height, width = image.shape[:2]
    reach = RADIUS - 1  # of a window: centres within 1 of a pixel hold it
    planes = _window_planes(image)
    padded = np.pad(planes, ((0, 0), (reach, reach), (reach, reach)))
    beyond = np.pad(image, ((0, RADIUS), (RADIUS, RADIUS), (0, 0)))
    for down in range(RADIUS + 1):
        tall = _summed(padded, axis=1, displacement=down, size=height)
        for across in range(-RADIUS if down else 0, RADIUS + 1):
            shared = _summed(tall, axis=2, displacement=across, size=width)
            other = beyond[down : down + height, RADIUS + across : RADIUS + across + width]
            weight = -_said(shared, image, other)
            if (down, across) == (0, 0):
                weight += shared[10]
            yield (down, across), weight


def _summed(planes: Doubles, axis: int, displacement: int, size: int) -> Doubles:
    """Sums over the window centres that lie within 1 of both 0 and `displacement`, along `axis`."""
    first, last = max(displacement, 0) - 1, min(displacement, 0) + 1
    parts = [
        planes[(slice(None),) * axis + (slice(1 + offset, 1 + offset + size),)]
        for offset in range(first, last + 1)
    ]
    total = parts[0].copy()
    for part in parts[1:]:
        total += part
    return total


def _said(shared: Doubles, one: Doubles, other: Doubles) -> Doubles:
    """Σ_w (1 + (I_i − μ)ᵀ S (I_j − μ)) / 9 over the shared windows; (h, w)."""
    xx, xy, xz, yy, yz, zz, x, y, z, rest, _ = shared
    r, g, b = other[..., 0], other[..., 1], other[..., 2]
    total = one[..., 0] * (xx * r + xy * g + xz * b - x)
    total += one[..., 1] * (xy * r + yy * g + yz * b - y)
    total += one[..., 2] * (xz * r + yz * g + zz * b - z)
    total -= x * r + y * g + z * b
    total += rest
    return np.asarray(total / 9)


def _window_planes(image: Doubles) -> Doubles:
    """S (6 planes), Sμ (3), 1 + μᵀSμ and 1 of the window around every pixel; (11, h, w).

    Zero for windows that do not lie wholly inside the picture.
    """
    mean = _mean(image)
    pairs = ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))
    xx, xy, xz, yy, yz, zz = (
        _mean(image[..., i] * image[..., j]) - mean[..., i] * mean[..., j] for i, j in pairs
    )
    xx, yy, zz = xx + REGULARISATION, yy + REGULARISATION, zz + REGULARISATION
    a, b, c = yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy
    d, e, f = xx * zz - xz * xz, xy * xz - xx * yz, xx * yy - xy * xy
    planes = np.empty((11, *image.shape[:2]))
    planes[:6] = np.stack([a, b, c, d, e, f]) / (xx * a + xy * b + xz * c)
    xx, xy, xz, yy, yz, zz = planes[:6]
    r, g, b = mean[..., 0], mean[..., 1], mean[..., 2]
    planes[6] = xx * r + xy * g + xz * b
    planes[7] = xy * r + yy * g + yz * b
    planes[8] = xz * r + yz * g + zz * b
    planes[9] = 1 + planes[6] * r + planes[7] * g + planes[8] * b
    planes[10] = 1
    planes[:, [0, -1]] = 0
    planes[:, :, [0, -1]] = 0
    return planes


def _mean(planes: Doubles) -> Doubles:
    return cv2.blur(planes, (3, 3), borderType=cv2.BORDER_REFLECT_101).astype(np.float64)
