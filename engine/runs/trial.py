"""Ten seconds of a run, measured in a process of its own, and what the whole of it will take."""

import json
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from engine.errors import RunError
from engine.matting.watch import Watch
from engine.runs.processes import end, memory_of, packaged, python, spawned
from engine.training.spec import RunSpec

SECONDS = 10.0
PATIENCE = 30.0
"""Seconds that a process may take to be ready, as far as progress is told: torch, the first step.

It is not ended after them: a first step may take minutes, and the person can cancel."""

_POLL = 0.1
_HEADROOM = 1.1
"""Times the memory that was seen: validation and a longer run's heap come on top."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What a run's process found. steps took seconds; validating, saving: seconds of one of each;
    ready: seconds until the first step, and for the crops that are validated on.

    saved: bytes of a checkpoint with the weights; previewed: bytes of the previews of one
    validation. device_memory: bytes, of a graphics card. memory: bytes of all processes together.
    """

    steps: int
    seconds: float
    validating: float
    saving: float
    saved: int
    previewed: int
    device: str
    precision: str
    device_memory: int = 0
    memory: int = 0
    ready: float = 0.0

    @property
    def pace(self) -> float:
        """Steps a second."""
        return self.steps / self.seconds


@dataclass(frozen=True)
class Expected:
    """What a whole run will take: seconds on the clock, steps, bytes of memory and of disk."""

    seconds: float
    steps: int
    memory: int
    disk: int
    device_memory: int = 0


def tried(
    spec: RunSpec, processes: int = 1, watch: Watch | None = None, seconds: float = SECONDS
) -> Measured:
    """Measure steps of the run of `spec` for about so many seconds.

    RunError, DataError, … as the run itself would say; RunError too for a process that ended
    without a word, which is what the system does when memory is short. Raises Cancelled.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "spec.json"
        path.write_text(spec.to_json(), encoding="utf-8")
        with (Path(folder) / "told").open("w+", encoding="utf-8") as told:
            process = _started(command(path, seconds, processes), told.fileno())
            try:
                memory = _waited(process, watch or Watch(), seconds)
            finally:
                _ended(process)
            told.seek(0)
            return _understood(told.read(), process.returncode, memory)


def expected(spec: RunSpec, found: Measured) -> Expected:
    """What the whole run will take: its steps, and what comes now and then.

    The clock of a run in `minutes` counts learning only, so it takes longer than they say.
    """
    steps = spec.steps or max(int(spec.minutes * 60 * found.pace), 1)
    validations = steps // spec.validate_every + 1
    saves = steps // spec.save_every + 1
    apart = found.ready + validations * found.validating + saves * found.saving
    return Expected(
        seconds=steps / found.pace + apart,
        steps=steps,
        memory=int(found.memory * _HEADROOM),
        # a checkpoint is written beside the one before
        disk=2 * found.saved + validations * found.previewed,
        device_memory=int(found.device_memory * _HEADROOM),
    )


def command(spec: Path, seconds: float, processes: int = 1) -> list[str]:
    """The program, and what to tell it, that measures."""
    program = packaged("gossamer-cli")
    if program is not None:
        return [program, "distill", str(spec), "--measure", str(seconds)]
    module = python("engine.runs.measuring", processes)
    return [*module, str(spec), "--seconds", str(seconds)]


def _started(arguments: list[str], told: int) -> "subprocess.Popen[bytes]":
    try:
        return spawned(arguments, out=told)
    except OSError as error:
        raise RunError(
            f"The measurement cannot be started ({error.strerror}).",
            hint="Install Gossamer again: a part of it is not there.",
        ) from error


def _waited(process: "subprocess.Popen[bytes]", watch: Watch, seconds: float) -> int:
    """The most memory that the process and its children held at once, once it has ended."""
    began, most = time.monotonic(), 0
    while process.poll() is None:
        with suppress(psutil.Error):
            most = max(most, memory_of(psutil.Process(process.pid)))
        gone = time.monotonic() - began
        watch.reached(min(gone / (seconds + PATIENCE), 0.99))
        time.sleep(_POLL)
    return most


def _ended(process: "subprocess.Popen[bytes]") -> None:
    """End the process and its children, if they have not ended by themselves."""
    if process.poll() is None:
        with suppress(psutil.Error):
            end(psutil.Process(process.pid))
        process.wait()


def _understood(told: str, code: int, memory: int) -> Measured:
    lines = [line for line in told.splitlines() if line.startswith("{")]
    try:
        values = json.loads(lines[-1])
        if "message" in values:
            raise RunError(values["message"], hint=values["hint"])
        return Measured(**{**values, "memory": memory})
    except (IndexError, ValueError, TypeError) as error:
        raise RunError(
            f"The measurement ended without an answer (code {code}).",
            hint="Most likely memory was short: choose a smaller batch or crop, or a narrower"
            " network.",
        ) from error
