"""`gossamer-cli propose`: photographs in, trimaps to begin with out."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.cli.command import DONE, WRONG_INPUT, Command
from engine.cli.jobs import require_folders, require_no_harm
from engine.cli.remarks import say_remark
from engine.errors import TrimapError
from engine.imaging.reading import read_image
from engine.imaging.writing import write_trimap
from engine.proposals.proposal import NARROWEST, WIDEST, network, proposed, require_width
from engine.trimap.codes import FOREGROUND, UNKNOWN


@dataclass(frozen=True)
class Proposal:
    """One picture and the trimap that is to be written for it."""

    image: Path
    output: Path

    def inputs(self) -> tuple[Path, ...]:
        """The file that is read."""
        return (self.image,)

    def outputs(self) -> tuple[Path, ...]:
        """The file that is written."""
        return (self.output,)


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("images", nargs="+", type=Path, metavar="IMAGE", help="photographs")
    parser.add_argument(
        "--output",
        required=True,
        type=Path,
        metavar="T.png",
        help="where the trimap goes; a folder when there are several images, for <stem>.png",
    )
    parser.add_argument(
        "--band",
        type=float,
        default=1.0,
        metavar="FACTOR",
        help="how wide the unknown band is against what the picture asks for,"
        f" {NARROWEST:g} to {WIDEST:g}; default: 1",
    )


def run(arguments: Namespace) -> int:
    """Propose a trimap for every image; the exit code is that of a refusal if one was refused.

    What can be wrong with the files is found before the first is written. Of several pictures one
    in which nothing stands out is told, and the others are done.
    """
    require_width(arguments.band)
    jobs = _plan(arguments.images, arguments.output)
    for job in jobs:
        read_image(job.image)  # all of them, before the first is written
    network()
    refused = False
    for job in jobs:
        try:
            print(_propose(job, arguments.band), flush=True)
        except TrimapError as error:
            if len(jobs) == 1:
                raise
            print(f"{job.image}: {error.message}\n{error.hint}", file=sys.stderr)
            refused = True
    return WRONG_INPUT if refused else DONE


def _plan(images: Sequence[Path], output: Path) -> tuple[Proposal, ...]:
    several = len(images) > 1
    if several:
        require_folders({"output": output})
    jobs = tuple(
        Proposal(image, output / f"{image.stem}.png" if several else output) for image in images
    )
    require_no_harm(jobs)
    return jobs


def _propose(job: Proposal, width: float) -> str:
    """Write one trimap; what was done, in a line."""
    picture = read_image(job.image)
    say_remark(picture)
    trimap = proposed(picture.in_srgb, width=width)
    write_trimap(job.output, trimap)
    foreground, unknown = ((trimap == code).mean() for code in (FOREGROUND, UNKNOWN))
    return f"{job.image}: {foreground:.1%} foreground, {unknown:.1%} unknown → {job.output}"


COMMAND = Command("Propose trimaps to begin with.", declare, run)
