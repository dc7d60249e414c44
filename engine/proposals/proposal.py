"""A trimap to begin with: what stands out in a photograph, and a band along its edge.

All of the thinking is done on at most a megapixel, so 24 megapixels cost little more than one.
"""

from collections.abc import Callable
from functools import cache

import cv2
import numpy as np

from engine.arrays import Floats, Image, Trimap, require_image, require_plane, unit_floats
from engine.errors import Cancelled, TrimapError
from engine.proposals.band import banded
from engine.proposals.evidence import Evidence, evidence
from engine.proposals.saliency import SaliencyNetwork
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.scaling import enlarged

MOST = 1_000_000
"""Pixels that are looked at; larger pictures are reduced."""
NARROWEST, WIDEST = 0.1, 10.0
"""What `width` may be."""
_STANDS_OUT = 0.5
_FEWEST = 5e-4
"""Part of the picture that must stand out."""

Asked = Callable[[], bool]


def proposed(
    image: Image,
    painted: Trimap | None = None,
    width: float = 1.0,
    cancelled: Asked | None = None,
) -> Trimap:
    """A trimap for the photograph, uint8 (h, w), with some foreground and some background.

    image: uint8 or uint16 (h, w, 3). painted: what a person has painted; all of it stays, only its
    unknown is proposed, and what is painted against the network's opinion gets a band of its own.
    width: times which the band is as wide as the picture asks for, `NARROWEST` to `WIDEST`.
    Raises TrimapError when nothing stands out or everything does, WeightsError when the network is
    not whole, Cancelled once `cancelled` answers True.
    """
    require_image(image)
    require_width(width)
    small = reduced(image, MOST)
    size = small.shape[1], small.shape[0]
    saliency = network().look(small)
    _ask(cancelled)
    if painted is None and not stands_out(saliency):
        raise nothing_found()
    large = cv2.resize(saliency, size, interpolation=cv2.INTER_CUBIC)
    saliency = np.clip(np.asarray(large, np.float32), 0, 1)
    if painted is not None:
        require_plane(painted, image, np.uint8)
        known = cv2.resize(painted, size, interpolation=cv2.INTER_NEAREST)
        saliency[known == FOREGROUND], saliency[known == BACKGROUND] = 1, 0
    found = evidence(unit_floats(small), saliency)
    _ask(cancelled)
    _require_both(found)
    proposal = enlarged(banded(found, width), image.shape[:2])
    return proposal if painted is None else completed(painted, proposal)


def completed(painted: Trimap, proposal: Trimap) -> Trimap:
    """`painted` with its unknown pixels as the proposal has them; a new array, uint8 (h, w)."""
    return np.where(painted == UNKNOWN, proposal, painted).astype(np.uint8)


@cache
def network() -> SaliencyNetwork:
    """The shipped network, read once; WeightsError if it is not whole."""
    return SaliencyNetwork()


def require_width(width: float) -> None:
    """Raise TrimapError unless a band can be `width` times as wide."""
    if not NARROWEST <= width <= WIDEST:
        raise TrimapError(
            f"A band cannot be {width:g} times as wide.",
            hint=f"Give {NARROWEST:g} to {WIDEST:g}; 1 is as wide as the picture asks for.",
        )


def reduced(image: Image, most: int) -> Image:
    """The image with at most `most` pixels, and its proportions as near as whole pixels allow."""
    height, width = image.shape[:2]
    factor = min(1.0, float(np.sqrt(most / (height * width))))
    if factor == 1:
        return image
    size = max(1, int(width * factor)), max(1, int(height * factor))
    small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA))
    return small.astype(np.uint8) if image.dtype == np.uint8 else small.astype(np.uint16)


def stands_out(saliency: Floats) -> bool:
    """Whether something stands out, more than next to nowhere."""
    return bool((saliency > _STANDS_OUT).mean() >= _FEWEST)


def nothing_found() -> TrimapError:
    """What to say when nothing stands out."""
    return TrimapError(
        "Nothing in this picture stands out enough for a proposal.",
        hint="Paint a few strokes of foreground and of background where you are certain.",
    )


def _require_both(found: Evidence) -> None:
    if not found.mask.any():
        raise nothing_found()
    if found.mask.all():
        raise TrimapError(
            "The subject fills this picture, so no background can be proposed.",
            hint="Paint a few strokes of background where you are certain.",
        )


def _ask(cancelled: Asked | None) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled
