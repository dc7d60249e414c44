"""AVIF: read with profile, notes and orientation; what is lost is said, what is broken refused."""

import io
import random
import struct

import numpy as np
import PIL.features
import PIL.Image
import pytest

from engine.errors import ImageError
from engine.export.light import light_of
from engine.imaging import avif
from engine.imaging.av1 import coded_pixels
from engine.imaging.colours import to_srgb
from engine.imaging.named_colours import profile_named
from engine.imaging.reading import read_image
from tests.engine.hostile.memory import Peak
from tests.engine.hostile.seeds import HEIGHT, WIDTH, seeds
from tests.engine.imaging.profiles import DISPLAY_P3, in_srgb, profile_of

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


def named(data, primaries, transfer):
    """The same file, which names other colours."""
    at = data.find(b"colrnclx") + 8
    return data[:at] + struct.pack(">HH", primaries, transfer) + data[at + 4 :]


def test_what_is_lost_is_said(tmp_path):
    data, _ = content()
    at = data.find(b"pixi")
    path = tmp_path / "a.avif"
    path.write_bytes(data[: at + 9] + b"\x0a" + data[at + 10 :])
    assert "10 bits in each channel: 8 of them" in avif.avif_remark(path, has_profile=False)
    path.write_bytes(named(data, 9, 16))  # BT.2020 with PQ: no profile tells that
    assert "taken as sRGB" in read_image(path).remark
    assert read_image(path).icc is None


def test_colours_named_by_numbers_get_a_profile_of_them(tmp_path):
    data, _ = content()
    path = tmp_path / "a.avif"
    path.write_bytes(named(data, 12, 13))
    picture = read_image(path)
    assert (picture.icc, picture.remark) == (profile_named(12, 13), "")
    shown = to_srgb(picture.image, picture.icc).astype(float)
    assert np.abs(shown - in_srgb(picture.image, DISPLAY_P3)).max() < 3
    light = light_of(picture.icc)
    assert np.allclose(light.chromaticities[:2], (0.68, 0.32), atol=1e-3)
    assert np.allclose(light.chromaticities[6:], (0.3127, 0.3290), atol=1e-3)
    path.write_bytes(named(data, 1, 13))
    assert read_image(path).icc is None


def test_the_profile_of_bt_2020_means_its_light():
    light = light_of(profile_named(9, 14))
    assert np.allclose(
        light.chromaticities[:6], (0.708, 0.292, 0.17, 0.797, 0.131, 0.046), atol=1e-3
    )
    numbers = np.linspace(0, 1, len(light.curves[0]))
    slowly = [v / 4.5 if v < 0.081 else ((v + 0.099) / 1.099) ** (1 / 0.45) for v in numbers]
    assert np.abs(light.curves[0] - slowly).max() < 2e-3


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


def test_as_many_pixels_as_are_coded_are_found_in_it(tmp_path):
    assert coded_pixels(content()[0]) == 48 * 32
    file = io.BytesIO()
    PIL.Image.new("RGB", (48, 32)).save(file, "AVIF")  # no notes come first
    data = file.getvalue()
    assert coded_pixels(data) == 48 * 32
    at = data.find(b"mdat") + 4
    assert data[at : at + 3] == b"\x12\x00\x0a"
    bare = data[:at] + data[at + 2 :]  # as others write it
    assert coded_pixels(bare) == 48 * 32
    assert coded_pixels(data[: at + 7]) is None
    assert coded_pixels(data[:at]) is None
    film = seeds(tmp_path)["avif-animated"]
    assert coded_pixels(film) == HEIGHT * WIDTH


def test_a_flat_drawing_is_read_however_few_bytes_it_takes(tmp_path):
    drawing = PIL.Image.new("RGB", (2400, 1800), "white")
    drawing.save(tmp_path / "a.avif", speed=10)
    assert (tmp_path / "a.avif").stat().st_size < 2400 * 1800 / 3000
    assert read_image(tmp_path / "a.avif").image.shape == (1800, 2400, 3)


@pytest.mark.parametrize("side", [1200, 16000])
def test_a_small_file_that_claims_a_giant_picture_is_refused_before_it_takes_memory(tmp_path, side):
    data, _ = content()
    at = data.find(b"ispe") + 8
    path = tmp_path / "a.avif"
    path.write_bytes(data[:at] + struct.pack(">II", side, side) + data[at + 8 :])
    peak = Peak()
    with pytest.raises(ImageError):
        read_image(path)
    assert peak.grown() < 60_000_000
