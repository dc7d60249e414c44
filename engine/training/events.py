"""What a run tells while it goes: frozen values, each one line of JSON in `events.jsonl`."""

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Started:
    """A run begins, or goes on: what earlier events tell of later steps did not come to pass."""

    step: int
    minutes: float
    device: str
    precision: str
    processes: int
    at: float = field(default=0.0, compare=False)
    """Seconds since 1970; 0 in runs from before that was told."""


@dataclass(frozen=True)
class StepDone:
    """Losses by name, averaged since the last such event; minutes of training so far."""

    step: int
    minutes: float
    rate: float
    losses: dict[str, float]


@dataclass(frozen=True)
class Validated:
    """Errors over the unknown pixels of the fixed validation crops.

    "mean absolute error" and "mse" per pixel, "sad" the mean over crops, in thousands.
    """

    step: int
    minutes: float
    metrics: dict[str, float]


@dataclass(frozen=True)
class Previewed:
    """The fixed pictures were matted; files: the alphas' names, in the run's folder."""

    step: int
    minutes: float
    files: list[str]


@dataclass(frozen=True)
class Saved:
    """A checkpoint and the averaged weights are on disk."""

    step: int
    minutes: float


@dataclass(frozen=True)
class Finished:
    """The run is over: its length was reached, or it was stopped."""

    step: int
    minutes: float
    stopped: bool


@dataclass(frozen=True)
class Failed:
    """The run cannot go on: why, in a sentence, and the remedy in another."""

    step: int
    minutes: float
    message: str
    hint: str


@dataclass(frozen=True)
class Slept:
    """The computer slept for so many seconds, which are no minutes of training; the run goes on."""

    step: int
    minutes: float
    seconds: float


Event = Started | StepDone | Validated | Previewed | Saved | Finished | Failed | Slept

KINDS: dict[str, type[Event]] = {
    "started": Started,
    "step": StepDone,
    "validated": Validated,
    "previewed": Previewed,
    "saved": Saved,
    "finished": Finished,
    "failed": Failed,
    "slept": Slept,
}


_MOST = 2**53
"""Steps and minutes are below it."""


def encode(event: Event) -> str:
    """One line of JSON, without the line's end."""
    kind = next(name for name, kind in KINDS.items() if kind is type(event))
    return json.dumps({"kind": kind, **asdict(event)})


def decode(line: str) -> Event:
    """The event in a line; ValueError for anything else: who shows runs may trust its fields."""
    try:
        values: Any = json.loads(line)
        kind = KINDS[values.pop("kind")]
        event = kind(**values)
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("no event") from error
    for named in fields(event):
        if not _fits(getattr(event, named.name), named.type):
            raise ValueError(f"no event: {named.name}")
    return event


def _fits(value: Any, kind: Any) -> bool:
    """Whether a field of such a type may hold this."""
    if kind in (int, float):
        return isinstance(value, kind | int) and _is_number(value) and 0 <= value < _MOST
    if kind == dict[str, float]:  # of a loss that is lost, too
        return isinstance(value, dict) and all(map(_is_number, value.values()))
    if kind == list[str]:
        return isinstance(value, list) and all(isinstance(part, str) for part in value)
    return isinstance(value, kind)


def _is_number(value: Any) -> bool:
    """What others may reckon with; that may be NaN, or endless."""
    is_plain = isinstance(value, int | float) and not isinstance(value, bool)
    return is_plain and (isinstance(value, float) or abs(value) < _MOST)
