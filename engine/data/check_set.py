"""The frozen set of every comparison: held-out foregrounds over photographs, three trimap widths.

    python -m engine.data.check_set FOREGROUNDS PHOTOGRAPHS resources/check

Made once and kept; this file says how. Folders: `images` (JPEG), `alphas` (PNG, 8 bits), and
`trimaps_narrow`, `trimaps_medium`, `trimaps_wide` (PNG). A picture carries what a camera adds
after the scene is composed: a little noise and the rounding of a good JPEG.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from engine.arrays import Alpha, Floats, Image, unit_floats
from engine.data.composition import merged, placed
from engine.data.foregrounds import (
    Foreground,
    background_files,
    foreground_files,
    held_out,
    read_background,
    read_foreground,
)
from engine.data.layouts import Cutout
from engine.data.trimaps import band
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

PICTURES = 64
SIDE = 512
WIDTHS = {"narrow": 3.0, "medium": 10.0, "wide": 25.0}
"""How far the unknown reaches beyond the alpha's own transition, in pixels."""

NOISE = 1.5 / 255
QUALITY = 90
FEWEST = 0.02
"""Share of a picture that each side must keep, known, in the widest trimap."""


@dataclass(frozen=True, eq=False)
class Check:
    """One picture of the set; image float32 (h, w, 3) in [0, 1]."""

    name: str
    image: Floats
    alpha: Alpha


def checks(foregrounds: Sequence[Cutout], photographs: Sequence[Path]) -> Iterator[Check]:
    """`PICTURES` composites: every foreground in turn, over photographs in a shuffled order."""
    generator = np.random.default_rng(2020)
    order = generator.permutation(len(photographs))
    for number in range(PICTURES):
        cutout = foregrounds[number % len(foregrounds)]
        photograph = photographs[int(order[number % len(photographs)])]
        foreground = _usable(generator, cutout, foregrounds)
        background = _cropped(generator, read_background(photograph))
        share = foreground.alpha[..., None]
        image = share * foreground.colour + (1 - share) * background
        noise = generator.standard_normal(image.shape, dtype=np.float32) * np.float32(NOISE)
        image = np.clip(image + noise, 0, 1)
        yield Check(f"{number:02d}-{cutout.name}", image, foreground.alpha)


def _usable(generator: np.random.Generator, cutout: Cutout, others: Sequence[Cutout]) -> Foreground:
    """The foreground, placed anew until its widest trimap still knows both sides.

    What has no solid part at all, such as smoke, drifts before another foreground.
    """
    while True:
        foreground = placed(generator, read_foreground(cutout), SIDE)
        if foreground.alpha.max() < 0.995 or not _knows_both(foreground.alpha):
            other = others[int(generator.integers(len(others)))]
            foreground = merged(foreground, placed(generator, read_foreground(other), SIDE))
        if _knows_both(foreground.alpha):
            return foreground


def _knows_both(alpha: Alpha) -> bool:
    trimap = band(alpha, max(WIDTHS.values()))
    return all((trimap == code).mean() > FEWEST for code in (BACKGROUND, FOREGROUND)) and (
        bool((trimap == UNKNOWN).mean() < 0.75)
    )


def _cropped(generator: np.random.Generator, photograph: Image) -> Floats:
    """A square of the photograph, a little out of focus two times in three."""
    height, width = photograph.shape[:2]
    side = min(height, width)
    top, left = (int(generator.integers(0, free + 1)) for free in (height - side, width - side))
    square = unit_floats(photograph[top : top + side, left : left + side])
    resized = cv2.resize(square, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    if generator.random() < 2 / 3:
        resized = cv2.GaussianBlur(resized, (0, 0), float(generator.uniform(0.6, 4)))
    return np.asarray(resized, np.float32)


def write(check: Check, folder: Path) -> None:
    """Write the picture, its alpha and its trimaps under `folder`."""
    bgr = np.rint(check.image[..., ::-1] * 255).astype(np.uint8)
    full_chroma = [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]
    _file(
        folder / "images",
        f"{check.name}.jpg",
        bgr,
        [cv2.IMWRITE_JPEG_QUALITY, QUALITY, *full_chroma],
    )
    _file(folder / "alphas", f"{check.name}.png", np.rint(check.alpha * 255).astype(np.uint8))
    for width, pixels in WIDTHS.items():
        _file(folder / f"trimaps_{width}", f"{check.name}.png", band(check.alpha, pixels))


def _file(
    folder: Path,
    name: str,
    pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    how: Sequence[int] = (cv2.IMWRITE_PNG_COMPRESSION, 9),
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _, encoded = cv2.imencode(Path(name).suffix, pixels, how)
    (folder / name).write_bytes(encoded.tobytes())


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the set from the held-out files of the first folder and all of the second."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("foregrounds", type=Path)
    parser.add_argument("photographs", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    kept = [cutout for cutout in foreground_files(options.foregrounds) if held_out(cutout)]
    for check in checks(kept, background_files(options.photographs)):
        write(check, options.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
