"""A student beside its frozen teacher, and how far apart their features are."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.catalog import require_stage
from engine.distill import TERMS
from engine.distill.method import Method
from engine.distill.overhaul import connector, margin
from engine.networks import NetworkEntry
from engine.networks.taps import Stage, tapped

Answer = TypeVar("Answer")

ADAPTED = ("channel", "fsp")
"""Terms for which the student's features are widened to the teacher's first."""


class Pair:
    """Not a module: nothing that is done to the student can thaw or train the teacher.

    `adapters` holds what is trained beside the student: 1x1 convolutions by stage, and connectors
    for `ofd`; it is thrown away with the pair.
    """

    def __init__(
        self,
        student: tuple[NetworkEntry, nn.Module],
        teacher: tuple[NetworkEntry, nn.Module],
        method: Method,
    ) -> None:
        """RunError if one of the two lacks a stage, or a stage the norm that `ofd` needs."""
        self.student = student[1]
        self.teacher = teacher[1].eval().requires_grad_(False)
        self.method = method
        names = method.stages if method.stages is not None else student[0].distilled
        terms = method.feature_terms
        names = names if terms else ()
        with_norm = "ofd" in terms
        self._ours = [_stage(student[0], name, with_norm=with_norm) for name in names]
        self._theirs = [_stage(teacher[0], name, with_norm=with_norm) for name in names]
        self._margins = _margins(self.teacher, self._theirs) if with_norm else []
        self.adapters = _adapters(self._ours, self._theirs, terms)

    def answers(
        self, answer: Callable[[nn.Module], Answer]
    ) -> tuple[Answer, Answer, dict[str, Tensor]]:
        """What `answer` makes of student and teacher, and the distances of their features by term.

        `answer(network)` runs the network on a batch; the teacher is run without gradients.
        Distances are not weighted yet.
        """
        student_answer, ours = _seen(self.student, self._ours, answer, self._needs_norms)
        with torch.no_grad():
            teacher_answer, theirs = _seen(self.teacher, self._theirs, answer, self._needs_norms)
        # In single precision: cosines of many channels lose too much in half of it.
        with torch.autocast(ours.device_type, enabled=False):
            distances = {
                term: self._distance(term, ours, theirs) for term in self.method.feature_terms
            }
        return student_answer, teacher_answer, distances

    @property
    def _needs_norms(self) -> bool:
        return "ofd" in self.method.feature_terms

    def _distance(self, term: str, ours: "Seen", theirs: "Seen") -> Tensor:
        if term == "ofd":
            connected = self._through("connect", ours.before)
            return TERMS[term](connected, theirs.before, margins=self._margins)
        student = self._through("adapt", ours.stages) if term in ADAPTED else ours.stages
        return TERMS[term](student, theirs.stages)

    def _through(self, kind: str, features: list[Tensor]) -> list[Tensor]:
        return [
            self.adapters[f"{kind}-{stage.name}"](feature)
            for stage, feature in zip(self._ours, features, strict=True)
        ]


@dataclass(frozen=True, eq=False)
class Seen:
    """Features of the compared stages, float32, and (for ofd) the same before their ReLU."""

    stages: list[Tensor]
    before: list[Tensor]

    @property
    def device_type(self) -> str:
        """ "cpu", "cuda", …"""
        return self.stages[0].device.type if self.stages else "cpu"


def _seen(
    network: nn.Module,
    stages: Sequence[Stage],
    answer: Callable[[nn.Module], Answer],
    needs_norms: bool,
) -> tuple[Answer, Seen]:
    norms = [stage.norm for stage in stages if stage.norm] if needs_norms else []
    with (
        tapped(network, [stage.path for stage in stages]) as features,
        tapped(network, norms, copied=True) as before,
    ):
        answered = answer(network)
    found = [features[stage.path].float() for stage in stages]
    pooled = [
        F.adaptive_max_pool2d(before[norm].float(), (feature.shape[2], feature.shape[3]))
        for norm, feature in zip(norms, found, strict=bool(norms))
    ]
    return answered, Seen(found, pooled)


def _stage(entry: NetworkEntry, name: str, *, with_norm: bool) -> Stage:
    known = {stage.name: stage for stage in entry.stages}
    normed = {stage.name: stage.norm is not None for stage in entry.stages}
    require_stage(name, normed, with_norm=with_norm)
    return known[name]


def _adapters(
    ours: Sequence[Stage], theirs: Sequence[Stage], terms: Collection[str]
) -> nn.ModuleDict:
    """What widens the student's features, for the terms that need it."""
    adapters = nn.ModuleDict()
    for student, teacher in zip(ours, theirs, strict=True):
        if any(term in ADAPTED for term in terms):
            adapters[f"adapt-{student.name}"] = nn.Conv2d(student.width, teacher.width, 1)
        if "ofd" in terms:
            adapters[f"connect-{student.name}"] = connector(student.width, teacher.width)
    return adapters


def _margins(teacher: nn.Module, stages: Sequence[Stage]) -> list[Tensor]:
    norms = [teacher.get_submodule(stage.norm) for stage in stages if stage.norm]
    return [margin(norm) for norm in norms if isinstance(norm, nn.BatchNorm2d)]
