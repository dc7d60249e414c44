"""`gossamer-cli distill --try`: what a run will take, before it is begun."""

import argparse
from argparse import ArgumentParser, Namespace

from engine.training.spec import RunSpec


def declare(parser: ArgumentParser) -> None:
    """Add the arguments of a trial to those of the command."""
    parser.add_argument(
        "--try",
        dest="trial",
        action="store_true",
        help="measure ten seconds of the run instead, and say what all of it will take",
    )
    # what the packaged program, which has no “python -m”, says to itself
    parser.add_argument("--measure", type=float, metavar="SECONDS", help=argparse.SUPPRESS)


def is_wanted(arguments: Namespace) -> bool:
    """Whether the run is to be tried only."""
    return bool(arguments.trial or arguments.measure)


def execute(arguments: Namespace) -> int:
    """Say it."""
    if arguments.measure:
        from engine.runs import measuring  # imports torch

        return measuring.tell(arguments.spec, arguments.measure)
    from engine.runs.trial import expected, tried

    spec = RunSpec.read(arguments.spec)
    found = tried(spec)
    all_of_it = expected(spec, found)
    print(
        f"{found.pace:.2f} steps a second on {found.device} in {found.precision}:"
        f" {all_of_it.steps} steps take about {all_of_it.seconds / 60:.0f} min."
    )
    print(f"Memory: about {all_of_it.memory / 1e9:.1f} GB.", end="")
    if all_of_it.device_memory:
        print(f" On the graphics card: about {all_of_it.device_memory / 1e9:.1f} GB.", end="")
    print(f" Disk: about {max(all_of_it.disk, 1e6) / 1e6:.0f} MB.")
    return 0
