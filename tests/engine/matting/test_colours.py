"""Colours carried from the known regions, beside slow ways of finding them."""

import numpy as np
import pytest

from engine.matting import colours

SHAPES = [(1, 1), (1, 30), (30, 1), (2, 2), (23, 31)]


def picture(shape, share=0.1, seed=0):
    generator = np.random.default_rng(seed)
    known = generator.random(shape) < share
    known[shape[0] // 2, shape[1] // 2] = True
    return generator.random((*shape, 3), dtype=np.float32), known


@pytest.mark.parametrize("shape", SHAPES)
def test_nearest_colour_is_that_of_a_known_pixel_as_near_as_any(shape):
    """OpenCV's distance is a chamfer one, up to 2 % off: pixels that near may be confused."""
    image, known = picture(shape)
    found, distance = colours.nearest(image, known)
    places = np.argwhere(known)
    for pixel in np.ndindex(shape):
        true = np.hypot(*(places - pixel).T)
        owners = true[(image[known] == found[pixel]).all(axis=1)]
        assert owners.min() <= 1.05 * true.min() + 1e-6
        assert distance[pixel] == pytest.approx(true.min(), rel=0.05)


@pytest.mark.parametrize("shape", SHAPES)
def test_propagated_colours_keep_the_known_ones_and_their_range(shape):
    image, known = picture(shape)
    found = colours.propagated(image, known)
    assert (found.dtype, found.shape) == (np.float32, image.shape)
    assert found[known] == pytest.approx(image[known], abs=1e-6)
    assert (found >= image[known].min(0) - 1e-5).all()
    assert (found <= image[known].max(0) + 1e-5).all()


def test_one_known_colour_is_propagated_everywhere():
    image, known = picture((23, 31), share=0)
    assert colours.propagated(image, known) == pytest.approx(
        np.broadcast_to(image[known], image.shape), abs=1e-5
    )


def test_propagated_colours_do_not_see_unknown_pixels():
    image, known = picture((23, 31))
    other = np.where(known[..., None], image, 1 - image)
    assert (colours.propagated(image, known) == colours.propagated(other, known)).all()


def test_candidates_around_are_the_nearest_colours_of_eight_points():
    image, known = picture((23, 31))
    near, distance = colours.nearest(image, known)
    found = colours.around(near, distance, ~known)
    assert found.shape == ((~known).sum(), 8, 3)
    for (row, column), candidates in zip(np.argwhere(~known), found, strict=True):
        reach = distance[row, column] + 3
        for turn, candidate in enumerate(candidates):
            angle = np.pi / 8 + turn * np.pi / 4
            down = min(max(round(row + np.sin(angle) * reach), 0), 22)
            across = min(max(round(column + np.cos(angle) * reach), 0), 30)
            assert (candidate == near[down, across]).all()


def test_candidates_are_found_in_pictures_of_any_length():
    image, known = picture((1, 40_000))
    near, distance = colours.nearest(image, known)
    assert colours.around(near, distance, ~known).shape == ((~known).sum(), 8, 3)
