"""Processes that train or measure: the program, the start, the memory they take, and the end."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psutil

import engine

_TOGETHER = (
    *("RANK", "LOCAL_", "WORLD_SIZE", "MASTER_", "GROUP_", "ROLE_", "TORCHELASTIC_"),
    *("OMP_NUM_THREADS",),
)
"""How the names begin of what torchrun tells each of several processes."""


def packaged(name: str) -> str | None:
    """The program of that name in the package that this is; None where the source runs."""
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).with_name(name)
    return str(program.with_suffix(Path(sys.executable).suffix))


def python(module: str, processes: int) -> list[str]:
    """Python, told to run a module in so many processes that share a run."""
    shared = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)]
    return [sys.executable, *(shared if processes > 1 else []), "-m", module]


def spawned(
    command: list[str],
    *,
    out: int = subprocess.DEVNULL,
    errors: int = subprocess.DEVNULL,
    where: Path | None = None,
    detached: bool = False,
) -> "subprocess.Popen[bytes]":
    """Begin a process; OSError if it cannot be.

    out, errors: the files that its output goes to, by number. where: its working folder, this
    process's unless named. detached: in a session of its own, so that what ends this process or its
    terminal leaves it alone.
    """
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
        if detached:
            flags |= subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=errors,
        cwd=where,
        env=_environment(),
        start_new_session=detached,
        creationflags=flags,
    )


def memory_of(process: psutil.Process) -> int:
    """Bytes that a process and those it has started take; 0 if it has ended."""
    taken = 0
    with suppress(psutil.Error):
        for one in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                taken += one.memory_info().rss
    return taken


def end(process: psutil.Process) -> None:
    """End a process and those it has started at once, and wait until they are gone."""
    with suppress(psutil.Error):
        all_of_them = [process, *process.children(recursive=True)]
        for one in all_of_them:
            with suppress(psutil.Error):
                one.kill()
        psutil.wait_procs(all_of_them, timeout=5)


def _environment() -> dict[str, str]:
    """Not what torchrun told this process, should the next run of the queue be started by one."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(_TOGETHER)
    }
    if not getattr(sys, "frozen", False):  # the same code, wherever it is started
        paths = [str(Path(engine.__file__).parents[1]), environment.get("PYTHONPATH", "")]
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return environment
