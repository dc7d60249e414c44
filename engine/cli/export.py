"""`gossamer-cli export`: a photograph and an alpha from anywhere, as files of any format."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.cli.command import DONE, Command, UsageError
from engine.cli.jobs import require_no_harm
from engine.cli.remarks import say_remark
from engine.cli.wishes import declare_refinement, declare_wishes, refinement_of, told, wish_of
from engine.export.kinds import What, Wish
from engine.export.plates import plate_of
from engine.export.writing import export
from engine.imaging.foreground import estimate_foreground
from engine.imaging.placing import require_place
from engine.imaging.reading import read_image, read_mask
from engine.refine.decontaminating import residual_background
from engine.refine.refinement import refined
from engine.refine.sides import sides_of


class _Files:
    """What the command reads and writes."""

    def __init__(self, arguments: Namespace) -> None:
        self._arguments = arguments

    def inputs(self) -> tuple[Path, ...]:
        return (self._arguments.image, self._arguments.alpha)

    def outputs(self) -> tuple[Path, ...]:
        return tuple(path for path in (self._arguments.output, self._arguments.cutout) if path)


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("image", type=Path, metavar="IMAGE", help="the photograph")
    parser.add_argument(
        "--alpha", required=True, type=Path, metavar="A", help="its alpha, of any program"
    )
    parser.add_argument(
        "--output", type=Path, metavar="A2", help="where the alpha goes (.png, .tif, .exr)"
    )
    parser.add_argument(
        "--cutout",
        type=Path,
        metavar="C",
        help="where the cut-out goes (.png, .tif, .webp, .exr, .psd)",
    )
    declare_wishes(parser)
    declare_refinement(parser)
    parser.add_argument("--json", action="store_true", help="report as one JSON object")


def run(arguments: Namespace) -> int:
    """Write the files, and tell how each was read back."""
    refinement = refinement_of(arguments)
    wishes = _wishes(arguments)
    picture = read_image(arguments.image)
    size = picture.image.shape[0], picture.image.shape[1]
    matte = read_mask(arguments.alpha, size)
    alpha = refined(matte, refinement)
    say_remark(picture)
    checks = {}
    for path, wish in wishes.items():
        plate = plate_of(picture, alpha, wish, matte=matte)
        checks[str(path)] = told(export(path, plate, wish))
    sides = sides_of(picture.image, matte)
    left = None
    if sides is not None and arguments.cutout:
        left = residual_background(estimate_foreground(picture.image, matte), alpha, sides)
    if arguments.json:
        print(json.dumps({"files": checks, "residual_background": left}, indent=2))
        return DONE
    for name, check in checks.items():
        print(f"{name}: {check}")
    if left is not None:
        print(f"background left in the colours of soft pixels: {left:.1%}")
    return DONE


def _wishes(arguments: Namespace) -> dict[Path, Wish]:
    named = {arguments.output: What.ALPHA, arguments.cutout: What.CUTOUT}
    wishes = {path: wish_of(arguments, path, what) for path, what in named.items() if path}
    if not wishes:
        raise UsageError(
            "Neither --output nor --cutout says where anything goes.",
            hint="Say --cutout cutout.png, for instance.",
        )
    require_no_harm([_Files(arguments)], require_place)
    return wishes


COMMAND = Command("Write an alpha or a cut-out of an alpha that is there already.", declare, run)
