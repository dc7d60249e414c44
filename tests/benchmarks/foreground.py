"""How near estimated foreground colours come to the truth: `python -m tests.benchmarks.foreground`.

Rendered foregrounds whose colours are known, those that training leaves out, over the sample
photographs. Errors are over pixels with 0.05 < alpha < 0.95, weighed by alpha, as in Germer et al.
(ICPR 2020): mean absolute, mean squared, and mean squared gradient. PyMatting's own implementation
of the method stands beside ours if it is installed (`pip install 'gossamer[report]'`).
"""

import sys
import time
from collections.abc import Callable

import cv2
import numpy as np
import PIL.Image

from engine.arrays import Alpha, Floats, Image
from engine.imaging.foreground import estimate_foreground
from engine.resources import resources_folder, sample_folder

Method = Callable[[Image, Alpha], Floats]


def methods() -> dict[str, Method]:
    """Those that can be run here."""
    found: dict[str, Method] = {
        "the photograph's own": lambda image, _alpha: image / np.float32(255),
        "ours": lambda image, alpha: estimate_foreground(image, alpha) / np.float32(255),
    }
    try:
        from pymatting import estimate_foreground_ml
    except ImportError:
        return found
    found["PyMatting's"] = lambda image, alpha: estimate_foreground_ml(
        image / 255.0, alpha.astype(np.float64)
    ).astype(np.float32)
    return found


def errors(colours: Floats, truth: Floats, alpha: Alpha) -> np.ndarray:
    """Absolute (of 255), squared (times 10⁴), and that of gradients (times 100)."""
    soft = (alpha > 0.05) & (alpha < 0.95)
    away = np.ascontiguousarray((colours - truth) * alpha[..., None])
    across, down = (cv2.Scharr(away, cv2.CV_32F, *axis) for axis in ((1, 0), (0, 1)))
    slope = across**2 + down**2
    return np.array(
        [255 * np.abs(away[soft]).mean(), 1e4 * (away[soft] ** 2).mean(), 100 * slope[soft].mean()]
    )


def main() -> None:
    """See the head of this file."""
    photographs = sorted(sample_folder().glob("*.jpg")) + [sample_folder() / "astronaut.png"]
    rows: dict[str, list[np.ndarray]] = {name: [] for name in methods()}
    seconds: dict[str, list[float]] = {name: [] for name in rows}
    for number, path in enumerate(sorted((resources_folder() / "foregrounds").glob("*5.webp"))):
        planes = np.asarray(PIL.Image.open(path).convert("RGBA")) / np.float32(255)
        truth, alpha = planes[..., :3], np.ascontiguousarray(planes[..., 3])
        behind = PIL.Image.open(photographs[number % len(photographs)]).convert("RGB")
        background = np.asarray(behind.resize(alpha.shape[::-1])) / np.float32(255)
        share = alpha[..., None]
        image = np.rint(255 * (share * truth + (1 - share) * background)).astype(np.uint8)
        for name, method in methods().items():
            began = time.perf_counter()
            colours = method(image, alpha)
            seconds[name].append(time.perf_counter() - began)
            rows[name].append(errors(colours, truth, alpha))
    sys.stdout.write(f"{len(rows['ours'])} pictures: absolute, squared, gradient; seconds\n")
    for name, found in rows.items():
        numbers = "  ".join(f"{value:7.2f}" for value in np.mean(found, axis=0))
        sys.stdout.write(f"{name:22}{numbers}  {np.median(seconds[name]):.2f} s\n")


if __name__ == "__main__":
    main()
