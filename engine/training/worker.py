"""The process of a run: `python -m engine.training.worker SPEC.json RUN [--resume]`.

Events go to `RUN/events.jsonl` and, one line each, to standard output. Several processes share a
run when torchrun starts them: `torchrun --nproc-per-node N -m engine.training.worker …`; see
`SCALING.md` beside this file.
"""

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from engine.errors import EngineError, RunError
from engine.imaging.placing import write_whole
from engine.threads import let_sleep
from engine.training import control, lock, presence
from engine.training.events import Event, Failed, encode
from engine.training.files import CHECKPOINT, EVENTS, SPEC, WEIGHTS
from engine.training.reading import read_on
from engine.training.spec import RunSpec

Listener = Callable[[Event], None]


def parser() -> argparse.ArgumentParser:
    """What the worker can be told; its manual page is made of it, too."""
    parser = argparse.ArgumentParser(
        prog="gossamer-train", description="The process of one training run, told by its files."
    )
    parser.add_argument("spec", type=Path, metavar="SPEC.json", help="what to train")
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of the run")
    parser.add_argument("--resume", action="store_true", help="go on where the run stopped")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the time is up or the control file says stop; 2 for a person's mistake."""
    options = parser().parse_args(arguments)
    let_sleep()
    try:
        spec = RunSpec.read(options.spec)
        _outlive(options.run)
        with _lines_on_stdout() as listener:
            run(spec, options.run, listener, options.resume)
    except EngineError as error:
        sys.stderr.write(f"{error.message}\n{error.hint}\n")
        return 2
    return 0


def _outlive(folder: Path) -> None:
    """Go on when the terminal or window that started this is closed; save first when told to end.

    A cluster's scheduler says SIGTERM some time before it kills.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if not folder.is_dir():
            raise SystemExit(128 + signal.SIGTERM)
        control.say(folder, "stop")

    if _is_first():
        signal.signal(signal.SIGTERM, stop)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)


def run(spec: RunSpec, folder: Path, listener: Listener, resume: bool) -> None:
    """Train in `folder`, writing every event there and telling it to `listener`.

    Raises RunError if the folder holds a run, unless `resume`; if it holds none or one of another
    network, with `resume`; and what `engine.training.loop.train` raises. Nothing is written before
    all that can be checked beforehand has been.
    """
    if not _is_first():
        _follow(spec, folder)
        return
    with ExitStack() as held:
        require_fitting(spec, folder, resume)
        if resume:
            held.enter_context(lock.held(folder))
            held.enter_context(_taken(folder, listener))
        # torch, only now that the spec is known to be sound
        from engine.training.loop import train
        from engine.training.processes import joined

        events = train(spec, folder, held.enter_context(joined()))
        try:
            if not resume:
                folder.mkdir(parents=True, exist_ok=True)
                held.enter_context(lock.held(folder))
                require_fitting(spec, folder, resume)
                held.enter_context(_taken(folder, listener))
            write_whole(folder / SPEC, spec.to_json().encode())
            _write(events, folder, listener)
        except OSError as error:
            raise RunError(
                f"The run cannot be written to “{folder}” ({error.strerror}).",
                hint="Choose another folder, or make room there.",
            ) from error


@contextmanager
def _taken(folder: Path, listener: Listener) -> Iterator[None]:
    """Note that this process trains in `folder`; what stops it is told as the last event."""
    presence.announce(folder)
    control.forget(folder)
    try:
        yield
    except EngineError as error:
        with contextlib.suppress(OSError):
            _tell_failure(folder, listener, error)
        raise
    finally:
        presence.leave(folder)


def _tell_failure(folder: Path, listener: Listener, error: EngineError) -> None:
    told, _end = read_on(folder / EVENTS)
    step, minutes = (told[-1].step, told[-1].minutes) if told else (0, 0.0)
    failed = Failed(step, minutes, error.message, error.hint)
    _end_last_line(folder / EVENTS)
    with (folder / EVENTS).open("a", encoding="utf-8") as file:
        file.write(encode(failed) + "\n")
    listener(failed)


def _is_first() -> bool:
    """Whether this process writes, tells and obeys; the others that torchrun starts follow."""
    return os.environ.get("RANK", "0") == "0"


def _follow(spec: RunSpec, folder: Path) -> None:
    """Take part in a run whose first process is another one, which tells and writes everything."""
    from engine.training.loop import train
    from engine.training.processes import joined

    with joined() as processes:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the first process stops all, having saved
        for _ in train(spec, folder, processes):
            pass


def _write(events: Iterator[Event], folder: Path, listener: Listener) -> None:
    from engine.training import boards

    board = boards.listener(folder)
    _end_last_line(folder / EVENTS)
    with (folder / EVENTS).open("a", encoding="utf-8", buffering=1) as file:
        for event in events:
            file.write(encode(event) + "\n")
            if board is not None:
                board(event)
            listener(event)


def require_fitting(spec: RunSpec, folder: Path, resume: bool) -> None:
    """Raise RunError unless the run of `spec` can begin in `folder`, or go on with `resume`."""
    there = (folder / SPEC).exists()
    if there and not resume:
        raise RunError(
            f"“{folder}” already holds a run.", hint="Resume it, or name another folder."
        )
    if resume and not there:
        raise RunError(
            f"“{folder}” holds no run to go on with.", hint="Name its folder, or start it afresh."
        )
    if there and (before := RunSpec.read(folder / SPEC).network) != spec.network:
        raise RunError(
            f"The run in “{folder}” trains “{before}”, the spec “{spec.network}”.",
            hint="Resume with the spec that the run was started with, or name another folder.",
        )
    if there and not (folder / CHECKPOINT).exists() and _has_saved(folder / EVENTS):
        raise RunError(
            f"The checkpoint of the run in “{folder}” is gone.",
            hint=f"Put “{CHECKPOINT}” back, or begin another run with “{WEIGHTS}” of this one"
            " (“start”).",
        )


def _has_saved(events: Path) -> bool:
    """Whether the run has told of a checkpoint."""
    return events.exists() and '{"kind": "saved"' in events.read_text(encoding="utf-8")


def _end_last_line(path: Path) -> None:
    """A run that was killed may have left half a line: the next event shall not join it."""
    if path.exists() and path.read_bytes()[-1:] not in (b"", b"\n"):
        with path.open("ab") as file:
            file.write(b"\n")


@contextmanager
def _lines_on_stdout() -> Iterator[Listener]:
    """A listener that writes lines to standard output, which nothing else reaches meanwhile.

    Libraries that print do so on stderr. The run goes on when nobody reads its lines any more.
    """
    sys.stdout.flush()
    lines = os.dup(1)
    os.dup2(2, 1)

    def listener(event: Event) -> None:
        with contextlib.suppress(OSError):
            os.write(lines, f"{encode(event)}\n".encode())

    try:
        yield listener
    finally:
        sys.stdout.flush()  # what libraries printed, and Python holds back, is none of the lines
        os.dup2(lines, 1)
        os.close(lines)


def leave(code: int) -> None:
    """End the process; one of several without tearing down.

    Threads of the link between processes may still run while what they stand on is destroyed, and
    then abort a process whose work is done.
    """
    if int(os.environ.get("WORLD_SIZE", "1")) > 1:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    leave(main())
