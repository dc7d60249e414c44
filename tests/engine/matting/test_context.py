"""What the wide look is given, what a network is fed, and where it runs."""

import numpy as np
import pytest

from engine.arrays import unit_floats
from engine.errors import DeviceError
from engine.matting import devices, inputs
from engine.matting.context import whole


def test_a_small_picture_is_seen_as_it_is(scene):
    image, trimap = scene(30, 40)
    seen = whole(image, trimap, 1200)
    assert (seen.image == unit_floats(image)).all()
    assert (seen.trimap == trimap).all()
    assert seen.ratio == (1.0, 1.0)


@pytest.mark.parametrize("size", [(300, 400), (7, 2000), (2000, 7), (1, 5000), (333, 217)])
def test_a_large_picture_is_reduced_to_about_the_limit(scene, size):
    image, trimap = scene(*size)
    seen = whole(image, trimap, 1000)
    height, width = seen.trimap.shape
    assert seen.image.shape == (height, width, 3)
    assert height * width <= max(1.3 * 1000, max(size))
    assert seen.ratio == (size[0] / height, size[1] / width)
    assert set(np.unique(seen.trimap)) <= {0, 128, 255}


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_reducing_averages(depth):
    generator = np.random.default_rng(0)
    image = generator.integers(0, np.iinfo(depth).max, (40, 60, 3)).astype(depth)
    seen = whole(image, np.zeros((40, 60), np.uint8), 40 * 60 // 16)
    expected = unit_floats(image).reshape(10, 4, 15, 4, 3).mean((1, 3))
    assert seen.image == pytest.approx(expected, abs=1 / 255)


def test_a_mixed_cell_is_unknown():
    trimap = np.zeros((8, 8), np.uint8)
    trimap[:, 4:] = 255
    trimap[0, 0] = trimap[5, 7] = 128
    seen = whole(np.zeros((8, 8, 3), np.uint8), trimap, 4)
    assert seen.trimap.tolist() == [[128, 255], [0, 128]]


def test_the_last_known_pixel_survives():
    trimap = np.full((80, 80), 128, np.uint8)
    trimap[3, 3], trimap[70, 70] = 0, 255
    seen = whole(np.zeros((80, 80, 3), np.uint8), trimap, 64)
    assert (seen.trimap == 0).sum() == (seen.trimap == 255).sum() == 1


def test_scaled_input_is_normalised_colour_and_a_plane(scene):
    image, trimap = scene(5, 6)
    planes = inputs.scaled(unit_floats(image), trimap)
    assert planes.shape == (4, 5, 6)
    assert planes[0, 2, 3] == pytest.approx((image[2, 3, 0] / 255 - 0.485) / 0.229, abs=1e-5)
    assert planes[3] == pytest.approx(trimap / 255, abs=1e-6)


def test_one_hot_input_tells_background_unknown_foreground(scene):
    image, trimap = scene(5, 6)
    planes = inputs.one_hot(unit_floats(image), trimap)
    assert planes.shape == (6, 5, 6)
    for plane, code in zip(planes[3:], (0, 128, 255), strict=True):
        assert (plane == (trimap == code)).all()


def test_automatic_device_is_one_that_is_there():
    assert devices.chosen("auto").type == devices.available()[0]
    assert devices.available()[-1] == "cpu"


def test_a_device_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(DeviceError, match="no device “abacus”") as caught:
        devices.chosen("abacus")
    assert caught.value.hint.startswith("Choose one of: auto, ")
    assert caught.value.hint.endswith("cpu.")
