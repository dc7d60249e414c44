"""Which files belong to each picture of a command, and what must not be overwritten."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from engine.cli.command import UsageError
from engine.errors import ImageError, OutputError, TrimapError
from engine.export.kinds import What
from engine.imaging.suffixes import PLAIN
from engine.imaging.writing import require_writable


class Files(Protocol):
    """What a command reads and writes for one picture."""

    def inputs(self) -> tuple[Path, ...]:
        """The files that are read."""

    def outputs(self) -> tuple[Path, ...]:
        """The files that are written."""


@dataclass(frozen=True)
class Job:
    """The files of one picture; None where nothing was asked for."""

    image: Path
    trimap: Path
    truth: Path | None
    output: Path | None
    cutout: Path | None

    def inputs(self) -> tuple[Path, ...]:
        """The files that are read."""
        return (self.image, self.trimap, *([self.truth] if self.truth else []))

    def outputs(self) -> tuple[Path, ...]:
        """The files that are written."""
        return tuple(path for path, _ in self.results())

    def results(self) -> tuple[tuple[Path, What], ...]:
        """The files that are written, and what each holds."""
        both = ((self.output, What.ALPHA), (self.cutout, What.CUTOUT))
        return tuple((path, what) for path, what in both if path)


def plan(
    images: Sequence[Path],
    trimap: Path,
    *,
    truth: Path | None = None,
    output: Path | None = None,
    cutout: Path | None = None,
    check: Callable[[Path], None] = require_writable,
) -> tuple[Job, ...]:
    """A job for each image, checked: what is written can be, and overwrites nothing that is read.

    With several images the other paths are folders: trimaps and truths are found in them by the
    image's stem, results become `<stem>.png`. With neither `output` nor `cutout` the alpha goes to
    `<stem>-alpha.png` in the current folder, unless a file of that name is there already. Raises
    UsageError, ImageError, TrimapError or OutputError. check: raises for a place that cannot be
    written to.
    """
    several = len(images) > 1
    if several:
        named = {"trimap": trimap, "truth": truth, "output": output, "cutout": cutout}
        require_folders(named)
    default = output is None and cutout is None
    jobs = tuple(
        Job(
            image,
            _trimap_of(image, trimap),
            _truth_of(image, truth),
            Path(f"{image.stem}-alpha.png") if default else _result_of(image, output, several),
            _result_of(image, cutout, several),
        )
        for image in images
    )
    if default:
        _require_new(jobs)
    require_no_harm(jobs, check)
    return jobs


def require_folders(named: Mapping[str, Path | None]) -> None:
    """Raise UsageError unless every path, by the name of its option, is a folder or None."""
    for option, path in named.items():
        if path is not None and not os.path.isdir(path):
            raise UsageError(
                f"With several images --{option} must be a folder, and “{path}” is none.",
                hint="Create or choose a folder, or give one image at a time.",
            )


def _trimap_of(image: Path, trimap: Path) -> Path:
    if not os.path.isdir(trimap):
        return trimap
    found = _companion(image, trimap, "trimap")
    if found is None:
        raise TrimapError(
            f"The folder “{trimap}” has no trimap for “{image}”.",
            hint=f"Name it {image.stem}.png or {image.stem}-trimap.png.",
        )
    return found


def _truth_of(image: Path, truth: Path | None) -> Path | None:
    if truth is None or not os.path.isdir(truth):
        return truth
    found = _companion(image, truth, "alpha")
    if found is None:
        raise ImageError(
            f"The folder “{truth}” has no true alpha for “{image}”.",
            hint=f"Name it {image.stem}.png or {image.stem}-alpha.png.",
        )
    return found


def _companion(image: Path, folder: Path, what: str) -> Path | None:
    """The file in `folder` that is called like the image; it may say `what` it is."""
    for stem in (f"{image.stem}-{what}", f"{image.stem}_{what}", image.stem):
        for suffix in PLAIN:
            path = folder / f"{stem}{suffix}"
            if os.path.isfile(path) and path.resolve() != image.resolve():
                return path
    return None


def _result_of(image: Path, path: Path | None, several: bool) -> Path | None:
    return path / f"{image.stem}.png" if path is not None and several else path


def _require_new(jobs: Iterable[Job]) -> None:
    for job in jobs:
        if job.output is not None and os.path.exists(job.output):
            raise OutputError(
                f"There is a file “{job.output}” in this folder already.",
                hint=f"Say --output {job.output} to replace it, or another name.",
            )


def require_no_harm(
    jobs: Sequence[Files], check: Callable[[Path], None] = require_writable
) -> None:
    """Raise OutputError if a result would replace an input or another one, or cannot be written."""
    read = {_identity(path) for job in jobs for path in job.inputs()}
    written: set[object] = set()
    for path in (path for job in jobs for path in job.outputs()):
        identity = _identity(path)
        if identity in read:
            raise OutputError(
                f"“{path}” is one of the inputs and would be overwritten.",
                hint="Choose another name for the result.",
            )
        if identity in written:
            raise OutputError(
                f"Two results would be written to “{path}”.",
                hint="Choose different names or folders, or take the pictures one by one.",
            )
        written.add(identity)
        check(path)


def _identity(path: Path) -> object:
    """The same for two names of one file, links and folds of case included."""
    try:
        status = path.stat()
    except OSError:
        return path.resolve()
    return status.st_dev, status.st_ino
