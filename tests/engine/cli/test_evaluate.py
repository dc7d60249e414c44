"""`gossamer-cli evaluate` and `import-weights`."""

import json

import numpy as np
import PIL.Image
import pytest
import torch

from engine.cli import main
from engine.imaging.reading import read_alpha
from engine.matting import library
from engine.metrics import METRICS
from tests.golden.recipe import golden_state


@pytest.fixture
def measured(usable, desk):  # noqa: ARG001 - the weights that are measured
    """Folders images, trimaps and alphas with one 48 × 40 picture."""
    for folder, name in (("images", "image.png"), ("trimaps", "trimap.png")):
        (desk / folder).mkdir()
        (desk / name).rename(desk / folder / "one.png")
    (desk / "alphas").mkdir()
    truth = np.tile(np.linspace(0, 255, 48).astype(np.uint8), (40, 1))
    PIL.Image.fromarray(truth).save(desk / "alphas" / "one.png")
    return ["--images", "images", "--trimaps", "trimaps", "--alphas", "alphas"]


def test_the_report_is_what_matte_and_the_metrics_give(measured, capsys):
    assert main(["evaluate", "--model", "dim-student", *measured, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    matte = ["matte", "images/one.png", "--trimap", "trimaps/one.png", "--output", "a.png"]
    assert main([*matte, "--model", "dim-student"]) == 0
    stored, truth = (
        np.rint(read_alpha(p) * 255).astype(np.uint8) for p in ("a.png", "alphas/one.png")
    )
    trimap = np.asarray(PIL.Image.open("trimaps/one.png"))
    assert report["images"] == 1
    for name, metric in METRICS.items():
        assert report[name] == pytest.approx(metric(stored, truth, trimap), rel=1e-5)
        assert report["per_image"][0][name] == report[name]


def test_pictures_are_measured_as_what_they_are(measured, capsys):
    """Those in folders as photographs, unless told otherwise; the check set's are composites."""

    def sad(*arguments):
        assert main(["evaluate", "--model", "dim-student", *arguments, "--json"]) == 0
        return json.loads(capsys.readouterr().out)["sad"]

    composites, photographs = ("--mixing", "composite"), ("--mixing", "photograph")
    assert sad(*measured) == sad(*measured, *photographs) != sad(*measured, *composites)
    few = ("--every", "64")
    assert sad(*few) == sad(*few, *composites)


def test_the_table_has_a_row_for_the_trimaps_and_a_column_for_each_metric(measured, capsys):
    assert main(["evaluate", "--model", "dim-student", *measured]) == 0
    heads, row = capsys.readouterr().out.splitlines()
    assert all(name in heads for name in METRICS)
    assert row.split()[:2] == ["trimaps", "1"]


def test_half_of_the_folders_is_refused(refused):
    assert "Only some" in refused("evaluate", "--model", "dim-student", "--images", ".")


def test_a_published_checkpoint_can_be_imported_and_used(desk, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    state = {key: torch.from_numpy(array) for key, array in golden_state("dim_student").items()}
    torch.save({"epoch": 1, "model": state}, "best.tar")
    assert main(["import-weights", "best.tar", "--as", "dim-student"]) == 0
    assert library.find("dim-student").path.as_posix() in capsys.readouterr().out
    assert main(["matte", "image.png", "--trimap", "trimap.png", "--model", "dim-student"]) == 0
    assert (desk / "image-alpha.png").is_file()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("image.png", "--as", "dim-student"), "image.png"),
        (("none.pth", "--as", "dim-student"), "cannot be read"),
        (("image.png", "--as", "u2net"), "no network called “u2net”"),
    ],
)
def test_what_cannot_be_imported_is_refused(refused, arguments, says):
    assert says in refused("import-weights", *arguments)
