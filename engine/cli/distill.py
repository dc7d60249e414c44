"""`gossamer-cli distill`: one training run in the foreground, a line for each event."""

import signal
from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from types import FrameType

from engine.cli import trying
from engine.cli.command import Command
from engine.errors import RunError
from engine.training import control
from engine.training.events import (
    Event,
    Failed,
    Finished,
    Previewed,
    Saved,
    Slept,
    Started,
    StepDone,
    Validated,
)
from engine.training.files import SPEC
from engine.training.spec import RunSpec
from engine.training.worker import run

RUNS = Path("runs")


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "spec",
        type=Path,
        metavar="SPEC.json",
        help="what to train, on what and for how long; resources/specs/example.json is one in full",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="RUN",
        help="folder of the run; default: runs/<name of the spec>-<date>, and with --resume the"
        " latest of these",
    )
    parser.add_argument("--resume", action="store_true", help="go on where the run stopped")
    trying.declare(parser)


def execute(arguments: Namespace) -> int:
    """Train until the time is up. Ctrl-C ends the run once it has saved, a second one at once."""
    if trying.is_wanted(arguments):
        return trying.execute(arguments)
    spec = RunSpec.read(arguments.spec)
    folder = arguments.out or _folder(arguments.spec.stem, arguments.resume)
    asked: list[bool] = []

    def stop(_signal: int, _frame: FrameType | None) -> None:
        asked.append(True)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if not folder.is_dir():
            raise KeyboardInterrupt
        control.say(folder, "stop")

    def tell(event: Event) -> None:
        print(line(event, folder), flush=True)
        if asked:  # perhaps so early that the run's start took it back
            control.say(folder, "stop")

    before = signal.signal(signal.SIGINT, stop)
    try:
        run(spec, folder, tell, arguments.resume)
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt
    return 0


def line(event: Event, folder: Path) -> str:
    """What an event says, for people."""
    match event:
        case Started():
            together = f", {event.processes} processes" if event.processes > 1 else ""
            said = f"training on {event.device} in {event.precision}{together}"
        case StepDone():
            losses = ", ".join(f"{name} {loss:.5f}" for name, loss in event.losses.items())
            said = f"{losses} (rate {event.rate:.2g})"
        case Validated():
            said = ", ".join(f"{name} {value:.5f}" for name, value in event.metrics.items())
            said = f"validated: {said}"
        case Previewed():
            said = f"previews: {', '.join(event.files)}"
        case Saved():
            said = "saved"
        case Slept():
            said = f"the computer slept for {event.seconds / 60:.0f} min; the run goes on"
        case Failed():
            said = f"failed: {event.message}"
        case Finished(stopped=True):
            said = f"stopped; --resume --out {folder} goes on"
        case Finished():
            said = f"finished; the weights are in {folder}"
    return f"step {event.step}, {event.minutes:.1f} min: {said}"


def _folder(stem: str, resume: bool) -> Path:
    if not resume:
        return RUNS / f"{stem}-{datetime.now():%Y-%m-%d}"
    found = sorted(RUNS.glob(f"{stem}-????-??-??/{SPEC}"))
    if not found:
        raise RunError(
            f"There is no run “{RUNS / stem}-<date>” to go on with.",
            hint="Name its folder with --out, or start it without --resume.",
        )
    return found[-1].parent


COMMAND = Command("Run the training that a spec describes.", declare, execute)
