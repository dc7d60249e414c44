"""A proposal within a region that a person has drawn: GrabCut, begun by what stands out there.

C. Rother, V. Kolmogorov, A. Blake, "GrabCut: Interactive Foreground Extraction using Iterated Graph
Cuts", ACM SIGGRAPH 2004, as OpenCV has it.
"""

from functools import partial

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Image, Mask, Trimap, eight_bits, require_image, require_plane, unit_floats
from engine.errors import Cancelled, TrimapError
from engine.proposals.band import banded
from engine.proposals.evidence import evidence
from engine.proposals.proposal import (
    Asked,
    completed,
    network,
    reduced,
    require_width,
    stands_out,
)
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.paint import Box, box_of
from engine.trimap.scaling import enlarged

MOST = 250_000
"""Pixels that are cut; larger regions are reduced."""
_AROUND = 0.15
"""Part of the region's longer side that is looked at around it: the colours of the ground."""
_ROUNDS = 3
_SOFTENED = 1.5
"""Pixels of blur that make an edge of the cut's, which is as hard as a staircase."""

_FORE = (cv2.GC_FGD, cv2.GC_PR_FGD)
_Labels = npt.NDArray[np.uint8]


def refined(
    image: Image,
    trimap: Trimap,
    region: Mask,
    width: float = 1.0,
    cancelled: Asked | None = None,
) -> Trimap:
    """The trimap with what is unknown within a region proposed; a new array, uint8 (h, w).

    image: uint8 or uint16 (h, w, 3); region: bool (h, w), True within. What the trimap knows stays,
    there and everywhere, and teaches the colours; where it knows nothing around the region, that
    counts as background. width: as of `engine.proposals.proposal.proposed`.
    Raises TrimapError when nothing in the region is unknown, or no foreground is found there;
    WeightsError when the network is not whole; Cancelled once `cancelled` answers True.
    """
    require_image(image)
    require_plane(trimap, image, np.uint8)
    require_plane(region, image, np.bool_)
    require_width(width)
    if not (region & (trimap == UNKNOWN)).any():
        raise TrimapError(
            "There is nothing unknown to propose within the lasso.",
            hint="Erase what is wrong there, and draw the lasso again.",
        )
    box = _surrounding(region)
    known, within = trimap[box.slices], region[box.slices]
    small = reduced(image[box.slices], MOST)
    size = small.shape[1], small.shape[0]
    scaled = partial(cv2.resize, dsize=size, interpolation=cv2.INTER_NEAREST)
    small_known = np.asarray(scaled(known), np.uint8)
    small_within = np.asarray(scaled(within.astype(np.uint8))) > 0
    labels = _begun(small, small_known, small_within)
    if cancelled is not None and cancelled():
        raise Cancelled
    cut = _cut(small, labels)
    if not cut[small_within].any():
        raise nothing_encircled()
    soft = cv2.GaussianBlur(cut.astype(np.float32), (0, 0), _SOFTENED)
    found = evidence(unit_floats(small), np.asarray(soft, np.float32))
    if cancelled is not None and cancelled():
        raise Cancelled
    proposal = enlarged(banded(found, width), known.shape)
    answer = trimap.copy()
    answer[box.slices] = np.where(within, completed(known, proposal), known)
    return answer


def nothing_encircled() -> TrimapError:
    """What to say when there is no foreground in a region."""
    return TrimapError(
        "Nothing within the lasso stands out from what is around it.",
        hint="Paint a stroke of foreground in there, and draw the lasso again.",
    )


def _surrounding(region: Mask) -> Box:
    """The box of the region and of some ground around it, within the picture."""
    rows, columns = (np.flatnonzero(region.any(axis=axis)) for axis in (1, 0))
    tight = Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    more = max(4, round(_AROUND * max(tight.width, tight.height)))
    wide = Box(tight.left - more, tight.top - more, tight.right + more, tight.bottom + more)
    return wide.clipped(box_of(region))


def _begun(image: Image, known: Trimap, within: Mask) -> _Labels:
    """What GrabCut begins with: what is known, what stands out, and ground around the region."""
    saliency = network().look(image)
    if stands_out(saliency):
        stands = cv2.resize(saliency, within.shape[::-1], interpolation=cv2.INTER_LINEAR) > 0.5
    else:
        stands = within
    labels = np.where(stands, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    if not (known == FOREGROUND)[~within].any():
        labels[~within] = cv2.GC_BGD  # a lasso around the whole of something
    labels[known == FOREGROUND] = cv2.GC_FGD
    labels[known == BACKGROUND] = cv2.GC_BGD
    return labels


def _cut(image: Image, labels: _Labels) -> Mask:
    """The foreground after some rounds of GrabCut; one side alone is all there is."""
    begun = np.isin(labels, _FORE)
    if begun.all() or not begun.any():
        return begun
    bgr = np.ascontiguousarray(eight_bits(image)[..., ::-1])
    back, fore = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(0)  # GrabCut draws its first colours: the same lasso, the same answer
    done, _, _ = cv2.grabCut(bgr, labels, (0, 0, 1, 1), back, fore, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    return np.isin(done, _FORE)
