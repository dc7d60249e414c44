"""Other light changes colours, where it should, and never the alpha."""

import colorsys

import cv2
import numpy as np
import pytest

from engine.data.blur import blurred
from engine.data.foregrounds import Foreground
from engine.data.light import jittered, relit, wrapped


def rng(seed):
    return np.random.default_rng(seed)


@pytest.fixture
def foreground():
    """A grey disc of 60 pixels in the middle of 128, soft over eight."""
    rows, columns = np.mgrid[0:128, 0:128] - 63.5
    alpha = np.clip((30 - np.hypot(rows, columns)) / 8 + 0.5, 0, 1).astype(np.float32)
    return Foreground(np.full((128, 128, 3), 0.5, np.float32), alpha)


@pytest.mark.parametrize("seed", range(8))
def test_other_light_leaves_the_alpha_alone(foreground, seed):
    found = relit(rng(seed), foreground, rng(0).random((128, 128, 3), np.float32))
    assert found.alpha is foreground.alpha
    assert (found.colour.dtype, found.colour.shape) == (np.float32, (128, 128, 3))
    assert found.colour.min() >= 0
    assert found.colour.max() <= 1


@pytest.mark.parametrize(("turn", "factor"), [(0, 1), (30, 1), (-50, 0.5), (200, 1.4)])
def test_hue_and_saturation_move_as_colorsys_says(turn, factor):
    colours = rng(1).random((4, 5, 3), np.float32)
    found = jittered(colours, turn, factor)
    for given, made in zip(colours.reshape(-1, 3), found.reshape(-1, 3), strict=True):
        hue, saturation, value = colorsys.rgb_to_hsv(*given.tolist())
        expected = colorsys.hsv_to_rgb((hue + turn / 360) % 1, min(saturation * factor, 1), value)
        assert made == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("reach", [1.5, 6.0])
def test_light_wraps_around_edges_and_nowhere_else(foreground, reach):
    white = np.ones((128, 128, 3), np.float32)
    found = wrapped(foreground.colour, foreground.alpha, white, reach, 0.5)[64, :, 0]
    assert found[63] == pytest.approx(0.5, abs=1e-3)
    edge = found[90:96]
    assert (np.diff(edge) > 0).all()
    assert 0.51 < edge[-1] < 0.5 + 0.5 * 0.5


@pytest.mark.parametrize("sigma", [0.7, 3.0, 4.0, 7.5, 15.0])
@pytest.mark.parametrize("channels", [1, 3])
def test_wide_blurs_are_gaussian_to_a_hundredth(sigma, channels):
    noise = rng(2).random((150, 131, channels), np.float32).squeeze()
    expected = cv2.GaussianBlur(noise, (0, 0), sigma)
    inside = slice(30, -30)
    difference = np.abs(blurred(noise, sigma) - expected)[inside, inside]
    assert difference.max() < 0.01
