"""`gossamer-cli data`: look at training data, and make some."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.cli.command import Command
from engine.errors import DataError


def declare(parser: ArgumentParser) -> None:
    """Add the commands below this one."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, command in ACTIONS.items():
        command.declare(actions.add_parser(name, help=command.summary, description=command.summary))


def run(arguments: Namespace) -> int:
    """Do what was asked for."""
    return ACTIONS[arguments.action].run(arguments)


def declare_check(parser: ArgumentParser) -> None:
    """Add the arguments of `data check`."""
    parser.add_argument("foregrounds", type=Path, metavar="FOREGROUNDS", help="folder of cut-outs")
    parser.add_argument(
        "--backgrounds", type=Path, metavar="FOLDER", help="photographs to put behind them"
    )


def check(arguments: Namespace) -> int:
    """Say what is in the folders, and what is wrong; DataError if nothing can be learnt from."""
    from engine.data.checking import check_backgrounds, check_foregrounds  # imports OpenCV

    reports = [(arguments.foregrounds, check_foregrounds(arguments.foregrounds))]
    if arguments.backgrounds:
        reports.append((arguments.backgrounds, check_backgrounds(arguments.backgrounds)))
    for folder, report in reports:
        print(f"{folder}: {report.kind}")
        for complaint in report.complaints:
            print(f"  {complaint.file}: {complaint.message} {complaint.hint}")
        for family, (files, kept) in report.families.items():
            print(f"  {family:<24}{files:>6}{f'   {kept} held out' if kept else ''}")
        print(f"  {report.usable} of {report.files} can be used.")
    for folder, report in reports:
        if not report.usable:
            raise DataError(
                f"Nothing in “{folder}” can be trained on.",
                hint="Mend what is said of its files above, or choose another folder.",
            )
    return 0


ACTIONS: dict[str, Command] = {
    "check": Command(
        "Say what is in folders of training data, and what is wrong.", declare_check, check
    ),
}

COMMAND = Command("Look at training data, or render some.", declare, run)
