"""Starting, steering and ending the process of a run, which outlives whoever started it."""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import psutil

import engine
from engine.errors import RunError
from engine.runs.story import BEGINNING, LOG, told
from engine.training import control, lock, presence
from engine.training.files import SPEC
from engine.training.spec import RunSpec
from engine.training.worker import require_fitting

_NICENESS = 5
_TOGETHER = (
    *("RANK", "LOCAL_", "WORLD_SIZE", "MASTER_", "GROUP_", "ROLE_", "TORCHELASTIC_"),
    *("OMP_NUM_THREADS",),
)
"""How the names begin of what torchrun tells each of several processes."""


def prepare(spec: RunSpec, folder: Path) -> None:
    """Write down what the run in `folder` is to do, without beginning it; RunError if it cannot."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        require_fitting(spec, folder, resume=False)
        unfinished = folder / (SPEC + ".part")
        unfinished.write_text(spec.to_json(), encoding="utf-8")
        unfinished.replace(folder / SPEC)
    except OSError as error:
        raise _unwritable(folder, error) from error


def start(spec: RunSpec, folder: Path, processes: int = 1) -> None:
    """Begin a run in a folder of its own, with so many processes that share each batch.

    RunError if the folder holds one already, or cannot be written.
    """
    prepare(spec, folder)
    go_on(folder, processes)


def go_on(folder: Path, processes: int | None = None) -> None:
    """Begin the run that was prepared in `folder`, or let it go on from where it saved last.

    processes: as it had the last time unless named. RunError if it runs already, or cannot go on.
    """
    spec = RunSpec.read(folder / SPEC)
    require_fitting(spec, folder, resume=True)
    if presence.process(folder) is not None or lock.is_held(folder):
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
            process = _detached(told_to, log.fileno(), where)
    except OSError as error:
        raise _unwritable(folder, error) from error
    presence.announce(folder, process.pid, where)


def _processes(folder: Path) -> int:
    started = told(folder).started
    return started.processes if started is not None else 1


def command(folder: Path, processes: int = 1) -> list[str]:
    """The program, and what to tell it, that goes on with the run in `folder`."""
    arguments = [str(folder / SPEC), str(folder), "--resume"]
    if getattr(sys, "frozen", False):  # the package has the worker as a program of its own
        if processes > 1:
            raise RunError(
                "The installed program trains in one process.",
                hint="Choose one process, or run the spec from the program's source.",
            )
        worker = Path(sys.executable).with_name("gossamer-train")
        return [str(worker.with_suffix(Path(sys.executable).suffix)), *arguments]
    module = ["-m", "engine.runs.work"]
    if processes > 1:
        module = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node"] + [
            str(processes),
            *module,
        ]
    return [sys.executable, *module, *arguments]


def pause(folder: Path) -> None:
    """Let the run wait after the step under way."""
    _say(folder, "pause")


def resume(folder: Path) -> None:
    """Let a run that waits go on."""
    _say(folder, "resume")


def stop(folder: Path) -> None:
    """Let the run save and end after the step under way; it can go on later."""
    _say(folder, "stop")


def kill(folder: Path) -> None:
    """End the run's processes at once; what it has learnt since it saved last is lost."""
    first = presence.process(folder)
    if first is None:
        return
    with suppress(psutil.Error):
        others = first.children(recursive=True)
        for process in (first, *others):
            with suppress(psutil.Error):
                process.kill()
        psutil.wait_procs([first, *others], timeout=5)


def _detached(command: list[str], log: int, where: Path | None) -> subprocess.Popen[bytes]:
    """In a session of its own, so that what ends this process or its terminal leaves it alone."""
    # not what torchrun told this process, should the next run of the queue be started by one
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(_TOGETHER)
    }
    if not getattr(sys, "frozen", False):  # the same code, wherever it is started
        paths = [str(Path(engine.__file__).parents[1]), environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=log,
        cwd=where,
        env=environment,
        start_new_session=True,
        creationflags=flags,
    )
    with suppress(psutil.Error):  # whoever paints meanwhile goes first
        lowest = sys.platform == "win32" and psutil.BELOW_NORMAL_PRIORITY_CLASS
        psutil.Process(process.pid).nice(lowest or _NICENESS)
    # one that has ended stays in the system's table until somebody asks how it ended
    threading.Thread(target=process.wait, daemon=True).start()
    return process


def _say(folder: Path, word: str) -> None:
    try:
        control.say(folder, word)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> RunError:
    return RunError(
        f"The run cannot be written to “{folder}” ({error.strerror}).",
        hint="Choose another folder, or make room there.",
    )
