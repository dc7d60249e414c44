import struct

import numpy as np
import PIL.Image
import PIL.ImageCms
import PIL.ImageOps
import pytest

from engine.errors import ImageError
from engine.imaging.reading import read_alpha, read_image

SHADES = np.random.default_rng(0).integers(0, 256, (20, 30, 4), dtype=np.uint8)


def saved(path, mode, **options):
    planes = {"L": SHADES[..., 0], "LA": SHADES[..., [0, 3]], "RGB": SHADES[..., :3]}
    PIL.Image.fromarray(planes.get(mode, SHADES)).save(path, **options)
    return path


@pytest.mark.parametrize("suffix", ["png", "tif", "webp", "bmp"])
def test_eight_bits_come_back_as_they_were(tmp_path, suffix):
    picture = read_image(saved(tmp_path / f"a.{suffix}", "RGB", lossless=True))
    assert picture.image.dtype == np.uint8
    assert np.array_equal(picture.image, SHADES[..., :3])
    assert picture.alpha is None


def test_jpeg_is_read_as_pillow_reads_it(tmp_path):
    path = saved(tmp_path / "a.jpg", "RGB", quality=90)
    assert np.array_equal(read_image(str(path)).image, np.asarray(PIL.Image.open(path)))


def test_content_decides_and_not_the_suffix(tmp_path):
    saved(tmp_path / "a.png", "RGB").rename(tmp_path / "a.jpg")
    assert np.array_equal(read_image(tmp_path / "a.jpg").image, SHADES[..., :3])


def test_grey_becomes_three_equal_channels(tmp_path):
    image = read_image(saved(tmp_path / "a.png", "L")).image
    assert np.array_equal(image, np.dstack([SHADES[..., 0]] * 3))


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_alpha_channel_is_kept_apart(tmp_path, mode):
    picture = read_image(saved(tmp_path / "a.png", mode))
    assert picture.alpha.dtype == np.float32
    assert np.array_equal(picture.alpha, SHADES[..., 3] / np.float32(255))
    assert np.array_equal(picture.image[..., 0], SHADES[..., 0])


def test_opaque_alpha_channel_is_no_alpha(tmp_path):
    PIL.Image.fromarray(SHADES[..., :3]).convert("RGBA").save(tmp_path / "a.png")
    assert read_image(tmp_path / "a.png").alpha is None


def test_palette_becomes_rgb_and_its_transparent_entry_alpha(tmp_path):
    indexed = PIL.Image.fromarray(SHADES[..., :3]).quantize(8)
    indexed.save(tmp_path / "a.png", transparency=bytes((255, 0, 255)))
    picture = read_image(tmp_path / "a.png")
    assert np.array_equal(picture.image, np.asarray(indexed.convert("RGB")))
    assert np.array_equal(picture.alpha == 0, np.asarray(indexed) == 1)


def test_one_bit_becomes_black_and_white(tmp_path):
    PIL.Image.fromarray(SHADES[..., 0] > 99).save(tmp_path / "a.png")
    expected = np.where(SHADES[..., 0] > 99, 255, 0)
    assert np.array_equal(read_image(tmp_path / "a.png").image[..., 1], expected)


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_sixteen_bit_png_keeps_every_bit(tmp_path, colours, png16, channels):
    (tmp_path / "a.png").write_bytes(png16(colours[..., :channels]))
    picture = read_image(tmp_path / "a.png")
    colour = colours[..., :3] if channels > 2 else np.dstack([colours[..., 0]] * 3)
    assert picture.image.dtype == np.uint16
    assert np.array_equal(picture.image, colour)
    if channels in (2, 4):
        assert np.allclose(picture.alpha, colours[..., channels - 1] / 65535, atol=1e-7)


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_sixteen_bit_tiff_keeps_every_bit(tmp_path, colours, tiff, channels):
    tags = {338: 2} if channels == 4 else {}
    (tmp_path / "a.tif").write_bytes(tiff(colours[..., :channels], tags))
    picture = read_image(tmp_path / "a.tif")
    assert picture.image.dtype == np.uint16
    colour = colours[..., :3] if channels > 1 else np.dstack([colours[..., 0]] * 3)
    assert np.array_equal(picture.image, colour)
    assert (picture.alpha is not None) == (channels == 4)


def test_premultiplied_tiff_becomes_straight(tmp_path, colours, tiff):
    share = colours[..., 3:] / 65535
    stored = np.concatenate([np.rint(colours[..., :3] * share), colours[..., 3:]], axis=2)
    (tmp_path / "a.tif").write_bytes(tiff(stored.astype(np.uint16), {338: 1}))
    difference = np.abs(read_image(tmp_path / "a.tif").image - colours[..., :3].astype(float))
    assert (difference <= 1 / share).all()


