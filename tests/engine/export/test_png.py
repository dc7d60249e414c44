"""Cut-outs as PNG files: straight colours, of either depth, with their profile."""

import numpy as np
import PIL.ImageCms
import pytest

from engine.export.formats import wish_for
from engine.export.kinds import Depth, What
from engine.export.plates import plate_of
from engine.export.writing import export
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image

ALPHA = np.random.default_rng(0).random((20, 30), np.float32)
IMAGE = np.random.default_rng(1).integers(0, 256, (20, 30, 3), dtype=np.uint8)


def write_cutout(path, image, alpha, depth, icc=None):
    wish = wish_for(path, What.CUTOUT, depth)
    export(path, plate_of(Picture(path, image, icc=icc), alpha, wish), wish)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_cutout_is_straight_rgba(tmp_path, bits, depth):
    alpha = np.where(np.arange(30) < 10, np.float32(1), ALPHA)
    image = IMAGE.astype(depth) * (257 if depth == np.uint16 else 1)
    write_cutout(tmp_path / "c.png", image.astype(depth), alpha, Depth(str(bits)))
    picture = read_image(tmp_path / "c.png")
    assert picture.image.dtype == (np.uint8 if bits == 8 else np.uint16)
    assert np.array_equal(
        picture.image[:, :10], IMAGE[:, :10].astype(int) * (1 if bits == 8 else 257)
    )
    assert np.abs(picture.alpha - alpha).max() <= 0.501 / (2**bits - 1)


def test_cutout_keeps_the_profile_of_its_colours(tmp_path):
    profile = PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")).tobytes()
    write_cutout(tmp_path / "c.png", IMAGE, ALPHA, Depth.EIGHT, icc=profile)
    assert read_image(tmp_path / "c.png").icc == profile
