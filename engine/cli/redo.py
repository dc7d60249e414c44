"""`gossamer-cli redo`: the alpha of an export record, made again."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from engine.arrays import Alpha, Image, Trimap
from engine.cli.command import DONE, Command
from engine.errors import RecordError
from engine.export.formats import wish_for
from engine.export.kinds import Plate, What
from engine.export.record import Record, fingerprint, read_record
from engine.export.writing import export
from engine.imaging.picture import Picture
from engine.imaging.placing import require_place
from engine.imaging.reading import read_image
from engine.matting import library
from engine.mixing import Mixing, mixing_of
from engine.promotion.former import kept
from engine.refine.refinement import refined


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("record", type=Path, metavar="RECORD.json", help="beside an export")
    parser.add_argument(
        "--output", type=Path, metavar="A", help="where the alpha goes (.png, .tif, .exr)"
    )
    parser.add_argument(
        "--photograph", type=Path, metavar="IMAGE", help="where the photograph is now, if it moved"
    )
    parser.add_argument("--json", action="store_true", help="report as one JSON object")


def run(arguments: Namespace) -> int:
    """Make the alpha again, and say whether it is the same to the bit."""
    wish = None
    if arguments.output is not None:
        require_place(arguments.output)
        wish = wish_for(arguments.output, What.ALPHA)
    record = read_record(arguments.record)
    trimap = record.trimap()
    picture = _photograph(record, arguments)
    if trimap.shape != picture.image.shape[:2]:
        raise RecordError(
            "The trimap in this record has another size than the photograph.",
            hint="Give the record as it was written.",
        )
    alpha = _made(record, picture.in_srgb, trimap, _weights(record))
    report: dict[str, Any] = {
        "identical": fingerprint(alpha) == record.alpha_sha256,
        "made": record.made,
        "output": str(arguments.output) if arguments.output else None,
    }
    if wish is not None:
        plate = Plate(alpha, None, None, picture.dpi, picture.exif, record.of_file(wish).note())
        export(arguments.output, plate, wish)
    print(json.dumps(report, indent=2) if arguments.json else _line(report))
    return DONE


def _photograph(record: Record, arguments: Namespace) -> Picture:
    """The photograph: where it is said to be, where it was, or beside the record."""
    given: Path | None = arguments.photograph
    was = Path(record.photograph)
    beside = arguments.record.absolute().parent / was.name
    path = given or (was if was.is_file() or not beside.is_file() else beside)
    picture = read_image(path)
    if fingerprint(picture.image) != record.photograph_sha256:
        raise RecordError(
            f"“{path}” is not the photograph of this record.",
            hint="Say --photograph, and the file as it was.",
        )
    return picture


def _weights(record: Record) -> Path:
    """The folder of the weights it was made with, be they in use or former ones."""
    if not record.model:
        raise RecordError(
            "This record names no model: its alpha came from a file.",
            hint="Such an alpha cannot be made again.",
        )
    entry = library.find(record.model)
    if entry.card.sha256 == record.model_sha256:
        return entry.path.parent
    for former in kept(record.model):
        if former.entry.card.sha256 == record.model_sha256:
            return former.entry.path.parent
    raise RecordError(
        f"The weights “{record.model}” are others than those of this record.",
        hint=f"Import those whose SHA-256 begins with {record.model_sha256[:12]}.",
    )


def _made(record: Record, image: Image, trimap: Trimap, weights: Path) -> Alpha:
    # Only here: importing torch takes seconds.
    from engine.matting import devices
    from engine.matting.session import Session

    if record.device == "cpu" and record.threads > 0:
        devices.use_threads(record.threads)
    session = Session(record.model, device=record.device, where=[weights], mixing=_mixing(record))
    alpha = session.matte(image, trimap)
    return refined(alpha, record.refinement)


def _mixing(record: Record) -> Mixing:
    try:
        return mixing_of(record.mixing)
    except ValueError as error:
        raise RecordError(
            f"This record speaks of a mixing that is unknown here: “{record.mixing}”.",
            hint="Take the version of the program that made it, or a newer one.",
        ) from error


def _line(report: dict[str, Any]) -> str:
    where = f" → {report['output']}" if report["output"] else ""
    if report["identical"]:
        return f"The same alpha, to the bit{where}"
    if report["made"] == "live":
        return f"The alpha again; it grew stroke by stroke, so its last bits may differ{where}"
    return f"Not the same alpha to the bit: another machine, or another version of torch{where}"


COMMAND = Command("Make the alpha of an export record again.", declare, run)
