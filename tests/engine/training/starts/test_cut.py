"""A student cut from its teacher keeps the teacher's own weights, at the right places."""

import json

import pytest
import torch
from safetensors.torch import load_file
from torch.nn import functional as F

from engine.cli import main
from engine.errors import WeightsError
from engine.matting import library
from engine.matting.cards import Card, Source
from engine.matting.weights import save_weights
from engine.networks import create, entry_of
from engine.networks.taps import tapped
from engine.training.lessons import LESSONS
from engine.training.starts.cut import composites, cut_from, fill
from engine.training.starts.selection import chosen
from engine.training.starts.wiring import wiring

WIDTHS = {"dim": 0.2, "indexnet": 0.5, "gca": 0.25, "guided": 0.2}
"""That both of a pair are narrowed by, to be quick."""


def taught(name, width):
    """A network whose norms differ from channel to channel, as a trained one's do."""
    torch.manual_seed(5)
    network = create(name, width)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            for tensor in (module.weight, module.running_var):
                torch.nn.init.uniform_(tensor, 0.5, 1.5)
            for tensor in (module.bias, module.running_mean):
                torch.nn.init.normal_(tensor, 0, 0.1)
    for key, tensor in network.named_parameters():
        if "blend.head" in key:  # starts at zero
            torch.nn.init.normal_(tensor, 0, 0.1)
    return network


@pytest.fixture(scope="module")
def pairs():
    """By family: a teacher, its cut student, and a batch of what both are given."""
    found = {}
    for family, width in WIDTHS.items():
        student = create(f"{family}-student", width)
        teacher = taught(f"{family}-teacher", width)
        batch = composites(f"{family}-student", None, count=2)
        fill(student, teacher, entry_of(f"{family}-student"), batch)
        found[family] = teacher, student, batch
    return found


def answered(network, batch):
    lesson = LESSONS["guided" if "local" in batch else "scaled"]
    with torch.no_grad():
        return lesson.answer(network.eval(), batch)["alpha"][0]


def kept(pair):
    teacher, student, _ = pair
    return chosen(wiring(student, teacher), student, teacher)


@pytest.mark.parametrize("family", WIDTHS)
def test_a_student_of_the_teachers_width_is_the_teacher(family, pairs):
    name = f"{family}-teacher"
    teacher, _, batch = pairs[family]
    student = create(name, WIDTHS[family])
    fill(student, teacher, entry_of(name), batch)
    ours, theirs = student.state_dict(), teacher.state_dict()
    assert all(torch.equal(ours[key], theirs[key]) for key in theirs)


@pytest.mark.parametrize("family", WIDTHS)
def test_a_cut_student_answers_finite_alphas(family, pairs):
    _, student, batch = pairs[family]
    alpha = answered(student, batch)
    assert alpha.isfinite().all()
    assert alpha.std() > 0


@pytest.mark.parametrize("family", WIDTHS)
def test_every_weight_is_the_teachers_but_those_that_were_fitted(family, pairs):
    teacher, student, _ = pairs[family]
    theirs = dict(teacher.named_parameters())
    source = {}
    for link in wiring(student, teacher).links:
        source[link.conv], source[link.norm] = (
            link.theirs if not link.last else ("", link.theirs[1])
        )
    for key, tensor in student.named_parameters():
        path, _, kind = key.rpartition(".")
        if source[path] and kind not in ("u", "v"):
            assert torch.isin(tensor, theirs[f"{source[path]}.{kind}"]).all(), key


def test_the_channels_with_the_largest_gamma_are_kept_and_their_connections_follow(pairs):
    teacher, student, _ = pairs["guided"]
    found = kept(pairs["guided"])
    inner = teacher.context.down1[1]
    best = inner.norm1.weight.abs().topk(len(student.context.down1[1].norm1.weight)).indices
    assert found["context.down1.1"].tolist() == sorted(best.tolist())
    conv = student.context.down1[1].conv2.weight
    rows, columns = found["down1"], found["context.down1.1"]
    assert torch.equal(conv, inner.conv2.weight[rows][:, columns])


def test_a_concatenation_keeps_what_each_of_its_parts_kept(pairs):
    teacher, student, _ = pairs["guided"]
    found = kept(pairs["guided"])
    skip = len(teacher.context.up3.narrow.weight)
    columns = [*found["context.up3.narrow"].tolist(), *(found["down2"] + skip).tolist()]
    rows = found["context.up3"]
    assert torch.equal(
        student.context.up3.join[0].weight, teacher.context.up3.join[0].weight[rows][:, columns]
    )


def test_what_is_unpooled_has_the_indices_of_its_own_channels(pairs):
    teacher, student, _ = pairs["dim"]
    found = kept(pairs["dim"])
    assert torch.equal(
        student.up5.conv.weight, teacher.up5.conv.weight[found["down4"]][:, found["down5"]]
    )
    assert torch.equal(
        student.down5.conv1.conv.weight,
        teacher.down5.conv1.conv.weight[found["down5.conv1"]][:, found["down4"]],
    )


