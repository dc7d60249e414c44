"""`gossamer-cli promote`: a run's weights become the ones the program uses, if they are good."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.catalog import DEFAULT
from engine.cli.command import DONE, Command, UsageError
from engine.cli.progress import progress
from engine.matting.watch import Watch
from engine.promotion import former
from engine.promotion.comparison import CHECK, Comparison
from engine.promotion.trial import Trial


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "run", type=Path, nargs="?", metavar="RUN", help="the run's folder; none with --back"
    )
    parser.add_argument(
        "--as", dest="name", metavar="NAME", help="name in the library; default: the network's"
    )
    parser.add_argument(
        "--into",
        type=Path,
        metavar="FOLDER",
        help="folder of weights to put them in; default: the person's own library",
    )
    parser.add_argument("--force", action="store_true", help="take them even if they are worse")
    parser.add_argument(
        "--every",
        type=int,
        default=1,
        metavar="N",
        help="a quick look: measure only each N-th picture, and decide on these",
    )
    parser.add_argument(
        "--back",
        action="store_true",
        help=f"use the former weights of NAME again; default: of {DEFAULT}",
    )


def run(arguments: Namespace) -> int:
    """Measure the run's weights and those in use, compare, and put the run's into the library."""
    if arguments.back:
        return _back(arguments)
    if arguments.run is None:
        raise UsageError("No run is named.", hint="Give the run's folder, or say --back.")
    if arguments.every < 1:
        raise UsageError("--every is below 1.", hint="Give 1 for every picture, 4 for a quarter.")
    with Trial(arguments.run, arguments.name or "", arguments.into) as trial:
        count, all_of_them = trial.count(arguments.every), trial.count()
        if count < all_of_them:
            print(f"A quick look at {count} of {all_of_them} pictures, which will decide.")
        else:
            print(f"Measuring on {count} pictures, which takes some minutes.", flush=True)
        found = trial.look(arguments.every, Watch(progress()))
        for line in _lines(found):
            print(line, flush=True)
        entry = trial.promote(found, anyway=arguments.force)
    print(f"“{trial.name}” is now {entry.path}.")
    if trial.current is not None:
        print(f"The former weights are kept: --back --as {trial.name} uses them again.")
    return DONE


def _back(arguments: Namespace) -> int:
    if arguments.run is not None:
        raise UsageError(
            "--back takes no run.", hint="Name what is to be as it was with --as, if need be."
        )
    name = arguments.name or DEFAULT
    entry = former.bring_back(name, arguments.into)
    print(f"“{name}” is {entry.path} again{_when(entry.card.created)}.")
    return DONE


def _when(created: str) -> str:
    return f", of {created[:10]}" if created else ""


def _lines(found: Comparison) -> list[str]:
    """A table for each set: widths of trimaps under each other, new and in use side by side."""
    lines: list[str] = []
    for key in found.keys:
        name = "check set" if key == CHECK else "own mattes"
        lines.append(f"{name:<12}{'SAD':>9}{'in use':>9}{'':>9}{'MSE':>10}{'in use':>9}")
        lines += [_line(found, key, width) for width in found.widths(key)]
    return lines


def _line(found: Comparison, key: str, width: str) -> str:
    line = f"{width or 'all':<12}"
    for metric, digits in (("sad", 3), ("mse", 4)):
        old = found.old(metric, key, width)
        line += f"{found.new(metric, key, width):>9.{digits}f}"
        line += (
            f"{'-':>9}{'':>9}"
            if old is None
            else f"{old:>9.{digits}f}{_change(found, metric, key, width):>9}"
        )
    return line


def _change(found: Comparison, metric: str, key: str, width: str) -> str:
    return f"{100 * found.change(metric, key, width):+.1f} %"


COMMAND = Command("Use the weights of a training run, if they are good enough.", declare, run)
