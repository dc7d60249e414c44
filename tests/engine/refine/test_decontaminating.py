import cv2
import numpy as np
import pytest

from engine.imaging.foreground import estimate_foreground
from engine.refine.decontaminating import decontaminated, residual_background
from engine.refine.sides import sides_of
from engine.trimap.paint import Box

RED, BLUE = np.array([200, 60, 50]), np.array([40, 80, 210])


@pytest.fixture(params=[np.uint8, np.uint16])
def scene(request):
    """A red disc with a soft edge over blue: photograph, alpha, its true colours."""
    scale = 257 if request.param == np.uint16 else 1
    y, x = np.mgrid[:120, :160]
    alpha = np.clip((45 - np.hypot(y - 60, x - 80)) / 14 + 0.5, 0, 1).astype(np.float32)
    grain = np.random.default_rng(0).normal(0, 4, (120, 160, 1))
    truth = (RED + grain) * scale
    image = np.rint(alpha[..., None] * truth + (1 - alpha[..., None]) * BLUE * scale)
    return image.astype(request.param), alpha, np.rint(truth).astype(request.param)


def test_the_photograph_itself_is_full_of_background_and_the_truth_has_none(scene):
    image, alpha, truth = scene
    sides = sides_of(image, alpha)
    soft = (alpha > 0.05) & (alpha < 0.95)
    expected = float((1 - alpha[soft]).mean())
    assert residual_background(image, alpha, sides) == pytest.approx(expected, abs=0.02)
    assert residual_background(truth, alpha, sides) < 0.01


def test_estimated_colours_have_little_of_it_left(scene):
    image, alpha, _ = scene
    colours = estimate_foreground(image, alpha)
    assert residual_background(colours, alpha, sides_of(image, alpha)) < 0.03


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_the_brush_takes_out_as_much_as_it_is_told(scene, share):
    image, alpha, _ = scene
    sides = sides_of(image, alpha)
    amount = np.full(alpha.shape, round(share * 255), np.uint8)
    left = residual_background(decontaminated(image, alpha, amount, sides), alpha, sides)
    whole = residual_background(image, alpha, sides)
    assert left == pytest.approx(whole * (1 - share), abs=0.02)


def test_only_where_the_brush_was_and_where_something_is_seen(scene):
    image, alpha, _ = scene
    amount = np.zeros(alpha.shape, np.uint8)
    amount[:, :80] = 255
    clean = decontaminated(image, alpha, amount, sides_of(image, alpha))
    assert np.array_equal(clean[:, 80:], image[:, 80:])
    assert np.array_equal(clean[alpha == 0], image[alpha == 0])
    assert (clean[:, :80] != image[:, :80]).any()


def test_what_the_background_does_not_explain_stays(scene):
    """A green thread on the soft edge is neither red nor blue: its green is not taken away."""
    image, alpha, _ = scene
    threaded = image.copy()
    threaded[60, :, 1] = np.iinfo(image.dtype).max
    amount = np.full(alpha.shape, 255, np.uint8)
    clean = decontaminated(threaded, alpha, amount, sides_of(image, alpha))
    soft = (alpha[60] > 0.2) & (alpha[60] < 0.8)
    assert clean[60, soft, 1].min() > np.iinfo(image.dtype).max * 0.85


def test_no_brush_gives_the_very_same_array(scene):
    image, alpha, _ = scene
    none = np.zeros(alpha.shape, np.uint8)
    assert decontaminated(image, alpha, none, sides_of(image, alpha)) is image


def test_an_alpha_without_a_side_has_nothing_to_be_measured_by():
    image = np.zeros((20, 20, 3), np.uint8)
    assert sides_of(image, np.ones((20, 20), np.float32)) is None
    assert sides_of(image, np.full((20, 20), 0.5, np.float32)) is None


def test_equal_sides_and_hard_edges_leave_nothing_to_measure():
    grey = np.full((20, 20, 3), 90, np.uint8)
    ramp = np.repeat(np.linspace(0, 1, 20, dtype=np.float32)[None], 20, 0)
    assert residual_background(grey, ramp, sides_of(grey, ramp)) is None
    hard = np.rint(ramp)
    assert residual_background(grey, hard, sides_of(grey, hard)) is None


def test_a_box_sees_the_sides_as_the_whole_picture_does():
    image = cv2.resize(np.random.default_rng(0).integers(0, 256, (6, 8, 3), np.uint8), (160, 120))
    alpha = np.repeat(np.linspace(0, 1, 160, dtype=np.float32)[None], 120, 0)
    sides = sides_of(image, alpha)
    whole = sides.within(Box(0, 0, 160, 120))
    part = sides.within(Box(30, 20, 90, 70))
    for ours, theirs in zip(part, whole, strict=True):
        assert np.abs(ours - theirs[20:70, 30:90]).max() < 0.01
