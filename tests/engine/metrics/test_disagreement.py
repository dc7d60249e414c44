"""Where two mattes disagree: only where the trimap is unknown, and the strongest place first."""

import numpy as np
import pytest

from engine.metrics.disagreement import difference, disagreement

UNKNOWN = 128


@pytest.fixture
def scene():
    """Two equal mattes of one picture whose middle rows are unknown."""
    trimap = np.zeros((300, 500), np.uint8)
    trimap[:100], trimap[100:200] = 255, UNKNOWN
    alpha = np.full((300, 500), 0.5, np.float32)
    return alpha, alpha.copy(), trimap


def test_the_difference_is_nothing_where_the_trimap_knows(scene):
    alpha, other, trimap = scene
    other += 0.25
    far = difference(alpha, other, trimap)
    assert (far[trimap == UNKNOWN] == 0.25).all()
    assert (far[trimap != UNKNOWN] == 0).all()


def test_equal_mattes_have_no_spots(scene):
    found = disagreement(*scene)
    assert (found.mean, found.largest, found.spots) == (0, 0, ())


def test_nothing_unknown_is_no_disagreement(scene):
    alpha, other, trimap = scene
    trimap[trimap == UNKNOWN] = 0
    assert disagreement(alpha, other + 0.3, trimap).spots == ()


def test_the_strongest_spot_comes_first_and_lies_where_it_is(scene):
    alpha, other, trimap = scene
    other[140:150, 60:70] += 0.2
    other[120:150, 400:430] += 0.4
    other[20:60, 200:240] += 0.5  # known, so no matter
    first, second, *rest = disagreement(alpha, other, trimap).spots
    assert (first.x, first.y) == pytest.approx((415, 135), abs=4)
    assert (second.x, second.y) == pytest.approx((65, 145), abs=4)
    assert first.strength > second.strength
    assert not rest


def test_a_spot_is_as_large_as_its_disc(scene):
    alpha, other, trimap = scene
    rows, columns = np.mgrid[0:300, 0:500] + 0.5
    other[np.hypot(rows - 150, columns - 250) < 15] += 0.4
    (spot,) = disagreement(alpha, other, trimap).spots
    assert spot.diameter == pytest.approx(30, rel=0.2)


def test_no_two_spots_share_a_window(scene):
    alpha, other, trimap = scene
    other[trimap == UNKNOWN] += np.float32(0.3)
    found = disagreement(alpha, other, trimap)
    places = [(spot.x, spot.y) for spot in found.spots]
    apart = [max(abs(a - c), abs(b - d)) for a, b in places for c, d in places if (a, b) != (c, d)]
    assert len(places) > 4
    assert min(apart) > found.window / 2


def test_mean_and_largest_are_those_of_a_slow_loop(scene):
    alpha, other, trimap = scene
    draw = np.random.default_rng(2)
    other[:] = draw.random(other.shape)
    values = [
        abs(float(alpha[y, x]) - float(other[y, x]))
        for y in range(100, 200)
        for x in range(other.shape[1])
    ]
    found = disagreement(alpha, other, trimap)
    assert found.mean == pytest.approx(sum(values) / len(values), rel=1e-5)
    assert found.largest == pytest.approx(max(values), rel=1e-6)


@pytest.mark.parametrize(("size", "top"), [(0.01, 0.05), (0.08, 0.1), (0.3, 0.5), (0.9, 1.0)])
def test_the_scale_ends_where_nearly_all_differences_do(scene, size, top):
    alpha, other, trimap = scene
    alpha[:], other[:] = 0, size
    other[150, 3] = 1  # a lonely pixel does not stretch it
    assert disagreement(alpha, other, trimap).top == top