def test_tiff_whose_zero_is_white_is_inverted(tmp_path, colours, tiff):
    (tmp_path / "a.tif").write_bytes(tiff(colours[..., :1], {262: 0}))
    assert np.array_equal(read_image(tmp_path / "a.tif").image[..., 2], 65535 - colours[..., 0])


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
def test_camera_orientation_is_applied(tmp_path, suffix, orientation):
    exif = PIL.Image.Exif()
    exif[274] = orientation
    path = saved(tmp_path / f"a.{suffix}", "RGB", exif=exif, lossless=True)
    with PIL.Image.open(path) as stored:
        upright = np.asarray(PIL.ImageOps.exif_transpose(stored))
    assert np.array_equal(read_image(path).image, upright)
    assert upright.shape == ((30, 20, 3) if orientation > 4 else (20, 30, 3))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["png", "tif"])
def test_orientation_is_applied_to_sixteen_bits(tmp_path, colours, png16, tiff, kind, orientation):
    path = tmp_path / f"a.{kind}"
    exif = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 274, 3, 1, orientation, 0)
    rgb = colours[..., :3]
    path.write_bytes(
        png16(rgb, (b"eXIf", exif)) if kind == "png" else tiff(rgb, {274: orientation})
    )
    image = read_image(path).image
    with PIL.Image.open(path) as stored:  # Pillow keeps the upper eight bits
        upright = np.asarray(PIL.ImageOps.exif_transpose(stored))
    assert image.dtype == np.uint16
    assert np.array_equal(image >> 8, upright)


def test_cmyk_jpeg_goes_through_its_profile(tmp_path, strange_ink):
    cyan = PIL.Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    cyan.save(tmp_path / "a.jpg", icc_profile=strange_ink)
    picture = read_image(tmp_path / "a.jpg")
    red, green, blue = picture.image.mean(axis=(0, 1))
    assert red > 150
    assert green < 100
    assert blue < 200
    assert picture.icc is None


def test_cmyk_jpeg_without_profile_is_not_inverted(tmp_path):
    PIL.Image.new("CMYK", (16, 16), (255, 0, 0, 0)).save(tmp_path / "a.jpg")
    red, green, blue = read_image(tmp_path / "a.jpg").image.mean(axis=(0, 1))
    assert red < 10
    assert min(green, blue) > 245


def test_cmyk_jpeg_that_is_not_adobes_is_read_as_stored(tmp_path):
    PIL.Image.new("CMYK", (16, 16), (0, 0, 0, 255)).save(tmp_path / "a.jpg")
    encoded = (tmp_path / "a.jpg").read_bytes()
    at = encoded.index(b"\xff\xee")
    plain = encoded[:at] + encoded[at + 2 + struct.unpack(">H", encoded[at + 2 : at + 4])[0] :]
    (tmp_path / "a.jpg").write_bytes(plain)
    # Pillow stored black ink inverted, as Adobe does: taken plainly, all inks but black are full.
    assert read_image(tmp_path / "a.jpg").image.max() < 10


def test_rgb_profile_and_resolution_are_handed_on(tmp_path):
    profile = PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")).tobytes()
    picture = read_image(saved(tmp_path / "a.jpg", "RGB", icc_profile=profile, dpi=(300, 300)))
    assert picture.icc == profile
    assert picture.dpi == (300, 300)


def test_first_page_is_read(tmp_path):
    pages = [PIL.Image.new("RGB", (4, 4), (10 * n, 0, 0)) for n in (1, 2)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:])
    assert read_image(tmp_path / "a.tif").image.max() == 10


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (1, 700)])
def test_tiny_pictures_are_read(tmp_path, size):
    PIL.Image.new("RGB", size).save(tmp_path / "a.png")
    assert read_image(tmp_path / "a.png").image.shape == (size[1], size[0], 3)


def test_alpha_is_read_from_grey_with_eight_and_sixteen_bits(tmp_path, colours, png16):
    (tmp_path / "deep.png").write_bytes(png16(colours[..., :1]))
    assert np.allclose(read_alpha(tmp_path / "deep.png"), colours[..., 0] / 65535, atol=1e-7)
    alpha = read_alpha(saved(tmp_path / "a.png", "L"))
    assert alpha.dtype == np.float32
    assert np.array_equal(alpha, SHADES[..., 0] / np.float32(255))


def test_alpha_of_a_cutout_is_its_transparency(tmp_path):
    alpha = read_alpha(saved(tmp_path / "a.png", "RGBA"))
    assert np.array_equal(alpha, SHADES[..., 3] / np.float32(255))


def test_colour_picture_is_no_alpha(tmp_path):
    with pytest.raises(ImageError, match="is in colour") as caught:
        read_alpha(saved(tmp_path / "a.png", "RGB"))
    assert caught.value.hint.startswith("Give a grey picture")
