"""The methods that SPKD is compared with: attention transfer, FSP, and the teacher's alphas."""

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.distill.objective import alpha_l1
from engine.distill.shapes import (
    pixels,
    require_pairs,
    require_same_shape,
    require_same_size,
    unit,
)

EPSILON = 1e-6


def at(student_features: list[Tensor], teacher_features: list[Tensor]) -> Tensor:
    """Where a stage looks: Σ_i ‖a_t − a_s‖² / (n·h·w), a = Σ_c F_c² / (‖Σ_c F_c²‖₂ + 1e-6).

    Zagoruyko, Komodakis, "Paying more attention to attention", ICLR 2017, section 3.1. Raw widths.
    """
    require_pairs(student_features, teacher_features)
    terms = []
    for student, teacher in zip(student_features, teacher_features, strict=True):
        require_same_size(student, teacher)
        terms.append(F.mse_loss(attention_map(student), attention_map(teacher.detach())))
    return torch.stack(terms).sum()


def fsp(student_features: list[Tensor], teacher_features: list[Tensor]) -> Tensor:
    """How one stage follows from the one before: Σ_i ‖G_t − G_s‖²_F / (n·c_i·c_{i+1}).

    G = F_i F_{i+1}ᵀ / (h·w), the larger map averaged down to the smaller. Yim et al., "A gift from
    knowledge distillation", CVPR 2017, equation 1. Needs two stages at least, in their order, and
    a student adapted to the teacher's widths.
    """
    require_pairs(student_features, teacher_features)
    if len(student_features) < 2:
        raise ValueError("fsp compares stages with their successors: give two at least")
    for student, teacher in zip(student_features, teacher_features, strict=True):
        require_same_shape(student, teacher)
    terms = [
        F.mse_loss(flow_map(*ours), flow_map(first.detach(), second.detach()))
        for ours, (first, second) in zip(
            zip(student_features, student_features[1:], strict=False),
            zip(teacher_features, teacher_features[1:], strict=False),
            strict=True,
        )
    ]
    return torch.stack(terms).sum()


def hinton(
    student_alphas: list[Tensor], teacher_alphas: list[Tensor], *, unknown: Tensor
) -> Tensor:
    """The teacher's alpha as a target: the mean of √((α_s − α_t)² + 1e-12) over unknown pixels.

    After Hinton, Vinyals, Dean, "Distilling the knowledge in a neural network", 2015, as SPKD's
    equation 5 takes it. Lists of alphas (n, 1, h, w); unknown (n, 1, h, w) holds 1 and 0.
    """
    require_pairs(student_alphas, teacher_alphas)
    terms = [
        alpha_l1(student, teacher.detach(), unknown)
        for student, teacher in zip(student_alphas, teacher_alphas, strict=True)
    ]
    return torch.stack(terms).sum()


def attention_map(feature: Tensor) -> Tensor:
    """(n, c, h, w) -> (n, h·w), rows of unit length but for the epsilon."""
    energy = pixels(feature).square().sum(dim=1)
    return unit(energy, dim=1, epsilon=EPSILON)


def flow_map(first: Tensor, second: Tensor) -> Tensor:
    """(n, c, h, w) and (n, d, h', w') -> (n, c, d)."""
    size = min(first.shape[2], second.shape[2]), min(first.shape[3], second.shape[3])
    one, two = (pixels(F.adaptive_avg_pool2d(feature, size)) for feature in (first, second))
    return one @ two.transpose(1, 2) / one.shape[2]
