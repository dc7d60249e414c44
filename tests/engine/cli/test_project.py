"""`gossamer-cli project`: what a project holds, and its trimap for a larger photograph."""

import json
from dataclasses import replace

import numpy as np
import PIL.Image
import pytest

from engine.cli import main
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.keeping.project import read_project, write_project
from engine.refine.refinement import Refinement
from tests.engine.keeping.conftest import image, photo, project, worker  # noqa: F401 - fixtures


@pytest.fixture
def kept(project, photo, tmp_path):  # noqa: F811
    path = tmp_path / "fox.gossamer"
    write_project(path, project, read_image(photo), inside=True)
    return path


def test_a_project_is_shown(kept, capsys):
    assert main(["project", "show", str(kept), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["photograph"], told["photograph_inside"]) == ("fox.png", True)
    assert (told["size"], told["steps"]) == ([120, 90], 3)
    assert told["foreground"] + told["background"] + told["unknown"] == pytest.approx(1, abs=2e-4)
    assert main(["project", "show", str(kept)]) == 0
    assert "photograph inside: yes" in capsys.readouterr().out


def test_its_trimap_is_written_for_a_larger_photograph(kept, image, tmp_path):  # noqa: F811
    big, output = tmp_path / "big.png", tmp_path / "t.png"
    PIL.Image.fromarray(np.repeat(np.repeat(image, 2, 0), 2, 1)).save(big)
    assert main(["project", "trimap", str(kept), "--output", str(output)]) == 0
    assert read_image(output).image.shape == (90, 120, 3)
    words = ["project", "trimap", str(kept), "--output", str(output), "--photograph", str(big)]
    assert main(words) == 0
    assert read_image(output).image.shape == (180, 240, 3)


def test_what_is_no_project_is_refused(tmp_path, capsys):
    assert main(["project", "show", str(tmp_path / "nowhere.gossamer")]) == 2
    assert "There is no file" in capsys.readouterr().err


def test_what_is_done_to_the_matte_is_told(kept, capsys):
    stored = read_project(kept)
    refined = replace(
        stored.project,
        refinement=Refinement(shift=-1.5, black=0.1),
        amount=np.full((90, 120), 200, np.uint8),
    )
    shot = Picture(kept, np.zeros((90, 120, 3), np.uint8))
    write_project(kept, replace(refined, note=replace(refined.note, sha256="")), shot, inside=True)
    assert main(["project", "show", str(kept)]) == 0
    said = capsys.readouterr().out
    assert "refinement: shift -1.5 px, black 0.1\n" in said
    assert "colours cleaned: 100.0%\n" in said
