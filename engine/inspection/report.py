"""Methods side by side on the check set: a table, and a page of pictures."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from engine.arrays import Alpha, Image, Trimap
from engine.imaging.compositing import over_colour
from engine.imaging.foreground import estimate_foreground
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.inspection.drawing import Pixels, cell_size, fitted, grid
from engine.matting.evaluation import Case, Score, means, scores
from engine.metrics import METRICS

Matte = Callable[[Image, Trimap], Alpha]
Table = dict[str, dict[str, list[Score]]]
"""Scores by method and width of the trimap."""

GROUND = (46, 139, 87)
"""A green that no hair has."""


def measured(methods: Mapping[str, Matte], cases: Mapping[str, Sequence[Case]]) -> Table:
    """Every method on every case."""
    return {
        name: {
            width: list(scores(matte, chosen, tuple(METRICS))) for width, chosen in cases.items()
        }
        for name, matte in methods.items()
    }


def markdown(table: Table, baseline: str | None) -> str:
    """The table in words: a row for each method, ratios to the baseline's SAD and MSE.

    The ratio is of the means over all pictures and widths; `better on` is the share of them on
    which the method's SAD is the lower.
    """
    widths = list(next(iter(table.values())))
    heads = ["method", *(f"SAD, {width}" for width in widths), *METRICS, "seconds"]
    if baseline in table:
        heads += [f"SAD / {baseline}", f"MSE / {baseline}", "better on"]
    rows = [heads, ["---"] * len(heads)]
    rows += [_row(name, table, baseline) for name in table]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _row(name: str, table: Table, baseline: str | None) -> list[str]:
    everything = _all(table[name])
    mean = means(everything)
    cells = [f"{means(found)['sad']:.3f}" for found in table[name].values()]
    cells += [f"{mean[metric]:.4f}" for metric in METRICS]
    row = [name, *cells, f"{mean['seconds']:.2f}"]
    if baseline in table:
        theirs = _all(table[baseline])
        other = means(theirs)
        wins = [a.errors["sad"] < b.errors["sad"] for a, b in zip(everything, theirs, strict=True)]
        row += [f"{mean[metric] / other[metric]:.3f}" for metric in ("sad", "mse")]
        row.append(f"{np.mean(wins):.0%}")
    return row


def _all(found: Mapping[str, list[Score]]) -> list[Score]:
    return [score for some in found.values() for score in some]


def page(methods: Mapping[str, Matte], cases: Sequence[Case]) -> Pixels:
    """Each case in a row: image, trimap, true alpha, then every method's alpha and cut-out."""
    rows = [_pictures(methods, case) for case in cases]
    heads = ["image", "trimap", "target"]
    heads += [f"{name}{what}" for name in methods for what in ("", ", on green")]
    return grid(rows, heads, [case.name.partition("-")[0] for case in cases])


def _pictures(methods: Mapping[str, Matte], case: Case) -> list[Pixels]:
    image = read_image(case.image).image
    trimap = read_trimap(case.trimap, (image.shape[0], image.shape[1]))
    size = cell_size(trimap.shape)
    shown: list[np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = [image, trimap]
    shown.append(np.rint(read_alpha(case.alpha) * 255))
    for matte in methods.values():
        alpha = matte(image, trimap)
        colours = estimate_foreground(image, alpha)
        shown += [np.rint(alpha * 255), over_colour(colours, alpha, GROUND)]
    return [fitted(picture, size, smooth=True) for picture in shown]
