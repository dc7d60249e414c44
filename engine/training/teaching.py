"""The teacher's part in a run: who it is, and what it adds to the losses."""

from collections.abc import Callable
from pathlib import Path

from torch import Tensor, nn

from engine.distill.method import Method
from engine.distill.pair import Pair
from engine.errors import RunError
from engine.matting.library import SUFFIX, find
from engine.matting.weights import load_network
from engine.networks import entry_of
from engine.training.lessons import Answers, losses
from engine.training.machine import Machine
from engine.training.shares import Share
from engine.training.spec import RunSpec


def pair_of(spec: RunSpec, student: nn.Module, machine: Machine) -> Pair | None:
    """The student beside the spec's teacher; None if it has none, or asks it nothing.

    WeightsError if the library does not hold the teacher; RunError if the two cannot be compared.
    """
    method = Method(w1=spec.w1, w2=spec.w2, terms=spec.terms, stages=spec.stages)
    if spec.teacher is None or not method.asks_teacher:
        return None
    name, where = located(spec.teacher)
    card = find(name, where).card
    ours, theirs = entry_of(spec.network, spec.width), entry_of(card.network, card.width)
    if ours.trimap_input != theirs.trimap_input:
        raise RunError(
            f"“{spec.teacher}” and “{spec.network}” take different inputs"
            f" ({theirs.trimap_input} and {ours.trimap_input}).",
            hint="Choose a teacher of the student's own family.",
        )
    teacher = machine.placed(load_network(name, where=where))
    return Pair((ours, student), (theirs, teacher), method)


def located(teacher: str) -> tuple[str, list[Path] | None]:
    """The name of the weights, and where to look for them; None: in the library."""
    if not teacher.endswith(SUFFIX):
        return teacher, None
    path = Path(teacher)
    return path.stem, [path.parent]


def taught(
    pair: Pair, answer: Callable[[nn.Module], Answers], laplacian_weight: float, share: Share
) -> dict[str, Tensor]:
    """The weighted losses of a student with a teacher, by name; SPKD, equation 5.

    share: what the batch that `answer` runs on counts for.
    """
    ours, theirs, distances = pair.answers(answer)
    w1, w2 = pair.method.w1, pair.method.w2
    targets = losses(ours, laplacian_weight, share.unknown)
    after = {
        name: (alpha, theirs[name][0].float().clamp(0, 1), unknown)
        for name, (alpha, _, unknown) in ours.items()
    }
    parts = {name: (1 - w1) * part for name, part in targets.items()}
    if w1 > 0:
        for name, part in losses(after, laplacian_weight, share.unknown).items():
            parts[f"{name}, teacher"] = w1 * part
    features = {term: w2 * share.of(term) * distance for term, distance in distances.items()}
    return {**parts, **features}
