"""Runs that wait for each other: one after the other, in a list on disk.

Whoever sees that no known run is alive starts the next. That is the process of a run that has come
to its end, however it did (`engine.runs.work`), so that a night's runs need no window; and a window
that is open, so that the list goes on after a process that was killed, or a computer that was
switched off. A run that fails or is stopped does not hold up those behind it, unless the list is
held, which it is when a window is closed and what it runs is stopped.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from filelock import FileLock, Timeout

from engine.errors import EngineError, RunError
from engine.imaging.placing import write_whole
from engine.runs.folders import alive, is_run, runs_folder
from engine.runs.launching import command, go_on

FILE = "queue.json"
_PATIENCE = 10.0
"""Seconds; nobody holds the list longer than it takes to start a process."""

_ENDLESS = (OverflowError, RecursionError)
"""What a file raises that somebody has spoilt by will."""


@dataclass(frozen=True)
class Queue:
    """The folders of runs that wait, the next one first; is_held: none is to be started.

    processes: how many shall share each batch, by the folders of those of which it was named: of
    those that wait, and of those that were taken out and have not begun.
    """

    waiting: tuple[Path, ...] = ()
    is_held: bool = False
    processes: Mapping[Path, int] = field(default_factory=dict)

    def without(self, folder: Path) -> tuple[Path, ...]:
        """Those that wait, but for one."""
        return tuple(one for one in self.waiting if one != folder)

    def began(self, waiting: tuple[Path, ...], folder: Path) -> "Queue":
        """The list once the run in `folder` was begun, and those wait."""
        left = {one: count for one, count in self.processes.items() if one != folder}
        return replace(self, waiting=waiting, processes=left)


def queue() -> Queue:
    """The list as it stands; empty if it cannot be read."""
    try:
        told = json.loads((runs_folder() / FILE).read_text(encoding="utf-8"))
        folders = tuple(Path(name) for name in told["waiting"])
        named = {Path(name): int(count) for name, count in told.get("processes", {}).items()}
        return Queue(tuple(filter(is_run, folders)), told["held"] is True, named)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, *_ENDLESS):
        return Queue()


def enqueue(folder: Path, processes: int | None = None) -> None:
    """Let the run in `folder`, which was prepared or can go on, wait behind the others.

    processes: as it had the last time unless named. RunError if it could not begin with so many.
    """
    command(folder, processes or 1)  # refuses now what it would refuse in the night
    with _held():
        known = queue()
        named = dict(known.processes)
        named.pop(folder, None)
        if processes is not None:
            named[folder] = processes
        _write(replace(known, waiting=(*known.without(folder), folder), processes=named))


def take_out(folder: Path) -> None:
    """Let a run wait no longer; nothing of it is touched, and its processes are remembered."""
    with _held():
        known = queue()
        _write(replace(known, waiting=known.without(folder)))


def put_first(folder: Path) -> None:
    """Let a run that waits be the next."""
    with _held():
        known = queue()
        if folder in known.waiting:
            _write(replace(known, waiting=(folder, *known.without(folder))))


def begin(folder: Path) -> None:
    """Let a run begin, or go on, now: with the processes that were named when it was put here.

    RunError as from `go_on`.
    """
    known = queue()
    if folder not in (*known.waiting, *known.processes):
        go_on(folder)
        return
    with _held():
        known = queue()
        go_on(folder, known.processes.get(folder))
        _write(known.began(known.without(folder), folder))


def hold(held: bool) -> None:
    """Start no run of the list any more; or do again."""
    with _held():
        _write(replace(queue(), is_held=held))


def advance() -> Path | None:
    """Start the next run if it is its turn; its folder, or None if nothing was started.

    One that cannot begin is passed over: it lies among the runs, and tells why when it is tried.
    """
    if not queue().waiting:
        return None
    with _held():
        known = queue()
        if known.is_held or alive():
            return None
        for place, folder in enumerate(known.waiting):
            _write(known.began(known.waiting[place + 1 :], folder))
            try:
                go_on(folder, known.processes.get(folder))
            except EngineError:
                continue
            return folder
    return None


@contextmanager
def _held() -> Iterator[None]:
    """Nobody else changes the list meanwhile; RunError if it cannot be written."""
    place = runs_folder() / FILE
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(place.with_suffix(".lock"), timeout=_PATIENCE):
            yield
    except (OSError, Timeout) as error:
        raise RunError(
            f"The list of runs that wait, “{place}”, cannot be written.",
            hint="Make room there, or see to it that you may write there.",
        ) from error


def _write(known: Queue) -> None:
    named = {str(one): count for one, count in known.processes.items() if is_run(one)}
    told = {"waiting": [*map(str, known.waiting)], "held": known.is_held, "processes": named}
    write_whole(runs_folder() / FILE, f"{json.dumps(told)}\n".encode())
