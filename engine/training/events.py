"""What a run tells while it goes: frozen values, each one line of JSON in `events.jsonl`."""

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class StepDone:
    """Losses by name, averaged since the last such event; minutes of training so far."""

    step: int
    minutes: float
    rate: float
    losses: dict[str, float]


@dataclass(frozen=True)
class Validated:
    """Mean absolute and squared error over the unknown pixels of the fixed validation crops."""

    step: int
    minutes: float
    metrics: dict[str, float]


@dataclass(frozen=True)
class Saved:
    """A checkpoint and the averaged weights are on disk."""

    step: int
    minutes: float


@dataclass(frozen=True)
class Finished:
    """The run is over: its time was used up, or it was stopped."""

    step: int
    minutes: float
    stopped: bool


Event = StepDone | Validated | Saved | Finished

KINDS: dict[str, type[Event]] = {
    "step": StepDone,
    "validated": Validated,
    "saved": Saved,
    "finished": Finished,
}


def encode(event: Event) -> str:
    """One line of JSON, without the line's end."""
    kind = next(name for name, kind in KINDS.items() if kind is type(event))
    return json.dumps({"kind": kind, **asdict(event)})


def decode(line: str) -> Event:
    """The event in a line; ValueError for anything else."""
    values: Any = json.loads(line)
    try:
        kind = KINDS[values.pop("kind")]
        return kind(**values)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no event: {line!r}") from error
