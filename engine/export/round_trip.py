"""The check of a file that was written: another library reads it, and it is composited again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.arrays import Floats
from engine.errors import OutputError
from engine.export import exr, png
from engine.export.formats import FORMATS
from engine.export.kinds import STEPS, Colours, Depth, Plate, Stored, Wish, strips
from engine.export.light import light_of, linear

_DEPTHS = {
    "uint8": Depth.EIGHT,
    "uint16": Depth.SIXTEEN,
    "half": Depth.HALF,
    "float": Depth.FLOAT,
}
_NOTES = {"png": png.KEYWORD, "exr": exr.NOTE}
_SLACK = {Colours.STRAIGHT: 1.02, Colours.PREMULTIPLIED: 1.52, Colours.MASK: 1.02, None: 0.52}
"""Steps by which rounding may move a composite: half of one for alpha, half of one for the colours,
and half of one for their product."""


@dataclass(frozen=True)
class RoundTrip:
    """What came out of the check.

    reader: the library that read the file. error: the largest difference between what was to be
    written and what was read, laid over black and over white, of 1. depth, colours: those found.
    drops_exif: the photograph has notes of its camera, for which the format has no place.
    """

    reader: str
    error: float
    depth: Depth
    colours: Colours | None
    drops_exif: bool = False

    @property
    def steps(self) -> float:
        """The error in steps of the depth."""
        return self.error / STEPS[self.depth]


def check(path: Path, plate: Plate, wish: Wish) -> RoundTrip:
    """Read `path` with another library and compare; OutputError for what is not as it should be.

    Held are: depth, size, whether colours are premultiplied, composites over black and white to
    the rounding of the depth, and profile, resolution and record where the format keeps them.
    """
    stored = read_back(path, wish)
    faults = [
        fault
        for fault, is_wrong in (
            ("its depth is another", stored.depth is not wish.depth),
            ("its size is another", stored.alpha.shape != plate.alpha.shape),
            ("its colours are stored in another way", _is_other_way(stored, wish)),
            *_losses(stored, plate, wish),
        )
        if is_wrong
    ]
    if faults:
        raise _damaged(wish, faults[0])
    error = _error(stored, plate, wish)
    if not error <= _SLACK[wish.colours] * STEPS[wish.depth]:
        raise _damaged(wish, f"its pixels differ by {error:.2g}")
    drops_exif = plate.exif is not None and "exif" not in FORMATS[wish.format].keeps
    return RoundTrip(reader(), error, wish.depth, wish.colours, drops_exif)


def reader() -> str:
    """The library that reads, with its version."""
    import OpenImageIO

    return f"OpenImageIO {OpenImageIO.VERSION_STRING}"


def read_back(path: Path, wish: Wish) -> Stored:
    """What OpenImageIO finds in the file; it has written none of them."""
    import OpenImageIO

    as_stored = OpenImageIO.ImageSpec()
    as_stored["oiio:UnassociatedAlpha"] = 1
    file = OpenImageIO.ImageInput.open(str(path), as_stored)
    if file is None:
        raise _damaged(wish, OpenImageIO.geterror())
    try:
        spec = file.spec()
        pixels = file.read_image(0, 0, 0, spec.nchannels, _native(spec))
        if pixels is None:
            raise _damaged(wish, file.geterror())
        alpha = pixels[..., -1]
        if wish.colours is Colours.MASK and file.seek_subimage(1, 0):  # the layer
            pixels = file.read_image(1, 0, 0, 3, _native(spec))
        if pixels is None:
            raise _damaged(wish, file.geterror())
        return Stored(
            alpha=alpha,
            colours=pixels[..., :3] if spec.nchannels >= 3 else None,
            depth=_DEPTHS.get(str(spec.format)),
            premultiplied=_is_premultiplied(spec, wish),
            icc=_profile(spec),
            dpi=_dpi(spec),
            note=spec.get_string_attribute(_NOTES.get(wish.format, "")),
        )
    finally:
        file.close()


def _native(spec: Any) -> str:
    return str(spec.format) if str(spec.format) in ("uint8", "uint16") else "float"


def _unit(pixels: Any) -> Floats:
    if pixels.dtype in (np.uint8, np.uint16):
        return np.asarray(pixels / np.float32(np.iinfo(pixels.dtype).max), np.float32)
    return np.asarray(pixels, np.float32)


def _is_premultiplied(spec: Any, wish: Wish) -> bool | None:
    """What the file says; nothing of an alpha alone, nor of a layer with a mask."""
    if wish.colours in (None, Colours.MASK):
        return None
    return not spec.get_int_attribute("oiio:UnassociatedAlpha")


def _profile(spec: Any) -> bytes | None:
    profile = spec.get("ICCProfile")
    return None if profile is None else np.asarray(profile, np.uint8).tobytes()


def _dpi(spec: Any) -> tuple[float, float] | None:
    across, down = (spec.get_float_attribute(f"{axis}Resolution") for axis in "XY")
    if across <= 0 or down <= 0:
        across = spec.get_float_attribute("XDensity")
        down = across * (spec.get_float_attribute("PixelAspectRatio") or 1)
    if across <= 0:
        return None
    factor = 2.54 if spec.get_string_attribute("ResolutionUnit") == "cm" else 1
    return across * factor, down * factor


def _is_other_way(stored: Stored, wish: Wish) -> bool:
    if (stored.colours is None) != (wish.colours is None):
        return True
    if stored.premultiplied is None:
        return False
    return stored.premultiplied != (wish.colours is Colours.PREMULTIPLIED)


def _losses(stored: Stored, plate: Plate, wish: Wish) -> list[tuple[str, bool]]:
    keeps = FORMATS[wish.format].keeps
    profile = plate.icc if wish.colours is not None else None
    return [
        ("its colour profile is lost", "icc" in keeps and stored.icc != profile),
        ("its resolution is lost", "dpi" in keeps and not _same(stored.dpi, plate.dpi)),
        ("its record is lost", "note" in keeps and stored.note != plate.note),
    ]


def _same(found: tuple[float, float] | None, given: tuple[float, float] | None) -> bool:
    if given is None:
        return True
    return found is not None and bool(np.allclose(found, given, rtol=2e-3))


def _error(stored: Stored, plate: Plate, wish: Wish) -> float:
    """The largest difference over black and over white."""
    light = light_of(plate.icc) if FORMATS[wish.format].is_linear and wish.colours else None
    largest = 0.0
    for rows in strips(len(plate.alpha)):
        alpha, found = plate.alpha[rows], _unit(stored.alpha[rows])
        if plate.foreground is None or stored.colours is None:
            largest = max(largest, float(np.abs(found - alpha).max()))
            continue
        colours = plate.foreground[rows]
        wanted = linear(colours, light) if light else _unit(colours)
        black = wanted * alpha[..., None]
        seen = _unit(stored.colours[rows])
        if wish.colours is not Colours.PREMULTIPLIED:
            seen = seen * found[..., None]
        over_black = np.abs(seen - black)
        over_white = np.abs((seen - found[..., None]) - (black - alpha[..., None]))
        largest = max(largest, float(over_black.max()), float(over_white.max()))
    return largest


def _damaged(wish: Wish, fault: str) -> OutputError:
    return OutputError(
        f"The {FORMATS[wish.format].title} file was not kept: read back, {fault}.",
        hint="Choose another format, and report this: it should not happen.",
    )
