"""Files that are not what they should be: refused in words, never with a traceback or a warning."""

import zlib
from contextlib import suppress

import numpy as np
import PIL.Image
import pytest

from engine.errors import ImageError
from engine.imaging import limits
from engine.imaging.reading import read_alpha, read_image, read_trimap

NOISE = np.random.default_rng(3).integers(0, 256, (60, 80, 3), dtype=np.uint8)
READERS = [read_image, read_alpha, lambda path: read_trimap(path, (60, 80))]


def refusal(path, read=read_image):
    with pytest.raises(ImageError) as caught:
        read(path)
    return f"{caught.value.message}|{caught.value.hint}"


@pytest.mark.parametrize("read", READERS)
def test_missing_file_is_named(tmp_path, read):
    path = tmp_path / "nothing.png"
    assert refusal(path, read) == f"There is no file “{path}”.|Check its name and folder."


def test_file_in_a_file_is_missing(tmp_path):
    (tmp_path / "a.png").write_bytes(b"")
    assert "There is no file" in refusal(tmp_path / "a.png" / "b.png")


@pytest.mark.parametrize("read", READERS)
def test_overlong_name_is_told(tmp_path, read):
    assert refusal(tmp_path / ("a" * 300), read).endswith(
        "|Check its name, its folder and its disk."
    )


@pytest.mark.parametrize("read", READERS)
def test_folder_is_no_picture(tmp_path, read):
    assert refusal(tmp_path, read) == f"“{tmp_path}” is a folder.|Name a picture inside it."


def test_empty_file_is_called_empty(tmp_path):
    (tmp_path / "a.png").write_bytes(b"")
    assert "is empty.|Copy or download it again." in refusal(tmp_path / "a.png")


@pytest.mark.parametrize("content", [b"Dear diary,", b"\x89PNG\r\n\x1a\n", b"\0" * 5000, b"%!PS\n"])
def test_text_named_png_is_no_picture(tmp_path, content):
    (tmp_path / "a.png").write_bytes(content)
    words = refusal(tmp_path / "a.png")
    assert "is not a picture that can be read.|Gossamer reads PNG, JPEG, TIFF, WebP" in words


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tif", "bmp", "gif"])
def test_truncated_file_is_refused(tmp_path, capfd, suffix, share):
    path = tmp_path / f"a.{suffix}"
    PIL.Image.fromarray(NOISE).save(path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    words = refusal(path)
    assert "damaged or cut off" in words or "not a picture" in words
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("kind", ["png", "tif"])
def test_truncated_deep_file_is_refused(tmp_path, capfd, colours, png16, tiff, kind, channels):
    planes = colours[..., :channels]
    encoded = png16(planes) if kind == "png" else tiff(planes, {})
    (tmp_path / "a").write_bytes(encoded[: len(encoded) * 3 // 4])
    assert "damaged or cut off" in refusal(tmp_path / "a")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tif"])
def test_a_flipped_bit_is_refused_or_read_but_never_a_bug(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    PIL.Image.fromarray(NOISE).save(path)
    whole = path.read_bytes()
    for at in range(0, min(len(whole), 1500), 7):
        path.write_bytes(whole[:at] + bytes((whole[at] ^ 0x41,)) + whole[at + 1 :])
        with suppress(ImageError):
            assert read_image(path).image.ndim == 3


def test_too_many_pixels_are_refused_before_they_are_decoded(tmp_path, png16):
    encoded = bytearray(png16(np.zeros((1, 1, 3), np.uint16)))
    encoded[16:24] = (30_000).to_bytes(4, "big") * 2
    encoded[29:33] = zlib.crc32(encoded[12:29]).to_bytes(4, "big")
    (tmp_path / "a.png").write_bytes(encoded)
    assert "has 30000 × 30000 pixels, more than 400 megapixels.|Scale it" in refusal(
        tmp_path / "a.png"
    )


def test_a_large_picture_brings_no_warning(tmp_path):
    assert limits.LARGEST > 178_956_970  # where Pillow alone would refuse
    PIL.Image.new("1", (13_000, 7_000)).save(tmp_path / "a.png")
    assert read_trimap(tmp_path / "a.png", (7_000, 13_000)).max() == 0


@pytest.mark.parametrize("dtype", [np.float32, np.int32])
def test_exotic_pixels_are_refused(tmp_path, dtype):
    PIL.Image.fromarray(np.ones((4, 4), dtype)).save(tmp_path / "a.tif")
    words = refusal(tmp_path / "a.tif")
    assert words.endswith(
        "in a way that is not read.|Export it as PNG or TIFF with 8 or 16 bits per channel."
    )


def test_deep_tiff_with_separate_planes_is_refused(tmp_path, colours, tiff):
    (tmp_path / "a.tif").write_bytes(tiff(colours[..., :3], {284: 2}))
    assert "in a way that is not read" in refusal(tmp_path / "a.tif")


def test_broken_metadata_do_not_matter(tmp_path):
    PIL.Image.fromarray(NOISE).save(tmp_path / "a.jpg", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff")
    assert read_image(tmp_path / "a.jpg").image.shape == NOISE.shape
