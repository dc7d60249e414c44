"""How folders of foregrounds are laid out: which files belong together, and which to nothing.

A further layout is one function, folder to `Found` (None where the folder looks otherwise), and one
entry in `LAYOUTS`, which are tried in this order.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ALPHA_SUFFIXES = {".png", ".webp", ".tif", ".tiff"}
"""Of pictures that can carry an alpha channel."""

SUFFIXES = ALPHA_SUFFIXES | {".jpg", ".jpeg", ".bmp"}
"""Of pictures."""

COLOURS = ("fg", "foreground", "foregrounds")
ALPHAS = ("alpha", "alphas")
PHOTOGRAPHS = (
    ("input_training_lowres", "gt_training_lowres"),
    ("input_training_highres", "gt_training_highres"),
    ("input_training", "gt_training"),
    ("images", "gt"),
    ("images", "alphas"),
)
"""Folders of photographs, and of their true alphas; the first pair that is there is taken."""

TRAINING = "training_set"
_DEEPEST = 2


@dataclass(frozen=True, order=True)
class Cutout:
    """One foreground on disk.

    path: the colours; alpha: their alpha, or None if `path` carries it as a channel.
    mixed: `path` is a photograph, whose colours still have its background in them.
    """

    path: Path
    alpha: Path | None = None
    mixed: bool = False

    @property
    def name(self) -> str:
        """What it is called, without folder and suffix."""
        return self.path.stem


@dataclass(frozen=True)
class Stray:
    """A picture that is of no use where it lies, in a sentence, and what to do about it."""

    path: Path
    message: str
    hint: str


@dataclass(frozen=True)
class Found:
    """What a folder holds; both in the order of their names."""

    cutouts: tuple[Cutout, ...]
    strays: tuple[Stray, ...] = ()


@dataclass(frozen=True)
class Layout:
    """looks: what a folder of this kind holds, for people."""

    looks: str
    find: Callable[[Path], Found | None]


def pictures(folder: Path, suffixes: Iterable[str] = frozenset(SUFFIXES)) -> list[Path]:
    """The pictures in `folder` and the folders below it, sorted; hidden files are left out."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in suffixes)
    return sorted(path for path in found if not _hidden(path, folder) and path.is_file())


def composition_1k(folder: Path) -> Found | None:
    """`Training_set/<part>/fg` and `alpha` (Xu et al., CVPR 2017); the test set is not touched."""
    named = [folder, folder / "Training_set", folder / "Combined_Dataset" / "Training_set"]
    for base in named:
        if base.name.lower() == TRAINING and base.is_dir():
            return pairs(base)
    return None


def photographs(folder: Path) -> Found | None:
    """alphamatting.com: photographs with their true alphas, under the same names."""
    below = _folders(folder)
    for images, truths in PHOTOGRAPHS:
        if images in below and truths in below:
            return _paired(below[images], below[truths], mixed=True)
    return None


def pairs(folder: Path) -> Found | None:
    """Folders of colours and of alphas, here or in the folders below."""
    founds = [_paired(*both, mixed=False) for both in _both_below(folder, _DEEPEST)]
    if not founds:
        return None
    cutouts = (cutout for found in founds for cutout in found.cutouts)
    strays = (stray for found in founds for stray in found.strays)
    return Found(tuple(sorted(cutouts)), tuple(strays))


def single_files(folder: Path) -> Found:
    """Pictures with an alpha channel, here or in the folders below."""
    files = pictures(folder)
    cutouts = tuple(Cutout(path) for path in files if path.suffix.lower() in ALPHA_SUFFIXES)
    message = "It is of a kind that carries no alpha."
    hint = "Save it as PNG, WebP or TIFF."
    strays = tuple(
        Stray(path, message, hint) for path in files if path.suffix.lower() not in ALPHA_SUFFIXES
    )
    return Found(cutouts, strays)


LAYOUTS: dict[str, Layout] = {
    "Composition-1k": Layout(
        "Training_set, and below it folders that each hold “fg” and “alpha”", composition_1k
    ),
    "alphamatting.com": Layout(
        "photographs and their true alphas: "
        + ", ".join(f"“{images}” and “{truths}”" for images, truths in PHOTOGRAPHS),
        photographs,
    ),
    "pairs": Layout(
        f"colours ({', '.join(COLOURS)}) and alphas ({', '.join(ALPHAS)}) of the same names", pairs
    ),
    "files with alpha": Layout("PNG, WebP or TIFF files with an alpha channel", single_files),
}


def arranged(folder: Path) -> tuple[str, Found]:
    """The layout of an existing folder, by its name, and what was found."""
    for name, layout in LAYOUTS.items():
        found = layout.find(folder)
        if found is not None:
            return name, found
    raise AssertionError("the last layout takes any folder")


def _both_below(folder: Path, depth: int) -> list[tuple[Path, Path]]:
    """Each folder of colours with its folder of alphas."""
    below = _folders(folder)
    colours = next((below[name] for name in COLOURS if name in below), None)
    alphas = next((below[name] for name in ALPHAS if name in below), None)
    if colours and alphas:
        return [(colours, alphas)]
    if not depth:
        return []
    return [both for path in below.values() for both in _both_below(path, depth - 1)]


def _folders(folder: Path) -> dict[str, Path]:
    """The folders in `folder`, by name in small letters."""
    return {
        path.name.lower(): path
        for path in sorted(folder.iterdir())
        if path.is_dir() and not path.name.startswith(".")
    }


def _paired(colours: Path, alphas: Path, *, mixed: bool) -> Found:
    """Colours and alphas whose paths in their folders are the same but for the suffix."""
    strays: list[Stray] = []
    first, second = (_by_name(folder, strays) for folder in (colours, alphas))
    for name, path in sorted(first.items()):
        if name not in second:
            strays.append(_alone(path, alphas))
    for name, path in sorted(second.items()):
        if name not in first:
            strays.append(_alone(path, colours))
    both = sorted(set(first) & set(second))
    return Found(tuple(Cutout(first[name], second[name], mixed) for name in both), tuple(strays))


def _by_name(folder: Path, strays: list[Stray]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in pictures(folder):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if name in found:
            message = f"It has the name of “{found[name].name}”, which is taken instead."
            hint = "Give it a name of its own, or remove it."
            strays.append(Stray(path, message, hint))
        else:
            found[name] = path
    return found


def _alone(path: Path, other: Path) -> Stray:
    message = f"It has no partner of its name in “{other.name}”."
    hint = "Add the partner under the same name, or remove this one."
    return Stray(path, message, hint)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
