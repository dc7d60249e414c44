"""`gossamer-cli matte`: photographs and trimaps in, alphas and cut-outs out."""

import json
import time
from argparse import ArgumentParser, Namespace
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.arrays import Alpha, Trimap
from engine.cli.command import Command
from engine.cli.jobs import Job, plan
from engine.cli.progress import progress
from engine.cli.recording import recorded
from engine.cli.remarks import say_remark
from engine.cli.wishes import (
    declare_mixing,
    declare_model,
    declare_refinement,
    declare_wishes,
    refinement_of,
    told,
    wish_of,
)
from engine.errors import ImageError
from engine.export.plates import plate_of
from engine.export.record import Record, write_record
from engine.export.writing import export
from engine.imaging.picture import Picture
from engine.imaging.placing import require_place
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.matting import library
from engine.refine.refinement import refined
from engine.trimap.codes import require_usable, unknown_of

if TYPE_CHECKING:
    from engine.matting.session import Session


@dataclass(frozen=True, eq=False)
class Inputs:
    """What a job reads, all of one size; target is the true alpha."""

    picture: Picture
    trimap: Trimap
    target: Alpha | None


@dataclass(frozen=True)
class Report:
    """One matted picture, as --json tells it.

    seconds are those of the matting alone; size is (width, height); unknown is the share of
    unknown pixels, 0..1; sad (in thousands) and mse are over unknown pixels, with alpha rounded to
    8 bits, and None without --truth or without unknown pixels. checks: for each file that was
    written, how another library read it back.
    """

    image: str
    trimap: str
    model: str
    device: str
    seconds: float
    size: tuple[int, int]
    unknown: float
    output: str | None
    cutout: str | None
    sad: float | None
    mse: float | None
    checks: tuple[str, ...] = ()


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("images", nargs="+", type=Path, metavar="IMAGE", help="photographs")
    parser.add_argument(
        "--trimap",
        required=True,
        type=Path,
        metavar="T",
        help="the trimap: 0 background, 128 unknown, 255 foreground. A folder when there are"
        " several images, with <stem>.png or <stem>-trimap.png for each",
    )
    declare_model(parser)
    declare_mixing(parser)
    parser.add_argument(
        "--output",
        type=Path,
        metavar="A.png",
        help="where the alpha goes (.png, .tif, .exr); a folder when there are several images. With"
        " neither --output nor --cutout it goes to <stem>-alpha.png in the current folder",
    )
    parser.add_argument(
        "--cutout",
        type=Path,
        metavar="C.png",
        help="where the cut-out goes, with estimated foreground colours (.png, .tif, .webp, .exr,"
        " .psd); a folder when there are several images",
    )
    declare_wishes(parser)
    parser.add_argument(
        "--record",
        action="store_true",
        help="write <file>.json beside each file: what “redo” makes the same alpha of",
    )
    declare_refinement(parser)
    parser.add_argument(
        "--truth",
        type=Path,
        metavar="A.png",
        help="the true alpha, to measure SAD and MSE over unknown pixels; a folder when there are"
        " several images",
    )
    parser.add_argument("--json", action="store_true", help="report as one JSON object")


def run(arguments: Namespace) -> int:
    """Matte every image. All inputs are checked before the first is matted or torch imported."""
    jobs = plan(
        arguments.images,
        arguments.trimap,
        truth=arguments.truth,
        output=arguments.output,
        cutout=arguments.cutout,
        check=require_place,
    )
    refinement_of(arguments)  # this and the wishes: asked of now, for they raise
    for job in jobs:
        for path, what in job.results():
            wish_of(arguments, path, what)
    library.find(arguments.model)
    for job in jobs[1:]:
        _read(job)
    first = _read(jobs[0])
    session = _open(arguments)
    reports = []
    for job in jobs:
        inputs = first if job is jobs[0] else _read(job)
        report = _matte(session, arguments, job, inputs)
        reports.append(asdict(report))
        if not arguments.json:
            print(_line(report), flush=True)
    if arguments.json:
        print(json.dumps({"images": reports}, indent=2, ensure_ascii=False))
    return 0


