"""A teacher and a student that is yet to be trained, side by side on one photograph."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from engine.arrays import Floats, Image, Trimap, eight_bits
from engine.catalog import require_stage
from engine.distill.similarity import channel_map
from engine.errors import RunError
from engine.inspection import cka
from engine.inspection.drawing import Pixels, cell_size, fitted, heat
from engine.inspection.seen import features_of
from engine.inspection.sheets import likeness, shaded
from engine.matting.library import located
from engine.matting.watch import Watch
from engine.matting.weights import load_network
from engine.networks import NetworkEntry, entry_of
from engine.runs.stages import Plan, StageShape
from engine.training.spec import RunSpec
from engine.training.state import fresh
from engine.training.teaching import teacher_entry


@dataclass(frozen=True, eq=False)
class Pairing:
    """What both made of a photograph: features (c, h, w) by stage, and their CKA, (t, s)."""

    image: Image
    teacher: dict[str, Tensor]
    student: dict[str, Tensor]
    cka: Floats


def plan(spec: RunSpec) -> Plan:
    """The stages of the pair of `spec`; RunError if the two cannot be compared at all."""
    ours, theirs = entry_of(spec.network, spec.width), teacher_entry(_teacher_of(spec), spec)
    both = {stage.name for stage in ours.stages} & {stage.name for stage in theirs.stages}
    return Plan(
        _shapes(theirs, both),
        _shapes(ours, both),
        tuple(name for name in ours.distilled if name in both),
    )


def pairing(spec: RunSpec, image: Image, trimap: Trimap, watch: Watch | None = None) -> Pairing:
    """What the pair of `spec` makes of a photograph, the student as its run would begin.

    Raises what a run does whose teacher or start is not there, and Cancelled.
    """
    watch = watch or Watch()
    ours, theirs = entry_of(spec.network, spec.width), teacher_entry(_teacher_of(spec), spec)
    name, where = located(_teacher_of(spec))
    teacher = load_network(name, where=where)
    watch.reached(0.1)
    seen_by_teacher = _features(teacher, theirs, image, trimap)
    watch.reached(0.5)
    seen_by_student = _features(_student(spec), ours, image, trimap)
    watch.reached(0.9)
    return Pairing(
        image, seen_by_teacher, seen_by_student, cka.matrix(seen_by_teacher, seen_by_student)
    )


def spatial(found: Pairing, stage: str, share: tuple[float, float]) -> tuple[Pixels, Pixels]:
    """How alike every pixel is to the one at `share` (row, column), teacher's and student's.

    Over the photograph, uint8 (h, w, 3). RunError unless both have the stage.
    """
    size = cell_size(found.image.shape)
    photograph = fitted(eight_bits(found.image), size, smooth=True)
    first, second = (
        shaded(photograph, likeness(_of(network, stage), share), size)
        for network in (found.teacher, found.student)
    )
    return first, second


def channels(found: Pairing, stage: str) -> tuple[Pixels, Pixels]:
    """The channel similarities of teacher and student, each as wide as its stage; uint8 RGB."""
    first, second = (
        heat(np.abs(channel_map(_of(network, stage)[None].float())[0].numpy()))
        for network in (found.teacher, found.student)
    )
    return first, second


def _of(network: dict[str, Tensor], stage: str) -> Tensor:
    require_stage(stage, dict.fromkeys(network, True))
    return network[stage]


def _teacher_of(spec: RunSpec) -> str:
    if spec.teacher is None:
        raise RunError("There is no teacher to compare with.", hint="Choose one.")
    return spec.teacher


def _shapes(entry: NetworkEntry, both: set[str]) -> tuple[StageShape, ...]:
    return tuple(
        StageShape(stage.name, stage.width, stage.stride, stage.name in both, bool(stage.norm))
        for stage in entry.stages
    )


def _student(spec: RunSpec) -> nn.Module:
    with torch.random.fork_rng(devices=[]):
        return fresh(spec).eval()


def _features(
    network: nn.Module, entry: NetworkEntry, image: Image, trimap: Trimap
) -> dict[str, Tensor]:
    return features_of(network, entry, image, trimap, [stage.name for stage in entry.stages])
