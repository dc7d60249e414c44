"""A batch that is taken in pieces, by several processes, teaches what it would teach as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from engine.training.lessons import Batch, Lesson
from engine.training.processes import Processes

SUMMED = ("ofd",)
"""Distillation terms that are summed over the pictures of a batch; of the others, means are taken.

For `batch`, which compares the pictures with each other, there is no such rule: pieces are compared
within themselves.
"""


@dataclass(frozen=True)
class Share:
    """What a piece counts for in the whole, so that the whole's means come out.

    unknown: for means over unknown pixels, by answer; pictures: for means over pictures; sums: for
    sums over pictures.
    """

    unknown: dict[str, float]
    pictures: float = 1.0
    sums: float = 1.0

    def of(self, term: str) -> float:
        """For the distillation term of that name."""
        return self.sums if term in SUMMED else self.pictures


def shares(lesson: Lesson, pieces: Sequence[Batch], processes: Processes) -> list[Share]:
    """The share of each of this process's pieces, when gradients are means over processes.

    All processes must ask together; their pieces hold equally many pictures.
    """
    masks = [lesson.unknown(piece) for piece in pieces]
    names = list(masks[0])
    counts = torch.stack([torch.stack([mask[name].sum() for name in names]) for mask in masks])
    whole = processes.summed(counts.sum(dim=0)).clamp(min=1)
    weights = (counts * processes.count / whole).tolist()
    return [
        Share(dict(zip(names, row, strict=True)), 1 / len(pieces), float(processes.count))
        for row in weights
    ]
