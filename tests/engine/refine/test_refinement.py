import numpy as np
import pytest

from engine.refine.refinement import Refinement, parse_refinement, refined, shifted

ALPHA = np.random.default_rng(0).random((40, 50), np.float32)


def edge(softness):
    """A vertical edge at column 30.0 of 60, foreground to its left."""
    columns = np.arange(60) + 0.5
    row = np.clip((30 - columns) / max(softness, 1e-6) + 0.5, 0, 1)
    return np.repeat(row[None].astype(np.float32), 20, axis=0)


def test_no_refinement_gives_the_very_same_array():
    assert refined(ALPHA, Refinement()) is ALPHA


@pytest.mark.parametrize("softness", [0, 1, 6])
@pytest.mark.parametrize("pixels", [-4.25, -1, -0.3, 0.5, 1, 2.75])
def test_an_edge_goes_by_just_so_many_pixels(softness, pixels):
    before, after = edge(softness), shifted(edge(softness), pixels)
    assert (after.sum(1) - before.sum(1)) == pytest.approx(pixels, abs=1e-3)
    assert after.min() >= 0
    assert after.max() <= 1


def test_a_shift_is_the_most_within_a_disc():
    alpha = ALPHA[:15, :15]
    slow = np.empty_like(alpha)
    for y in range(15):
        for x in range(15):
            near = [
                alpha[j, i]
                for j in range(15)
                for i in range(15)
                if (j - y) ** 2 + (i - x) ** 2 <= 4 + 1
            ]
            slow[y, x] = max(near)
    assert np.array_equal(shifted(alpha, 2), slow)


def test_shifting_inwards_is_shifting_the_background_outwards():
    inwards, outwards = shifted(ALPHA, -2.5), 1 - shifted(1 - ALPHA, 2.5)
    assert np.abs(inwards - outwards).max() < 1e-6


def test_levels_are_those_of_their_formula():
    how = Refinement(black=0.2, white=0.7, gamma=2.0)
    slow = np.clip((ALPHA.astype(np.float64) - 0.2) / 0.5, 0, 1) ** 0.5
    assert np.abs(refined(ALPHA, how) - slow).max() < 1e-5
    assert refined(np.array([[0.0, 0.2, 0.7, 1.0]], np.float32), how).tolist() == [[0, 0, 1, 1]]


def test_the_threshold_comes_last_and_leaves_two_values():
    how = Refinement(shift=1.5, black=0.1, threshold=0.5)
    soft = refined(ALPHA, Refinement(shift=1.5, black=0.1))
    assert np.array_equal(refined(ALPHA, how), (soft >= 0.5).astype(np.float32))


def test_a_part_with_its_surroundings_is_refined_as_the_whole():
    how = Refinement(shift=-2.3, gamma=1.4)
    whole = refined(ALPHA, how)
    part = refined(ALPHA[10 - how.reach : 30 + how.reach], how)
    assert np.array_equal(part[how.reach : -how.reach], whole[10:30])


def test_nothing_is_written_into_the_alpha_that_is_given():
    before = ALPHA.copy()
    refined(ALPHA, Refinement(3, 0.1, 0.9, 0.5, 0.5))
    assert np.array_equal(ALPHA, before)


@pytest.mark.parametrize(
    "given",
    [
        {"shift": 11},
        {"shift": float("nan")},
        {"black": 0.5, "white": 0.5},
        {"black": -0.1},
        {"white": 1.1},
        {"gamma": 0},
        {"threshold": 0},
        {"threshold": 1.2},
    ],
)
def test_numbers_that_make_no_sense_are_no_refinement(given):
    with pytest.raises(ValueError, match="lie|moved|shifted|numbers"):
        Refinement(**given)


def test_a_refinement_goes_through_json_and_strange_ones_do_not():
    how = Refinement(-0.5, 0.1, 0.9, 1.2, None)
    assert parse_refinement(how.to_dict()) == how
    with pytest.raises(ValueError, match="there is no “feather”"):
        parse_refinement({"feather": 2})
    with pytest.raises(ValueError, match="“shift” is no number"):
        parse_refinement({"shift": "2"})
    with pytest.raises(ValueError, match="“gamma” is no number"):
        parse_refinement({"gamma": None})
