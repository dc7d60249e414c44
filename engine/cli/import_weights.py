"""`gossamer-cli import-weights`: a published checkpoint becomes weights of the library."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.catalog import CATALOG, require_name
from engine.cli.command import Command


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="a checkpoint: .pth, .pth.tar or .tar"
    )
    parser.add_argument(
        "--as",
        dest="name",
        required=True,
        metavar="NAME",
        help=f"the network that it holds: {', '.join(CATALOG)}",
    )


def run(arguments: Namespace) -> int:
    """Read the checkpoint without running anything in it, and put it into the library."""
    require_name(arguments.name)
    # Only here: importing torch takes seconds.
    from engine.matting.checkpoints import import_checkpoint

    entry = import_checkpoint(arguments.file, arguments.name)
    print(f"“{arguments.name}” is now {entry.path}.")
    return 0


COMMAND = Command("Import the authors' published weights of a network.", declare, run)
