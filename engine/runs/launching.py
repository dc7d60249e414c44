"""Starting, steering and ending the process of a run, which outlives whoever started it."""

import sys
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import psutil

from engine.data.outputs import make_folder
from engine.errors import RunError
from engine.imaging.placing import write_whole
from engine.runs.processes import end, packaged, python, spawned
from engine.runs.story import BEGINNING, LOG, told
from engine.training import control, presence
from engine.training.files import SPEC
from engine.training.spec import RunSpec
from engine.training.worker import require_fitting

_NICENESS = 5


def prepare(spec: RunSpec, folder: Path) -> None:
    """Write down what the run in `folder` is to do, without beginning it.

    RunError if the folder holds one already, OutputError if it cannot be written.
    """
    make_folder(folder)
    require_fitting(spec, folder, resume=False)
    write_whole(folder / SPEC, spec.to_json().encode())


def start(spec: RunSpec, folder: Path, processes: int = 1) -> None:
    """Begin a run in a folder of its own, with so many processes that share each batch.

    RunError and OutputError as from `prepare` and `go_on`.
    """
    prepare(spec, folder)
    go_on(folder, processes)


def go_on(folder: Path, processes: int | None = None) -> None:
    """Begin the run that was prepared in `folder`, or let it go on from where it saved last.

    processes: as it had the last time unless named. RunError if it runs already, or cannot go on.
    """
    spec = RunSpec.read(folder / SPEC)
    require_fitting(spec, folder, resume=True)
    if presence.is_alive(folder):
        raise RunError(
            f"The run in “{folder}” is under way already.", hint="Wait until it has ended."
        )
    where = presence.working_folder(folder)
    told_to = command(folder, processes or _processes(folder))
    try:
        with (folder / LOG).open("a", encoding="utf-8") as log:
            log.write(f"{BEGINNING}{datetime.now():%Y-%m-%d %H:%M:%S} ---\n")
            log.flush()
            control.forget(folder)
            number = _detached(told_to, log.fileno(), where)
    except OSError as error:
        raise RunError(
            f"The run cannot be written to “{folder}” ({error.strerror}).",
            hint="Choose another folder, or make room there.",
        ) from error
    presence.announce(folder, number, where)


def _processes(folder: Path) -> int:
    started = told(folder).started
    return started.processes if started is not None else 1


def command(folder: Path, processes: int = 1) -> list[str]:
    """The program, and what to tell it, that goes on with the run in `folder`."""
    arguments = [str(folder / SPEC), str(folder), "--resume"]
    worker = packaged("gossamer-train")
    if worker is None:
        return [*python("engine.runs.work", processes), *arguments]
    if processes > 1:
        raise RunError(
            "The installed program trains in one process.",
            hint="Choose one process, or run the spec from the program's source.",
        )
    return [worker, *arguments]


def pause(folder: Path) -> None:
    """Let the run wait after the step under way."""
    control.say(folder, "pause")


def resume(folder: Path) -> None:
    """Let a run that waits go on."""
    control.say(folder, "resume")


def stop(folder: Path) -> None:
    """Let the run save and end after the step under way; it can go on later."""
    control.say(folder, "stop")


def kill(folder: Path) -> None:
    """End the run's processes at once; what it has learnt since it saved last is lost."""
    process = presence.process(folder)
    if process is not None:
        end(process)


def _detached(command: list[str], log: int, where: Path | None) -> int:
    """Begin a process that outlives this one; its number."""
    process = spawned(command, errors=log, where=where, detached=True)
    with suppress(psutil.Error):  # whoever paints meanwhile goes first
        lowest = sys.platform == "win32" and psutil.BELOW_NORMAL_PRIORITY_CLASS
        psutil.Process(process.pid).nice(lowest or _NICENESS)
    # one that has ended stays in the system's table until somebody asks how it ended
    threading.Thread(target=process.wait, daemon=True).start()
    return process.pid
