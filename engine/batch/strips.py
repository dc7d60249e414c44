"""The report's thumbnails of a picture: photograph, trimap, alpha and cut-out in one strip."""

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from engine.arrays import Alpha, Image, Trimap, eight_bits
from engine.imaging.placing import write_whole

HEIGHT = 120
_WIDEST = 240
_GAP = 4
_LIGHT, _DARK, _SQUARE = 200, 150, 8


def write_strip(path: Path, image: Image, trimap: Trimap, alpha: Alpha) -> None:
    """Write the strip as a JPEG; OutputError when that cannot be done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    done, encoded = cv2.imencode(
        ".jpg", strip(image, trimap, alpha), [cv2.IMWRITE_JPEG_QUALITY, 85]
    )
    if not done:
        raise ValueError("no JPEG can hold this strip")
    write_whole(path, encoded.tobytes())


def strip(image: Image, trimap: Trimap, alpha: Alpha) -> npt.NDArray[np.uint8]:
    """Photograph, trimap, alpha, and cut-out over a checkerboard, side by side.

    uint8 (HEIGHT, w, 3), as OpenCV has it.
    """
    height, width = trimap.shape
    factor = min(HEIGHT / height, _WIDEST / width)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    colours = np.asarray(cv2.resize(eight_bits(image), size, interpolation=cv2.INTER_AREA))[
        ..., ::-1
    ]
    share = np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA))[..., None]
    known = np.asarray(cv2.resize(trimap, size, interpolation=cv2.INTER_AREA))
    rows, columns = np.mgrid[: size[1], : size[0]] // _SQUARE
    ground = np.where((rows + columns) % 2 == 0, _LIGHT, _DARK)[..., None]
    parts = (
        colours,
        np.repeat(known[..., None], 3, axis=2),
        np.repeat(share * 255, 3, axis=2),
        colours * share + ground * (1 - share),
    )
    whole = np.full((HEIGHT, 4 * size[0] + 3 * _GAP, 3), 255, np.uint8)
    top = (HEIGHT - size[1]) // 2
    for index, part in enumerate(parts):
        left = index * (size[0] + _GAP)
        whole[top : top + size[1], left : left + size[0]] = np.rint(part).astype(np.uint8)
    return whole
