import PIL.Image
import pytest
from PIL.ExifTags import IFD

from engine.imaging.reading import read_image


def noted(path, exif, mode="RGB", **options):
    PIL.Image.new(mode, (30, 20)).save(path, exif=exif, **options)
    found = read_image(path).exif
    if found is None:
        return None
    read = PIL.Image.Exif()
    read.load(b"Exif\0\0" + found)
    return read


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
def test_notes_are_those_of_the_upright_picture(tmp_path, suffix):
    exif = PIL.Image.Exif()
    exif[0x0112], exif[0x0110] = 8, "Box"
    exif.get_ifd(IFD.Exif).update({0xA002: 30, 0xA003: 20, 0x927C: b"secret" * 9})
    found = noted(tmp_path / f"a{suffix}", exif)
    assert found[0x0110] == "Box"
    assert found[0x0112] == 1
    assert 273 not in found  # where the pixels of the old TIFF were
    if suffix == ".tif":
        return  # Pillow writes no settings there
    settings = found.get_ifd(IFD.Exif)
    assert (settings[0xA002], settings[0xA003]) == (20, 30)
    assert 0x927C not in settings


def test_bytes_of_no_kind_are_called_so(tmp_path):
    exif = PIL.Image.Exif()
    exif.get_ifd(IFD.Exif).update({0x9101: bytes((1, 2, 3, 0)), 0x829A: 0.01})
    PIL.Image.new("RGB", (30, 20)).save(tmp_path / "a.jpg", exif=exif)
    found = read_image(tmp_path / "a.jpg").exif
    place = found.index(b"\x01\x91" if found[:2] == b"II" else b"\x91\x01")
    assert 7 in found[place + 2 : place + 4]  # UNDEFINED; 1 would be BYTE
    assert found[place + 8 : place + 12] == bytes((1, 2, 3, 0))


def test_a_picture_without_notes_has_none(tmp_path):
    assert noted(tmp_path / "a.jpg", b"") is None
    exif = PIL.Image.Exif()
    exif[0x0112] = 3
    assert noted(tmp_path / "b.jpg", exif) is None


@pytest.mark.parametrize("broken", [b"Exif\0\0", b"Exif\0\0MM\0*\0\0", b"Exif\0\0II*\0\xff\0\0\0"])
def test_broken_notes_are_no_reason_to_refuse_a_photograph(tmp_path, broken):
    assert noted(tmp_path / "a.jpg", broken) is None


def test_notes_that_no_file_could_hold_are_left_out(tmp_path):
    exif = PIL.Image.Exif()
    exif[0x010E] = "x" * 61_000
    assert noted(tmp_path / "a.webp", exif) is None
