"""The teacher's part in a run: who it is, and what it adds to the losses."""

from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.distill.method import Method
from engine.distill.pair import Pair
from engine.errors import RunError
from engine.matting.library import SUFFIX, find
from engine.matting.weights import load_network
from engine.networks import entry_of
from engine.training.lessons import Answers, losses
from engine.training.spec import RunSpec


def pair_of(spec: RunSpec, student: nn.Module) -> Pair | None:
    """The student beside the spec's teacher; None if it has none, or asks it nothing.

    WeightsError if the library does not hold the teacher; RunError if the two cannot be compared.
    """
    method = Method(w1=spec.w1, w2=spec.w2, terms=spec.terms, stages=spec.stages)
    if spec.teacher is None or not method.asks_teacher:
        return None
    name, where = _placed(spec.teacher)
    card = find(name, where).card
    ours, theirs = entry_of(spec.network, spec.width), entry_of(card.network, card.width)
    if ours.trimap_input != theirs.trimap_input:
        raise RunError(
            f"“{spec.teacher}” and “{spec.network}” take different inputs"
            f" ({theirs.trimap_input} and {ours.trimap_input}).",
            hint="Choose a teacher of the student's own family.",
        )
    teacher = load_network(name, where=where).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return Pair((ours, student), (theirs, teacher), method)


def _placed(teacher: str) -> tuple[str, list[Path] | None]:
    """The name of the weights, and where to look for them; None: in the library."""
    if not teacher.endswith(SUFFIX):
        return teacher, None
    path = Path(teacher)
    return path.stem, [path.parent]


def taught(
    pair: Pair, answer: Callable[[nn.Module], Answers], laplacian_weight: float
) -> dict[str, Tensor]:
    """The weighted losses of a student with a teacher, by name; SPKD, equation 5."""
    ours, theirs, distances = pair.answers(answer)
    w1, w2 = pair.method.w1, pair.method.w2
    targets = losses(ours, laplacian_weight)
    after = {
        name: (alpha, theirs[name][0].float().clamp(0, 1), unknown)
        for name, (alpha, _, unknown) in ours.items()
    }
    parts = {name: (1 - w1) * part for name, part in targets.items()}
    if w1 > 0:
        for name, part in losses(after, laplacian_weight).items():
            parts[f"{name}, teacher"] = w1 * part
    return {**parts, **{term: w2 * distance for term, distance in distances.items()}}
