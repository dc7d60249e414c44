"""`gossamer-cli promote`: a run's weights become the ones the program uses, if they are better."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.cli.command import Command
from engine.errors import WeightsError
from engine.matting import library
from engine.matting.library import WeightsEntry


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run", type=Path, metavar="RUN", help="the run's folder")
    parser.add_argument(
        "--as", dest="name", metavar="NAME", help="name in the library; default: the network's"
    )
    parser.add_argument(
        "--into",
        type=Path,
        metavar="FOLDER",
        help="folder of weights to put them in; default: the person's own library",
    )
    parser.add_argument("--force", action="store_true", help="take them even if they are no better")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="measure only each N-th picture"
    )


def run(arguments: Namespace) -> int:
    """Measure the run's weights on the check set, compare, and put them into the library."""
    # Only here: importing torch takes seconds.
    from engine.training import delivery
    from engine.training.spec import RunSpec

    name = arguments.name or RunSpec.read(arguments.run / "spec.json").network
    old = _in_use(name, arguments.into)
    print("Measuring on the check set, which takes some minutes.", flush=True)
    with delivery.candidate(arguments.run, name, arguments.every) as new:
        print(_line("new", new.metrics), flush=True)
        if old is not None and not arguments.force:
            before = delivery.measured(old, arguments.every)
            print(_line("in use", before), flush=True)
            delivery.require_better(new.metrics, before)
        entry = library.add(new.entry.path, new.entry.card, arguments.into)
    print(f"“{name}” is now {entry.path}.")
    return 0


def _in_use(name: str, folder: Path | None) -> WeightsEntry | None:
    try:
        return library.find(name, [folder] if folder else None)
    except WeightsError:
        return None


def _line(what: str, metrics: dict[str, float]) -> str:
    parts = [
        f"{table.removeprefix('check-')} {metrics[f'{table}/sad']:.3f}"
        for table in ("check-narrow", "check-medium", "check-wide", "check")
    ]
    return f"{what:<8}SAD {', '.join(parts)}; MSE {metrics['check/mse']:.4f}"


COMMAND = Command("Use the weights of a training run, if they are better.", declare, run)
