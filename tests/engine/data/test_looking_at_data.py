"""Licences and small pictures of folders, and checks that tell how far they are."""

import cv2
import numpy as np
import pytest

from engine.data.checking import check_foregrounds
from engine.data.licences import licence_of
from engine.data.thumbnails import background_thumbnails, foreground_thumbnails
from engine.errors import Cancelled


@pytest.fixture
def folder(tmp_path):
    """Ten red discs with alpha, in a folder of their own."""
    place = tmp_path / "discs"
    place.mkdir()
    pixels = np.zeros((80, 120, 4), np.uint8)
    pixels[..., 2] = 255
    cv2.circle(pixels, (60, 40), 30, (0, 0, 255, 255), -1, cv2.LINE_AA)
    for number in range(10):
        cv2.imwrite(str(place / f"disc-{number}.png"), pixels)
    return place


@pytest.mark.parametrize(
    ("note", "text", "found"),
    [
        ("LICENSE", "Creative Commons Zero", "CC0"),
        ("licence.txt", "All pictures: CC BY-SA 4.0, see there", "CC-BY-SA-4.0"),
        ("README.md", "Rendered by us. Licence: MIT. Some light is CC0.", "MIT"),
        ("Terms.html", "for research purposes only", "Research only"),
        ("README.md", "Nice pictures from my summits.", ""),
        ("notes.txt", "CC0", ""),
    ],
)
def test_a_note_in_the_folder_names_its_licence(folder, note, text, found):
    (folder / note).write_text(text)
    assert licence_of(folder) == found


def test_a_licence_goes_before_a_readme_and_a_folder_before_what_is_around_it(folder):
    (folder.parent / "LICENSE").write_text("MIT")
    assert licence_of(folder) == "MIT"
    (folder / "README").write_text("public domain")
    assert licence_of(folder) == "Public domain"
    (folder / "LICENSE").write_text("CC-BY-4.0")
    assert licence_of(folder) == "CC-BY-4.0"


def test_thumbnails_show_the_cut_out_on_a_checkerboard(folder):
    (folder / "broken.png").write_bytes(b"no picture")
    found = list(foreground_thumbnails(folder, 4, 40))
    assert 3 <= len(found) <= 4
    for picture in found:
        assert picture.shape == (40, 40, 3)
        assert tuple(picture[20, 20]) == (255, 0, 0)  # the disc
        assert {tuple(picture[2, 2]), tuple(picture[2, 7])} == {(204,) * 3, (153,) * 3}


def test_thumbnails_of_photographs_are_their_middles(tmp_path):
    pixels = np.zeros((60, 200, 3), np.uint8)
    pixels[:, 70:130] = (10, 200, 30)
    cv2.imwrite(str(tmp_path / "a.png"), pixels)
    (picture,) = background_thumbnails(tmp_path, 5, 20)
    assert (picture == (30, 200, 10)).all()


def test_a_check_tells_how_far_it_is_and_ends_when_told(folder):
    told = []
    check_foregrounds(folder, told.append)
    assert told == [number / 10 for number in range(10)]

    def enough(share):
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_foregrounds(folder, enough)
