"""OFD, the overhaul of feature distillation: what the teacher passes on, and no more.

Heo et al., "A comprehensive overhaul of feature distillation", ICCV 2019. Features are taken before
their ReLU. Where the teacher is negative the student need only be negative too, and the teacher's
value is replaced by a margin, the mean negative response of its batch norm.

SPKD's code means to do so, but an in-place ReLU has already run when the features are read: they
are never negative and the margins have no effect. `rectified=True` reproduces that.
"""

import torch
from torch import Tensor, nn

from engine.distill.shapes import require_pairs, require_same_shape

SCALE = 1000.0
RARE = 0.001
"""A channel that is negative less often than this has no mean negative response."""


def ofd(
    student_features: list[Tensor],
    teacher_features: list[Tensor],
    *,
    margins: list[Tensor],
    rectified: bool = False,
) -> Tensor:
    """Σ_i D(s_i, max(t_i, m_i)) / 2^(k − 1 − i) / 1000 over k stages, the deepest counted most.

    D is `partial_distance`, summed over the batch as SPKD's code has it. The student must have gone
    through its connectors (`connector`); margins: (c,) for each stage, from `margin`. With
    `rectified` the teacher's features are cut at 0 first.
    """
    require_pairs(student_features, teacher_features)
    last = len(student_features) - 1
    terms = []
    stages = zip(student_features, teacher_features, margins, strict=True)
    for number, (student, teacher, lowest) in enumerate(stages):
        seen = teacher.detach().clamp(min=0) if rectified else teacher.detach()
        terms.append(partial_distance(student, seen, lowest) / 2 ** (last - number))
    return torch.stack(terms).sum() / SCALE


def partial_distance(student: Tensor, teacher: Tensor, margin: Tensor) -> Tensor:
    """Σ (s − t')² where s > t' or t' > 0, with t' = max(t, margin): equation 3 of the paper."""
    require_same_shape(student, teacher)
    goal = torch.maximum(teacher, margin[:, None, None])
    counts = (student > goal) | (goal > 0)
    return ((student - goal).square() * counts).sum()


def margin(norm: nn.BatchNorm2d) -> Tensor:
    """The mean of a channel's negative responses, N(β, |γ|) given that it is negative; (c,).

    −3|γ| for channels that are negative with a probability of `RARE` or less.
    """
    spread, centre = norm.weight.detach().abs().double(), norm.bias.detach().double()
    ratio = centre / spread.clamp(min=1e-12)
    share = 0.5 * torch.erfc(ratio / 2**0.5)
    density = torch.exp(-0.5 * ratio.square()) / (2 * torch.pi) ** 0.5
    mean = centre - spread * density / share.clamp(min=1e-12)
    return torch.where(share > RARE, mean, -3 * spread).to(norm.weight.dtype)


def connector(student_width: int, teacher_width: int) -> nn.Sequential:
    """What widens a student's features for this term: 1x1 convolution without bias, batch norm."""
    return nn.Sequential(
        nn.Conv2d(student_width, teacher_width, 1, bias=False), nn.BatchNorm2d(teacher_width)
    )
