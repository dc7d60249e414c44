"""Many pictures, one process each: what is there already is left alone, and files appear whole."""

import io
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import PIL.Image

from engine.data.outputs import make_folder, unwritable
from engine.data.render.families import FAMILIES
from engine.data.render.finishing import Rendered, finished, misregistered
from engine.data.render.worker import Job
from engine.errors import DataError

ROOT = Path(__file__).parents[3]
"""The folder that holds the package `engine`, for the other Python to import it from."""


@dataclass(frozen=True)
class Done:
    """One file. seconds: None if it was there before; failure: why there is none."""

    path: Path
    seconds: float | None
    failure: DataError | None = None


def require_families(names: Sequence[str]) -> None:
    """Raise DataError for a family that there is not."""
    for name in names:
        if name not in FAMILIES:
            known = ", ".join(FAMILIES)
            raise DataError(f"There is no family “{name}”.", hint=f"Known families: {known}.")


def planned(families: Sequence[str], seeds: Sequence[int], pattern: Job) -> list[Job]:
    """A job for each seed of each family, all families at each seed; the rest as in `pattern`."""
    return [replace(pattern, family=name, seed=seed) for seed in seeds for name in families]


def render(python: Path, jobs: Sequence[Job], folder: Path) -> Iterator[Done]:
    """Render each job to `<family>-<seed>.webp` in `folder`, which is made if need be.

    What Blender fails at is told and passed over. Raises OutputError if the folder cannot be
    written to.
    """
    make_folder(folder)
    for job in jobs:
        path = folder / f"{job.family}-{job.seed:03}.webp"
        if path.exists():
            yield Done(path, None)
            continue
        began = time.monotonic()
        failure = None
        try:
            write(path, picture(job, rendered(python, job)))
        except DataError as error:
            failure = error
        yield Done(path, time.monotonic() - began, failure)


def rendered(python: Path, job: Job) -> Rendered:
    """Both passes of one job, from a process of the other Python; DataError if it fails."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "passes.npz"
        arguments = json.dumps(asdict(replace(job, output=str(output))))
        command = [str(python), "-m", "engine.data.render.worker", arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if done.returncode or not output.exists():
            last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
            raise DataError(
                f"Blender could not render {job.family}-{job.seed}: {last.rstrip('.')}.",
                hint="Try another seed; finished pictures are kept.",
            )
        with np.load(output) as planes:
            passes = Rendered(planes["colour"], planes["coverage"], planes["alpha"])
    if misregistered(passes):
        raise DataError(
            f"Colour and alpha of {job.family}-{job.seed} do not register.",
            hint="Try another seed, and report this one.",
        )
    return passes


def picture(job: Job, passes: Rendered) -> npt.NDArray[np.uint8]:
    """The foreground, uint8 (h, w, 4); exposed as its seed says."""
    return finished(passes, np.random.default_rng((job.seed, len(job.family))))


def write(path: Path, pixels: npt.NDArray[np.uint8]) -> None:
    """A WebP with lossless alpha and colours under all of it; whole, or not at all."""
    encoded = io.BytesIO()
    how = {"quality": 95, "alpha_quality": 100, "exact": True, "method": 4}
    PIL.Image.fromarray(pixels).save(encoded, "WEBP", **how)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(encoded.getvalue())
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise unwritable(path, error) from error
