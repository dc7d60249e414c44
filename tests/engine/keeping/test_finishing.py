"""Steps of refining in a journal: what was written is read, and what makes no sense is refused."""

import zipfile
import zlib
from dataclasses import replace

import numpy as np
import pytest

from engine.imaging.reading import read_image
from engine.keeping.finishing import Cleaned, PackedAmount, Refined, finished
from engine.keeping.project import read_project, write_project
from engine.keeping.records import Step, decode, encode
from engine.refine.refinement import Refinement
from engine.trimap.paint import Box, Patch

SIZE = (20, 30)


BOX = Box(3, 2, 9, 12)


def cleaned(box=BOX):
    shape = (box.height, box.width)
    patch = Patch(box, np.zeros(shape, np.uint8), np.full(shape, 180, np.uint8))
    return Cleaned((PackedAmount.of(patch),))


def again(finishing, size=SIZE):
    return decode(encode(Step("Clean", (), None, 5.0, finishing)), size).finishing


@pytest.mark.parametrize("step", [cleaned(), Refined(Refinement(), Refinement(1.5, 0.1, 0.9, 2))])
def test_a_step_is_read_as_it_was_written(step):
    assert again(step) == step


def test_steps_lead_to_the_last_refinement_and_all_amounts():
    how = Refinement(shift=-2)
    refinement, amount = finished([cleaned(), None, Refined(Refinement(), how)], SIZE)
    assert refinement == how
    assert (amount[2:12, 3:9] == 180).all()
    assert int(amount.sum()) == 180 * 60


@pytest.mark.parametrize("edges", [(0, 0, 31, 20), (5, 5, 5, 9), (-1, 0, 4, 4)])
def test_a_box_off_the_picture_is_refused(edges):
    (piece,) = cleaned().pieces
    with pytest.raises(ValueError, match="box"):
        again(Cleaned((replace(piece, box=Box(*edges)),)))


def test_amounts_that_swell_beyond_their_box_are_refused():
    (piece,) = cleaned().pieces
    bomb = replace(piece, after=zlib.compress(bytes(10_000_000)))
    with pytest.raises(ValueError, match="another size"):
        finished([Cleaned((bomb,))], SIZE)


def test_a_project_names_the_oldest_format_that_holds_it(tmp_path, project, photo):
    path, picture = tmp_path / "fox.gossamer", read_image(photo)
    write_project(path, project, picture, inside=False)
    assert '"format": 1' in head_of(path)
    how = Refinement(threshold=0.5)
    write_project(path, replace(project, refinement=how), picture, inside=False)
    assert '"format": 2' in head_of(path)
    assert read_project(path).project.refinement == how
    assert read_project(path).project.amount is None


def head_of(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("project.json").decode()
