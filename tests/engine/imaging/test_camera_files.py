"""What phones and cameras write themselves: HEIC and raw files."""

import struct
import subprocess
import sys

import numpy as np
import PIL.Image
import pillow_heif
import pytest
import tifffile

from engine.errors import ImageError
from engine.imaging import heif, limits, raw
from engine.imaging.named_colours import profile_named
from engine.imaging.reading import read_image
from tests.engine.imaging.profiles import DISPLAY_P3, profile_of

ACROSS, DOWN = np.meshgrid(np.linspace(0, 1, 96), np.linspace(0, 1, 64))
SMOOTH = np.stack([ACROSS, DOWN, 1 - ACROSS], axis=-1)
XYZ_TO_SRGB = (*(3.1339, -1.6169, -0.4906, -0.9788, 1.9161, 0.0335, 0.0719, -0.2290, 1.4052),)


def heic(path, planes, mode="RGB", **options):
    size = planes.shape[1], planes.shape[0]
    file = pillow_heif.from_bytes(mode, size, np.ascontiguousarray(planes).tobytes())
    file.save(path, quality=-1, chroma=444, matrix_coefficients=0, **options)
    return path


def dng(path, cfa, orientation=1):
    """A raw file of a camera with sRGB's primaries: red, green, green, blue, 12 bits."""
    matrix = [part for number in XYZ_TO_SRGB for part in (round(number * 10_000), 10_000)]
    tags = [
        (274, "H", 1, orientation, True),
        (33421, "H", 2, (2, 2), True),
        (33422, "B", 4, bytes((0, 1, 1, 2)), True),
        (50706, "B", 4, bytes((1, 4, 0, 0)), True),
        (50708, "s", 0, "Box", True),
        (50717, "H", 1, 4095, True),
        (50721, "2i", 9, matrix, True),
        (50728, "2I", 3, (1, 1) * 3, True),
        (50778, "H", 1, 23, True),
    ]
    tifffile.imwrite(path, cfa, photometric="cfa", extratags=tags, metadata=None)
    return path


def refusal(path):
    with pytest.raises(ImageError) as caught:
        read_image(path)
    return f"{caught.value.message}|{caught.value.hint}"


def test_heic_is_read_as_it_was_written(tmp_path):
    colours = np.rint(SMOOTH * 255).astype(np.uint8)
    picture = read_image(heic(tmp_path / "a.heic", colours))
    assert picture.image.dtype == np.uint8
    assert np.abs(picture.image.astype(int) - colours).max() <= 2
    assert (picture.alpha, picture.icc, picture.remark) == (None, None, "")


@pytest.mark.parametrize("depth", [10, 12])
def test_deep_heic_reaches_from_black_to_white(tmp_path, monkeypatch, depth):
    deep = np.rint(SMOOTH * (2**depth - 1)).astype(np.uint16) << (16 - depth)
    monkeypatch.setattr(pillow_heif.options, "SAVE_HDR_TO_12_BIT", depth == 12)
    picture = read_image(heic(tmp_path / "a.heic", deep, "RGB;16"))
    assert picture.image.dtype == np.uint16
    assert picture.image.max() == 65535
    assert picture.image.min() < 200
    assert np.abs(picture.image - SMOOTH * 65535).max() < 400


def test_heic_has_its_alpha_profile_and_notes(tmp_path):
    colours = np.full((64, 96, 4), 200, np.uint8)
    colours[:, 48:, 3] = 255
    exif = PIL.Image.Exif()
    exif[0x0110] = "Box"
    options = {"icc_profile": profile_of(DISPLAY_P3), "exif": exif.tobytes()}
    image = pillow_heif.from_bytes("RGBA", (96, 64), colours.tobytes())
    image.save(tmp_path / "a.heic", quality=-1, **options)
    picture = read_image(tmp_path / "a.heic")
    assert picture.icc == profile_of(DISPLAY_P3)
    assert picture.exif is not None
    assert b"Box" in picture.exif
    assert np.allclose(picture.alpha[:, :40], 200 / 255, atol=0.02)
    assert (picture.alpha[:, 56:] > 0.98).all()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_heic_is_upright(tmp_path, orientation):
    colours = np.zeros((64, 96, 3), np.uint8)
    colours[:32, :48] = 255  # white above on the left, as it is stored
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    heif_file = pillow_heif.from_pillow(PIL.Image.fromarray(colours))
    heif_file.save(tmp_path / "a.heic", quality=-1, exif=exif.tobytes())
    image = read_image(tmp_path / "a.heic").image
    assert image.shape[:2] == ((96, 64) if orientation > 4 else (64, 96))
    corners = [image[at][:1].mean() > 128 for at in ((3, 3), (3, -3), (-3, -3), (-3, 3))]
    assert corners.index(True) == {1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3}[orientation]
    assert sum(corners) == 1


def test_the_main_picture_of_several_is_taken_and_said(tmp_path):
    file = pillow_heif.HeifFile()
    for grey in (10, 120, 240):
        file.add_from_pillow(PIL.Image.new("RGB", (64, 64), (grey,) * 3))
    file.save(tmp_path / "a.heic", primary_index=1, quality=-1)
    picture = read_image(tmp_path / "a.heic")
    assert abs(int(picture.image.mean()) - 120) <= 1
    assert picture.remark == "“a.heic” holds several pictures: the main one is taken."


