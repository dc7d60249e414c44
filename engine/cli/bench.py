"""`gossamer-cli bench`: time and memory of each model on this machine."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from engine.catalog import CATALOG
from engine.cli.command import Command
from engine.cli.wishes import declare_device
from engine.errors import WeightsError
from engine.matting import library
from engine.matting.estimates import estimate, work_for

if TYPE_CHECKING:
    from engine.matting.calibration import Calibration

SIZES = ((1224, 1632), (3000, 4000), (4000, 6000))
"""Heights and widths of pictures of 2, 12 and 24 megapixels."""

SHARE = 0.15
"""How much of them is unknown."""


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--model", metavar="NAME", help="only this one; default: all with weights")
    declare_device(parser)
    parser.add_argument(
        "--threads", type=int, default=0, metavar="N", help="of the processor; default: torch's own"
    )
    parser.add_argument("--json", action="store_true", help="report as one JSON object")


def run(arguments: Namespace) -> int:
    """Measure each model with a few small pictures, keep that for the window, and tell it."""
    names = [entry.card.name for entry in library.entries() if entry.card.network in CATALOG]
    if arguments.model is not None:
        names = [library.find(arguments.model).card.name]
    if not names:
        raise WeightsError(
            "There are no weights to measure.", hint="Import or train some, then run this again."
        )
    # Only here: importing torch takes seconds.
    from engine.matting.calibration import calibrate

    reports = []
    for name in names:
        calibration = calibrate(name, arguments.device, arguments.threads)
        reports.append(_report(calibration))
        if not arguments.json:
            print(_line(reports[-1]), flush=True)
    if arguments.json:
        print(json.dumps({"models": reports}, indent=2, ensure_ascii=False))
    return 0


def _report(calibration: "Calibration") -> dict[str, Any]:
    """One model: where it ran, what was measured, and what common pictures would take."""
    setting = calibration.setting
    guided = CATALOG[library.find(setting.model).card.network].family == "guided"
    pictures = []
    for height, width in SIZES:
        expected = estimate(calibration.rates, work_for(height, width, SHARE, guided=guided))
        pictures.append(
            {
                "megapixels": round(height * width / 1e6, 1),
                "unknown": SHARE,
                "seconds": round(expected.seconds, 3),
                "bytes": expected.bytes,
            }
        )
    return {
        "name": setting.model,
        "device": setting.device,
        "threads": setting.threads,
        "load_seconds": round(calibration.load_seconds, 3),
        "measured": [asdict(one) for one in calibration.measured],
        "estimated": pictures,
    }


def _line(report: dict[str, Any]) -> str:
    """One model in one line for people."""
    threads = f", {report['threads']} threads" if report["threads"] else ""
    pictures = "; ".join(
        f"{one['megapixels']:.0f} MP {one['seconds']:.1f} s {one['bytes'] / 1e9:.1f} GB"
        for one in report["estimated"]
    )
    return f"{report['name']:<18} {report['device']}{threads}: {pictures}"


COMMAND = Command("Measure time and memory of each model on this machine.", declare, run)
