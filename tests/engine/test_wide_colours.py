"""Networks learnt on sRGB: the same scene in wide colours gives them the same to see."""

from io import BytesIO
from pathlib import Path

import numpy as np
import PIL.Image
import PIL.ImageCms

from engine.catalog import DEFAULT
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image, read_trimap
from engine.matting.session import Session
from engine.resources import resources_folder
from tests.engine.imaging.profiles import DISPLAY_P3, profile_of

PLACE = slice(150, 310), slice(50, 210)


def in_display_p3(image):
    """The same colours as Display P3 stores them."""
    srgb = PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB"))
    wide = PIL.ImageCms.ImageCmsProfile(BytesIO(profile_of(DISPLAY_P3)))
    made = PIL.ImageCms.profileToProfile(PIL.Image.fromarray(image), srgb, wide)
    return np.array(made)


def test_a_scene_in_display_p3_has_the_alpha_that_it_has_in_srgb():
    samples = resources_folder() / "samples"
    whole = read_image(samples / "astronaut.png")
    trimap = read_trimap(samples / "astronaut-trimap.png", whole.image.shape[:2])[PLACE].copy()
    image = np.ascontiguousarray(whole.image[PLACE])
    wide = in_display_p3(image)
    assert np.abs(wide.astype(int) - image).max() > 12
    picture = Picture(Path("wide.png"), wide, icc=profile_of(DISPLAY_P3))
    session = Session(DEFAULT, device="cpu")
    alpha, same, raw = (
        session.matte(shown, trimap) for shown in (image, picture.in_srgb, picture.image)
    )
    unknown = trimap == 128
    assert unknown.mean() > 0.02
    near, far = (np.abs(other - alpha)[unknown].mean() for other in (same, raw))
    assert near < 0.005
    assert near < 0.8 * far  # what is left is the rounding to 8 bits, twice
