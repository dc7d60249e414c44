"""Composites as files: what training sees, to look at or to measure networks on."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from engine.data.composition import Sources, compose
from engine.data.outputs import make_folder
from engine.imaging.writing import write_alpha, write_picture, write_trimap

FOLDERS = ("images", "trimaps", "alphas")


def write_composites(
    sources: Sources, folder: Path, *, count: int, seed: int, side: int
) -> Iterator[Path]:
    """Compose `count` pictures, and write each with its trimap and its alpha, under one name.

    What has its alpha already is left alone. DataError or OutputError when that cannot be done.
    """
    images, trimaps, alphas = (folder / name for name in FOLDERS)
    for path in (images, trimaps, alphas):
        make_folder(path)
    for number in range(count):
        name = f"{seed}-{number:05}.png"
        if not (alphas / name).exists():
            composite = compose(sources, np.random.default_rng((seed, number)), side)
            codes = np.asarray(np.rint(composite.image * 255), np.uint8)
            write_picture(images / name, codes)
            write_trimap(trimaps / name, composite.trimap)
            write_alpha(alphas / name, composite.target)  # last: now the picture is whole
        yield images / name
