"""Whether new weights may take the place of those in use, and why not, in words."""

from dataclasses import dataclass

from engine.errors import WeightsError
from engine.promotion.comparison import CHECK, Comparison

TOLERANCE = 0.01
"""An error may grow by this share of itself: less is chance."""

DECISIVE = ("sad", "mse")


@dataclass(frozen=True)
class Worse:
    """One thing that speaks against them."""

    key: str
    metric: str
    reason: str


@dataclass(frozen=True)
class Verdict:
    """What speaks against new weights; whole: found on all pictures, so that it is a verdict."""

    against: tuple[Worse, ...]
    whole: bool

    @property
    def is_refusal(self) -> bool:
        """Whether they should not be taken."""
        return bool(self.against)


def judged(comparison: Comparison) -> Verdict:
    """The verdict: one for which SAD or MSE is more than 1 % worse on a set is refused."""
    against = [
        _worse(comparison, key, metric)
        for key in comparison.keys
        for metric in DECISIVE
        if comparison.change(metric, key) > TOLERANCE
    ]
    return Verdict(tuple(against), comparison.whole)


def require_better(comparison: Comparison) -> None:
    """Raise WeightsError with the reasons if there is one."""
    verdict = judged(comparison)
    if verdict.is_refusal:
        raise WeightsError(
            "The weights in use are the better ones. "
            + " ".join(worse.reason for worse in verdict.against),
            hint="Train longer, or say --force to take the run's weights all the same.",
        )


def _worse(comparison: Comparison, key: str, metric: str) -> Worse:
    where = "the check set" if key == CHECK else "your own mattes"
    digits = 3 if metric == "sad" else 5
    new, old = (
        f"{value or 0:.{digits}f}"
        for value in (comparison.new(metric, key), comparison.old(metric, key))
    )
    more = f"{100 * comparison.change(metric, key):.1f}"
    name = metric.upper()
    return Worse(
        key,
        metric,
        reason=f"On {where} the {name} would rise from {old} to {new}, by {more} %.",
    )
