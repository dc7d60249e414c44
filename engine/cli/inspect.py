"""`gossamer-cli inspect`: pictures of what teacher and student see alike."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.cli.command import Command, UsageError
from engine.errors import ImageError, OutputError
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.imaging.writing import write_picture
from engine.matting import library
from engine.trimap.codes import require_usable


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("image", type=Path, metavar="IMAGE")
    parser.add_argument("--trimap", type=Path, required=True, metavar="T")
    parser.add_argument("--target", type=Path, metavar="A", help="the true alpha, if it is known")
    parser.add_argument("--teacher", required=True, metavar="NAME", help="weights of the teacher")
    parser.add_argument("--plain", metavar="NAME", help="a student trained without the teacher")
    parser.add_argument("--student", required=True, metavar="NAME", help="the distilled student")
    parser.add_argument(
        "--pixel",
        action="append",
        default=[],
        metavar="X,Y",
        help="where spatial similarities are seen from, as often as wanted; default: deep inside"
        " foreground, unknown and background",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="for the pictures")


def run(arguments: Namespace) -> int:
    """Draw the alphas, and for each distilled stage the spatial and channel similarities."""
    picture = read_image(arguments.image)
    image = picture.in_srgb
    trimap = read_trimap(arguments.trimap, (image.shape[0], image.shape[1]))
    require_usable(trimap)
    target = read_alpha(arguments.target) if arguments.target else None
    if target is not None and target.shape != trimap.shape:
        raise ImageError(
            f"The true alpha “{arguments.target}” has another size than the picture.",
            hint="Give the alpha that belongs to it.",
        )
    chosen = dict(_pixel(text, trimap.shape) for text in arguments.pixel)
    _require_folder(arguments.out)
    names = [name for name in (arguments.teacher, arguments.plain, arguments.student) if name]
    for name in names:
        library.find(name)
    # Only here: importing torch takes seconds.
    from engine.inspection import seen, sheets

    stages = seen.stages_of(arguments.teacher, arguments.student)
    looks = [seen.look(name, image, trimap, stages) for name in names]
    places = chosen or seen.telling_pixels(trimap)
    drawn = {"alphas": sheets.alphas(image, trimap, target, looks)}
    for stage in stages:
        drawn[f"spatial-{stage}"] = sheets.spatial(image, places, stage, looks)
        drawn[f"channels-{stage}"] = sheets.channels(stage, looks)
    for name, pixels in drawn.items():
        write_picture(arguments.out / f"{name}.png", pixels)
    print(f"Written to {arguments.out}: {', '.join(f'{name}.png' for name in drawn)}.")
    return 0


def _pixel(text: str, shape: tuple[int, ...]) -> tuple[str, tuple[int, int]]:
    """“X,Y” as a title and a (row, column) inside a picture of `shape`."""
    try:
        column, row = (int(part) for part in text.split(","))
    except ValueError as error:
        raise UsageError(
            f"“{text}” is no pixel.", hint="Give its column and row, such as 320,200."
        ) from error
    if not (0 <= row < shape[0] and 0 <= column < shape[1]):
        raise UsageError(
            f"The pixel {text} lies outside the picture of {shape[1]} × {shape[0]}.",
            hint="Columns and rows are counted from 0 at the top left.",
        )
    return text, (row, column)


def _require_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder “{folder}” cannot be made ({error.strerror}).", hint="Choose another."
        ) from error


COMMAND = Command("Draw what teacher and student see alike.", declare, run)
