"""How good mattes are: pictures whose true alpha is known, matted and measured.

Alphas are rounded to 8 bits first, as a file would hold them, and only unknown pixels count.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from engine.arrays import Alpha, Image, Trimap
from engine.errors import DataError
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.metrics import errors
from engine.mixing import Mixing
from engine.resources import resources_folder

SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp")
WIDTHS = ("narrow", "medium", "wide")
"""Of the unknown region in the check set's three folders of trimaps."""

LAYOUTS = ("folders", "alphamatting", "composition-1k")
"""How data sets name what belongs together.

folders: one stem in all three folders; a trimap may add `-trimap`, an alpha `-alpha`.
alphamatting (alphamatting.com): the same, and the trimaps lie in one folder for each width
(`Trimap1`, `Trimap2`), all of which are taken.
composition-1k (Xu et al., CVPR 2017): pictures and trimaps `<foreground>_<number>`, alphas either
the same or one for each foreground, `<foreground>`.
"""

Matte = Callable[[Image, Trimap], Alpha]


@dataclass(frozen=True)
class Case:
    """The files of one measurement."""

    name: str
    image: Path
    trimap: Path
    alpha: Path


@dataclass(frozen=True)
class Score:
    """What one matte took and how far it is from the truth, by the names of `METRICS`."""

    name: str
    seconds: float
    errors: dict[str, float]


def cases(images: Path, trimaps: Path, alphas: Path, layout: str = "folders") -> tuple[Case, ...]:
    """A case for every picture in `images` and each of its trimaps; layout: one of `LAYOUTS`.

    DataError if a folder is missing or empty, or a picture lacks its trimap or its alpha.
    """
    for folder in (images, trimaps, alphas):
        if not folder.is_dir():
            raise DataError(f"There is no folder “{folder}”.", hint="Check its name.")
    pictures = [path for path in sorted(images.iterdir()) if path.suffix.lower() in SUFFIXES]
    if not pictures:
        raise DataError(
            f"The folder “{images}” holds no pictures.", hint="Give the folder of the photographs."
        )
    per_foreground = layout == "composition-1k"
    return tuple(
        Case(
            f"{folder.name}/{path.stem}" if folder != trimaps else path.stem,
            path,
            _partner(path, folder, "trimap"),
            _partner(path, alphas, "alpha", per_foreground=per_foreground),
        )
        for folder in (_widths(trimaps) if layout == "alphamatting" else [trimaps])
        for path in pictures
    )


def _widths(trimaps: Path) -> list[Path]:
    """The folders of trimaps in `trimaps`, or itself if it has none."""
    return sorted(path for path in trimaps.iterdir() if path.is_dir()) or [trimaps]


CHECK_MIXING: Mixing = "composite"
"""The check set's pictures are composites, mixed as numbers."""


def check_set(every: int = 1) -> dict[str, tuple[Case, ...]]:
    """The cases of the frozen set that ships, by the width of their trimaps.

    every: take only each so-many-th picture, for a quick look.
    """
    folder = resources_folder() / "check"
    return {
        width: cases(folder / "images", folder / f"trimaps_{width}", folder / "alphas")[::every]
        for width in WIDTHS
    }


def scores(matte: Matte, cases: Sequence[Case], metrics: Sequence[str]) -> Iterator[Score]:
    """The score of each case in turn; metrics: names in `METRICS`."""
    for case in cases:
        yield _score(matte, case, metrics)


def means(scores: Sequence[Score]) -> dict[str, float]:
    """The mean of every error, and of the seconds; at least one score."""
    names = scores[0].errors
    averages = {name: fmean(score.errors[name] for score in scores) for name in names}
    return {**averages, "seconds": fmean(score.seconds for score in scores)}


def _score(matte: Matte, case: Case, metrics: Sequence[str]) -> Score:
    image = read_image(case.image).image
    trimap = read_trimap(case.trimap, (image.shape[0], image.shape[1]))
    target = read_alpha(case.alpha)
    if target.shape != trimap.shape:
        raise DataError(
            f"The true alpha “{case.alpha}” has another size than its picture.",
            hint="Give the alpha that belongs to the picture.",
        )
    began = time.perf_counter()
    alpha = matte(image, trimap)
    seconds = time.perf_counter() - began
    return Score(case.name, seconds, errors(alpha, target, trimap, metrics))


def _partner(image: Path, folder: Path, what: str, *, per_foreground: bool = False) -> Path:
    stems = [image.stem, f"{image.stem}-{what}", f"{image.stem}_{what}"]
    if per_foreground:
        stems.append(image.stem.rpartition("_")[0])
    for path in (folder / f"{stem}{suffix}" for stem in stems for suffix in SUFFIXES):
        if path.is_file() and path != image:
            return path
    raise DataError(
        f"The folder “{folder}” has nothing for “{image.name}”.",
        hint=f"Name it {' or '.join(f'{stem}.png' for stem in stems)}.",
    )
