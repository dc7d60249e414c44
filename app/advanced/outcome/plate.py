"""A photograph and one matte of it out of files, as a scene can show them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.arrays import Alpha, Image, Mask
from engine.imaging.reading import read_alpha, read_image
from engine.trimap.paint import Box


@dataclass(frozen=True, eq=False)
class Plate:
    """Never written, and never stale; one without alpha shows the photograph alone."""

    image: Image
    alpha: Alpha | None
    icc: bytes | None = None

    @property
    def foreground(self) -> Image | None:
        """Not estimated: two mattes are compared over the photograph's own colours."""
        return None

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to show."""
        return self.image.size == 0

    @property
    def any_stale(self) -> bool:
        """Never."""
        return False

    def stale(self, box: Box) -> Mask:
        """Nowhere; bool (box.height, box.width)."""
        return np.zeros((box.height, box.width), np.bool_)


@dataclass(frozen=True)
class Shot:
    """The files of a picture and of its mattes by their titles, left and right first."""

    title: str
    image: Path
    alphas: tuple[tuple[str, Path], ...]


def plates(shot: Shot) -> tuple[tuple[str, Plate], ...]:
    """A plate for each matte of a picture; ImageError if a file cannot be read."""
    picture = read_image(shot.image)
    return tuple(
        (title, Plate(picture.image, read_alpha(path), picture.icc)) for title, path in shot.alphas
    )
