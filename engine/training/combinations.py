"""What a run cannot be asked for at once, though each by itself it can; told in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.catalog import CATALOG, TERMS
from engine.errors import RunError

if TYPE_CHECKING:
    from engine.training.spec import RunSpec


def require_possible(
    terms: Sequence[str], stages: Sequence[str] | None, *, pictures: int, taught: bool
) -> None:
    """Raise RunError unless these terms can be had of these stages.

    pictures: in a piece of a batch; taught: whether features are compared at all.
    """
    strange = [term for term in terms if term not in TERMS]
    if strange:
        raise RunError(
            f"There is no distillation term “{strange[0]}”.",
            hint=f"Known terms: {', '.join(TERMS)}.",
        )
    for field, names in (("terms", terms), ("stages", stages or ())):
        twice = [name for name in names if names.count(name) > 1]
        if twice:
            raise RunError(
                f"“{field}” names “{twice[0]}” twice.", hint="Name each once; “w2” weighs them."
            )
    if stages is not None and not stages:
        raise RunError("“stages” is empty.", hint="Name some, or null for the published ones.")
    if taught and "fsp" in terms and stages is not None and len(stages) < 2:
        raise RunError(
            "The term “fsp” compares each stage with the next one, and there is one only.",
            hint="Name another stage, or leave out the term.",
        )
    if taught and "batch" in terms and pictures < 2:
        raise RunError(
            "The term “batch” compares the pictures of a piece with each other, and there is one"
            " only.",
            hint="Choose a larger “batch” or fewer pieces (“accumulate”), or leave out the term.",
        )


def require_shareable(spec: "RunSpec", processes: int) -> None:
    """Raise RunError unless so many processes can share each batch of the run."""
    if spec.batch % (processes * spec.accumulate):
        raise RunError(
            f"A batch of {spec.batch} cannot be shared by {processes} processes, each of"
            f" which takes it in {spec.accumulate} equal pieces.",
            hint="Choose a batch that is a multiple of both numbers' product.",
        )
    pictures = spec.batch // (processes * spec.accumulate)
    require_possible(spec.terms, spec.stages, pictures=pictures, taught=spec.compares_features)
    alone = pictures == 1 and spec.freeze_norms > 0
    if alone and CATALOG[spec.network].family == "indexnet":
        raise RunError(
            "IndexNet's batch norms cannot learn from one picture at a time.",
            hint="Choose a larger “batch”, fewer pieces (“accumulate”), or “freeze_norms”: 0.",
        )
