"""A picture as it was read: its pixels, and what an export will want to give back."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from engine.arrays import Alpha, Image
from engine.imaging.colours import image_in_srgb


@dataclass(frozen=True, eq=False)
class Picture:
    """A photograph, upright.

    image: uint8 or uint16 (h, w, 3), turned as its EXIF orientation says.
    alpha: the file's own alpha channel, float32 (h, w) in [0, 1]; None when the file has none, or
        one that is opaque everywhere. It is no part of the matting.
    icc: the RGB colour profile that the colours are meant in, as bytes; None means sRGB.
    dpi: resolution (x, y) in pixels per inch; None when the file does not say.
    exif: what the camera noted, as a TIFF structure without its "Exif" heading, for an upright
        picture (`engine.imaging.exif`); None when there is nothing.
    remark: a sentence about what was taken of a file that holds more, or else ""; for people.
    """

    path: Path
    image: Image
    alpha: Alpha | None = None
    icc: bytes | None = None
    dpi: tuple[float, float] | None = None
    exif: bytes | None = None
    remark: str = ""

    @cached_property
    def in_srgb(self) -> Image:
        """The image as sRGB has it: what networks are shown, which learnt on sRGB.

        `image` itself without a profile. The first call takes a second for 24 megapixels of wide
        colours: not for the GUI thread, for which pictures are `prepared`.
        """
        return image_in_srgb(self.image, self.icc)

    def prepared(self) -> Self:
        """Itself, once `in_srgb` is found: for whoever reads it, in another thread."""
        _ = self.in_srgb
        return self
