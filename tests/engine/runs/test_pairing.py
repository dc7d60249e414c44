"""Where two networks have the same idea of a photograph."""

import numpy as np
import pytest
import torch

from engine.errors import RunError
from engine.inspection import cka
from engine.matting import library
from engine.matting.weights import save_weights
from engine.networks import create
from engine.runs import pairing
from engine.training.spec import RunSpec
from tests.weights import put_narrow_teacher


def slow_cka(x, y):
    """By the definition: HSIC of centred Gram matrices."""
    n = len(x)
    centre = np.eye(n) - np.ones((n, n)) / n
    grams = [centre @ (f @ f.T) @ centre for f in (x, y)]
    hsic = [np.trace(a @ b) for a, b in ((grams[0], grams[1]), (grams[0],) * 2, (grams[1],) * 2)]
    return hsic[0] / np.sqrt(hsic[1] * hsic[2])


def test_linear_cka_is_that_of_its_definition_and_blind_to_turns_and_scales():
    generator = np.random.default_rng(1)
    x, y = generator.normal(size=(30, 5)), generator.normal(size=(30, 8))
    y[:, 0] += 2 * x[:, 1]
    first, second = torch.from_numpy(x), torch.from_numpy(y)
    assert cka.linear_cka(first, second) == pytest.approx(slow_cka(x, y), rel=1e-9)
    turn = np.linalg.qr(generator.normal(size=(5, 5)))[0]
    turned = torch.from_numpy(3 * x @ turn + 7)
    assert cka.linear_cka(first, turned) == pytest.approx(1)
    assert cka.linear_cka(first, torch.ones(30, 2)) == 0


@pytest.fixture
def pair(tmp_path, monkeypatch):
    """A narrow teacher in the library, and the spec of a narrower student."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    put_narrow_teacher(tmp_path)
    return RunSpec(network="dim-student", width=0.05, teacher="mine")


@pytest.fixture
def photograph():
    image = np.random.default_rng(2).integers(0, 255, (96, 128, 3), np.uint8)
    trimap = np.full((96, 128), 128, np.uint8)
    trimap[:, :40], trimap[:, 90:] = 0, 255
    return image, trimap


def test_a_plan_tells_what_can_be_picked(pair):
    found = pairing.plan(pair)
    assert found.published == ("conv2", "conv3", "conv4", "conv5")
    assert [stage.name for stage in found.teacher if stage.shared] == [
        stage.name for stage in found.student
    ]
    assert {s.name: s.stride for s in found.student}["conv3"] == 8


def test_a_pair_on_a_photograph_has_its_matrix_and_its_maps(pair, photograph, tmp_path):
    found = pairing.pairing(pair, *photograph)
    assert found.cka.shape == (len(found.teacher), len(found.student))
    assert ((found.cka >= 0) & (found.cka <= 1 + 1e-6)).all()
    one, other = pairing.spatial(found, "conv3", (0.5, 0.5))
    assert one.shape == other.shape == (225, 300, 3)
    assert (one != other).any()
    wide, narrow = pairing.channels(found, "conv3")
    assert len(wide) > len(narrow) == found.student["conv3"].shape[0]
    save_weights(tmp_path / "start.safetensors", create("dim-student", 0.05), half=False)
    begun = pairing.pairing(
        RunSpec(
            network="dim-student",
            width=0.05,
            teacher="mine",
            start=str(tmp_path / "start.safetensors"),
        ),
        *photograph,
    )
    assert (begun.cka != found.cka).any()  # another beginning is another student


def test_a_network_is_most_like_itself(pair, photograph):  # noqa: ARG001 - its teacher
    path = library.find("mine").path
    itself = RunSpec(network="dim-teacher", width=0.1, teacher="mine", start=str(path))
    found = pairing.pairing(itself, *photograph)
    assert np.allclose(np.diag(found.cka), 1, atol=1e-6)
    assert found.cka.argmax(1).tolist() == list(range(len(found.cka)))


def test_what_cannot_be_compared_is_said(pair):  # noqa: ARG001 - its teacher
    with pytest.raises(RunError, match="different inputs"):
        pairing.plan(RunSpec(network="gca-student", teacher="mine"))
    with pytest.raises(RunError, match="no teacher"):
        pairing.plan(RunSpec(network="gca-student"))
