"""From two passes to a picture: a recorded render, and planes whose answer is known."""

from pathlib import Path

import numpy as np
import pytest

from engine.data.render.finishing import Rendered, finished, misregistered

RECORDED = ("seedhead-2", "hairdo-105")


@pytest.fixture(scope="session", params=RECORDED)
def recorded(request):
    """A dandelion, or hair put up, of 64 pixels, as Blender rendered it; half precision."""
    names = ("colour", "coverage", "alpha")
    with np.load(Path(__file__).with_name(f"{request.param}.npz")) as planes:
        return Rendered(*(planes[name].astype(np.float32) for name in names))


def rng():
    return np.random.default_rng(0)


def test_the_recorded_passes_register(recorded):
    assert not misregistered(recorded)
    soft = (recorded.alpha > 0.05) & (recorded.alpha < 0.95)
    assert soft.mean() > 0.1
    here = np.abs(recorded.coverage - recorded.alpha)[soft].mean()
    for shift in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        moved = np.roll(recorded.coverage, shift, (0, 1))
        assert np.abs(moved - recorded.alpha)[soft].mean() > 1.5 * here


@pytest.mark.parametrize("shift", [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_passes_that_are_a_pixel_apart_are_noticed(recorded, shift):
    moved = np.roll(recorded.alpha, shift, (0, 1))
    assert misregistered(Rendered(recorded.colour, recorded.coverage, moved))


def test_the_alpha_is_the_second_pass_and_no_other(recorded):
    found = finished(recorded, rng())
    assert (found.dtype, found.shape) == (np.uint8, (64, 64, 4))
    assert (found[..., 3] == np.rint(recorded.alpha * 255)).all()


def test_colours_reach_beyond_the_edge_without_a_rim():
    """A grey disc: its colour, not premultiplied, is the same grey on it and all around it."""
    rows, columns = np.mgrid[0:48, 0:48] - 24.0
    alpha = np.clip(10.5 - np.hypot(rows, columns), 0, 1).astype(np.float32)
    colour = 0.4 * alpha[..., None] * np.ones(3, np.float32)
    found = finished(Rendered(colour, alpha, alpha), rng())[..., :3].astype(int)
    assert np.ptp(found, axis=(0, 1)).max() <= 1


def test_exposure_brings_bright_parts_to_where_photographs_have_them():
    alpha = np.ones((32, 32), np.float32)
    for level in (0.3, 1.0, 3.0):
        colour = np.full((32, 32, 3), level, np.float32)
        found = finished(Rendered(colour, alpha, alpha), rng())
        assert 110 < found[..., :3].mean() < 250


def test_what_is_almost_empty_is_still_a_picture():
    alpha = np.zeros((16, 16), np.float32)
    alpha[3, 3] = 0.1
    found = finished(Rendered(alpha[..., None] * np.ones(3, np.float32), alpha, alpha), rng())
    assert found[..., 3].max() == 26
