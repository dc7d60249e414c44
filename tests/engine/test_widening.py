"""The band made wider and narrower: which pixels change, against distances taken one by one."""

import numpy as np
import pytest

from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.paint import TILE
from engine.trimap.widening import narrowed, widened


def blobs(seed, shape=(40, 50)):
    """Classes in patches of some pixels, with single ones among them."""
    rng = np.random.default_rng(seed)
    coarse = rng.choice([BACKGROUND, UNKNOWN, FOREGROUND], (shape[0] // 8 + 1, shape[1] // 8 + 1))
    trimap = coarse.repeat(8, axis=0).repeat(8, axis=1)[: shape[0], : shape[1]].astype(np.uint8)
    trimap[rng.random(shape) < 0.02] = UNKNOWN
    return trimap


def distance(where, row, column):
    """From a pixel to the nearest one that is True; infinite without any."""
    places = np.argwhere(where)
    return np.hypot(*(places - (row, column)).T).min() if len(places) else np.inf


def strip(*runs):
    """A trimap whose rows are all (code, length), (code, length)…"""
    return np.concatenate([np.full(length, code, np.uint8) for code, length in runs])[None].repeat(
        9, 0
    )


@pytest.mark.parametrize("pixels", [1, 2.5, 4])
def test_what_lies_near_another_class_becomes_unknown(pixels):
    trimap = blobs(1)
    wider = widened(trimap, pixels)
    for row, column in np.ndindex(trimap.shape):
        code = trimap[row, column]
        is_near = code != UNKNOWN and distance(trimap != code, row, column) <= pixels
        assert wider[row, column] == (UNKNOWN if is_near else code)


@pytest.mark.parametrize("pixels", [1, 2.5, 4])
def test_what_lies_near_one_side_joins_it(pixels):
    trimap = blobs(2)
    narrower = narrowed(trimap, pixels)
    for row, column in np.ndindex(trimap.shape):
        code = trimap[row, column]
        inward = distance(trimap == FOREGROUND, row, column)
        outward = distance(trimap == BACKGROUND, row, column)
        if code == UNKNOWN and inward <= pixels and outward - inward >= 2:
            code = FOREGROUND
        elif code == UNKNOWN and outward <= pixels and inward - outward >= 2:
            code = BACKGROUND
        assert narrower[row, column] == code


def test_a_band_made_wider_and_narrower_by_as_much_is_what_it_was():
    y, x = np.mgrid[:300, :400]
    from_middle = np.hypot(x - 200, y - 150)
    trimap = np.full((300, 400), UNKNOWN, np.uint8)
    trimap[from_middle < 70], trimap[from_middle > 110] = FOREGROUND, BACKGROUND
    wider = widened(trimap, 9)
    assert (wider == UNKNOWN).sum() > 1.3 * (trimap == UNKNOWN).sum()
    assert (narrowed(wider, 9) != trimap).mean() < 0.002


def test_the_band_is_never_closed():
    trimap = strip((FOREGROUND, 20), (UNKNOWN, 15), (BACKGROUND, 20))
    for _ in range(9):
        trimap = narrowed(trimap, 4)
    assert trimap[4].tolist() == [FOREGROUND] * 27 + [UNKNOWN] + [BACKGROUND] * 27
    even = narrowed(strip((FOREGROUND, 9), (UNKNOWN, 8), (BACKGROUND, 9)), 50)
    assert (even[0] == UNKNOWN).sum() == 2


def test_an_island_in_one_class_goes():
    trimap = np.full((30, 30), FOREGROUND, np.uint8)
    trimap[10:14, 10:14] = UNKNOWN
    assert (narrowed(trimap, 3) == FOREGROUND).all()


def test_where_two_sides_touch_a_band_grows_between_them():
    wider = widened(strip((FOREGROUND, 10), (BACKGROUND, 10)), 3)
    assert wider[0].tolist() == [FOREGROUND] * 7 + [UNKNOWN] * 6 + [BACKGROUND] * 7


@pytest.mark.parametrize("change", [widened, narrowed])
@pytest.mark.parametrize("code", [BACKGROUND, UNKNOWN, FOREGROUND])
def test_one_class_has_no_edge(change, code):
    trimap = np.full((20, 30), code, np.uint8)
    assert np.array_equal(change(trimap, 5), trimap)


@pytest.mark.parametrize("change", [widened, narrowed])
def test_tiles_leave_no_trace(change):
    """A reach over the border of two tiles gives what it gives when it lies within one."""
    trimap = blobs(3, (TILE + 40, TILE + 40))
    within = trimap[TILE - 60 :, TILE - 60 :]
    assert np.array_equal(
        change(trimap, 12)[TILE - 30 :, TILE - 30 :], change(within, 12)[30:, 30:]
    )


@pytest.mark.parametrize("change", [widened, narrowed])
def test_the_trimap_itself_is_left_alone(change):
    trimap = blobs(4)
    before = trimap.copy()
    change(trimap, 3)
    assert np.array_equal(trimap, before)
