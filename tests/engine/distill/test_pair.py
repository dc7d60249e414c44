"""A student beside its frozen teacher."""

import pytest
import torch
from torch.nn import functional as F

from engine.distill import TERMS
from engine.distill.method import LAYER_CHOICES, PLAIN, PUBLISHED, Method
from engine.distill.pair import Pair
from engine.errors import RunError
from engine.networks import NETWORKS, create, entry_of
from engine.networks.taps import tapped


def networks(family="guided"):
    torch.manual_seed(5)
    return [
        (entry_of(f"{family}-{role}"), create(f"{family}-{role}"))
        for role in ("student", "teacher")
    ]


def batch(planes=24):
    return torch.rand(2, planes, 64, 64, generator=torch.Generator().manual_seed(6))


@pytest.fixture(scope="module")
def dim():
    return networks("dim")


def compared(pair, planes=24):
    return pair.answers(lambda network: network(batch(planes)))


def test_terms_are_those_of_the_features_at_the_published_stages():
    student, teacher = networks()
    pair = Pair(student, teacher, Method(terms=("spatial", "at")))
    _, _, distances = compared(pair)
    paths = [student[0].stage(name).path for name in ("conv2", "conv3", "conv4")]
    with tapped(student[1], paths) as ours, tapped(teacher[1], paths) as theirs:
        student[1](batch())
        teacher[1](batch())
    for term in ("spatial", "at"):
        expected = TERMS[term]([ours[p] for p in paths], [theirs[p] for p in paths])
        torch.testing.assert_close(distances[term], expected)


@pytest.mark.parametrize("row", PUBLISHED)
def test_every_row_of_the_paper_trains_a_student_and_never_its_teacher(dim, row):
    pair = Pair(*dim, PUBLISHED[row])
    pair.student.zero_grad()
    before = {key: tensor.clone() for key, tensor in pair.teacher.state_dict().items()}
    alpha, target, distances = compared(pair, planes=4)
    assert set(distances) == set(PUBLISHED[row].feature_terms)
    (F.l1_loss(alpha, target) + sum(distances.values())).backward()
    assert all(p.grad is not None and p.grad.isfinite().all() for p in pair.adapters.parameters())
    assert pair.student.get_parameter("down1.conv1.conv.weight").grad.any()
    assert all(parameter.grad is None for parameter in pair.teacher.parameters())
    assert all(torch.equal(before[k], tensor) for k, tensor in pair.teacher.state_dict().items())


@pytest.mark.parametrize("choice", LAYER_CHOICES)
def test_every_layer_choice_of_the_paper_can_be_taken(dim, choice):
    method = Method(terms=("spatial", "channel"), stages=LAYER_CHOICES[choice])
    _, _, distances = compared(Pair(*dim, method), planes=4)
    assert all(distance.isfinite() and distance > 0 for distance in distances.values())


def test_training_the_student_does_not_thaw_the_teacher():
    student, teacher = networks()
    pair = Pair(student, teacher, Method())
    pair.student.train()
    assert not pair.teacher.training
    assert not any(parameter.requires_grad for parameter in pair.teacher.parameters())


def test_features_for_ofd_are_taken_before_the_relu(dim):
    pair = Pair(*dim, Method(terms=("ofd",)))
    _, _, distances = compared(pair, planes=4)
    path = dim[1][0].stage("conv2").norm
    with tapped(dim[1][1], [path], copied=True) as before:
        dim[1][1](batch(4))
    assert (before[path] < 0).any()
    assert distances["ofd"] > 0


def test_adapters_are_as_many_as_the_paper_counts(dim):
    pair = Pair(*dim, Method(terms=("channel",)))
    assert sum(p.numel() for p in pair.adapters.parameters()) == 304_512
    assert not Pair(*dim, Method(terms=("spatial",))).adapters


def test_students_and_teachers_of_different_families_can_be_paired(dim):
    """Stages of one name have one stride, so features compare whatever the input is."""
    guided_student, _ = networks()
    pair = Pair(guided_student, dim[1], Method(terms=("spatial", "channel"), stages=("conv3",)))

    def answer(network):
        return network(batch(24 if network is pair.student else 4))

    _, _, distances = pair.answers(answer)
    assert all(distance > 0 for distance in distances.values())


def test_a_plain_student_asks_no_teacher():
    assert not PLAIN.asks_teacher
    assert Method(terms=("hinton",)).asks_teacher


def test_impossible_methods_are_refused():
    for wrong in ({"terms": ("cosine",)}, {"w1": 1.5}, {"w1": -0.1}, {"w2": -1.0}):
        with pytest.raises(RunError):
            Method(**wrong)
    with pytest.raises(RunError, match="no stage “conv9”"):
        Pair(*networks(), Method(stages=("conv9",)))
    with pytest.raises(RunError, match="before their ReLU"):
        Pair(*networks(), Method(terms=("ofd",)))


def test_one_name_means_one_stride_in_every_network():
    strides = {}
    for entry in NETWORKS.values():
        for stage in entry.stages:
            assert strides.setdefault(stage.name, stage.stride) == stage.stride
