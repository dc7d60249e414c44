"""`gossamer-cli batch`: a folder of photographs at a time, to be stopped and gone on with."""

import json
import signal
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import FrameType

from engine.batch import run as batch
from engine.batch.orders import KINDS, PLACES, Kind, Orders
from engine.batch.run import Demand, Ended, Event, Paused, Started, Told, demand_in
from engine.cli.command import DONE, STOPPED, WRONG_INPUT, Command, UsageError
from engine.cli.wishes import (
    declare_mixing,
    declare_model,
    declare_refinement,
    declare_wishes,
    refinement_of,
)
from engine.export.kinds import Colours, Depth


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "folders",
        nargs="+",
        type=Path,
        metavar="FOLDER",
        help="IMAGES_DIR TRIMAPS_DIR OUT_DIR; with --propose TRIMAPS_DIR may be left out. A trimap"
        " is <stem>.png or <stem>-trimap.png",
    )
    declare_model(parser)
    declare_mixing(parser)
    parser.add_argument(
        "--outputs",
        default="alpha",
        metavar="KINDS",
        help=f"what to write, of {', '.join(KINDS)}, with commas between; default: alpha",
    )
    parser.add_argument(
        "--names",
        default="",
        metavar="PATTERN",
        help="how results are called, with {…} of " + ", ".join(PLACES) + "; default: {stem}.png,"
        " or {stem}-{kind}.png for several outputs. The ending says the format (.png, .tif, .webp,"
        " .exr, .psd); what that cannot hold becomes a PNG",
    )
    declare_wishes(parser)
    parser.add_argument("--below", action="store_true", help="with the folders below IMAGES_DIR")
    parser.add_argument(
        "--propose", action="store_true", help="propose a trimap for photographs without one"
    )
    parser.add_argument(
        "--band",
        type=float,
        default=1.0,
        metavar="FACTOR",
        help="of proposals, as `propose` has it",
    )
    declare_refinement(parser)
    again = parser.add_mutually_exclusive_group()
    again.add_argument(
        "--resume",
        action="store_true",
        help="go on with the batch in OUT_DIR: what is done stays, what failed is tried again",
    )
    again.add_argument("--anew", action="store_true", help="replace the results in OUT_DIR")
    parser.add_argument("--json", action="store_true", help="tell each event as a line of JSON")


def run(arguments: Namespace) -> int:
    """Run the batch. Ctrl+C ends it after the picture's next tile, and it can be gone on with.

    The file `batch.control` in OUT_DIR is heeded: “pause”, “stop”, anything else goes on.
    """
    orders = _orders(arguments)
    code = DONE
    with _interrupts() as is_interrupted:

        def demand() -> Demand:
            return Demand.STOP if is_interrupted() else demand_in(orders.output)

        events = batch.run(orders, resume=arguments.resume, anew=arguments.anew, demand=demand)
        for event in events:
            _tell(event, as_json=arguments.json)
            if isinstance(event, Ended):
                code = STOPPED if event.is_stopped else WRONG_INPUT if event.failed else DONE
    return code


def _orders(arguments: Namespace) -> Orders:
    folders = arguments.folders
    if len(folders) == 2 and arguments.propose:
        folders = [folders[0], None, folders[1]]
    if len(folders) != 3:
        raise UsageError(
            "A batch needs the folders of photographs, of trimaps, and of the results.",
            hint="Name three; with --propose the folder of trimaps may be left out.",
        )
    kinds: list[Kind] = []
    for word in arguments.outputs.split(","):
        kind = next((known for known in KINDS if known == word.strip()), None)
        if kind is None:
            raise UsageError(
                f"“{word.strip()}” is nothing that can be written.",
                hint=f"Choose from {', '.join(KINDS)}, with commas between.",
            )
        kinds.append(kind)
    return Orders(
        images=folders[0],
        trimaps=folders[1],
        output=folders[2],
        model=arguments.model,
        device=arguments.device,
        mixing=arguments.mixing,
        kinds=tuple(dict.fromkeys(kinds)),
        pattern=arguments.names,
        depth=Depth(arguments.depth) if arguments.depth else None,
        colours=Colours(arguments.colours) if arguments.colours else None,
        refinement=refinement_of(arguments),
        propose=arguments.propose,
        band=arguments.band,
        below=arguments.below,
    )


@contextmanager
def _interrupts() -> "Iterator[_Asked]":
    """Ctrl+C is noted, and not raised amid the writing of a file; a second one is."""
    asked = _Asked()
    before = signal.signal(signal.SIGINT, asked.note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


class _Asked:
    def __init__(self) -> None:
        self._times = 0

    def __call__(self) -> bool:
        return self._times > 0

    def note(self, _number: int, _frame: FrameType | None) -> None:
        self._times += 1
        if self._times > 1:
            raise KeyboardInterrupt


def _tell(event: Event, *, as_json: bool) -> None:
    if as_json:
        _tell_json(event)
    elif isinstance(event, Started):
        again = f", {event.done} of them done already" if event.done else ""
        print(f"{event.total} pictures{again}", flush=True)
    elif isinstance(event, Told):
        result = event.result
        at = f"{event.done + event.failed}"
        if result.status == "failed":
            print(f"{at} {result.name}: {result.message}\n{result.hint}", file=sys.stderr)
        else:
            left = f", about {_time(event.left)} left" if event.left else ""
            remark = f" ({result.message})" if result.message else ""
            print(f"{at} {result.name}: {result.seconds:.2f} s{left}{remark}", flush=True)
    elif isinstance(event, Paused):
        print("Paused; write “go” into batch.control to go on.", flush=True)
    elif isinstance(event, Ended):
        done = len(event.results) - event.failed
        end = "stopped; --resume goes on" if event.is_stopped else f"{event.failed} failed"
        print(f"{done} of {event.total} done, {end} → {event.report}")


def _tell_json(event: Event) -> None:
    values = {"event": type(event).__name__.lower()} | asdict(event)
    if isinstance(event, Ended):
        values |= {"report": str(event.report), "failed": event.failed}
        values["results"] = len(event.results)
    print(json.dumps(values, ensure_ascii=False), flush=True)


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"


COMMAND = Command("Matte a folder of photographs at a time.", declare, run)
