"""How a student is drawn to its teacher: weights, terms and stages of a distillation."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.distill import TERMS
from engine.errors import RunError


@dataclass(frozen=True, kw_only=True)
class Method:
    """L = w1·L_α(student, teacher) + (1 − w1)·L_α(student, target) + w2·Σ_terms Σ_stages L_F.

    SPKD, equation 5. terms: names in `TERMS`; `hinton` is the first part, so by itself it adds no
    further one. stages: names that both networks have, in their order; None: the published ones.
    w1 = 0 and no terms is a plain student, whose teacher is not even asked.
    """

    w1: float = 0.5
    w2: float = 1.0
    terms: tuple[str, ...] = ("spatial", "channel")
    stages: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        """Raise RunError for a method that cannot be."""
        object.__setattr__(self, "terms", tuple(self.terms))
        object.__setattr__(self, "stages", None if self.stages is None else tuple(self.stages))
        strange = [term for term in self.terms if term not in TERMS]
        if strange:
            raise RunError(
                f"There is no distillation term called “{strange[0]}”.",
                hint=f"Known terms: {', '.join(TERMS)}.",
            )
        if not 0 <= self.w1 <= 1 or self.w2 < 0:
            raise RunError(
                f"The weights w1 = {self.w1} and w2 = {self.w2} make no sense.",
                hint="w1 is a share from 0 to 1, w2 is 0 or more.",
            )

    @property
    def feature_terms(self) -> tuple[str, ...]:
        """The terms that compare features."""
        return tuple(term for term in self.terms if term != "hinton") if self.w2 > 0 else ()

    @property
    def asks_teacher(self) -> bool:
        """Whether a teacher has any say."""
        return self.w1 > 0 or bool(self.feature_terms)


PLAIN = Method(w1=0.0, w2=0.0, terms=())
"""A student that learns from targets alone."""

PUBLISHED: Mapping[str, Method] = {
    "plain": PLAIN,
    "hinton": Method(terms=("hinton",)),
    **{
        name: Method(terms=tuple(name.split("+")))
        for name in (
            "at",
            "fsp",
            "ofd",
            "batch",
            "spatial",
            "channel",
            "spatial+channel",
            "batch+spatial+channel",
        )
    },
}
"""The ten rows of the paper's comparison."""

LAYER_CHOICES: Mapping[str, tuple[str, ...]] = {
    "conv2-5": ("conv2", "conv3", "conv4", "conv5"),
    "conv3-5 + dconv5": ("conv3", "conv4", "conv5", "dconv5"),
    "conv4-5 + dconv5-4": ("conv4", "conv5", "dconv5", "dconv4"),
    "conv5 + dconv5-3": ("conv5", "dconv5", "dconv4", "dconv3"),
}
"""The four choices of stages that the paper compares."""
