"""The similarities of SPKD: what is alike in the teacher's eyes shall be alike in the student's.

Yoon, Park, Cho, "Lightweight deep CNN for natural image matting via similarity-preserving knowledge
distillation", IEEE SPL 2020, section II. F is the feature map of one stage; ‖·‖_F is Frobenius'
norm. Each term sums over the stages.
"""

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.distill.shapes import (
    pixels,
    require_pairs,
    require_same_shape,
    require_same_size,
    unit,
)

EPSILON = 1e-7
"""Added to norms by the published code."""


def batch(student_features: list[Tensor], teacher_features: list[Tensor]) -> Tensor:
    """Which pictures of a batch are alike: Σ_i ‖G_t − G_s‖²_F / n².

    G has the rows of Q Qᵀ divided by their L2 norm, Q = F as (n, c·h·w). Tung, Mori,
    "Similarity-preserving knowledge distillation", ICCV 2019, equations 1 to 4. Raw widths.
    """
    require_pairs(student_features, teacher_features)
    terms = [
        F.mse_loss(batch_map(student), batch_map(teacher.detach()))
        for student, teacher in zip(student_features, teacher_features, strict=True)
    ]
    return torch.stack(terms).sum()


def spatial(student_features: list[Tensor], teacher_features: list[Tensor]) -> Tensor:
    """Which pixels are alike: Σ_i ‖N_tᵀN_t − N_sᵀN_s‖²_F / (n·(h·w)²).

    N has the columns of F as (c, h·w) divided by (L2 norm + 1e-7). Raw widths.

    The maps have (h·w)² entries, 17 GB a picture at half of a 512-pixel crop, and are never made:
    with A = N_t N_tᵀ, B = N_s N_sᵀ, C = N_t N_sᵀ, all of size c × c,
    ‖N_tᵀN_t − N_sᵀN_s‖²_F = ‖A‖²_F + ‖B‖²_F − 2‖C‖²_F. Double precision keeps the small difference.
    """
    require_pairs(student_features, teacher_features)
    terms = [
        _spatial(student, teacher.detach())
        for student, teacher in zip(student_features, teacher_features, strict=True)
    ]
    return torch.stack(terms).sum()


def channel(student_features: list[Tensor], teacher_features: list[Tensor]) -> Tensor:
    """Which channels are alike: Σ_i ‖N_tN_tᵀ − N_sN_sᵀ‖²_F / (n·c²).

    N has the rows of F as (c, h·w) divided by (L2 norm + 1e-7). The student must be adapted to the
    teacher's width.
    """
    require_pairs(student_features, teacher_features)
    terms = []
    for student, teacher in zip(student_features, teacher_features, strict=True):
        require_same_shape(student, teacher)
        terms.append(F.mse_loss(channel_map(student), channel_map(teacher.detach())))
    return torch.stack(terms).sum()


def batch_map(feature: Tensor) -> Tensor:
    """(n, c, h, w) -> (n, n), rows of unit length."""
    rows = feature.flatten(1)
    return unit(rows @ rows.T, dim=1)


def spatial_map(feature: Tensor) -> Tensor:
    """(n, c, h, w) -> (n, h·w, h·w) cosines between pixels; for pictures of the method only."""
    columns = unit(pixels(feature), dim=1, epsilon=EPSILON)
    return columns.transpose(1, 2) @ columns


def channel_map(feature: Tensor) -> Tensor:
    """(n, c, h, w) -> (n, c, c) cosines between channels."""
    rows = unit(pixels(feature), dim=2, epsilon=EPSILON)
    return rows @ rows.transpose(1, 2)


def _spatial(student: Tensor, teacher: Tensor) -> Tensor:
    require_same_size(student, teacher)
    ours, theirs = (
        unit(pixels(feature).double(), dim=1, epsilon=EPSILON) for feature in (student, teacher)
    )
    count, places = ours.shape[0], ours.shape[2]
    total = _gram(theirs, theirs) + _gram(ours, ours) - 2 * _gram(theirs, ours)
    return (total / (count * places**2)).to(student.dtype)


def _gram(first: Tensor, second: Tensor) -> Tensor:
    """‖first secondᵀ‖²_F, summed over the batch."""
    return (first @ second.transpose(1, 2)).square().sum()
