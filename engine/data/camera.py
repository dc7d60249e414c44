"""What a camera and a file do to a picture: exposure, noise, sharpening, JPEG, eight bits."""

import cv2
import numpy as np

from engine.arrays import Floats


def seen(generator: np.random.Generator, image: Floats) -> Floats:
    """The picture as it comes out of a file; float32 (h, w, 3), multiples of 1/255 in [0, 1].

    Nothing here moves an edge by more than a pixel, so the alpha stays true.
    """
    image = np.clip(image, 0, 1) ** np.float32(np.exp(generator.normal(0, 0.15)))
    image = image * np.float32(np.exp(generator.normal(0, 0.1)))
    if generator.random() < 0.3:
        image = _sharpened(image, generator.uniform(0.2, 1.0))
    if generator.random() < 0.35:
        image = _noisy(generator, image)
    codes = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)
    if generator.random() < 0.4:
        codes = _through_jpeg(codes, int(generator.integers(65, 99)))
    return codes.astype(np.float32) / np.float32(255)


def _sharpened(image: Floats, amount: float) -> Floats:
    blurred = cv2.GaussianBlur(image, (0, 0), 1.0)
    return np.asarray(image + np.float32(amount) * (image - blurred), np.float32)


def _noisy(generator: np.random.Generator, image: Floats) -> Floats:
    """Noise that grows with the root of the light, as a sensor's does; sometimes smoothed."""
    strength = np.exp(generator.uniform(np.log(0.002), np.log(0.03)))
    noise = generator.standard_normal(image.shape, dtype=np.float32)
    if generator.random() < 0.5:
        noise = np.asarray(2 * cv2.GaussianBlur(noise, (0, 0), 0.8), np.float32)
    return np.asarray(
        image + np.float32(strength) * np.sqrt(0.2 + np.clip(image, 0, 1)) * noise, np.float32
    )


def _through_jpeg(
    codes: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], quality: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    _, encoded = cv2.imencode(".jpg", codes, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(encoded, cv2.IMREAD_COLOR), np.uint8)