def _read(job: Job) -> Inputs:
    """The job's inputs; raises what reading raises, and TrimapError unless it can be matted."""
    picture = read_image(job.image)
    size = picture.image.shape[0], picture.image.shape[1]
    trimap = read_trimap(job.trimap, size)
    require_usable(trimap)
    target = None if job.truth is None else read_alpha(job.truth)
    if target is not None and target.shape != size:
        raise ImageError(
            f"The true alpha “{job.truth}” is {target.shape[1]} × {target.shape[0]} pixels, the"
            f" image is {size[1]} × {size[0]}.",
            hint="Give the alpha that belongs to this picture.",
        )
    return Inputs(picture, trimap, target)


def _open(arguments: Namespace) -> "Session":
    # Only here: importing torch takes seconds.
    from engine.matting.session import Session

    return Session(arguments.model, device=arguments.device, mixing=arguments.mixing)


def _matte(session: "Session", arguments: Namespace, job: Job, inputs: Inputs) -> Report:
    """Matte one picture, write what was asked for, and measure it against the truth."""
    image, trimap = inputs.picture.in_srgb, inputs.trimap
    say_remark(inputs.picture)
    started = time.perf_counter()
    matte = session.matte(image, trimap, progress=progress(quiet=arguments.json))
    refinement = refinement_of(arguments)
    alpha = refined(matte, refinement)
    seconds = time.perf_counter() - started
    record = recorded(
        inputs.picture,
        trimap,
        alpha,
        session,
        refinement=refinement,
        with_trimap=arguments.record,
    )
    checks = _write(arguments, job, inputs.picture, (matte, alpha), record)
    sad, mse = _errors(alpha, inputs)
    return Report(
        image=str(job.image),
        trimap=str(job.trimap),
        model=arguments.model,
        device=session.device,
        seconds=round(seconds, 3),
        size=(image.shape[1], image.shape[0]),
        unknown=float(unknown_of(trimap).mean()),
        output=str(job.output) if job.output else None,
        cutout=str(job.cutout) if job.cutout else None,
        sad=sad,
        mse=mse,
        checks=checks,
    )


def _write(
    arguments: Namespace, job: Job, picture: Picture, alphas: tuple[Alpha, Alpha], record: Record
) -> tuple[str, ...]:
    """Write the job's files, with their records if wanted; how each was read back.

    alphas: before and after refining.
    """
    checks = []
    matte, alpha = alphas
    for path, what in job.results():
        wish = wish_of(arguments, path, what)
        ours = record.of_file(wish)
        plate = plate_of(picture, alpha, wish, matte=matte, note=ours.note())
        checks.append(told(export(path, plate, wish)))
        if arguments.record:
            write_record(path, ours)
    return tuple(checks)


def _errors(alpha: Alpha, inputs: Inputs) -> tuple[float | None, float | None]:
    """SAD and MSE of alpha as an 8-bit file would hold it; None with nothing to measure."""
    if inputs.target is None or not unknown_of(inputs.trimap).any():
        return None, None
    from engine.metrics import mse, sad

    stored = np.rint(alpha * np.float32(255)) / np.float32(255)
    return (
        sad(stored, inputs.target, inputs.trimap),
        mse(stored, inputs.target, inputs.trimap),
    )


def _line(report: Report) -> str:
    """The report in one line for people."""
    written = ", ".join(path for path in (report.output, report.cutout) if path)
    parts = [
        f"{report.image}: {report.size[0]} × {report.size[1]}",
        f"{report.unknown:.1%} unknown",
        f"{report.model} on {report.device}",
        f"{report.seconds:.2f} s",
    ]
    if report.sad is not None and report.mse is not None:
        parts.append(f"SAD {report.sad:.3f}, MSE {report.mse:.5f}")
    return f"{', '.join(parts)} → {written}"


COMMAND = Command("Matte photographs with their trimaps.", declare, run)
