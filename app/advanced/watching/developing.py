"""Previews on disk, as pictures to look at: the photograph, an alpha, or what it cuts out."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np

from app.images import Bytes
from engine.arrays import Alpha, eight_bits
from engine.imaging.compositing import checkerboard, over
from engine.imaging.reading import read_alpha, read_image
from engine.training.files import PREVIEWS


class View(Enum):
    """What is looked at."""

    PHOTOGRAPH = "photograph"
    ALPHA = "alpha"
    CUTOUT = "cutout"
    TRUTH = "truth"
    """The true alpha, which composites have."""


@dataclass(frozen=True)
class Preview:
    """One of the fixed pictures of a run, by its number, at one of its steps."""

    run: Path
    number: int
    alpha: str
    """The alpha's file, relative to the run's folder."""

    @property
    def image(self) -> Path:
        """The photograph's file."""
        return self.run / PREVIEWS / f"image-{self.number}.png"

    @property
    def target(self) -> Path:
        """The file of the true alpha, which need not exist."""
        return self.run / PREVIEWS / f"target-{self.number}.png"


def developed(preview: Preview, view: View) -> Bytes:
    """The preview to look at, uint8 (h, w, 3); ImageError if its files cannot be read."""
    if view is View.PHOTOGRAPH:
        return _photograph(preview)
    if view is View.TRUTH:
        return _grey(read_alpha(preview.target))
    alpha = read_alpha(preview.run / preview.alpha)
    if view is View.ALPHA:
        return _grey(alpha)
    return eight_bits(over(_photograph(preview), alpha, checkerboard(*alpha.shape)))


def _photograph(preview: Preview) -> Bytes:
    return eight_bits(read_image(preview.image).image)


def _grey(alpha: Alpha) -> Bytes:
    grey = np.rint(alpha * 255).astype(np.uint8)
    return np.repeat(grey[..., None], 3, axis=2)
