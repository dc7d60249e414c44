"""Trimaps from masks and alphas."""

import numpy as np
import pytest

from engine.trimap.band import from_alpha, from_mask


def nearest(mask, row, column):
    """Distance from a pixel to the nearest one on the other side of the edge."""
    others = np.argwhere(mask != mask[row, column])
    return np.hypot(*(others - (row, column)).T).min()


@pytest.mark.parametrize(("inward", "outward"), [(0, 0), (1, 0), (0, 2.5), (3, 4)])
def test_the_band_holds_what_lies_near_the_edge_and_nothing_else(inward, outward):
    mask = np.random.default_rng(1).random((9, 13)) > 0.5
    mask[:, 7:] = mask[:, 7:].all()  # a flat half as well
    trimap = from_mask(mask, inward, outward)
    for row, column in np.ndindex(mask.shape):
        known, reach = (255, inward) if mask[row, column] else (0, outward)
        near = nearest(mask, row, column) <= reach
        assert trimap[row, column] == (128 if near else known)


def test_the_pictures_border_is_no_edge():
    mask = np.zeros((20, 20), bool)
    mask[:, :10] = True
    trimap = from_mask(mask, 3, 3)
    assert (trimap == 128).all(axis=0).tolist() == [False] * 7 + [True] * 6 + [False] * 7


@pytest.mark.parametrize("value", [True, False])
def test_a_mask_of_one_side_has_no_band(value):
    assert set(from_mask(np.full((5, 5), value), 2, 2).ravel()) == {255 if value else 0}


def test_an_alphas_band_holds_its_partial_pixels_and_a_margin():
    alpha = np.repeat(np.array([0, 0.3, 0.8, 1], np.float32), [8, 3, 3, 8])[None].repeat(6, 0)
    expected = [0] * 6 + [128] * 10 + [255] * 6
    assert from_alpha(alpha, 2)[0].tolist() == expected


def test_a_hard_alpha_gets_a_band_along_its_step():
    alpha = np.repeat(np.array([0, 1], np.float32), 8)[None].repeat(4, 0)
    assert from_alpha(alpha, 2)[0].tolist() == [0] * 6 + [128] * 4 + [255] * 6
