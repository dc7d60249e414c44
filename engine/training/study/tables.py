"""What a study found: means, paired differences with intervals, as a table and as a picture.

Runs of one seed saw the same data in the same order, so rows are compared seed by seed: the spread
between seeds, which is larger than most effects, drops out.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean, stdev

from engine.training.study.runs import Result
from engine.training.study.spec import StudySpec

CONFIDENCE = 0.95

AGREEMENT = {"better": "agrees", "worse": "disagrees", "unresolved": "unresolved"}
"""What our verdict on a row that was published as the better one means."""


@dataclass(frozen=True)
class Row:
    """One row: mean SAD and MSE, and its SAD less that of row `other` with the interval's ends."""

    name: str
    other: str
    sad: float
    mse: float
    difference: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """What the interval says."""
        if self.name == self.other:
            return "baseline"
        return verdict(self.low, self.high)


def rows(study: StudySpec, results: Sequence[Result]) -> list[Row]:
    """A row for each of the study's, in its order."""
    found = []
    for name in study.rows:
        other = study.compared_with(name)
        middle, reach = interval(differences(study, results, name, other))
        found.append(
            Row(
                name,
                other,
                fmean(result.sad for result in results if result.row == name),
                fmean(result.mse for result in results if result.row == name),
                middle,
                middle - reach,
                middle + reach,
            )
        )
    return found


def differences(study: StudySpec, results: Sequence[Result], row: str, other: str) -> list[float]:
    """SAD of `row` less that of `other`, seed by seed."""
    sads = {(result.row, result.seed): result.sad for result in results}
    return [sads[row, seed] - sads[other, seed] for seed in study.seeds]


def verdict(low: float, high: float) -> str:
    """What an interval of differences says of the first of two."""
    if high < 0:
        return "better"
    return "worse" if low > 0 else "unresolved"


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Mean and half the width of its interval by Student's t; two values at least."""
    from scipy.stats import t  # of the extra `train`

    spread = stdev(values) / len(values) ** 0.5
    return fmean(values), float(t.ppf((1 + CONFIDENCE) / 2, len(values) - 1)) * spread


def markdown(study: StudySpec, results: Sequence[Result], table: Sequence[Row]) -> str:
    """The table in Markdown, how it came about, and how it compares with what was published."""
    heads = ["row", "SAD", "MSE", "compared with", "SAD less its", "95 % interval", "verdict"]
    if study.published:
        heads.append("published")
    lines = [f"# {study.title}", "", _line(heads), _line(["---"] * len(heads))]
    for row in table:
        cells = [row.name, f"{row.sad:.3f}", f"{row.mse:.4f}", row.other]
        cells += [f"{row.difference:+.3f}", f"{row.low:+.3f} … {row.high:+.3f}", row.verdict]
        if study.published:
            number = study.published.get(row.name)
            cells.append("" if number is None else f"{number:g}")
        lines.append(_line(cells))
    seeds = ", ".join(str(seed) for seed in study.seeds)
    lines += [
        "",
        f"Means over the seeds {seeds}; differences are taken seed by seed, intervals are"
        f" Student's t over {len(study.seeds)} pairs. SAD in thousands, on one picture in"
        f" {study.every} of the check set, at three trimap widths.",
        "",
    ]
    return "\n".join([*lines, *_orderings(study, results)])


def _orderings(study: StudySpec, results: Sequence[Result]) -> list[str]:
    """Every two published rows: which is better there, and whether it is here."""
    published = {row: sad for row, sad in (study.published or {}).items() if row in study.rows}
    if len(published) < 2:
        return []
    heads = ["published as better", "than", "SAD less its, here", "95 % interval", "here"]
    lines = ["## Orderings", "", _line(heads), _line(["---"] * len(heads))]
    for row, other in combinations(sorted(published, key=lambda name: published[name]), 2):
        middle, reach = interval(differences(study, results, row, other))
        here = AGREEMENT[verdict(middle - reach, middle + reach)]
        ends = f"{middle - reach:+.3f} … {middle + reach:+.3f}"
        lines.append(_line([row, other, f"{middle:+.3f}", ends, here]))
    return [*lines, ""]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write_csv(path: Path, results: Sequence[Result]) -> None:
    """Every single run: row, seed, SAD, MSE."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["row", "seed", "sad", "mse"])
        writer.writerows([r.row, r.seed, f"{r.sad:.5f}", f"{r.mse:.6f}"] for r in results)


def draw(path: Path, study: StudySpec, table: Sequence[Row]) -> None:
    """The differences with their intervals, row by row, as a PNG."""
    import matplotlib as mpl  # of the extra `train`

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 0.45 * len(table) + 1.4), layout="constrained")
    places = range(len(table))
    reach = [row.high - row.difference for row in table]
    middles = [row.difference for row in table]
    axes.axvline(0, color="0.6", linewidth=1)
    axes.errorbar(middles, places, xerr=reach, fmt="o", color="#5b4bd6", capsize=3)
    axes.set_yticks(places, [row.name for row in table])
    axes.invert_yaxis()
    to = f"“{study.baseline}”" if isinstance(study.baseline, str) else "the row compared with"
    axes.set_xlabel(f"SAD less that of {to} (thousands; left is better)")
    axes.set_title(study.title)
    figure.savefig(path, dpi=120)
    pyplot.close(figure)
