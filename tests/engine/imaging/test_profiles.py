"""Wide colours: kept as they are in files, and shown as sRGB has them."""

import numpy as np
import PIL.Image
import PIL.ImageCms
import pytest

from engine.export.formats import wish_for
from engine.export.kinds import What
from engine.export.plates import plate_of
from engine.export.writing import export
from engine.imaging.colours import image_in_srgb, to_srgb
from engine.imaging.reading import read_image
from tests.engine.imaging.profiles import ADOBE, DISPLAY_P3, in_srgb, profile_of

TABLE = b"mft2\0\0\0\0"
"""No more than that there is one: of an intent that nobody asks for."""
COLOURS = np.random.default_rng(5).integers(0, 256, (40, 50, 3), dtype=np.uint8)


def saved(path, space):
    PIL.Image.fromarray(COLOURS).save(path, icc_profile=profile_of(space), lossless=True)
    return read_image(path)


@pytest.mark.parametrize("space", [ADOBE, DISPLAY_P3])
@pytest.mark.parametrize("suffix", ["png", "tif", "webp"])
def test_wide_colours_stay_as_they_are_and_are_shown_through_their_profile(tmp_path, suffix, space):
    picture = saved(tmp_path / f"a.{suffix}", space)
    assert np.array_equal(picture.image, COLOURS)
    assert picture.icc == profile_of(space)
    shown = to_srgb(picture.image, picture.icc).astype(float)
    assert np.abs(shown - in_srgb(COLOURS, space)).max() < 3
    assert np.abs(shown - COLOURS).max() > 30


def test_greys_are_greys_in_every_space():
    greys = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    for space in (ADOBE, DISPLAY_P3):
        shown = to_srgb(greys, profile_of(space)).astype(int)
        assert np.ptp(shown, axis=2).max() <= 1
    assert np.abs(to_srgb(greys, profile_of(DISPLAY_P3)).astype(int) - greys).max() <= 1


def test_what_is_srgb_or_no_profile_is_shown_as_it_is():
    srgb = PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")).tobytes()
    for icc in (None, srgb, b"", b"\0" * 200, srgb[:150], profile_of(ADOBE)[:-40]):
        shown = to_srgb(COLOURS, icc)
        assert shown is COLOURS


def test_a_cutout_keeps_the_wide_colours_and_their_profile(tmp_path):
    picture = saved(tmp_path / "a.png", ADOBE)
    alpha = np.ones(COLOURS.shape[:2], np.float32)
    wish = wish_for(tmp_path / "cutout.png", What.CUTOUT)
    export(tmp_path / "cutout.png", plate_of(picture, alpha, wish), wish)
    cutout = read_image(tmp_path / "cutout.png")
    assert np.array_equal(cutout.image, COLOURS)
    assert cutout.icc == picture.icc


def test_cmyk_is_converted_as_its_profile_says(tmp_path, strange_ink):
    """By LittleCMS through another road: into Lab, and from there by the formula of CIE 15."""
    inks = np.random.default_rng(6).integers(0, 256, (8, 9, 4), dtype=np.uint8)
    stored = PIL.Image.frombytes("CMYK", (9, 8), inks.tobytes())
    stored.save(tmp_path / "a.tif", icc_profile=strange_ink)
    picture = read_image(tmp_path / "a.tif")
    assert picture.icc is None
    expected = np.array([[_ink(*pixel) for pixel in row] for row in inks / 255])
    assert np.abs(picture.image - expected).max() < 6


def _ink(cyan, _magenta, _yellow, black):
    """What `strange_ink` says, and what sRGB makes of it: full cyan is Lab (50, 70, 0)."""
    share = cyan * (1 - black)
    lightness, a = (1 - black) * 100 - share * 50, share * 70
    return _srgb_of_lab(lightness, a)


def _srgb_of_lab(lightness, a):
    height = (lightness + 16) / 116
    cubes = [
        v**3 if v > 6 / 29 else (v - 4 / 29) * 3 * (6 / 29) ** 2
        for v in (height + a / 500, height, height)
    ]
    xyz = np.array(cubes) * (0.9642, 1.0, 0.8249)
    from_d50 = np.array(
        [
            [3.1338561, -1.6168667, -0.4906146],
            [-0.9787684, 1.9161415, 0.0334540],
            [0.0719453, -0.2289914, 1.4052427],
        ]
    )
    light = np.clip(from_d50 @ xyz, 0, 1)
    levels = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return levels * 255


@pytest.mark.parametrize("space", [ADOBE, DISPLAY_P3])
def test_sixteen_bits_are_brought_to_srgb_without_becoming_eight(space):
    ramp = np.linspace(9000, 52000, 600).astype(np.uint16)
    image = np.stack([ramp, ramp[::-1], np.full_like(ramp, 30000)], axis=-1)[None]
    wanted = in_srgb(image / 257, space) * 257
    exact = image_in_srgb(image, profile_of(space))
    assert exact.dtype == np.uint16
    off = np.abs(exact - wanted) / 257
    assert off.max() < 0.2  # the numbers of a profile have 16 bits themselves
    assert np.median(off) < 0.01
    found = image_in_srgb(image, profile_of(space, {b"A2B2": TABLE}))
    inside = ((wanted > 8 * 257) & (wanted < 247 * 257)).all(axis=-1)
    assert inside.mean() > 0.3
    off = np.abs(found - wanted)[inside] / 257
    assert np.quantile(off, 0.98) < 1
    assert off.max() < 6
    assert len(np.unique(found[inside][:, 0])) > 0.9 * inside.sum()
    assert image_in_srgb(image, None) is image
