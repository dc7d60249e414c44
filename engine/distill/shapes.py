"""What the terms share: flattening, and normalising without a NaN at zero."""

import torch
from torch import Tensor


def pixels(feature: Tensor) -> Tensor:
    """(n, c, h, w) -> (n, c, h·w)."""
    return feature.flatten(2)


def unit(vectors: Tensor, dim: int, epsilon: float = 0.0) -> Tensor:
    """v / (‖v‖₂ + ε) along `dim`; a vector of zeros stays zero, and its gradient is finite.

    The derivative of √ at 0 is infinite: the root is taken of 1 there, and not used.
    """
    squared = vectors.square().sum(dim=dim, keepdim=True)
    is_zero = squared == 0
    norm = torch.where(is_zero, torch.ones_like(squared), squared).sqrt() + epsilon
    return vectors / norm


def require_pairs(student: list[Tensor], teacher: list[Tensor]) -> None:
    """ValueError unless there is a stage at least, and as many of one as of the other."""
    if not student or len(student) != len(teacher):
        raise ValueError(f"{len(student)} student stages and {len(teacher)} teacher stages")


def require_same_size(student: Tensor, teacher: Tensor) -> None:
    """ValueError unless both are (n, ·, h, w) with the same n, h and w."""
    if student.shape[0] != teacher.shape[0] or student.shape[2:] != teacher.shape[2:]:
        raise ValueError(
            f"student {tuple(student.shape)} and teacher {tuple(teacher.shape)} must share batch"
            " and size"
        )


def require_same_shape(student: Tensor, teacher: Tensor) -> None:
    """ValueError unless both have one shape: the term needs an adapted student."""
    if student.shape != teacher.shape:
        raise ValueError(
            f"student {tuple(student.shape)} must be adapted to teacher {tuple(teacher.shape)}"
        )
