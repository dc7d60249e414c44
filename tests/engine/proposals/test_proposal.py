"""Proposals: whole trimaps, wide where an edge is soft, whatever the picture's size and depth."""

import itertools

import cv2
import numpy as np
import pytest

from engine.errors import Cancelled, TrimapError
from engine.imaging.reading import read_alpha, read_image
from engine.proposals.evidence import distance_to_edge
from engine.proposals.proposal import MOST, completed, enlarged, network, proposed, reduced
from engine.resources import sample_folder
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN, require_usable

CODES = {BACKGROUND, UNKNOWN, FOREGROUND}


@pytest.fixture(scope="module")
def curls():
    folder = sample_folder()
    return read_image(folder / "curls.jpg").image, read_alpha(folder / "curls-alpha.png")


@pytest.fixture(scope="module")
def proposal(curls):
    return proposed(curls[0])


def ball(side=360, fuzzy=True):
    """A ball on a lighter ground: its lower half is smooth, its upper one may have spikes."""
    image = np.full((side, side, 3), (150, 165, 180), np.uint8)
    middle, radius = side // 2, side // 4
    if fuzzy:
        generator = np.random.default_rng(3)
        for angle in generator.uniform(np.pi, 2 * np.pi, 260):
            reach = radius * generator.uniform(1.1, 1.5)
            end = round(middle + reach * np.cos(angle)), round(middle + reach * np.sin(angle))
            cv2.line(image, (middle, middle), end, (90, 40, 30), 1, cv2.LINE_AA)
    cv2.circle(image, (middle, middle), radius, (90, 40, 30), -1, cv2.LINE_AA)
    return image


def thickness(trimap, direction):
    """How many unknown pixels a ray from the middle crosses."""
    middle = trimap.shape[0] // 2
    ray = trimap[::direction, middle] if direction < 0 else trimap[:, middle]
    return np.count_nonzero(ray[middle:] == UNKNOWN)


def test_it_is_a_usable_trimap_of_the_pictures_size(curls, proposal):
    assert proposal.shape == curls[0].shape[:2]
    assert proposal.dtype == np.uint8
    assert set(np.unique(proposal)) == CODES
    require_usable(proposal)


def test_what_it_knows_is_true(curls, proposal):
    alpha = curls[1]
    assert (alpha[proposal == FOREGROUND] > 0.5).mean() > 0.96
    assert (alpha[proposal == BACKGROUND] < 0.5).mean() > 0.99


def test_soft_pixels_lie_in_the_band_more_often_than_in_a_fixed_one(curls, proposal):
    soft = (curls[1] > 0.05) & (curls[1] < 0.95)
    unknown = proposal == UNKNOWN
    saliency = cv2.resize(network().look(curls[0]), (640, 640)) > 0.5
    distance = distance_to_edge(saliency) + distance_to_edge(~saliency)
    fixed = distance <= np.quantile(distance, unknown.mean())
    assert soft[unknown].sum() > 0.7 * soft.sum()
    assert soft[unknown].sum() > 1.1 * soft[fixed].sum()


def test_the_band_is_wide_at_hair_and_narrow_at_a_hard_edge():
    trimap = proposed(ball())
    assert thickness(trimap, -1) > 2 * thickness(trimap, 1) > 0


def test_the_same_ball_without_hair_has_a_narrow_band_all_around():
    trimap = proposed(ball(fuzzy=False))
    assert (trimap == UNKNOWN).mean() < 0.06
    assert thickness(trimap, -1) < 2 * thickness(trimap, 1)


def test_a_wider_band_holds_the_narrower_one():
    image = ball()
    areas = [proposed(image, width=width) == UNKNOWN for width in (0.25, 4)]
    for narrow, wide in itertools.pairwise(areas):
        assert narrow.sum() < wide.sum()
        assert (narrow & wide).sum() > 0.97 * narrow.sum()


def test_sixteen_bits_make_the_same_proposal():
    image = ball()
    differs = proposed(image) != proposed(image.astype(np.uint16) * 257)
    assert differs.mean() < 0.01


