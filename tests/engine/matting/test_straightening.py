"""Alpha of mixing: what a lens has mixed is found in the parts in which it was mixed."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.matting.session import Session
from engine.matting.straightening import Sides, straightened, whole
from engine.matting.windows import Window
from engine.mixing import EXPONENTS, MIXINGS, mixing_of

POWER = EXPONENTS["photograph"]
BRIGHT, DARK = (0.8, 0.7, 0.6), (0.2, 0.15, 0.3)
ROW = Window(0, 0, 1, 101)


def plain(foreground, background, exponent=POWER):
    """Two colours, each the same everywhere in one row."""
    colours = torch.tensor([*foreground, *background], dtype=torch.float32)
    return Sides(colours[None, :, None, None].expand(1, 6, 1, 101), (1.0, 1.0), exponent)


def mixed(alpha, foreground, background, exponent):
    """What a camera writes of the light of both: (..., 3)."""
    front, back = (np.power(colour, exponent) for colour in (foreground, background))
    return np.power(alpha[..., None] * front + (1 - alpha[..., None]) * back, 1 / exponent)


def of_numbers(pixels, foreground, background):
    """The alpha that projects the pixels onto the line between both colours."""
    between = np.subtract(foreground, background)
    return (pixels - background) @ between / (between @ between)


@pytest.mark.parametrize(
    ("foreground", "background", "sign"), [(BRIGHT, DARK, 1), (DARK, BRIGHT, -1)]
)
def test_light_is_found_in_the_parts_in_which_it_was_mixed(foreground, background, sign):
    alpha = np.linspace(0, 1, 101)
    pixels = mixed(alpha, foreground, background, POWER)
    naive = of_numbers(pixels, foreground, background)
    assert sign * (naive - alpha)[50] > 0.05  # too high before dark, too low before bright
    found = straightened(naive[None].astype(np.float32), plain(foreground, background), ROW)[0]
    # a colour of three is no single number: what is projected is not quite what was mixed
    np.testing.assert_allclose(found, alpha, atol=0.01)


@given(st.lists(st.floats(0, 1), min_size=6, max_size=6))
def test_nothing_and_all_stay_and_so_does_the_order(colours):
    alpha = np.linspace(0, 1, 101, dtype=np.float32)[None]
    found = straightened(alpha, plain(colours[:3], colours[3:]), ROW)[0]
    assert found[0] == pytest.approx(0, abs=1e-5)
    assert found[-1] == pytest.approx(1, abs=1e-5)
    assert (np.diff(found) >= -1e-6).all()


def test_where_both_sides_look_alike_alpha_stays():
    alpha = np.linspace(0, 1, 101, dtype=np.float32)[None]
    found = straightened(alpha, plain(DARK, DARK), ROW)
    np.testing.assert_allclose(found, alpha, atol=1e-6)


def scene(mixing, side=128):
    """A soft bright disc before a dark ground, with a little noise: picture, trimap, alpha."""
    down, across = np.mgrid[:side, :side] - (side - 1) / 2
    alpha = np.clip((side * 0.3 - np.hypot(down, across)) / 12 + 0.5, 0, 1)
    noise = np.random.default_rng(3).normal(0, 0.01, (side, side, 3))
    pixels = mixed(alpha, BRIGHT, DARK, EXPONENTS[mixing]) + noise
    trimap = np.full(alpha.shape, 128, np.uint8)
    trimap[alpha == 0], trimap[alpha == 1] = 0, 255
    return np.rint(pixels.clip(0, 1) * 255).astype(np.uint8), trimap, alpha


def test_each_kind_of_picture_is_matted_best_as_what_it_is():
    session = Session("guided-student", "cpu")
    for made in MIXINGS:
        image, trimap, truth = scene(made)
        error = {}
        for taken in MIXINGS:
            session.mixing = taken
            error[taken] = np.abs(session.matte(image, trimap) - truth)[trimap == 128].mean()
        assert min(error, key=error.get) == made


def test_a_network_that_sees_pieces_is_straightened_afterwards():
    image, trimap, _ = scene("photograph")
    numbers = Session("dim-student", "cpu", mixing="composite").matte(image, trimap)
    light = Session("dim-student", "cpu").matte(image, trimap)
    np.testing.assert_allclose(light, whole(image, trimap, numbers, POWER), atol=1e-6)
    assert np.abs(light - numbers).max() > 0.02


def test_numbers_are_left_as_the_network_has_them():
    alpha = np.random.default_rng(0).random((20, 30), dtype=np.float32)
    image = np.zeros((20, 30, 3), np.uint8)
    assert whole(image, np.full((20, 30), 128, np.uint8), alpha, EXPONENTS["composite"]) is alpha


def test_a_picture_larger_than_its_sides_is_straightened_in_its_unknown_alone():
    image, trimap, _ = scene("photograph", 640)
    alpha = np.where(trimap == 128, 0.5, trimap / 255).astype(np.float32)
    found = whole(image, trimap, alpha, POWER)
    assert np.array_equal(found[trimap != 128], alpha[trimap != 128])
    np.testing.assert_allclose(found[trimap == 128], 0.41, atol=0.03)


def test_mixings_have_names():
    assert [mixing_of(str(mixing)) for mixing in MIXINGS] == list(MIXINGS)
    with pytest.raises(ValueError, match="no mixing"):
        mixing_of("soup")
