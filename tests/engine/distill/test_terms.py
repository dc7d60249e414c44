"""The terms of the paper: the published code's numbers, a plain reading of the formulas, no NaN."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from engine.distill import TERMS
from engine.distill.overhaul import margin, partial_distance
from engine.distill.similarity import batch_map, channel_map, spatial_map
from engine.distill.transfer import attention_map, flow_map

GOLDEN = np.load(Path(__file__).parents[2] / "golden" / "distill.npz")
CLOSE = {"rtol": 1e-5, "atol": 1e-7}


def golden(name):
    return torch.from_numpy(GOLDEN[name])


def features(stages, kind="student", width=None):
    generator = torch.Generator().manual_seed(3 if kind == "student" else 4)
    return [
        torch.randn(2, width or 3 + i, 8 >> i, 8 >> i, generator=generator, requires_grad=True)
        for i in range(stages)
    ]


@pytest.mark.parametrize("stage", [0, 1])
@pytest.mark.parametrize(
    ("term", "name", "student"),
    [
        ("batch", "batch", "student"),
        ("spatial", "spatial", "student"),
        ("channel", "channel", "adapted"),
        ("at", "AT", "student"),
    ],
)
def test_a_term_equals_the_published_code(term, name, student, stage):
    value = TERMS[term]([golden(f"{student}{stage}")], [golden(f"teacher{stage}")])
    torch.testing.assert_close(value, golden(f"loss/{name}{stage}"), **CLOSE)


@pytest.mark.parametrize("stage", [0, 1])
@pytest.mark.parametrize(
    ("make", "name"),
    [
        (batch_map, "batch"),
        (spatial_map, "spatial"),
        (channel_map, "channel"),
        (attention_map, "AT"),
    ],
)
def test_a_map_equals_the_published_code(make, name, stage):
    expected = golden(f"map_t/{name}{stage}")
    found = make(golden(f"teacher{stage}"))
    torch.testing.assert_close(found.reshape(expected.shape), expected, rtol=1e-4, atol=1e-6)


def test_fsp_equals_the_published_code():
    students = [golden("adapted0"), golden("adapted1")]
    teachers = [golden("teacher0"), golden("teacher1")]
    torch.testing.assert_close(TERMS["fsp"](students, teachers), golden("loss/FSP01"), **CLOSE)
    torch.testing.assert_close(flow_map(*teachers), golden("map_t/FSP01"), rtol=1e-4, atol=1e-6)


def test_ofd_and_its_margins_equal_the_published_code():
    norm = nn.BatchNorm2d(8)
    norm.weight.data, norm.bias.data = golden("ofd/bn_weight"), golden("ofd/bn_bias")
    torch.testing.assert_close(margin(norm), golden("ofd/margin"), rtol=1e-4, atol=1e-5)
    student, teacher = golden("ofd/student"), golden("ofd/teacher_pre")
    total = partial_distance(student, teacher, golden("ofd/margin"))
    torch.testing.assert_close(total, golden("ofd/loss_sum"), rtol=1e-5, atol=0)
    term = TERMS["ofd"]([student], [teacher], margins=[golden("ofd/margin")])
    torch.testing.assert_close(term, golden("ofd/loss_sum") / 1000, rtol=1e-5, atol=0)


def test_hinton_equals_the_published_code():
    masked = golden("alpha/gt_mask")
    student, teacher = golden("alpha/student"), golden("alpha/teacher")
    unknown = masked[:, 1:].unsqueeze(-1)
    value = TERMS["hinton"]([student.unsqueeze(-1)], [teacher.unsqueeze(-1)], unknown=unknown)
    # the published code adds 1e-6 for each known pixel
    torch.testing.assert_close(value, golden("alpha/TS"), rtol=0, atol=5e-6)


def test_spatial_equals_the_distance_of_the_maps_it_never_makes():
    students, teachers = features(3), features(3, "teacher", width=5)
    plain = sum(
        (spatial_map(s.double()) - spatial_map(t.double())).square().mean()
        for s, t in zip(students, teachers, strict=True)
    )
    value = TERMS["spatial"](students, teachers)
    torch.testing.assert_close(value.double(), plain, rtol=1e-6, atol=1e-9)
    wanted = torch.autograd.grad(plain, students)
    found = torch.autograd.grad(value, students)
    for ours, theirs in zip(found, wanted, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-7)


def arguments(term, stages):
    """Features of the right widths for a term, and what it declares."""
    students, teachers = features(stages, width=4), features(stages, "teacher", width=4)
    if term == "ofd":
        return students, teachers, {"margins": [torch.full((4,), -0.5)] * stages}
    if term == "hinton":
        alphas = features(1, width=1), features(1, "teacher", width=1)
        return *alphas, {"unknown": torch.ones(2, 1, 8, 8)}
    return students, teachers, {}


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_zero_for_equals_and_draws_only_the_student(term):
    students, teachers, declared = arguments(term, 2)
    TERMS[term](students, teachers, **declared).backward()
    assert all(teacher.grad is None for teacher in teachers)
    assert all(student.grad.any() for student in students)
    same = [torch.relu(teacher.detach()) for teacher in teachers]
    assert float(TERMS[term](same, same, **declared)) == pytest.approx(0, abs=2e-6)


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("what", ["a pixel", "a channel", "everything"])
def test_gradients_are_finite_where_features_are_zero(term, what):
    students, teachers, declared = arguments(term, 2)
    place = {"a pixel": (..., 1, 1), "a channel": (slice(None), 0), "everything": ...}[what]
    for stage in (*students, *teachers):
        with torch.no_grad():
            stage[place] = 0
    value = TERMS[term](students, teachers, **declared)
    assert value.isfinite()
    assert all(g.isfinite().all() for g in torch.autograd.grad(value, students))


def test_a_rectified_teacher_makes_margins_inert():
    students, teachers, _ = arguments("ofd", 2)
    near, far = ({"margins": [torch.full((4,), m)] * 2} for m in (-0.1, -2.0))
    ofd = TERMS["ofd"]
    assert ofd(students, teachers, **near) != ofd(students, teachers, **far)
    inert = [ofd(students, teachers, **m, rectified=True) for m in (near, far)]
    assert inert[0] == inert[1]


def test_what_cannot_be_compared_is_refused():
    one, two = torch.zeros(2, 3, 4, 4), torch.zeros(2, 5, 4, 4)
    for term in ("channel", "fsp"):
        with pytest.raises(ValueError, match="adapted"):
            TERMS[term]([one, one], [two, two])
    with pytest.raises(ValueError, match="share batch"):
        TERMS["spatial"]([one], [torch.zeros(2, 3, 2, 2)])
    with pytest.raises(ValueError, match="1 student stages and 2"):
        TERMS["batch"]([one], [one, one])
    with pytest.raises(ValueError, match="two at least"):
        TERMS["fsp"]([one], [one])


MEMORY = """
import resource, torch
from engine.distill import TERMS
torch.set_num_threads(1)
shapes = [(64, 256), (128, 128), (256, 64), (512, 32), (512, 16)]
students = [torch.rand(4, c // 2, s, s, requires_grad=True) for c, s in shapes]
teachers = [torch.rand(4, c, s, s) for c, s in shapes]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
TERMS["spatial"](students, teachers).backward()
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print((after - before) // 1024)
"""


def test_spatial_at_full_size_stays_under_two_gigabytes():
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 2000
