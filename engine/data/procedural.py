"""Foregrounds drawn in two dimensions: strands, blobs, smoke, nets. Cheap and endless.

Each family is `draw(generator, side) -> Alpha`, float32 (side, side) in [0, 1]; colours are a
matter of `engine.data.composition`. Good for the local statistics of hair, poor for objects.
"""

from collections.abc import Callable

import cv2
import numpy as np

from engine.arrays import Alpha, Floats

Drawer = Callable[[np.random.Generator, int], Alpha]

_OVERSAMPLING = 2
_SHIFT = 4
"""Fractional bits of coordinates handed to OpenCV's drawing functions."""


def strands(generator: np.random.Generator, side: int) -> Alpha:
    """A solid body with hundreds of curved, tapering, anti-aliased hairs."""
    scale = side * _OVERSAMPLING
    canvas = _body(generator, scale, generator.uniform(0.12, 0.3))
    centre = np.array([scale / 2, scale / 2])
    lengths = scale * generator.uniform(0.15, 0.5)
    curl = generator.normal(0, generator.uniform(0.1, 2.0))
    spread = generator.uniform(0.2, 1.0)
    heading = generator.uniform(0, 2 * np.pi)
    thickness = int(generator.integers(1, 4))
    for _ in range(int(generator.integers(60, 400))):
        angle = heading + generator.normal(0, np.pi * spread)
        root = centre + scale * generator.uniform(0.05, 0.25) * _direction(angle)
        bend = curl + generator.normal(0, 0.6)
        points = _curve(root, angle, lengths * generator.uniform(0.4, 1.2), bend, generator)
        cv2.polylines(
            canvas, [points], False, int(generator.integers(120, 256)), thickness, 8, _SHIFT
        )
    return _reduced(canvas, side)


def blobs(generator: np.random.Generator, side: int) -> Alpha:
    """A few soft-edged shapes, from hard to defocused."""
    canvas = _body(generator, side, generator.uniform(0.1, 0.35))
    for _ in range(int(generator.integers(0, 4))):
        canvas = np.maximum(canvas, _body(generator, side, generator.uniform(0.05, 0.2)))
    sigma = side / 512 * float(np.exp(generator.uniform(np.log(0.5), np.log(14))))
    return cv2.GaussianBlur(canvas, (0, 0), sigma).astype(np.float32) / np.float32(255)


def smoke(generator: np.random.Generator, side: int) -> Alpha:
    """Fractal noise under a soft envelope, with a solid core where it is thickest."""
    noise = _fractal(generator, side)
    envelope = cv2.GaussianBlur(_body(generator, side, 0.3), (0, 0), side / 12) / np.float32(255)
    gain, power = generator.uniform(1.2, 3.0), generator.uniform(0.7, 2.0)
    return np.clip(gain * noise**power * envelope, 0, 1).astype(np.float32)


def nets(generator: np.random.Generator, side: int) -> Alpha:
    """A warped grid of threads over a solid edge, with holes to look through."""
    scale = side * _OVERSAMPLING
    canvas = np.zeros((scale, scale), np.uint8)
    step = int(generator.integers(14, 70)) * _OVERSAMPLING
    thickness = int(generator.integers(1, 9))
    along = np.linspace(-0.2 * scale, 1.2 * scale, 60)
    slant = generator.uniform(-0.6, 0.6)
    for first in range(-scale // 2, scale + scale // 2, step):
        wave = (
            0.3 * step * np.sin(along / scale * generator.uniform(2, 9) + generator.uniform(0, 6))
        )
        down = np.stack([first + slant * along + wave, along], axis=1)
        across = np.stack([along, first - slant * along + wave], axis=1)
        for line in (down, across):
            points = (line * 2**_SHIFT).astype(np.int32)
            cv2.polylines(canvas, [points], False, 255, thickness, 8, _SHIFT)
    canvas = np.maximum(canvas, _body(generator, scale, generator.uniform(0.08, 0.2)))
    return _reduced(canvas, side)


DRAWERS: dict[str, Drawer] = {"strands": strands, "blobs": blobs, "smoke": smoke, "nets": nets}


def _direction(angle: float) -> Floats:
    return np.array([np.cos(angle), np.sin(angle)], np.float32)


def _curve(
    root: Floats, angle: float, length: float, bend: float, generator: np.random.Generator
) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    """A hair as fixed-point vertices; (20, 2)."""
    steps = np.linspace(0, 1, 20)
    wobble = generator.normal(0, 0.15) * np.sin(steps * generator.uniform(4, 20))
    angles = angle + bend * steps**1.5 + wobble
    path = np.cumsum(np.stack([np.cos(angles), np.sin(angles)], axis=1), axis=0) * length / 20
    return np.asarray((root + path) * 2**_SHIFT, np.int32)


def _body(
    generator: np.random.Generator, side: int, radius: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """A wobbly closed outline, filled; uint8 (side, side)."""
    angles = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    outline = np.full(90, radius * side)
    for frequency in range(1, 7):
        wave = np.sin(frequency * angles + generator.uniform(0, 2 * np.pi))
        outline += radius * side * generator.normal(0, 0.25 / frequency) * wave
    centre = side * generator.uniform(0.3, 0.7, 2)
    points = centre + outline[:, None] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    canvas = np.zeros((side, side), np.uint8)
    cv2.fillPoly(canvas, [(points * 2**_SHIFT).astype(np.int32)], 255, 8, _SHIFT)
    return canvas


def _fractal(generator: np.random.Generator, side: int) -> Floats:
    """Octaves of smooth noise in [0, 1]."""
    total = np.zeros((side, side), np.float32)
    weight = 0.0
    for octave in range(2, 8):
        grid = generator.random((2**octave, 2**octave), dtype=np.float32)
        strength = 0.6**octave
        total += strength * cv2.resize(grid, (side, side), interpolation=cv2.INTER_CUBIC)
        weight += strength
    total /= weight
    low, high = np.quantile(total, (0.02, 0.98))
    return np.asarray(np.clip((total - low) / (high - low), 0, 1), np.float32)


def _reduced(canvas: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], side: int) -> Alpha:
    small = cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA)
    return small.astype(np.float32) / np.float32(255)