def test_a_large_picture_is_thought_about_at_a_megapixel():
    large = cv2.resize(ball(), (2400, 2400), interpolation=cv2.INTER_CUBIC)
    assert reduced(large, MOST).size <= 3 * MOST
    trimap = proposed(large)
    assert trimap.shape == (2400, 2400)
    assert set(np.unique(trimap)) == CODES
    small = cv2.resize(trimap, (360, 360), interpolation=cv2.INTER_NEAREST)
    assert (small == proposed(ball())).mean() > 0.9


def test_enlarging_moves_no_edge_and_invents_no_code():
    trimap = np.full((4, 6), UNKNOWN, np.uint8)
    trimap[:, :2], trimap[:, 4:] = BACKGROUND, FOREGROUND
    large = enlarged(trimap, (40, 60))
    np.testing.assert_array_equal(large[20, :20], BACKGROUND)
    np.testing.assert_array_equal(large[20, 20:40], UNKNOWN)
    np.testing.assert_array_equal(large[20, 40:], FOREGROUND)


@pytest.mark.parametrize("shape", [(1, 1), (1, 60), (60, 1), (3, 3), (7, 5), (30, 900)])
def test_the_smallest_pictures_are_proposed_or_refused_in_words(shape):
    image = np.full((*shape, 3), 200, np.uint8)
    image[shape[0] // 3 : shape[0] // 2 + 1, shape[1] // 3 : shape[1] // 2 + 1] = (180, 20, 20)
    try:
        trimap = proposed(image)
    except TrimapError:
        return
    assert trimap.shape == shape
    assert set(np.unique(trimap)) <= CODES


def test_nothing_to_see_is_said_with_a_remedy():
    with pytest.raises(TrimapError, match="Nothing in this picture stands out") as refused:
        proposed(np.full((80, 80, 3), 127, np.uint8))
    assert "Paint a few strokes" in refused.value.hint


@pytest.mark.parametrize("width", [0.0, 11.0, float("nan")])
def test_an_impossible_width_is_refused(width):
    with pytest.raises(TrimapError, match="times as wide"):
        proposed(ball(), width=width)


def test_it_can_be_given_up():
    with pytest.raises(Cancelled):
        proposed(ball(), cancelled=lambda: True)


def test_every_painted_pixel_stays():
    image = ball()
    painted = np.full(image.shape[:2], UNKNOWN, np.uint8)
    painted[10:20, 10:300] = FOREGROUND
    painted[170:190, 150:210] = BACKGROUND
    trimap = proposed(image, painted)
    known = painted != UNKNOWN
    np.testing.assert_array_equal(trimap[known], painted[known])
    assert (trimap[~known] == FOREGROUND).any()
    assert (trimap[~known] == BACKGROUND).any()


def test_what_is_painted_against_the_networks_opinion_gets_a_band():
    image = ball()
    painted = np.full(image.shape[:2], UNKNOWN, np.uint8)
    painted[160:200, 160:200] = BACKGROUND
    trimap = proposed(image, painted)
    np.testing.assert_array_equal(trimap[158, 160:200], UNKNOWN)
    np.testing.assert_array_equal(trimap[201, 160:200], UNKNOWN)


def test_strokes_stand_in_for_what_does_not_stand_out():
    image = np.full((120, 160, 3), 127, np.uint8)
    painted = np.full((120, 160), UNKNOWN, np.uint8)
    painted[40:80, 40:80] = FOREGROUND
    trimap = proposed(image, painted)
    assert (trimap == BACKGROUND).any()
    np.testing.assert_array_equal(trimap[40:80, 40:80], FOREGROUND)


def test_completing_takes_from_the_proposal_only_what_is_unknown():
    painted = np.array([[0, 128, 255, 128]], np.uint8)
    proposal = np.array([[255, 255, 0, 128]], np.uint8)
    np.testing.assert_array_equal(completed(painted, proposal), [[0, 255, 255, 128]])
    np.testing.assert_array_equal(painted, [[0, 128, 255, 128]])
