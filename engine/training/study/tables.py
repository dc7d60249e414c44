"""What a study found: means, paired differences with intervals, as a table and as a picture.

Runs of one seed saw the same data in the same order, so rows are compared seed by seed: the spread
between seeds, which is larger than most effects, drops out.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev

from engine.training.study.runs import Result
from engine.training.study.spec import StudySpec

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Row:
    """One row: mean SAD and MSE, and its SAD less the baseline's with the ends of the interval."""

    name: str
    sad: float
    mse: float
    difference: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """What the interval says."""
        if self.low == self.high:
            return "baseline"
        if self.high < 0:
            return "better"
        return "worse" if self.low > 0 else "unresolved"


def rows(study: StudySpec, results: Sequence[Result]) -> list[Row]:
    """A row for each of the study's, in its order."""
    sads = {(result.row, result.seed): result.sad for result in results}
    found = []
    for name in study.rows:
        differences = [sads[name, seed] - sads[study.baseline, seed] for seed in study.seeds]
        middle, reach = interval(differences)
        found.append(
            Row(
                name,
                fmean(sads[name, seed] for seed in study.seeds),
                fmean(result.mse for result in results if result.row == name),
                middle,
                middle - reach,
                middle + reach,
            )
        )
    return found


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Mean and half the width of its interval by Student's t; two values at least."""
    from scipy.stats import t  # of the extra `train`

    spread = stdev(values) / len(values) ** 0.5
    return fmean(values), float(t.ppf((1 + CONFIDENCE) / 2, len(values) - 1)) * spread


def markdown(study: StudySpec, table: Sequence[Row]) -> str:
    """The table in Markdown, and how it came about."""
    heads = ["row", "SAD", "MSE", f"SAD less “{study.baseline}”", "95 % interval", "verdict"]
    if study.published:
        heads.append("published")
    lines = [f"# {study.title}", "", _line(heads), _line(["---"] * len(heads))]
    for row in table:
        cells = [row.name, f"{row.sad:.3f}", f"{row.mse:.4f}", f"{row.difference:+.3f}"]
        cells += [f"{row.low:+.3f} … {row.high:+.3f}", row.verdict]
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
    return "\n".join(lines)


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
    axes.set_xlabel(f"SAD less that of “{study.baseline}” (thousands; left is better)")
    axes.set_title(study.title)
    figure.savefig(path, dpi=120)
    pyplot.close(figure)
