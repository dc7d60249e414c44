"""Pictures of what networks see alike."""

import numpy as np
import PIL.Image
import pytest
import torch

from engine.cli import main
from engine.inspection.drawing import grid, heat
from engine.inspection.seen import telling_pixels
from engine.inspection.sheets import likeness
from engine.matting import library
from engine.matting.cards import Card
from engine.matting.weights import save_weights
from engine.networks import create


def test_likeness_is_a_row_of_the_spatial_similarity():
    feature = torch.randn(5, 4, 6, generator=torch.Generator().manual_seed(1))
    found = likeness(feature, (0.6, 0.4))  # row 2, column 2
    for row in range(4):
        for column in range(6):
            one, other = feature[:, 2, 2].double(), feature[:, row, column].double()
            cosine = float(one @ other / (one.norm() * other.norm()))
            assert found[row, column] == pytest.approx(cosine, abs=1e-5)


def test_telling_pixels_lie_deep_inside():
    trimap = np.full((30, 60), 128, np.uint8)
    trimap[:, :20], trimap[:, 41:] = 0, 255
    places = telling_pixels(trimap)
    assert list(places) == ["foreground", "unknown", "background"]
    assert all(
        trimap[places[title]] == code for title, code in (("foreground", 255), ("background", 0))
    )
    assert abs(places["unknown"][1] - 30) <= 1


def test_a_grid_holds_its_pictures_unchanged():
    pictures = [
        [heat(np.full((20, 30), v, np.float32)) for v in row] for row in ((0, 1), (0.5, 0.2))
    ]
    sheet = grid(pictures, ["left", "right"], ["up", "down"])
    colours = {tuple(c) for c in sheet.reshape(-1, 3)}
    assert {tuple(p[0, 0]) for row in pictures for p in row} <= colours


@pytest.fixture
def pair(tmp_path, monkeypatch):
    """The library with an untrained guided pair, and the student of another."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    torch.manual_seed(2)
    for name in ("guided-teacher", "guided-student", "dim-student"):
        save_weights(tmp_path / name, create(name))
        card = Card(
            name=name,
            title=name,
            parameters=0,
            method="none",
            data=(),
            intended_use="tests",
            limits="knows nothing",
            licence="MIT",
        )
        library.add(tmp_path / name, card)
    return ["--teacher", "guided-teacher", "--student", "guided-student"]


@pytest.fixture
def picture(tmp_path, monkeypatch):
    """A 48 × 40 picture with its trimap, in the current folder."""
    monkeypatch.chdir(tmp_path)
    noise = np.random.default_rng(0).integers(0, 256, (40, 48, 3), dtype=np.uint8)
    trimap = np.repeat(np.array([0, 128, 255], np.uint8), 16)[None].repeat(40, 0)
    PIL.Image.fromarray(noise).save("image.png")
    PIL.Image.fromarray(trimap).save("trimap.png")
    return ["image.png", "--trimap", "trimap.png"]


def opened(path):
    with PIL.Image.open(path) as picture:
        return picture.copy()


def test_inspect_draws_alphas_and_every_distilled_stage(pair, picture, tmp_path, capsys):
    arguments = ["inspect", *picture, "--target", "trimap.png", *pair, "--plain", "guided-student"]
    assert main([*arguments, "--out", "drawn"]) == 0
    stages = ("conv2", "conv3", "conv4")
    kinds = [f"{kind}-{stage}" for stage in stages for kind in ("spatial", "channels")]
    written = {path.stem: opened(path) for path in (tmp_path / "drawn").iterdir()}
    assert set(written) == {"alphas", *kinds}
    assert written["alphas"].width > 6 * 290  # image, trimap, target and three networks
    assert written["spatial-conv3"].height > 3 * 240  # foreground, unknown, background
    assert all(len(picture.getcolors(1 << 24)) > 30 for picture in written.values())
    assert "alphas.png" in capsys.readouterr().out


def test_similarities_are_seen_from_the_pixels_that_were_chosen(pair, picture, tmp_path):
    arguments = ["inspect", *picture, *pair, "--pixel", "3,4", "--pixel", "40,39"]
    assert main([*arguments, "--out", "drawn"]) == 0
    height = opened(tmp_path / "drawn" / "spatial-conv3.png").height
    assert 2 * 240 < height < 3 * 240


@pytest.mark.parametrize("pixel", ["3", "a,b", "48,0", "0,40", "-1,0"])
def test_a_pixel_that_is_none_is_refused(pair, picture, pixel, capsys):
    assert main(["inspect", *picture, *pair, f"--pixel={pixel}", "--out", "drawn"]) == 2
    assert "pixel" in capsys.readouterr().err.lower()


def test_networks_without_common_stages_are_refused(pair, picture, capsys):
    arguments = ["--teacher", "guided-teacher", "--student", "dim-student", "--out", "drawn"]
    assert pair
    assert main(["inspect", *picture, *arguments]) == 2
    assert "no stages that can be compared" in capsys.readouterr().err
