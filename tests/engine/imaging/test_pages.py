"""Files that hold more than one picture: the first is taken, and that is said."""

import json

import numpy as np
import PIL.Image
import pytest

from engine.cli import main
from engine.imaging.reading import read_image

PAGES = [PIL.Image.new("RGB", (40, 30), (60 * n, 0, 0)) for n in (1, 2, 3)]


@pytest.mark.parametrize("suffix", ["gif", "webp", "png"])
def test_the_first_frame_of_an_animation_is_taken_and_said(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    PAGES[0].save(path, save_all=True, append_images=PAGES[1:], duration=50, lossless=True)
    picture = read_image(path)
    assert np.abs(picture.image[..., 0].astype(int) - 60).max() <= 1
    assert picture.remark == f"“a.{suffix}” is animated: its first frame is taken."


def test_the_first_of_several_pages_is_taken_and_said(tmp_path):
    PAGES[0].save(tmp_path / "a.tif", save_all=True, append_images=PAGES[1:])
    picture = read_image(tmp_path / "a.tif")
    assert picture.image.max() == 60
    assert picture.remark == "“a.tif” has several pages: the first one is taken."


@pytest.mark.parametrize("suffix", ["gif", "webp", "png", "tif", "jpg", "bmp"])
def test_of_a_single_picture_nothing_is_said(tmp_path, suffix):
    PAGES[0].save(tmp_path / f"a.{suffix}")
    assert read_image(tmp_path / f"a.{suffix}").remark == ""


def test_a_phones_depth_beside_a_jpeg_is_not_worth_a_word(tmp_path):
    PAGES[0].save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=PAGES[1:])
    assert read_image(tmp_path / "a.jpg").remark == ""


def test_the_command_line_says_it_beside_its_answer(tmp_path, capsys):
    PAGES[0].save(tmp_path / "a.gif", save_all=True, append_images=PAGES[1:])
    PIL.Image.new("L", (40, 30), 255).save(tmp_path / "alpha.png")
    given = ["export", str(tmp_path / "a.gif"), "--alpha", str(tmp_path / "alpha.png")]
    assert main([*given, "--output", str(tmp_path / "b.png"), "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["files"]
    assert "“a.gif” is animated: its first frame is taken." in err


@pytest.mark.parametrize("shape", [(8, 40_000), (40_000, 8)])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_sides_that_qt_cannot_read_are_read(tmp_path, png16, shape, dtype):
    values = np.arange(shape[0] * shape[1] * 3, dtype=np.uint32).reshape(*shape, 3)
    image = values.astype(dtype)
    if dtype == np.uint8:
        PIL.Image.fromarray(image).save(tmp_path / "a.png")
    else:
        (tmp_path / "a.png").write_bytes(png16(image))
    assert np.array_equal(read_image(tmp_path / "a.png").image, image)


def test_a_picture_of_more_than_256_megabytes_is_read(tmp_path):
    """That is where QImageReader refuses unless it is told otherwise."""
    PIL.Image.new("1", (11_000, 9_000), 1).save(tmp_path / "a.png")
    image = read_image(tmp_path / "a.png").image
    assert image.nbytes > 256 * 2**20
    assert (image[::500, ::500] == 255).all()
