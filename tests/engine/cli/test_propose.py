"""`gossamer-cli propose`: trimaps for one picture or many, refusals in words."""

import subprocess
import sys

import cv2
import numpy as np
import pytest

from engine.cli import main
from engine.imaging.reading import read_trimap
from engine.resources import sample_folder
from engine.trimap.codes import UNKNOWN, require_usable


@pytest.fixture
def disc(tmp_path):
    image = np.full((120, 160, 3), 170, np.uint8)
    cv2.circle(image, (70, 60), 35, (40, 30, 200), -1, cv2.LINE_AA)
    path = tmp_path / "disc.png"
    cv2.imwrite(str(path), image)
    return path


@pytest.fixture
def grey(tmp_path):
    path = tmp_path / "grey.png"
    cv2.imwrite(str(path), np.full((60, 60, 3), 128, np.uint8))
    return path


def told(capsys):
    return capsys.readouterr().err.splitlines()


def test_one_picture_gets_a_trimap(disc, tmp_path, capsys):
    assert main(["propose", str(disc), "--output", str(tmp_path / "t.png")]) == 0
    trimap = read_trimap(tmp_path / "t.png", (120, 160))
    require_usable(trimap)
    assert "% unknown" in capsys.readouterr().out


def test_several_pictures_get_theirs_in_a_folder(disc, tmp_path):
    cat = sample_folder() / "cat.png"
    (tmp_path / "out").mkdir()
    assert main(["propose", str(disc), str(cat), "--output", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["cat.png", "disc.png"]


def test_a_wider_band_leaves_more_unknown(disc, tmp_path):
    shares = []
    for factor in ("0.5", "10"):
        path = tmp_path / f"{factor}.png"
        assert main(["propose", str(disc), "--output", str(path), "--band", factor]) == 0
        shares.append((read_trimap(path, (120, 160)) == UNKNOWN).mean())
    assert shares[1] > 1.5 * shares[0]


def test_nothing_that_stands_out_is_refused_and_nothing_written(grey, tmp_path, capsys):
    assert main(["propose", str(grey), "--output", str(tmp_path / "t.png")]) == 2
    assert told(capsys)[0] == "Nothing in this picture stands out enough for a proposal."
    assert not (tmp_path / "t.png").exists()


def test_of_several_one_that_is_refused_is_named_and_the_others_are_done(
    grey, disc, tmp_path, capsys
):
    (tmp_path / "out").mkdir()
    assert main(["propose", str(grey), str(disc), "--output", str(tmp_path / "out")]) == 2
    assert told(capsys)[0].startswith(f"{grey}: Nothing")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["disc.png"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["{disc}", "{grey}", "--output", "{tmp}/none"], "--output must be a folder"),
        (["{disc}", "--output", "{disc}"], "is one of the inputs"),
        (["{disc}", "--output", "{tmp}/none/t.png"], "its folder does not exist"),
        (["{disc}", "--output", "{tmp}/t.jpg"], "only PNG files can"),
        (["{disc}", "{disc}", "--output", "{tmp}/out"], "Two results would be written"),
        (["{disc}", "{tmp}/no.png", "--output", "{tmp}/out"], "no.png"),
        (["{disc}", "--output", "{tmp}/t.png", "--band", "0"], "0 times as wide"),
        (["{disc}", "--output", "{tmp}/t.png", "--band", "wide"], "invalid float value"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is(
    arguments, words, disc, grey, tmp_path, capsys
):
    (tmp_path / "out").mkdir()
    before = sorted(tmp_path.rglob("*"))
    named = {"disc": disc, "grey": grey, "tmp": tmp_path}
    assert main(["propose", *(part.format(**named) for part in arguments)]) == 2
    assert words in told(capsys)[0]
    assert sorted(tmp_path.rglob("*")) == before


def test_it_imports_neither_torch_nor_qt(disc, tmp_path):
    code = (
        "import sys; from engine.cli import main;"
        f"code = main(['propose', {str(disc)!r}, '--output', {str(tmp_path / 't.png')!r}]);"
        "assert not {'torch', 'PySide6'} & set(sys.modules); sys.exit(code)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
