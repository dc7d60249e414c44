"""Files that claim what they do not have: refused before memory is taken."""

import struct
import zlib
from contextlib import suppress
from types import SimpleNamespace

import cv2
import numpy as np
import PIL.Image
import psutil
import pytest
import tifffile

from engine.errors import ImageError, TrimapError
from engine.imaging.reading import read_image, read_mask, read_trimap
from tests.engine.hostile.memory import Peak
from tests.engine.hostile.mutations import with_checksums
from tests.engine.hostile.seeds import COLOURS

SMALL = 60_000_000
"""Bytes; the pixels that are claimed would take twenty times as many."""


def refusal(path):
    peak = Peak()
    with pytest.raises(ImageError) as caught:
        read_image(path)
    assert peak.grown() < SMALL
    return f"{caught.value.message}|{caught.value.hint}"


def saved(path, **options):
    PIL.Image.fromarray(COLOURS).save(path, **options)
    return bytearray(path.read_bytes())


def test_a_png_that_is_too_short_for_its_pixels(tmp_path):
    content = saved(tmp_path / "a.png")
    struct.pack_into(">II", content, 16, 20_000, 19_999)
    (tmp_path / "a.png").write_bytes(with_checksums(bytes(content)))
    assert "damaged or cut off (its pixels end early)" in refusal(tmp_path / "a.png")


def test_a_png_of_one_colour_is_as_short_as_can_be_and_read(tmp_path):
    PIL.Image.new("RGB", (4000, 3000), 7).save(tmp_path / "a.png", compress_level=9)
    assert (tmp_path / "a.png").stat().st_size < 4000 * 3000 * 3 / 800
    assert read_image(tmp_path / "a.png").image.shape == (3000, 4000, 3)


@pytest.mark.parametrize("kind", ["jpg", "gif"])
def test_other_files_that_are_too_short_for_their_pixels(tmp_path, kind):
    content = saved(tmp_path / f"a.{kind}", **({"quality": 5} if kind == "jpg" else {}))
    at = content.index(b"\xff\xc0") + 5 if kind == "jpg" else 6
    struct.pack_into(">HH" if kind == "jpg" else "<HH", content, at, 20_000, 19_999)
    if kind == "gif":
        at = content.index(b"\x2c\0\0\0\0") + 5
        struct.pack_into("<HH", content, at, 20_000, 19_999)
    (tmp_path / f"a.{kind}").write_bytes(content)
    assert "its pixels end early" in refusal(tmp_path / f"a.{kind}")


@pytest.mark.parametrize("kind", ["jpg", "gif"])
def test_files_of_one_colour_are_as_short_as_can_be_and_read(tmp_path, kind):
    PIL.Image.new("RGB", (4000, 3000)).save(tmp_path / f"a.{kind}", quality=1, optimize=True)
    assert read_image(tmp_path / f"a.{kind}").image.shape == (3000, 4000, 3)


def test_a_webp_whose_canvas_is_too_large(tmp_path):
    content = saved(tmp_path / "a.webp", exif=b"Exif\0\0II*\0")
    assert content[12:16] == b"VP8X"
    content[24:30] = b"\xff\x3f\0" + b"\xff\xff\0"
    (tmp_path / "a.webp").write_bytes(content)
    assert "has 16384 × 65536 pixels, more than 400 megapixels" in refusal(tmp_path / "a.webp")


def test_a_jpeg_of_endless_passes(tmp_path):
    content = saved(tmp_path / "a.jpg", progressive=True)
    at = content.rindex(b"\xff\xda")
    last = bytes(content[at:-2])
    (tmp_path / "a.jpg").write_bytes(bytes(content[:at]) + last * 600 + b"\xff\xd9")
    assert "it is made of too many passes" in refusal(tmp_path / "a.jpg")


