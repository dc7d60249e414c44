"""AVIF: read with profile, notes and orientation; what is lost is said, what is broken refused."""

import io
import random

import numpy as np
import PIL.features
import PIL.Image
import pytest

from engine.errors import ImageError
from engine.imaging import avif
from engine.imaging.reading import read_image
from tests.engine.imaging.profiles import DISPLAY_P3, profile_of

pytestmark = pytest.mark.skipif(
    not PIL.features.check("avif"), reason="this Pillow was built without libavif"
)


def content(**options):
    ramp = np.linspace(0, 255, 48).astype(np.uint8)
    pixels = np.stack(np.broadcast_arrays(ramp, ramp[:32, None], np.uint8(90)), axis=-1)
    exif = PIL.Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Argus"
    stream = io.BytesIO()
    PIL.Image.fromarray(pixels).save(stream, "AVIF", quality=95, exif=exif.tobytes(), **options)
    return stream.getvalue(), np.rot90(pixels, -1)


def test_it_is_read_upright_with_its_profile_and_notes(tmp_path):
    data, pixels = content(icc_profile=profile_of(DISPLAY_P3))
    (tmp_path / "a.avif").write_bytes(data)
    picture = read_image(tmp_path / "a.avif")
    assert np.abs(picture.image.astype(int) - pixels).mean() < 4
    assert picture.icc == profile_of(DISPLAY_P3)
    assert b"Argus" in picture.exif
    assert picture.remark == ""


def test_what_is_lost_is_said(tmp_path):
    data, _ = content()
    at, place = data.find(b"pixi"), data.find(b"colrnclx")
    deep = data[: at + 9] + b"\x0a" + data[at + 10 :]
    wide = data[: place + 8] + b"\0\x0c" + data[place + 10 :]  # the primaries of Display P3
    path = tmp_path / "a.avif"
    path.write_bytes(deep)
    assert "10 bits in each channel: 8 of them" in avif.avif_remark(path, has_profile=False)
    path.write_bytes(wide)
    assert "taken as sRGB" in read_image(path).remark


def test_without_the_library_it_is_refused_in_words(tmp_path, monkeypatch):
    (tmp_path / "a.avif").write_bytes(content()[0])
    monkeypatch.setattr(PIL.features, "check", lambda _: False)
    with pytest.raises(ImageError, match="AVIF") as refused:
        read_image(tmp_path / "a.avif")
    assert "pip install" in refused.value.hint


def test_broken_ones_are_refused_in_words_or_read(tmp_path):
    data, _ = content()
    draw, refused = random.Random(3), 0
    for number in range(120):
        broken = bytearray(data)
        for _ in range(draw.randint(1, 6)):
            broken[draw.randrange(min(400, len(broken)))] = draw.randrange(256)
        path = tmp_path / f"{number}.avif"
        path.write_bytes(broken if draw.random() < 0.7 else broken[: draw.randrange(len(broken))])
        try:
            read_image(path)
        except ImageError:
            refused += 1
    assert 60 < refused < 120
