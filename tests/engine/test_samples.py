"""The sample pictures are complete, agree with each other, and are small."""

import numpy as np
import pytest

from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.resources import models_folder, resources_folder, sample_folder
from engine.trimap.codes import require_usable

TRIMAPS = sorted(sample_folder().glob("*-trimap.png"))
NAMES = [path.name.removesuffix("-trimap.png") for path in TRIMAPS]
WITH_TRUTH = [name for name in NAMES if (sample_folder() / f"{name}-alpha.png").is_file()]


def image_of(name):
    (path,) = sample_folder().glob(f"{name}.[pj]*g")
    return read_image(path).image


def test_there_are_at_least_three_and_one_has_its_truth():
    assert len(NAMES) >= 3
    assert WITH_TRUTH


@pytest.mark.parametrize("name", NAMES)
def test_trimap_fits_its_picture_and_can_be_used(name):
    trimap = read_trimap(sample_folder() / f"{name}-trimap.png", image_of(name).shape[:2])
    require_usable(trimap)
    assert 0.02 < (trimap == 128).mean() < 0.7


@pytest.mark.parametrize("name", WITH_TRUTH)
def test_truth_agrees_with_the_trimap(name):
    alpha = read_alpha(sample_folder() / f"{name}-alpha.png")
    trimap = read_trimap(sample_folder() / f"{name}-trimap.png", alpha.shape)
    assert np.array_equal(np.unique(alpha[trimap == 0]), [0])
    assert np.array_equal(np.unique(alpha[trimap == 255]), [1])
    assert min(image_of(name).shape[:2]) >= 640


@pytest.mark.parametrize("name", NAMES)
def test_source_and_licence_are_named(name):
    rows = (sample_folder() / "README.md").read_text(encoding="utf-8").splitlines()
    assert sum(row.startswith(f"| `{name}.") for row in rows) == 1


def test_samples_stay_under_three_megabytes():
    assert sum(path.stat().st_size for path in sample_folder().iterdir()) < 3e6


def test_resources_are_found_wherever_they_are_installed():
    assert models_folder().parent == sample_folder().parent == resources_folder()
    assert (resources_folder() / "__init__.py").is_file()
