"""Proposals within a region that was drawn."""

import cv2
import numpy as np
import pytest

from engine.errors import Cancelled, TrimapError
from engine.proposals.encircled import refined
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

SIDE = 300


def two_discs():
    """A red disc at the left and a blue one at the right, on grey with a little noise."""
    image = np.full((SIDE, SIDE, 3), 160, np.uint8)
    cv2.circle(image, (80, 150), 45, (190, 40, 40), -1, cv2.LINE_AA)
    cv2.circle(image, (220, 150), 45, (40, 60, 190), -1, cv2.LINE_AA)
    noise = np.random.default_rng(1).integers(-8, 9, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def around(x, radius=70):
    region = np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(region, (x, 150), radius, 1, -1)
    return region > 0


def disc(x, radius=45):
    return around(x, radius)


def nothing_known():
    return np.full((SIDE, SIDE), UNKNOWN, np.uint8)


@pytest.mark.parametrize(("x", "other"), [(80, 220), (220, 80)])
def test_the_disc_in_the_lasso_is_found_and_the_other_left_alone(x, other):
    before = nothing_known()
    trimap = refined(two_discs(), before, around(x))
    np.testing.assert_array_equal(trimap[disc(x, 36)], FOREGROUND)
    assert (trimap[around(x, 68) & ~disc(x, 58)] == BACKGROUND).mean() > 0.98
    np.testing.assert_array_equal(trimap[disc(other)], UNKNOWN)
    assert (before == UNKNOWN).all()


def test_the_edge_gets_a_band():
    trimap = refined(two_discs(), nothing_known(), around(80))
    ring = disc(80, 46) & ~disc(80, 44)
    assert (trimap[ring] == UNKNOWN).mean() > 0.95
    assert (trimap[around(80)] == UNKNOWN).mean() < 0.3


def test_what_is_known_stays_and_decides():
    known = nothing_known()
    known[145:155, 75:85] = BACKGROUND
    known[100:104, 20:140] = BACKGROUND
    trimap = refined(two_discs(), known, around(80))
    np.testing.assert_array_equal(trimap[known == BACKGROUND], BACKGROUND)


def test_known_foreground_around_tells_that_the_lasso_cuts_through_it():
    known = nothing_known()
    known[disc(80, 40)] = FOREGROUND
    known[:, 160:] = BACKGROUND
    region = np.zeros((SIDE, SIDE), np.bool_)
    region[150:260, 20:150] = True
    known[region] = UNKNOWN
    trimap = refined(two_discs(), known, region)
    assert (trimap[disc(80, 36)] == FOREGROUND).mean() > 0.98
    np.testing.assert_array_equal(trimap[~region], known[~region])


def test_sixteen_bits_and_many_pixels_are_no_other_matter():
    image = cv2.resize(two_discs(), (1500, 1500)).astype(np.uint16) * 257
    region = cv2.resize(around(80).astype(np.uint8), (1500, 1500)) > 0
    trimap = refined(image, np.full((1500, 1500), UNKNOWN, np.uint8), region)
    assert trimap[750, 400] == FOREGROUND
    assert trimap[750, 130] == BACKGROUND


def test_nothing_unknown_is_said_with_a_remedy():
    known = np.full((SIDE, SIDE), BACKGROUND, np.uint8)
    with pytest.raises(TrimapError, match="nothing unknown") as refused:
        refined(two_discs(), known, around(80))
    assert "Erase" in refused.value.hint


def test_an_empty_lasso_is_refused_in_the_same_words():
    with pytest.raises(TrimapError, match="nothing unknown"):
        refined(two_discs(), nothing_known(), np.zeros((SIDE, SIDE), np.bool_))


def test_it_can_be_given_up():
    with pytest.raises(Cancelled):
        refined(two_discs(), nothing_known(), around(80), cancelled=lambda: True)