@pytest.mark.parametrize("kind", ["png", "webp", "tif"])
def test_what_does_not_fit_into_free_memory_is_refused_in_numbers(tmp_path, monkeypatch, kind):
    PIL.Image.new("RGB", (2000, 1500)).save(tmp_path / f"a.{kind}")
    little = SimpleNamespace(available=20_000_000)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: little)
    assert refusal(tmp_path / f"a.{kind}").endswith(
        "needs 0.0 GB of memory, and 0.0 GB are free.|Close other programs, or scale it down."
    )


def test_a_profile_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path):
    content = saved(tmp_path / "a.png")
    squeezed = zlib.compressobj(9)
    body = b"".join(squeezed.compress(bytes(1 << 20)) for _ in range(100)) + squeezed.flush()
    chunk = b"iCCP" + b"a\0\0" + body
    chunk = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    (tmp_path / "a.png").write_bytes(bytes(content[:33]) + chunk + bytes(content[33:]))
    peak = Peak()
    with suppress(ImageError):
        assert np.array_equal(read_image(tmp_path / "a.png").image, COLOURS)
    assert peak.grown() < SMALL


def test_a_tiff_that_lacks_some_of_its_tiles(tmp_path):
    options = {"photometric": "rgb", "tile": (16, 32), "metadata": None}
    tifffile.imwrite(tmp_path / "a.tif", COLOURS, **options)
    assert np.array_equal(read_image(tmp_path / "a.tif").image, COLOURS)
    content = bytearray((tmp_path / "a.tif").read_bytes())
    at = content.index(struct.pack("<HHII", 257, 4, 1, COLOURS.shape[0])) + 8
    struct.pack_into("<I", content, at, 30_000)
    (tmp_path / "a.tif").write_bytes(content)
    assert "its pixels end early" in refusal(tmp_path / "a.tif")


def test_a_deep_png_with_a_chunk_that_is_longer_than_the_file(tmp_path):
    deep = COLOURS.astype(np.uint16) * 257
    content = bytearray(cv2.imencode(".png", deep)[1].tobytes())
    (tmp_path / "a.png").write_bytes(bytes(content))
    assert np.array_equal(read_image(tmp_path / "a.png").image[..., ::-1], deep)
    struct.pack_into(">I", content, len(content) - 12, 0xFFFFFF00)  # that of the end itself
    (tmp_path / "a.png").write_bytes(bytes(content))
    assert "its pixels end early" in refusal(tmp_path / "a.png")


BROKEN_ROWS = (
    "89504e470d0a1a0a0000000d4948445200000040000000300800000010999733a700000033494441"
    "54789cedccb11100101405c147e5544e01be19a1602fbc60dbcad92cde285e92f4cb7f0e00000000"
    "0000000000fc0a6c96a20260903b79830000000049454e44ae426082"
)
"""An interlaced PNG, which Pillow tries to decode once for its notes, and then cannot twice."""


def test_an_interlaced_png_that_is_damaged(tmp_path):
    (tmp_path / "a.png").write_bytes(bytes.fromhex(BROKEN_ROWS))
    assert "its pixels cannot be decoded" in refusal(tmp_path / "a.png")


def test_a_short_webp_of_a_wide_canvas(tmp_path):
    frames = [PIL.Image.fromarray(COLOURS + number) for number in (1, 2)]
    content = saved(tmp_path / "a.webp", save_all=True, append_images=frames)
    assert content[12:16] == b"VP8X"
    content[24:27] = (8_000_000).to_bytes(3, "little")
    (tmp_path / "a.webp").write_bytes(content)
    assert "its pixels end early" in refusal(tmp_path / "a.webp")


def test_a_trimap_of_another_size_is_refused_before_its_pixels_are_looked_at(tmp_path):
    PIL.Image.new("L", (5000, 4000), 128).save(tmp_path / "a.png")
    peak = Peak()
    with pytest.raises(TrimapError, match="is 5000 × 4000 pixels, the image is 64 × 48"):
        read_trimap(tmp_path / "a.png", (48, 64))
    with pytest.raises(ImageError, match="The mask “.*a.png” is 5000 × 4000"):
        read_mask(tmp_path / "a.png", (48, 64))
    assert peak.grown() < 10_000_000
