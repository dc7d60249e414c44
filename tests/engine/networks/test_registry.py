"""The table of networks: what is in it builds, answers, learns and counts."""

import pytest
import torch

from engine.catalog import CATALOG
from engine.errors import WeightsError
from engine.networks import NETWORKS, create, parameter_counts, training_adapters

PAPER = {
    "dim-teacher": (25_582_595, 0),
    "dim-student": (4_877_283, 304_512),
    "indexnet-teacher": (5_953_515, 0),
    "indexnet-student": (3_486_127, 23_752),
    "gca-teacher": (25_269_144, 0),
    "gca-student": (6_350_224, 44_000),
}
CHANNELS = {"scaled": 4, "one-hot": 6}
STUDENTS = [name for name, entry in NETWORKS.items() if entry.teacher]


@pytest.mark.parametrize(("name", "counts"), PAPER.items())
def test_parameters_are_counted_as_in_the_paper(name, counts):
    deployed, training_only = counts
    assert parameter_counts(name) == {"deployed": deployed, "training_only": training_only}


def test_the_catalogue_names_exactly_the_networks():
    assert set(CATALOG) == set(NETWORKS)


@pytest.mark.parametrize("name", NETWORKS)
def test_the_catalogue_tells_the_roles(name):
    assert CATALOG[name].role == ("student" if NETWORKS[name].teacher else "teacher")


@pytest.mark.parametrize("name", PAPER)
def test_every_weight_learns(name):
    network = create(name)
    inputs = torch.rand(2, CHANNELS[NETWORKS[name].trimap_input], 64, 32)
    alpha = network(inputs)
    assert alpha.shape == (2, 1, 64, 32)
    alpha.sum().backward()
    learning = [p for p in network.parameters() if p.requires_grad]
    assert all(p.grad is not None and p.grad.isfinite().all() for p in learning)


@pytest.mark.parametrize(("height", "width"), [(32, 33), (75, 53), (129, 200)])
@torch.no_grad()
def test_dim_takes_any_size(height, width):
    alpha = create("dim-student").eval()(torch.rand(1, 4, height, width))
    assert alpha.shape == (1, 1, height, width)


@pytest.mark.parametrize("name", STUDENTS)
def test_adapters_lead_to_the_teachers_widths(name):
    student = NETWORKS[name]
    teacher = NETWORKS[student.teacher]
    for stage, adapter in training_adapters(name).items():
        assert adapter.in_channels == student.stage(stage).width
        assert adapter.out_channels == teacher.stage(stage).width
        assert student.stage(stage).stride == teacher.stage(stage).stride


def test_adapters_of_other_stages_can_be_had():
    assert set(training_adapters("dim-student", ["conv5", "dconv5"])) == {"conv5", "dconv5"}


def test_a_teacher_needs_no_adapters():
    with pytest.raises(ValueError, match="no student"):
        training_adapters("dim-teacher")


def test_an_unknown_network_is_answered_with_the_known_ones():
    with pytest.raises(WeightsError, match="no network called “resnet”") as caught:
        create("resnet")
    assert "dim-student" in caught.value.hint