def test_what_an_index_multiplies_has_the_indexs_channels(pairs):
    teacher, student, _ = pairs["indexnet"]
    found = kept(pairs["indexnet"])
    assert torch.equal(
        student.pool3.corners[1][3].weight,
        teacher.pool3.corners[1][3].weight[found["layer3"]][:, found["pool3.corners.1"]],
    )
    assert torch.equal(
        student.up4.norm.bias, teacher.up4.norm.bias[found["layer3"]]
    )  # whose answer is unpooled by layer 3's index


def test_what_a_shortcut_adds_has_the_channels_that_it_is_added_to(pairs):
    teacher, student, _ = pairs["gca"]
    eighth = kept(pairs["gca"])["eighth"]
    for ours, theirs in (
        (student.encoder.shortcuts[3][1].norm, teacher.encoder.shortcuts[3][1].norm),
        (student.decoder.layer2[2].norm2, teacher.decoder.layer2[2].norm2),
        (student.decoder.layer2[0].skip.norm, teacher.decoder.layer2[0].skip.norm),
        (student.decoder.attention.merge.norm, teacher.decoder.attention.merge.norm),
    ):
        assert torch.equal(ours.weight, theirs.weight[eighth])


def test_a_cut_spectral_norm_divides_by_its_own_largest_singular_value(pairs):
    conv = pairs["gca"][1].encoder.layer2[0].conv1
    matrix = conv.weight.flatten(1)
    value = conv.u @ matrix @ conv.v
    assert value.item() == pytest.approx(torch.linalg.matrix_norm(matrix, 2).item(), rel=0.02)


def test_norms_hold_the_statistics_of_what_is_left(pairs):
    _, student, batch = pairs["dim"]
    layer = student.down1.conv1
    with torch.no_grad():
        answer = layer.conv(batch["input"])
    torch.testing.assert_close(layer.norm.running_mean, answer.mean(dim=(0, 2, 3)))
    assert layer.norm.momentum == 0.1


def test_one_convolution_is_the_best_that_can_stand_for_two(pairs):
    """By its least squares: any other kernel is further from what the teacher answers."""
    teacher, student, batch = pairs["dim"]
    with torch.no_grad(), tapped(teacher.eval(), ["down1.conv2.conv"], copied=True) as features:
        teacher(batch["input"])
        goal = features["down1.conv2.conv"][:, kept(pairs["dim"])["down1"]]
        conv = student.down1.conv1.conv
        best = F.mse_loss(conv(batch["input"]), goal)
        assert best < goal.var(dim=(0, 2, 3)).mean()
        draw = torch.Generator().manual_seed(1)
        for _ in range(3):
            other = conv.weight + 0.02 * torch.randn(conv.weight.shape, generator=draw)
            assert F.mse_loss(F.conv2d(batch["input"], other, conv.bias, padding=1), goal) > best


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A narrow trained teacher in a folder, with its card."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    save_weights(tmp_path / "weights", taught("dim-teacher", 0.1))
    card = Card(
        name="old", network="dim-teacher", title="", parameters=0, method="alpha loss",
        data=(Source("renders", "MIT"),), steps=9, minutes=9, intended_use="", limits="",
        licence="MIT", width=0.1,
    )  # fmt: skip
    return library.add(tmp_path / "weights", card, tmp_path / "shelf").path


def test_start_writes_a_cut_student_and_where_it_came_from(shelf, tmp_path, capsys):
    out = tmp_path / "begin.safetensors"
    words = ["start", "dim-student", "--teacher", str(shelf), "--width", "0.1", "--out", str(out)]
    assert main(words) == 0
    assert str(out) in capsys.readouterr().out
    create("dim-student", 0.1).load_state_dict(load_file(out))
    card = json.loads(out.with_suffix(".json").read_text())
    assert (card["name"], card["network"], card["width"]) == ("begin", "dim-student", 0.1)
    assert card["data"] == [{"source": "renders", "licence": "MIT"}]
    assert (card["steps"], card["minutes"]) == (0, 0)
    assert "cut from “old”" in card["method"]


def test_what_cannot_be_cut_is_refused_in_words(shelf, tmp_path, capsys):
    with pytest.raises(WeightsError, match="another network"):
        cut_from(str(shelf), "gca-student", 0.1)
    with pytest.raises(WeightsError, match="fewer channels"):
        cut_from(str(shelf), "dim-student", 0.5)
    with pytest.raises(WeightsError, match="no weights"):
        cut_from("nobody", "dim-student")
    common = ["start", "dim-teacher", "--width", "0.5", "--out", str(tmp_path / "w.safetensors")]
    assert main([*common, "--trunk", "vgg.h5"]) == 2
    assert "one width" in capsys.readouterr().err
