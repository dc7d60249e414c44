"""What a run has told so far, and how it stands: all that a window needs to show it."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, cast

from engine.errors import EngineError
from engine.training import control, presence
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
from engine.training.files import EVENTS, SPEC
from engine.training.reading import read_on
from engine.training.spec import RunSpec

State = Literal["waiting", "running", "paused", "finished", "stopped", "died", "failed"]
LOG = "log.txt"
"""In a run's folder: what its process, and the libraries in it, had to say besides."""
BEGINNING = "\n--- begins "
"""Starts the line in the log under which a process writes."""

_LONGEST_LOG = 1 << 16
"""Bytes of a log's end that are looked at."""

_ERROR = re.compile(r"[\w.]*(Error|Exception|Interrupt|Exit)\b")
"""The last line of a traceback begins so; others are what libraries say by the way."""

_E = TypeVar("_E", bound=Event)


@dataclass(frozen=True)
class Story:
    """A run as it stands.

    spec: None when it cannot be read, which `trouble` then tells. state: “died” is a process that
    ended without a word, “failed” one that said why. trouble: what went wrong, for people, and
    remedy: what to do about it; empty when nothing did. started: the last time that it began or
    went on. steps, validated, previewed, saved, slept: in the order of their steps; what was told
    of steps that a run which went on from its checkpoint took back is left out.
    """

    folder: Path
    spec: RunSpec | None
    state: State
    trouble: str = ""
    remedy: str = ""
    started: Started | None = None
    steps: tuple[StepDone, ...] = ()
    validated: tuple[Validated, ...] = ()
    previewed: tuple[Previewed, ...] = ()
    saved: tuple[Saved, ...] = ()
    slept: tuple[Slept, ...] = ()
    finished: Finished | None = None
    is_starting: bool = False
    """Its process is alive, and has told nothing yet."""
    is_ending: bool = False
    """It was told to stop, and is still at it."""

    @property
    def is_alive(self) -> bool:
        """Whether a process is at it, be it one that waits until it is told to go on."""
        return self.state in ("running", "paused")

    @property
    def step(self) -> int:
        """The last that was told of."""
        events = (self.finished, self.started, *self.steps[-1:], *self.saved[-1:])
        return max((event.step for event in events if event is not None), default=0)

    @property
    def minutes(self) -> float:
        """Of training so far."""
        events = (self.finished, self.started, *self.steps[-1:], *self.saved[-1:])
        return max((event.minutes for event in events if event is not None), default=0.0)

    @property
    def share(self) -> float:
        """How much of the run is over, in [0, 1]."""
        if self.spec is None:
            return 0.0
        done = self.step / self.spec.steps if self.spec.steps else self.minutes / self.spec.minutes
        return min(1.0, done)


def told(folder: Path) -> Story:
    """The story of the run in `folder` from its beginning."""
    return Follower(folder).look()


class Follower:
    """Reads a run's story on from where it was; looking twice a second is cheap."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._begin()

    def _begin(self) -> None:
        self._place = 0
        self._told: dict[type[object], list[Event]] = {}
        self._last: Event | None = None
        self._tuples: dict[type[object], tuple[Event, ...]] = {}
        self._spec: RunSpec | None = None
        self._is_wrong: EngineError | None = None

    def look(self) -> Story:
        """The run as it stands now."""
        # before the events: what it tells last of all is then never missed
        is_alive = presence.is_alive(self.folder)
        self._read_on()
        self._read_spec()
        state = self._state(is_alive)
        trouble, remedy = self._trouble(state)
        return Story(
            folder=self.folder,
            spec=self._spec,
            state=state,
            trouble=trouble,
            remedy=remedy,
            started=self._latest(Started),
            steps=self._all(StepDone),
            validated=self._all(Validated),
            previewed=self._all(Previewed),
            saved=self._all(Saved),
            slept=self._all(Slept),
            finished=self._last if isinstance(self._last, Finished) else None,
            is_starting=is_alive and self._is_starting(),
            is_ending=is_alive and control.is_stopping(self.folder),
        )

    def _read_on(self) -> None:
        path = self.folder / EVENTS
        try:
            if path.stat().st_size < self._place:  # another run's
                self._begin()
            events, self._place = read_on(path, self._place)
        except OSError:
            return
        for event in events:
            if isinstance(event, Started):
                self._take_back(event.step)
            self._told.setdefault(type(event), []).append(event)
            self._tuples.pop(type(event), None)
            self._last = event

    def _take_back(self, step: int) -> None:
        """The run begins, or goes on, at this step: what was told of later ones came to nothing."""
        self._tuples.clear()
        for events in self._told.values():
            events[:] = [event for event in events if event.step <= step]

    def _read_spec(self) -> None:
        if self._spec is None:
            try:
                self._spec, self._is_wrong = RunSpec.read(self.folder / SPEC), None
            except EngineError as error:
                self._is_wrong = error

    def _state(self, is_alive: bool) -> State:
        if is_alive:
            return "paused" if control.is_paused(self.folder) else "running"
        match self._last:
            case Finished(stopped=True):
                return "stopped"
            case Finished():
                return "finished"
            case Failed():
                return "failed"
            case None if self._is_wrong is not None:
                return "failed"
            case None if not presence.was_announced(self.folder):
                return "waiting"
        return "died"

    def _is_starting(self) -> bool:
        process, started = presence.process(self.folder), self._latest(Started)
        if process is None:
            return False
        return started is None or started.at < process.create_time()

    def _trouble(self, state: State) -> tuple[str, str]:
        if isinstance(self._last, Failed) and state == "failed":
            return self._last.message, self._last.hint
        if self._is_wrong is not None:
            return self._is_wrong.message, self._is_wrong.hint
        return _of_the_dead(self.folder, self._latest(Saved)) if state == "died" else ("", "")

    def _latest(self, kind: type[_E]) -> _E | None:
        found = self._all(kind)
        return found[-1] if found else None

    def _all(self, kind: type[_E]) -> tuple[_E, ...]:
        if kind not in self._tuples:
            self._tuples[kind] = tuple(self._told.get(kind, ()))
        return cast("tuple[_E, ...]", self._tuples[kind])


def end_of(log: Path) -> str:
    """What a log says last; empty if there is none."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _LONGEST_LOG))
            return file.read().decode("utf-8", errors="replace")
    except OSError:
        return ""


def _of_the_dead(folder: Path, saved: Saved | None) -> tuple[str, str]:
    """What a process has left that ended without a word."""
    last = _last_line(folder / LOG)
    message = "The run's process was ended, or memory ran out."
    if "memory" in last.lower():
        message = "Memory ran out while the run learnt: a smaller batch or crop needs less."
    elif _ERROR.match(last):
        message = f"The run's process ended with an error: {last}"
    hint = "It had saved nothing yet: let it begin again."
    if saved is not None:
        hint = f"What it had learnt up to step {saved.step} is kept: let it go on from there."
    return message, hint


def _last_line(log: Path) -> str:
    """The end of what was said since the process was started last; empty if that is nothing."""
    said = end_of(log).rpartition(BEGINNING)[2]
    lines = [line.strip() for line in said.splitlines()[1:]]
    return next((line for line in reversed(lines) if line), "")
