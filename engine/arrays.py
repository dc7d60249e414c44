"""What an array is: the four kinds that cross a function's border, and the checks that hold them.

| name   | dtype, shape                | range                                        |
|--------|-----------------------------|----------------------------------------------|
| Image  | uint8 or uint16 (h, w, 3)   | sRGB, RGB order, not premultiplied           |
| Trimap | uint8 (h, w)                | exactly 0, 128, 255 (`engine.trimap.codes`)  |
| Alpha  | float32 (h, w)              | [0, 1]; 8 and 16 bits only in files          |
| Mask   | bool (h, w)                 |                                              |

A check raises TypeError or ValueError: a wrong array is a caller's bug, not a person's mistake.
"""

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
Trimap = npt.NDArray[np.uint8]
Alpha = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]


def require_image(image: Image) -> None:
    """Raise unless `image` is uint8 or uint16 of shape (h, w, 3) with h, w >= 1."""
    if image.dtype not in (np.uint8, np.uint16):
        raise TypeError(f"an image is uint8 or uint16, not {image.dtype}")
    if image.ndim != 3 or image.shape[2] != 3 or image.size == 0:
        raise ValueError(f"an image has the shape (h, w, 3), not {image.shape}")


def require_plane(plane: npt.NDArray[np.generic], like: Image, dtype: npt.DTypeLike) -> None:
    """Raise unless `plane` is (h, w) of `dtype` and as large as the image `like`."""
    if plane.dtype != dtype:
        raise TypeError(f"expected {np.dtype(dtype)}, not {plane.dtype}")
    if plane.shape != like.shape[:2]:
        raise ValueError(f"expected the shape {like.shape[:2]}, not {plane.shape}")


def eight_bits(image: Image) -> npt.NDArray[np.uint8]:
    """The image, or a grey plane of one, as uint8; of 16 bits the upper 8, itself if it has 8."""
    return image if image.dtype == np.uint8 else (image >> 8).astype(np.uint8)  # type: ignore


def unit_floats(image: Image) -> Floats:
    """The image as float32 (h, w, 3) in [0, 1], whatever its depth."""
    return image.astype(np.float32) / np.float32(np.iinfo(image.dtype).max)
