"""Folders of foregrounds and photographs: what is read, kept apart, and refused."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.data.foregrounds import (
    background_files,
    foreground_files,
    held_out,
    read_background,
    read_foreground,
)
from engine.data.layouts import Cutout
from engine.errors import DataError
from tests.engine.data.pictures import write


def test_files_come_in_the_order_of_their_names(folders):
    names = [cutout.path.name for cutout in foreground_files(folders[0])]
    assert names == ["disc-1.png", "disc-2.png", "disc-deep.png"]
    assert [path.name for path in background_files(folders[1])] == [
        "photograph-1.png",
        "photograph-2.png",
    ]


@pytest.mark.parametrize("files", [foreground_files, background_files])
def test_missing_and_empty_folders_are_refused(tmp_path, files):
    with pytest.raises(DataError, match="There is no folder “.*none”"):
        files(tmp_path / "none")
    (tmp_path / "notes.txt").write_text("nothing to see")
    with pytest.raises(DataError, match="holds no (photo|foregrounds)"):
        files(tmp_path)
    with pytest.raises(DataError, match="There is no folder"):
        files(tmp_path / "notes.txt")


def test_a_tenth_of_seeds_is_held_out():
    paths = [Path(f"fox-{seed:03}.webp") for seed in range(200)]
    kept = [path for path in paths if held_out(path)]
    assert len(kept) == 20
    assert all(path.stem[-1] == "5" for path in kept)
    assert [held_out(Cutout(path)) for path in paths] == [held_out(path) for path in paths]


def test_colours_come_in_the_order_red_green_blue(tmp_path):
    pixels = np.full((2, 3, 4), (10, 20, 30, 51), np.uint8)  # blue, green, red, alpha
    cv2.imwrite(str(tmp_path / "f.png"), pixels)
    cv2.imwrite(str(tmp_path / "b.png"), pixels[..., :3])
    foreground = read_foreground(Cutout(tmp_path / "f.png"))
    assert foreground.colour[0, 0] * 255 == pytest.approx([30, 20, 10])
    assert foreground.alpha[0, 0] == pytest.approx(0.2)
    assert read_background(tmp_path / "b.png")[0, 0].tolist() == [30, 20, 10]


def test_sixteen_bits_are_read_as_eight(folders):
    deep = read_foreground(Cutout(folders[0] / "disc-deep.png"))
    assert deep.alpha.dtype == np.float32
    assert (deep.alpha.min(), deep.alpha.max()) == (0, 1)


@pytest.mark.parametrize("content", [b"", b"Dear diary,", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_broken_files_are_named(tmp_path, content):
    (tmp_path / "broken.png").write_bytes(content)
    for read, file in ((read_foreground, Cutout), (read_background, Path)):
        with pytest.raises(DataError, match="“broken.png” cannot be read as a picture."):
            read(file(tmp_path / "broken.png"))


def test_files_that_went_away_are_named(tmp_path):
    for read, file in ((read_foreground, Cutout), (read_background, Path)):
        with pytest.raises(DataError, match="“gone.png” cannot be read"):
            read(file(tmp_path / "gone.png"))


def test_a_foreground_without_alpha_is_named(folders):
    with pytest.raises(DataError, match="“photograph-1.png” has no alpha channel."):
        read_foreground(Cutout(folders[1] / "photograph-1.png"))


def test_floating_point_is_refused(tmp_path):
    cv2.imwrite(str(tmp_path / "light.tiff"), np.ones((8, 8, 4), np.float32))
    with pytest.raises(DataError, match="neither 8 nor 16 bits") as caught:
        read_foreground(Cutout(tmp_path / "light.tiff"))
    assert "PNG or TIFF" in caught.value.hint


@pytest.mark.parametrize(
    ("least", "side"), [(None, 320), (320, 320), (161, 320), (160, 160), (80, 80), (3, 40)]
)
def test_large_photographs_are_read_as_small_as_will_do(tmp_path, least, side):
    rows, columns = np.mgrid[0:320, 0:480]
    smooth = np.dstack([rows * 0.5, columns * 0.4, 200 - rows * 0.3]).astype(np.uint8)
    write(tmp_path / "large.jpg", smooth)
    found = read_background(tmp_path / "large.jpg", least)
    assert found.shape == (side, side * 3 // 2, 3)
    expected = cv2.resize(smooth[..., ::-1], found.shape[1::-1], interpolation=cv2.INTER_AREA)
    assert np.abs(found.astype(int) - expected).mean() < 3


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 no JPEG"])
def test_broken_photographs_are_named_however_they_are_read(tmp_path, content):
    (tmp_path / "broken.jpg").write_bytes(content)
    with pytest.raises(DataError, match="“broken.jpg” cannot be read"):
        read_background(tmp_path / "broken.jpg", least=64)
