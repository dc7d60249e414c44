"""A teacher grown from its student is at first the same function, and then learns."""

import pytest
import torch

from engine.cli import main
from engine.errors import WeightsError
from engine.matting import library
from engine.matting.weights import load_network, save_weights
from engine.networks import create
from engine.training.lessons import LESSONS
from engine.training.starts.cut import composites
from engine.training.starts.grow import grow, grown_from
from tests.engine.training.starts.test_cut import WIDTHS, answered, taught
from tests.weights import card


@pytest.fixture(scope="module", params=["guided", "indexnet"])
def pair(request):
    """A student, a teacher grown from it, and a batch of what both are given."""
    family = request.param
    student = taught(f"{family}-student", WIDTHS[family])
    if family == "indexnet":  # whose last layer else answers 0
        torch.nn.init.constant_(student.alpha[0].norm.bias, 1.0)
        torch.nn.init.constant_(student.alpha[1].weight, 0.01)
    teacher = create(f"{family}-teacher", 2 * WIDTHS[family])
    grow(teacher, student)
    return student, teacher, composites(f"{family}-student", None, count=2)


def test_it_answers_what_its_student_answers(pair):
    student, teacher, batch = pair
    assert sum(p.numel() for p in teacher.parameters()) > 2 * sum(
        p.numel() for p in student.parameters()
    )
    theirs = answered(student, batch)
    assert theirs.std() > 0.01
    assert (answered(teacher, batch) - theirs).abs().max() < 1e-4


def test_two_steps_of_training_reach_every_new_channel(pair):
    """The first one moves what the student's channels hear of new ones, the second the new ones."""
    _, teacher, batch = pair
    name = "guided" if "local" in batch else "scaled"
    before = {key: value.clone() for key, value in teacher.named_parameters()}
    learning = torch.optim.SGD(teacher.parameters(), lr=0.1)
    for _ in range(2):
        learning.zero_grad()
        LESSONS[name].answer(teacher.train(), batch)["alpha"][0].square().mean().backward()
        learning.step()
    after = dict(teacher.named_parameters())
    key = next(key for key in before if key.endswith(("stem.0.weight", "layer0.conv.weight")))
    moved = (after[key] - before[key]).abs().flatten(1).amax(dim=1)
    assert (moved > 0).all()


@pytest.mark.parametrize("family", ["dim", "gca"])
def test_what_cannot_be_grown_is_refused_in_words(family):
    student = create(f"{family}-student", WIDTHS[family])
    with pytest.raises(WeightsError, match="cannot be grown"):
        grow(create(f"{family}-teacher", WIDTHS[family]), student)


def test_a_teacher_that_is_narrower_somewhere_is_refused():
    with pytest.raises(WeightsError, match="not the student with more channels"):
        grow(create("guided-teacher", 0.1), create("guided-student", 0.4))


def test_the_command_line_grows_a_start_with_a_card_that_says_so(tmp_path, capsys):
    student = taught("guided-student", 0.2)
    save_weights(tmp_path / "weights", student, half=False)
    small = card("small", network="guided-student", method="taught", width=0.2, run="one")
    library.add(tmp_path / "weights", small, tmp_path)
    out = tmp_path / "starts" / "grown.safetensors"
    words = ["start", "guided-teacher", "--student", str(tmp_path / "small.safetensors")]
    assert main([*words, "--width", "0.2", "--out", str(out)]) == 0
    found = library.find("grown", [out.parent]).card
    assert found.method == "grown from “small” (taught), not trained since"
    assert found.run == ""  # no run has delivered these
    batch = composites("guided-student", None, count=1)
    teacher = load_network("grown", where=[out.parent])
    assert (answered(teacher, batch) - answered(student, batch)).abs().max() < 1e-4
    assert main([*words, "--width", "0.05", "--out", str(tmp_path / "x.safetensors")]) == 2
    assert "larger width" in capsys.readouterr().err
    with pytest.raises(WeightsError, match="another network"):
        grown_from(str(tmp_path / "small.safetensors"), "indexnet-teacher")
