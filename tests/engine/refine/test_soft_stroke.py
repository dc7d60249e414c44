"""The soft brush: whole in its core, nothing at its rim, even between, and never piling up."""

import numpy as np
import pytest

from engine.refine.soft_stroke import CORE, SoftStroke
from engine.trimap.paint import Box, Dab, box_of

WHOLE = Box(0, 0, 600, 300)


def drawn(before, value, *dabs):
    stroke = SoftStroke(before, value)
    for dab in dabs:
        stroke.add(dab)
    after = before.copy()
    for patch in stroke.patches():
        assert np.array_equal(after[patch.box.slices], patch.before)
        after[patch.box.slices] = patch.after
    assert np.array_equal(stroke.painted(box_of(before)), after)
    return after


def slowly(before, value, dabs):
    """Each pixel by itself: the nearest of many places along the way."""
    after = before.astype(float)
    for y in range(before.shape[0]):
        for x in range(before.shape[1]):
            weight = 0.0
            for first, last in zip(dabs, dabs[1:], strict=False):
                for t in np.linspace(0, 1, 201):
                    radius = first.radius + t * (last.radius - first.radius)
                    gone = np.hypot(
                        x + 0.5 - first.x - t * (last.x - first.x),
                        y + 0.5 - first.y - t * (last.y - first.y),
                    )
                    rest = min(max((1 - gone / radius) / (1 - CORE), 0), 1)
                    weight = max(weight, rest * rest * (3 - 2 * rest))
            after[y, x] += weight * (value - after[y, x])
    return after


def test_a_stroke_is_the_nearest_place_of_its_way():
    before = np.random.default_rng(0).integers(0, 256, (24, 30), dtype=np.uint8)
    dabs = (Dab(6, 8, 6), Dab(20, 14, 6), Dab(24, 4, 6))
    assert np.abs(drawn(before, 230, *dabs) - slowly(before, 230, dabs)).max() <= 1.5


def test_across_the_rim_it_falls_without_a_step_and_does_not_pile_up():
    zero = np.zeros((300, 600), np.uint8)
    way = (Dab(100.5, 150.5, 60), Dab(400.5, 150.5, 60))
    once, often = drawn(zero, 200, *way), drawn(zero, 200, *way, way[0], way[1])
    assert np.array_equal(once, often)
    across = once[90:151, 250].astype(int)
    assert (across[0], across[-1]) == (0, 200)
    steps = np.diff(across)
    assert steps.min() >= 0
    assert steps.max() <= 10  # of 200, over 36 pixels
    assert (once[150 - round(60 * CORE) + 1 : 150, 250] == 200).all()


@pytest.mark.parametrize("value", [0, 90])
def test_it_tends_to_its_value_from_either_side(value):
    before = np.full((80, 80), 180, np.uint8)
    after = drawn(before, value, Dab(40, 40, 30))
    assert after[40, 40] == value
    assert after[2, 2] == 180
    assert set(np.unique(after)) <= set(range(value, 181))
