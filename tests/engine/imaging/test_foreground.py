import cv2
import numpy as np
import pytest

from engine.imaging import foreground as room
from engine.imaging.foreground import estimate_foreground

HEIGHT, WIDTH = 240, 320


def smooth(seed, height=HEIGHT, width=WIDTH):
    """Slowly varying colours 20..235, float32 (h, w, 3)."""
    noise = np.random.default_rng(seed).random((height, width, 3), np.float32)
    blurred = cv2.GaussianBlur(noise, (0, 0), 25)
    return cv2.normalize(blurred, None, 20, 235, cv2.NORM_MINMAX)


def soft_alpha(seed, height=HEIGHT, width=WIDTH):
    """A disc with a fuzzy, stranded edge; float32 (h, w)."""
    y, x = np.mgrid[:height, :width]
    radius = np.hypot(y - height / 2, x - width / 2)
    fuzz = np.random.default_rng(seed).random((height, width), np.float32) * 40
    return np.clip((height * 0.4 - radius - fuzz) / 12, 0, 1).astype(np.float32)


@pytest.fixture(params=[np.uint8, np.uint16])
def composite(request):
    """image, alpha, true foreground (float, in the image's levels)."""
    scale = 257 if request.param == np.uint16 else 1
    alpha, truth, behind = soft_alpha(1), smooth(2) * scale, (255 - smooth(3)) * scale
    image = np.rint(alpha[..., None] * truth + (1 - alpha[..., None]) * behind)
    return image.astype(request.param), alpha, truth


def test_colours_are_three_times_nearer_to_the_truth_than_the_images(composite):
    image, alpha, truth = composite
    partial = (alpha > 0) & (alpha < 1)
    weight = alpha[partial][:, None]
    naive = np.mean(weight * np.abs(image.astype(float) - truth)[partial])
    found = np.mean(
        weight * np.abs(estimate_foreground(image, alpha).astype(float) - truth)[partial]
    )
    assert found < naive / 3


def test_known_foreground_keeps_exactly_its_colours(composite):
    image, alpha, _ = composite
    foreground = estimate_foreground(image, alpha)
    assert foreground.dtype == image.dtype
    assert np.array_equal(foreground[alpha == 1], image[alpha == 1])


def test_known_background_gets_colours_of_the_foreground():
    image = np.zeros((200, 300, 3), np.uint8)
    image[:, :100] = (200, 40, 90)
    alpha = (image[..., 0] > 0).astype(np.float32)
    assert np.abs(estimate_foreground(image, alpha).astype(int) - (200, 40, 90)).max() <= 2


def test_strips_leave_no_trace(monkeypatch):
    image, alpha = smooth(5).astype(np.uint8), soft_alpha(6)
    monkeypatch.setattr(room, "_TILE", 1000)
    whole = estimate_foreground(image, alpha).astype(int)
    monkeypatch.setattr(room, "_TILE", 37)
    assert np.abs(estimate_foreground(image, alpha) - whole).max() <= 1


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (1, 300), (300, 1)])
@pytest.mark.parametrize("value", [0, 0.5, 1])
def test_any_size_and_any_alpha_will_do(size, value):
    image = np.full((*size, 3), 77, np.uint8)
    foreground = estimate_foreground(image, np.full(size, value, np.float32))
    assert np.array_equal(foreground, image)
