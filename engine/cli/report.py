"""`gossamer-cli report`: the library's weights beside what people use today, on the check set."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.cli.command import Command, UsageError
from engine.errors import OutputError
from engine.imaging.writing import write_picture
from engine.matting import library
from engine.matting.evaluation import CHECK_MIXING, check_set

CLOSED_FORM, KNN = "closed-form", "knn"
SHOWN = 6
"""Rows of the page of pictures."""


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "methods",
        nargs="*",
        metavar="METHOD",
        help=f"names of weights, {CLOSED_FORM} or {KNN}; default: all weights and both",
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only each N-th picture")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="for report.md and report.png"
    )


def run(arguments: Namespace) -> int:
    """Measure every method on the check set; write a table and a page of pictures."""
    names = arguments.methods or [entry.card.name for entry in library.entries()]
    names += [] if arguments.methods else [CLOSED_FORM, KNN]
    if arguments.every < 1:
        raise UsageError("--every is below 1.", hint="Give 1 for every picture, 4 for a quarter.")
    for name in names:
        if name not in (CLOSED_FORM, KNN):
            library.find(name)
    cases = check_set(arguments.every)
    _require_folder(arguments.out)
    # Only here: importing torch takes seconds.
    from engine.inspection import report
    from engine.inspection.rivals import rival
    from engine.matting.session import Session

    methods = {
        name: rival(name)
        if name in (CLOSED_FORM, KNN)
        else Session(name, "cpu", mixing=CHECK_MIXING).matte
        for name in names
    }
    text = report.markdown(report.measured(methods, cases), CLOSED_FORM)
    medium = cases["medium"]
    pictures = report.page(methods, medium[:: max(len(medium) // SHOWN, 1)][:SHOWN])
    (arguments.out / "report.md").write_text(text, encoding="utf-8")
    write_picture(arguments.out / "report.png", pictures)
    print(text)
    return 0


def _require_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder “{folder}” cannot be made ({error.strerror}).", hint="Choose another."
        ) from error


COMMAND = Command("Compare weights with what people use today.", declare, run)
