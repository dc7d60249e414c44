"""`gossamer-cli evaluate`: how far a network's alphas are from the truth."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.catalog import DEFAULT
from engine.cli.command import Command, UsageError
from engine.cli.wishes import declare_device, declare_mixing
from engine.matting import library
from engine.matting.evaluation import (
    CHECK_MIXING,
    LAYOUTS,
    Case,
    Score,
    cases,
    check_set,
    means,
    scores,
)
from engine.metrics import METRICS


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--model", default=DEFAULT, metavar="NAME", help=f"default: {DEFAULT}")
    declare_device(parser)
    declare_mixing(parser, "photograph, and composite for the check set")
    for name, what in (
        ("images", "photographs"),
        ("trimaps", "their trimaps, under the same names"),
        ("alphas", "their true alphas, under the same names"),
    ):
        parser.add_argument(
            f"--{name}",
            type=Path,
            metavar="FOLDER",
            help=f"{what}; without the three folders, the check set that comes with the program",
        )
    parser.add_argument(
        "--layout",
        choices=LAYOUTS,
        default="folders",
        help="how the folders name what belongs together; default: folders, the same names",
    )
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="only each N-th picture (a quick look)"
    )
    parser.add_argument("--json", action="store_true", help="report as one JSON object")


def run(arguments: Namespace) -> int:
    """Matte every picture, and print the mean errors over unknown pixels."""
    tables = _tables(arguments)
    library.find(arguments.model)
    # Only here: importing torch takes seconds.
    from engine.matting.session import Session

    mixing = arguments.mixing or ("photograph" if arguments.images else CHECK_MIXING)
    session = Session(arguments.model, device=arguments.device, mixing=mixing)
    answered: list[Score] = []
    if not arguments.json:
        print(f"{'trimaps':<10}{'pictures':>9}" + "".join(f"{n:>14}" for n in (*METRICS, "s")))
    for width, chosen in tables.items():
        found = list(scores(session.matte, chosen, tuple(METRICS)))
        answered += found
        if not arguments.json:
            print(_line(width, found), flush=True)
    if arguments.json:
        print(json.dumps(_report(answered), indent=2, ensure_ascii=False))
    elif len(tables) > 1:
        print(_line("all", answered))
    return 0


def _tables(arguments: Namespace) -> dict[str, Sequence[Case]]:
    folders = (arguments.images, arguments.trimaps, arguments.alphas)
    if arguments.every < 1:
        raise UsageError("--every is below 1.", hint="Give 1 for every picture, 4 for a quarter.")
    if all(folders):
        chosen = cases(*folders, arguments.layout)[:: arguments.every]
        return {arguments.trimaps.name: chosen}
    if any(folders):
        raise UsageError(
            "Only some of --images, --trimaps and --alphas are given.",
            hint="Give all three, or none for the check set that comes with the program.",
        )
    return dict(check_set(arguments.every))


def _report(answered: Sequence[Score]) -> dict[str, Any]:
    rows = [
        {"image": score.name, "seconds": round(score.seconds, 3), **score.errors}
        for score in answered
    ]
    return {"images": len(answered), **means(answered), "per_image": rows}


def _line(width: str, found: Sequence[Score]) -> str:
    mean = means(found)
    errors = "".join(f"{mean[name]:>14.4f}" for name in METRICS)
    return f"{width:<10}{len(found):>9}{errors}{mean['seconds']:>14.2f}"


COMMAND = Command("Measure a network on pictures whose true alpha is known.", declare, run)
