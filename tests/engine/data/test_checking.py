"""A report on a folder names every file that something is wrong with."""

import numpy as np
import pytest

from engine.data.checking import check_backgrounds, check_foregrounds
from engine.errors import DataError
from tests.engine.data.pictures import disc, write, write_pair


def said(report):
    return {complaint.file: complaint.message for complaint in report.complaints}


@pytest.fixture
def faulty(tmp_path):
    """One good file, and one of every fault."""
    good = disc(90, 1)
    write(tmp_path / "good.png", good)
    write(tmp_path / "copy.png", good)
    write(tmp_path / "opaque.png", good[..., :3])
    write(tmp_path / "small.png", disc(40, 2))
    for name, value in (("empty", 0), ("full", 255), ("smoke", 120)):
        pixels = disc(90, 3)
        pixels[..., 3] = np.minimum(pixels[..., 3], value) if value < 255 else 255
        write(tmp_path / f"{name}.png", pixels)
    pixels[..., 3] = np.where(good[..., 3] > 127, 255, 0)
    write(tmp_path / "hard.png", pixels)
    write(tmp_path / "photograph.jpg", good[..., :3])
    (tmp_path / "broken.webp").write_bytes(b"RIFF")
    (tmp_path / "README.md").write_text("no picture")
    return tmp_path


def test_every_fault_is_told_of_its_own_file(faulty):
    assert said(check_foregrounds(faulty)) == {
        "broken.webp": "“broken.webp” cannot be read as a picture.",
        "empty.png": "Its alpha is 0 everywhere.",
        "full.png": "Its alpha is 1 everywhere.",
        "good.png": "It is a copy of “copy.png”, and drawn that much oftener.",
        "hard.png": "Its alpha is 0 or 1 everywhere, so it has no soft edge to learn.",
        "opaque.png": "“opaque.png” has no alpha channel.",
        "photograph.jpg": "It is of a kind that carries no alpha.",
        "small.png": "It is 40 × 40 pixels; the smallest crop needs 64 × 64.",
        "smoke.png": "It is nowhere solid, so it is only seen before others.",
    }


def test_faults_that_spare_something_to_learn_count_as_usable(faulty):
    report = check_foregrounds(faulty)
    assert (report.usable, report.files) == (4, 9)
    assert all(complaint.hint.endswith(".") for complaint in report.complaints)


def test_families_are_counted_with_what_is_held_out(tmp_path):
    for name in ("fox-101", "fox-105", "wide_net-7", "wide_net-15", "wide_net-8", "owl"):
        write(tmp_path / f"{name}.png", disc(90, len(name)))
    families = check_foregrounds(tmp_path).families
    assert families == {"fox": (2, 1), "wide_net": (3, 1), "others": (1, 0)}


def test_pairs_that_do_not_match_are_told(tmp_path):
    write_pair(tmp_path / "fg" / "a.png", tmp_path / "alpha" / "a.png")
    write(tmp_path / "fg" / "b.png", disc(90, 1)[..., :3])
    write(tmp_path / "alpha" / "b.png", disc(80, 1)[..., 3])
    write(tmp_path / "fg" / "lonely.png", disc(90, 2)[..., :3])
    report = check_foregrounds(tmp_path)
    assert (report.usable, report.files) == (1, 2)
    assert said(report) == {
        "fg/b.png": "“b.png” and its alpha differ in size: 90 × 90 and 80 × 80 pixels.",
        "fg/lonely.png": "It has no partner of its name in “alpha”.",
    }


def test_photographs_are_checked_too(folders):
    write(folders[1] / "tiny.png", disc(20, 1)[..., :3])
    (folders[1] / "broken.jpg").write_bytes(b"")
    report = check_backgrounds(folders[1])
    assert (report.usable, report.files) == (2, 4)
    assert sorted(said(report)) == ["broken.jpg", "tiny.png"]


@pytest.mark.parametrize("check", [check_foregrounds, check_backgrounds])
def test_a_folder_that_is_not_there_is_refused(tmp_path, check):
    with pytest.raises(DataError, match="There is no folder") as caught:
        check(tmp_path / "none")
    assert caught.value.hint == "Check its name."
