"""The teacher's part in a run: who it is, and what it adds to the losses."""

from collections.abc import Callable

from torch import Tensor, nn

from engine.distill.method import Method
from engine.distill.pair import Pair
from engine.errors import RunError
from engine.matting.library import find, located
from engine.matting.weights import load_network
from engine.networks import NetworkEntry, entry_of
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
    ours, theirs = entry_of(spec.network, spec.width), teacher_entry(spec.teacher, spec)
    name, where = located(spec.teacher)
    teacher = machine.placed(load_network(name, where=where))
    return Pair((ours, student), (theirs, teacher), method)


def teacher_entry(teacher: str, spec: RunSpec) -> NetworkEntry:
    """The network of the weights `teacher`; RunError unless it takes what that of `spec` takes.

    WeightsError if the library does not hold them.
    """
    card = find(*located(teacher)).card
    ours, theirs = entry_of(spec.network, spec.width), entry_of(card.network, card.width)
    if ours.trimap_input != theirs.trimap_input:
        raise RunError(
            f"“{teacher}” and “{spec.network}” take different inputs"
            f" ({theirs.trimap_input} and {ours.trimap_input}).",
            hint="Choose a teacher of the student's own family.",
        )
    return theirs


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
