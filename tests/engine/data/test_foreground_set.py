"""The foregrounds that come with a clone: whole, exact, enough of each, and in no package."""

import csv
import runpy
from collections import Counter

import numpy as np
import pytest
from setuptools import Distribution

from engine.data.foregrounds import foreground_files, held_out, read_foreground
from engine.resources import resources_folder

ROOT = resources_folder().parent
FOLDER = resources_folder() / "foregrounds"


@pytest.fixture(scope="module")
def index():
    with (FOLDER / "INDEX.tsv").open(encoding="utf-8") as lines:
        return {row["file"]: row for row in csv.DictReader(lines, delimiter="\t")}


def test_the_index_names_every_file(index):
    assert sorted(index) == [cutout.path.name for cutout in foreground_files(FOLDER)]
    for name, row in index.items():
        assert name == f"{row['family']}-{row['seed']}.webp"


def test_every_file_is_readable_and_its_alpha_is_that_of_the_index(index):
    for cutout in foreground_files(FOLDER):
        alpha = read_foreground(cutout).alpha.astype(np.float64)
        row = index[cutout.path.name]
        assert alpha.shape in ((640, 640), (512, 512))
        assert alpha.mean() == pytest.approx(float(row["mean_alpha"]), abs=6e-5)
        partial = ((alpha > 0.05) & (alpha < 0.95)).mean()
        assert partial == pytest.approx(float(row["partial_share"]), abs=6e-5)


def test_each_family_has_ten_files_of_which_some_are_held_out(index):
    counts = Counter(row["family"] for row in index.values())
    assert min(counts.values()) >= 10
    kept = Counter(
        index[cutout.path.name]["family"] for cutout in foreground_files(FOLDER) if held_out(cutout)
    )
    assert set(kept) == set(counts)


def test_the_set_is_small_enough_for_a_clone():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 60e6


def test_the_wheel_leaves_the_set_out(monkeypatch):
    monkeypatch.chdir(ROOT)
    distribution = Distribution()
    distribution.parse_config_files(["pyproject.toml"])
    build = distribution.get_command_obj("build_py")
    build.ensure_finalized()
    build.manifest_files = {}
    names = [name.replace("\\", "/") for name in build.find_data_files("resources", "resources")]
    assert "resources/samples/cat.png" in names
    assert not [name for name in names if "foregrounds" in name]


def test_the_packaged_program_leaves_the_set_out():
    """The recipe's own filter, without what needs PyInstaller."""
    is_used = runpy.run_path(str(ROOT / "packaging" / "leftout.py"))["is_used"]
    assert not is_used("resources/foregrounds/net-101.webp")
    assert not is_used("resources\\foregrounds\\net-101.webp")
    assert is_used("resources/samples/cat.png")
