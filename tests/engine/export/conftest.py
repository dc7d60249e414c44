"""A plate with everything a photograph may bring along."""

import numpy as np
import PIL.Image
import PIL.ImageCms
import pytest
from PIL.ExifTags import IFD
from PIL.TiffImagePlugin import IFDRational

from engine.export.kinds import Plate
from engine.imaging.reading import read_image


@pytest.fixture(scope="session")
def photograph(tmp_path_factory):
    """A JPEG that lies on its side, with a profile, 240 dots an inch, and notes of a camera."""
    exif = PIL.Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = 6, "Argus", "Ann"
    settings = {0x829A: IFDRational(1, 60), 0x9003: "2024:01:02 03:04:05", 0x927C: b"x" * 90}
    exif.get_ifd(IFD.Exif).update(settings | {0xA002: 48, 0xA003: 32})
    place = tuple(IFDRational(number, 1) for number in (48, 8, 15))
    exif.get_ifd(IFD.GPSInfo).update({1: "N", 2: place})
    noise = np.random.default_rng(2).integers(0, 256, (4, 6, 3), dtype=np.uint8)
    picture = PIL.Image.fromarray(noise).resize((48, 32))
    profile = PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path_factory.mktemp("photograph") / "shot.jpg"
    picture.save(path, exif=exif.tobytes(), icc_profile=profile, dpi=(240, 240), quality=95)
    return read_image(path)


@pytest.fixture(params=[np.uint8, np.uint16])
def plate(photograph, request):
    """Colours of 8 or 16 bits and an alpha that has every kind of value."""
    generator = np.random.default_rng(1)
    top = np.iinfo(request.param).max
    colours = generator.integers(0, top + 1, (48, 32, 3)).astype(request.param)
    alpha = generator.random((48, 32), np.float32)
    alpha[:8], alpha[8:16] = 0, 1
    return Plate(alpha, colours, photograph.icc, photograph.dpi, photograph.exif, '{"a": "é"}')
