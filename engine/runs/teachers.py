"""From whom a student can learn, and with what it can begin: what of the library fits a run."""

from collections.abc import Sequence
from pathlib import Path

from engine.catalog import CATALOG, DISTILLED, INPUTS, NORMED, STAGES, require_stage
from engine.matting.cards import Card
from engine.matting.library import WeightsEntry, entries, find, located
from engine.training.spec import RunSpec


def teachers(network: str, where: Sequence[Path] | None = None) -> tuple[Card, ...]:
    """The weights that take what `network` takes, the likeliest teacher first.

    Teachers before students, the student's own family before others, wide before narrow.
    """
    takes = INPUTS[CATALOG[network].family]
    found = [
        entry.card
        for entry in entries(where)
        if entry.card.network in CATALOG and INPUTS[CATALOG[entry.card.network].family] == takes
    ]
    return tuple(sorted(found, key=lambda card: _order(card, network)))


def best_teacher(network: str, width: float, where: Sequence[Path] | None = None) -> str | None:
    """Who has something to pass on: a teacher, or a student that is wider; None if nobody has."""
    for card in teachers(network, where):
        if is_above(card, network, width):
            return card.name
    return None


def is_above(card: Card, network: str, width: float) -> bool:
    """Whether the weights are of a larger network than the student is to be."""
    theirs, ours = CATALOG[card.network], CATALOG[network]
    if theirs.family != ours.family:
        return False
    if theirs.role != ours.role:
        return theirs.role == "teacher" and card.width >= width
    return card.width > width


def card_of(teacher: str) -> Card:
    """Of what a spec calls its teacher: a name in the library, or a file; WeightsError."""
    return find(*located(teacher)).card


def stages(spec: RunSpec) -> tuple[str, ...]:
    """Where the features of the run's pair are compared."""
    return DISTILLED[CATALOG[spec.network].family] if spec.stages is None else spec.stages


def require_comparable(spec: RunSpec, teacher: str) -> None:
    """Raise RunError unless a student can be compared with the network `teacher` as `spec` says.

    What a run says at its start, told without torch.
    """
    if not spec.compares_features or not set(spec.terms) - {"hinton"}:
        return
    families = CATALOG[spec.network].family, CATALOG[teacher].family
    for stage in stages(spec):
        for family in families:
            known = dict.fromkeys(STAGES[family], family in NORMED)
            require_stage(stage, known, with_norm="ofd" in spec.terms)


def starts(
    network: str, width: float, where: Sequence[Path] | None = None
) -> tuple[WeightsEntry, ...]:
    """The weights of that very network, as wide as it, which a run can begin with."""
    return tuple(
        entry
        for entry in entries(where)
        if (entry.card.network, entry.card.width) == (network, width)
    )


def _order(card: Card, network: str) -> tuple[bool, bool, float, str]:
    theirs = CATALOG[card.network]
    is_family = theirs.family == CATALOG[network].family
    return not is_family, theirs.role != "teacher", -card.width, card.name
