"""The matting Laplacian as equations for the unknown pixels alone.

L of Levin, Lischinski, Weiss, "A closed-form solution to natural image matting", PAMI 2008,
equation 12, as `engine.networks.propagation` links pixels by it: a pixel hears from the 24 around
it that share a 3 × 3 window with it. Cost and memory go with the unknown pixels.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import torch

from engine.arrays import Floats, Trimap
from engine.matting.stopping import Asked, go_on
from engine.networks.propagation import AHEAD, FAR, links
from engine.trimap.codes import FOREGROUND, UNKNOWN

# Said once by torch of all its sparse rows; what is used here has been there since version 1.10.
warnings.filterwarnings("ignore", "Sparse CSR tensor support is in beta")

Indices = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.int32]
Product = Callable[[Floats], Floats]
Plain = TypeVar("Plain", np.float32, np.int32)

REGULARISATION = 1e-8
"""ε, added to the variance of a window's colours: larger is smoother and blurs thin structures. On
photographs 1e-6 has a sixth more error than this once the equations are solved well enough."""

STRIP = 128
"""Rows that are linked at once."""

SIDE = 2 * FAR + 1
"""Of the square of pixels that a pixel hears from."""


@dataclass(frozen=True, eq=False)
class System:
    """L at the n unknown pixels, whose flat indices are `places`.

    among: what L makes of their alpha, (n,) to (n,); known: what the known pixels add to that;
    diagonal: what a pixel's own alpha is multiplied with; (n,) each.
    """

    places: Indices
    among: Product
    known: Floats
    diagonal: Floats


def system(image: Floats, trimap: Trimap, asked: Asked = go_on) -> System:
    """The equations of a picture, float32 (h, w, 3) in [0, 1], with its trimap (h, w).

    asked: called now and then, and may raise to stop.
    """
    places = np.flatnonzero(trimap == UNKNOWN)
    if not places.size:
        nothing = np.zeros(0, np.float32)
        return System(places, lambda alpha: alpha, nothing, nothing)
    rows, columns = np.divmod(places, trimap.shape[1])
    box = tuple(
        slice(max(int(ends.min()) - FAR, 0), int(ends.max()) + FAR + 1) for ends in (rows, columns)
    )
    part, codes = image[box], trimap[box]
    within = (rows - box[0].start, columns - box[1].start)
    weights = _weights(part, within, asked)
    numbers = np.full(codes.shape, -1, np.int32)
    numbers[within] = np.arange(len(places))
    foreground = (codes == FOREGROUND).astype(np.float32)
    known = np.einsum("nk,nk->n", weights, _around(foreground, within, np.float32(0)))
    among = product(_around(numbers, within, np.int32(-1)), weights)
    return System(places, among, known, weights[:, SIDE**2 // 2].copy())


def product(numbers: Numbers, weights: Floats) -> Product:
    """What a sparse matrix makes of a vector. Row i holds `weights[i]` at the columns `numbers[i]`.

    numbers, weights: (n, k); columns below 0 are not there.
    """
    there = numbers >= 0
    # Without it torch multiplies no sparse rows.
    if not torch.backends.mkl.is_available():  # type: ignore[no-untyped-call]
        columns, factors = np.maximum(numbers, 0), np.where(there, weights, np.float32(0))
        return lambda alpha: np.asarray(np.einsum("nk,nk->n", factors, alpha[columns]), np.float32)
    ends = np.cumsum(there.sum(axis=1), dtype=np.int32)
    starts = np.concatenate([np.zeros(1, np.int32), ends])
    matrix = torch.sparse_csr_tensor(
        torch.from_numpy(starts),
        torch.from_numpy(numbers[there]),
        torch.from_numpy(weights[there]),
        size=(len(numbers), len(numbers)),
        check_invariants=False,
    )
    return lambda alpha: np.asarray((matrix @ torch.from_numpy(alpha)).numpy())


def _weights(image: Floats, within: tuple[Indices, Indices], asked: Asked) -> Floats:
    """L_ij for pixels i at `within` and the square j around each; (n, 25)."""
    weights = np.zeros((len(within[0]), SIDE**2), np.float32)
    middle = SIDE**2 // 2
    for plane, (down, across) in zip(_links(image, asked), AHEAD, strict=True):
        place = down * SIDE + across
        weights[:, middle + place] = plane[within]
        # L_ij = L_ji: what i says to j is what j hears from i. Beyond the edge nobody speaks.
        above, left = within[0] - down, within[1] - across
        inside = (above >= 0) & (left >= 0) & (left < image.shape[1])
        weights[inside, middle - place] = plane[above[inside], left[inside]]
    weights[:, middle] = -weights.sum(axis=1)  # the rows of L add up to 0
    return weights


def _links(image: Floats, asked: Asked) -> Floats:
    """L_ij for every pixel i and the 12 after it, (12, h, w); strip by strip, for less memory.

    Double precision: with so small an ε single ones lose a tenth in windows of one colour.
    """
    height, width = image.shape[:2]
    planes = np.empty((len(AHEAD), height, width), np.float32)
    for top in range(0, height, STRIP):
        asked()
        first, last = max(top - FAR, 0), min(top + STRIP, height)
        part = torch.from_numpy(image[first : last + FAR].transpose(2, 0, 1).astype(np.float64))
        found = links(part[None], REGULARISATION)[0].numpy()
        planes[:, top:last] = found[:, top - first : last - first]
    return planes


def _around(
    plane: npt.NDArray[Plain], within: tuple[Indices, Indices], beyond: Plain
) -> npt.NDArray[Plain]:
    """The plane's values in the square around each of the pixels, (n, 25); `beyond` its edge."""
    padded = np.pad(plane, FAR, constant_values=beyond)
    squares = np.lib.stride_tricks.sliding_window_view(padded, (SIDE, SIDE))
    return squares[within].reshape(len(within[0]), SIDE**2)
