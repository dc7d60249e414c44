"""Two networks on the same pictures: every score, and what they come to. Values, no torch."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Self

from engine.data.accepted import held_out_folder
from engine.matting.cards import Card
from engine.matting.evaluation import CHECK_MIXING, Case, Score, cases, check_set
from engine.mixing import Mixing

CHECK, OWN = "check", "own"
"""Keys of the two sets: the one that ships, and the person's own held-out mattes."""

ALL = ""
"""In the place of a trimap width: over all of them."""


@dataclass(frozen=True)
class EvaluationSet:
    """Pictures whose true alpha is known, by the width of their trimaps; mixing: what they are."""

    key: str
    tables: Mapping[str, tuple[Case, ...]]
    mixing: Mixing = "photograph"

    def each(self, every: int) -> Self:
        """Only each so-many-th picture of every table, for a quick look."""
        return replace(
            self, tables={width: chosen[::every] for width, chosen in self.tables.items()}
        )

    def __len__(self) -> int:
        return sum(len(chosen) for chosen in self.tables.values())


def shipped_set() -> EvaluationSet:
    """The check set."""
    return EvaluationSet(CHECK, check_set(), CHECK_MIXING)


def set_in(folder: Path, layout: str = "folders", key: str = OWN) -> EvaluationSet:
    """The set in `folder`, which has `images`, `trimaps` and `alphas`; DataError as from `cases`.

    With the layout "alphamatting" there is a table for each folder of trimaps.
    """
    found = cases(folder / "images", folder / "trimaps", folder / "alphas", layout)
    tables: dict[str, list[Case]] = {}
    for case in found:
        tables.setdefault(case.name.rpartition("/")[0], []).append(case)
    return EvaluationSet(key, {width: tuple(chosen) for width, chosen in tables.items()})


def own_set(folder: Path | None = None) -> EvaluationSet | None:
    """The person's own held-out mattes; None while there are none.

    folder: where they are, instead of the person's own folder. DataError for one that is damaged.
    """
    folder = folder or held_out_folder()
    images = folder / "images"
    if not images.is_dir() or not any(images.iterdir()):
        return None
    return set_in(folder)


def all_sets() -> tuple[EvaluationSet, ...]:
    """What a promotion is decided on: the check set, and the person's own mattes if any."""
    own = own_set()
    return (shipped_set(), own) if own is not None else (shipped_set(),)


@dataclass(frozen=True)
class Row:
    """One picture under one trimap; old: None where nothing was in use.

    alphas: files of the new one's answer and of the old one's, if they were kept.
    """

    key: str
    width: str
    case: Case
    new: Score
    old: Score | None
    alphas: tuple[Path | None, Path | None] = (None, None)

    def change(self, metric: str) -> float:
        """By how much the error grew, as a share of the old one; 0 where there is none."""
        return _change(self.new.errors[metric], self.old.errors[metric] if self.old else None)


@dataclass(frozen=True)
class Comparison:
    """All that was measured; whole: of every picture, so that it may be decided on."""

    candidate: Card
    current: Card | None
    rows: tuple[Row, ...]
    whole: bool

    @property
    def keys(self) -> list[str]:
        """Of the sets."""
        return list(dict.fromkeys(row.key for row in self.rows))

    def widths(self, key: str) -> list[str]:
        """Of a set's trimaps, then `ALL`, if there are several."""
        found = list(dict.fromkeys(row.width for row in self.rows if row.key == key))
        return [*found, ALL] if len(found) > 1 else [ALL]

    def count(self, key: str, width: str = ALL) -> int:
        """How many mattes were measured."""
        return sum(1 for _ in self._rows(key, width))

    def new(self, metric: str, key: str, width: str = ALL) -> float:
        """The candidate's mean error, by its name in `METRICS`, or "seconds"; NaN for none."""
        return _mean(_value(row.new, metric) for row in self._rows(key, width))

    def old(self, metric: str, key: str, width: str = ALL) -> float | None:
        """The same of what is in use; None if nothing is."""
        if self.current is None:
            return None
        return _mean(_value(row.old, metric) for row in self._rows(key, width) if row.old)

    def change(self, metric: str, key: str, width: str = ALL) -> float:
        """By how much the mean error grows, as a share of the old one; negative is better."""
        return _change(self.new(metric, key, width), self.old(metric, key, width))

    def metrics(self) -> dict[str, float]:
        """The candidate's SAD and MSE as a card has them: {"check/sad": …, "check-narrow/sad": …}.

        Rounded to five decimals.
        """
        return {
            f"{key}{'-' if width else ''}{width}/{metric}": round(self.new(metric, key, width), 5)
            for key in self.keys
            for width in self.widths(key)
            for metric in ("sad", "mse")
        }

    def _rows(self, key: str, width: str) -> Iterator[Row]:
        return (row for row in self.rows if row.key == key and width in (ALL, row.width))


def _value(score: Score, metric: str) -> float:
    """NaN for one that was not measured."""
    return score.seconds if metric == "seconds" else score.errors.get(metric, math.nan)


def _mean(values: Iterator[float]) -> float:
    """Of those that are numbers: nothing unknown has no mean error."""
    numbers = [value for value in values if math.isfinite(value)]
    return fmean(numbers) if numbers else math.nan


def _change(new: float, old: float | None) -> float:
    if old is None or math.isnan(new) or math.isnan(old) or new == old:
        return 0.0
    return new / old - 1 if old > 0 else math.inf
