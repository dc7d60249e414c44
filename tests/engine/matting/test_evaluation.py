"""Measuring mattes on pictures whose truth is known."""

import numpy as np
import PIL.Image
import pytest

from engine.errors import DataError
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.matting.evaluation import WIDTHS, cases, check_set, means, scores
from engine.trimap.codes import require_usable


@pytest.fixture
def folders(tmp_path):
    """Two pictures of 20 × 10, half foreground, the middle unknown; their truth is a step."""
    trimap = np.repeat(np.array([0, 128, 255], np.uint8), [6, 8, 6])[None].repeat(10, 0)
    alpha = np.repeat(np.array([0, 255], np.uint8), 10)[None].repeat(10, 0)
    for folder, pixels in (
        ("images", np.zeros((10, 20, 3), np.uint8)),
        ("trimaps", trimap),
        ("alphas", alpha),
    ):
        (tmp_path / folder).mkdir()
        for name in ("a", "b"):
            PIL.Image.fromarray(pixels).save(tmp_path / folder / f"{name}.png")
    return tmp_path / "images", tmp_path / "trimaps", tmp_path / "alphas"


def grey(_image, trimap):
    """A matte that says one half wherever it is asked."""
    return np.where(trimap == 128, np.float32(0.5), (trimap / 255).astype(np.float32))


def test_errors_are_those_of_the_alpha_as_a_file_would_hold_it(folders):
    found = list(scores(grey, cases(*folders), ("sad", "mse")))
    assert [score.name for score in found] == ["a", "b"]
    low, high = 128 / 255, 1 - 128 / 255  # 0.5 is stored as 128
    expected = {"sad": 40 * (low + high) / 1000, "mse": (low**2 + high**2) / 2}
    assert means(found) == pytest.approx({**expected, "seconds": means(found)["seconds"]})


@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_missing_folder_is_named(folders, position, tmp_path):
    given = [*folders]
    given[position] = tmp_path / "nowhere"
    with pytest.raises(DataError, match="nowhere"):
        cases(*given)


def test_a_picture_without_its_trimap_is_named(folders):
    (folders[1] / "b.png").unlink()
    with pytest.raises(DataError, match=r"nothing for “b\.png”"):
        cases(*folders)


def test_a_truth_of_another_size_is_refused(folders):
    PIL.Image.fromarray(np.zeros((5, 5), np.uint8)).save(folders[2] / "a.png")
    with pytest.raises(DataError, match="another size"):
        list(scores(grey, cases(*folders), ("sad",)))


def test_an_empty_folder_is_refused(folders, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="no pictures"):
        cases(tmp_path / "empty", *folders[1:])


def test_the_check_set_is_whole():
    tables = check_set()
    assert tuple(tables) == WIDTHS
    assert [len(table) for table in tables.values()] == [64, 64, 64]


@pytest.mark.parametrize("every", [16])
def test_trimaps_of_the_check_set_never_contradict_its_alphas_and_grow(every):
    unknown = []
    for table in check_set(every).values():
        for case in table:
            image, alpha = read_image(case.image).image, read_alpha(case.alpha)
            trimap = read_trimap(case.trimap, image.shape[:2])
            require_usable(trimap)
            assert alpha.shape == trimap.shape
            assert alpha[trimap == 255].min() >= 0.99
            assert alpha[trimap == 0].max() <= 0.01
        unknown.append((trimap == 128).mean())
    assert unknown == sorted(unknown)


def test_names_may_say_what_a_file_is(folders):
    for folder, what in zip(folders[1:], ("trimap", "alpha"), strict=True):
        for name in ("a", "b"):
            (folder / f"{name}.png").rename(folder / f"{name}-{what}.png")
    assert [case.trimap.name for case in cases(*folders)] == ["a-trimap.png", "b-trimap.png"]


def test_alphamattings_trimaps_are_taken_from_every_width(folders):
    images, trimaps, alphas = folders
    for width in ("Trimap1", "Trimap2"):
        (trimaps / width).mkdir()
        for name in ("a", "b"):
            (trimaps / width / f"{name}.png").write_bytes((trimaps / f"{name}.png").read_bytes())
    found = cases(images, trimaps, alphas, "alphamatting")
    assert [case.name for case in found] == ["Trimap1/a", "Trimap1/b", "Trimap2/a", "Trimap2/b"]


def test_composition_1k_has_one_alpha_for_each_foreground(folders):
    images, trimaps, alphas = folders
    for folder in (images, trimaps):
        for name in ("a", "b"):
            (folder / f"{name}.png").rename(folder / f"fox_{'ab'.index(name)}.png")
    (alphas / "a.png").rename(alphas / "fox.png")
    found = cases(images, trimaps, alphas, "composition-1k")
    assert [case.alpha.name for case in found] == ["fox.png", "fox.png"]
    with pytest.raises(DataError, match="nothing for"):
        cases(images, trimaps, alphas)