def test_without_its_library_a_heic_names_the_remedy(tmp_path, monkeypatch):
    heic(tmp_path / "a.heic", np.zeros((64, 64, 3), np.uint8))
    monkeypatch.setattr(heif, "find_spec", lambda _: None)
    words = refusal(tmp_path / "a.heic")
    assert "the library that reads those is not installed" in words
    assert words.endswith(
        "|Install it with: pip install 'gossamer[heif]', or export it as JPEG or PNG."
    )


def test_a_cut_off_heic_is_refused(tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (64, 96, 3), dtype=np.uint8)
    whole = heic(tmp_path / "a.heic", noise).read_bytes()
    for share in (0.02, 0.3, 0.9):
        (tmp_path / "a.heic").write_bytes(whole[: int(len(whole) * share)])
        assert "damaged or cut off" in refusal(tmp_path / "a.heic")


def test_raw_is_developed_upright_in_srgb(tmp_path):
    """Grey light of a fifth, brightest at white: sRGB's curve, by the camera's own balance."""
    cfa = np.full((64, 96), 4095, np.uint16)
    cfa[:, 48:] = 819
    picture = read_image(dng(tmp_path / "a.dng", cfa, orientation=6))
    assert picture.image.dtype == np.uint16
    assert picture.image.shape == (96, 64, 3)
    above, below = picture.image[8:40].mean(axis=(0, 1)), picture.image[56:88].mean(axis=(0, 1))
    fifth = (1.055 * 0.2 ** (1 / 2.4) - 0.055) * 65535
    assert (above > 65000).all()
    assert np.abs(below - fifth).max() < 1500
    assert (picture.alpha, picture.icc) == (None, None)


def test_raw_keeps_colours_apart(tmp_path):
    cfa = np.full((64, 96), 300, np.uint16)
    cfa[::2, ::2] = 3000  # red light
    red, green, blue = read_image(dng(tmp_path / "a.dng", cfa)).image[16:48, 16:80].mean((0, 1))
    assert red > 2 * green
    assert red > 2 * blue


def test_without_its_library_a_raw_file_names_the_remedy(tmp_path, monkeypatch):
    dng(tmp_path / "a.dng", np.zeros((64, 96), np.uint16))
    monkeypatch.setattr(raw, "find_spec", lambda _: None)
    assert refusal(tmp_path / "a.dng").endswith(
        "|Install it with: pip install 'gossamer[raw]', or develop it to TIFF or JPEG."
    )


@pytest.mark.parametrize("name", ["a.dng", "a.nef"])
def test_what_is_no_raw_file_is_refused(tmp_path, name):
    assert "There is no file" in refusal(tmp_path / name)
    (tmp_path / name).write_bytes(b"II*\0\x08\0\0\0")
    assert "damaged or cut off" in refusal(tmp_path / name)


@pytest.mark.parametrize("make", [dng, heic])
def test_too_many_pixels_are_refused_before_they_are_decoded(tmp_path, monkeypatch, make):
    planes = np.zeros((64, 96, 3), np.uint8) if make is heic else np.zeros((64, 96), np.uint16)
    path = make(tmp_path / "a.dng" if make is dng else tmp_path / "a.heic", planes)
    monkeypatch.setattr(limits, "LARGEST", 6000)
    assert "has 96 × 64 pixels, more than" in refusal(path)


def test_libraries_are_not_imported_for_other_files(tmp_path):
    PIL.Image.new("RGB", (4, 4)).save(tmp_path / "a.png")
    code = (
        "import sys; from engine.imaging.reading import read_image; read_image(sys.argv[1]);"
        "sys.exit('rawpy' in sys.modules or 'pillow_heif' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.png")], check=False)
    assert done.returncode == 0


def test_raw_of_a_camera_that_sees_no_colours_is_grey(tmp_path):
    tags = [(50706, "B", 4, bytes((1, 4, 0, 0)), True), (50717, "H", 1, 4095, True)]
    levels = np.tile(np.linspace(0, 4095, 96).astype(np.uint16), (64, 1))
    options = {"photometric": "minisblack", "extratags": tags, "metadata": None}
    tifffile.imwrite(tmp_path / "a.dng", levels, **options)
    stored, said = (tmp_path / "a.dng").read_bytes(), struct.pack("<HHI", 262, 3, 1)
    at = stored.index(said) + len(said)  # LinearRaw, which tifffile wants to have three colours
    stored = stored[:at] + struct.pack("<H", 34892) + stored[at + 2 :]
    (tmp_path / "a.dng").write_bytes(stored)
    image = read_image(tmp_path / "a.dng").image
    assert image.shape == (64, 96, 3)
    assert (np.ptp(image, axis=2) == 0).all()
    assert (np.diff(image[32, :, 0].astype(int)) >= 0).all()


def test_a_heic_that_names_display_p3_by_numbers_gets_its_profile(tmp_path):
    path = tmp_path / "p3.heic"
    colours = np.random.default_rng(4).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    held = pillow_heif.from_pillow(PIL.Image.fromarray(colours))
    named = {"color_primaries": 12, "transfer_characteristics": 13}
    held.save(path, quality=95, save_nclx_profile=True, **named)
    picture = read_image(path)
    assert (picture.icc, picture.remark) == (profile_named(12, 13), "")
    held.save(
        path, quality=95, save_nclx_profile=True, color_primaries=9, transfer_characteristics=16
    )
    picture = read_image(path)
    assert picture.icc is None
    assert "taken as sRGB" in picture.remark
