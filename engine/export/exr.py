"""OpenEXR: premultiplied RGBA in linear light, or alpha alone, as 16- or 32-bit floating point."""

from pathlib import Path
from typing import Any

import numpy as np

import engine
from engine.export.kinds import Depth, Plate, Wish, strips
from engine.export.light import light_of, linear

NOTE = "gossamer"
"""The attribute that holds the export record."""


def write(path: Path, plate: Plate, wish: Wish) -> None:
    """Write the plate (OpenEXR 3, technical introduction: colours are premultiplied and linear).

    The photograph's profile becomes the chromaticities of the file; alpha alone is channel Y.
    """
    import OpenEXR

    kind = np.float16 if wish.depth is Depth.HALF else np.float32
    header: dict[str, Any] = {
        "compression": OpenEXR.ZIP_COMPRESSION,
        "type": OpenEXR.scanlineimage,
        "software": f"Gossamer {engine.__version__}",
    }
    if plate.note:
        header[NOTE] = plate.note
    if plate.dpi is not None:
        header["xDensity"] = float(plate.dpi[0])
        header["pixelAspectRatio"] = plate.dpi[1] / plate.dpi[0]  # times xDensity is that down
    if plate.foreground is None:
        channels = {"Y": plate.alpha.astype(kind)}
    else:
        light = light_of(plate.icc)
        header["chromaticities"] = light.chromaticities
        stored = np.empty((*plate.alpha.shape, 4), kind)
        for rows in strips(len(stored)):
            share = plate.alpha[rows, :, None]
            stored[rows, :, :3] = linear(plate.foreground[rows], light) * share
            stored[rows, :, 3:] = share
        channels = {"RGBA": stored}
    with OpenEXR.File(header, channels) as file:
        file.write(str(path))
