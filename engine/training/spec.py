"""What a training run is to do: a frozen value, in and out of JSON, checked where it is born."""

import json
import math
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import NoneType
from typing import Any, Literal, Self, get_args

from engine.catalog import TERMS, require_name
from engine.errors import RunError

Precision = Literal["auto", "float32", "bfloat16"]

_TOO_LARGE = 2**31

_KINDS: dict[object, tuple[tuple[type, ...], str]] = {
    str: ((str,), "a text"),
    str | None: ((str, NoneType), "a text or null"),
    int: ((int,), f"a whole number below {_TOO_LARGE}"),
    float: ((int, float), f"a number below {_TOO_LARGE}"),
}
"""What JSON gives for a field of each type, and how people call it."""

_ABOVE_ZERO = ("minutes", "batch", "rate", "threads", "validate_every", "save_every")
_NOT_BELOW_ZERO = ("warm_up", "weight_decay", "laplacian", "seed", "workers", "w1", "w2")


@dataclass(frozen=True, kw_only=True)
class RunSpec:
    """One run, complete. `resources/specs/example.json` is one in full.

    network: a name of `engine.catalog`; width: factor of its inner widths, for studies; start:
    weights to begin with (a safetensors file), or None. foregrounds, backgrounds: folders;
    without foregrounds all are drawn, without backgrounds all are smooth colours. data: what is
    in them, [{"source", "licence"}], for the card of the weights. minutes: how long to train;
    the learning rate follows a cosine down to zero over that time. batch: samples a step; crop:
    side of the crops that are learnt from, in pixels. rate: the highest learning rate (Adam
    with decoupled weight decay, which `weight_decay` is); warm_up: steps to reach it.
    laplacian: weight of that loss beside the plain one, 0 for none. procedural: share of
    foregrounds that are drawn rather than read. average: decay of the moving average of the
    weights, which is what a run delivers. seed: what every draw follows from; workers:
    processes that compose samples (0: the run's own). threads: of the processor, for learning.
    precision: bfloat16 where the processor computes it natively, or as told. validate_every,
    save_every: steps.

    teacher: weights that the student learns from beside the targets, a name in the library or a
    .safetensors file with its card; None for a student (or teacher) that learns from targets
    alone. Then, as in SPKD's equation 5, w1: the teacher's share of the alpha losses; w2:
    weight of the features' terms, named in `terms` and taken at `stages` (None: those that the
    paper compares). See `engine.distill`.
    """

    network: str
    width: float = 1.0
    foregrounds: str = ""
    backgrounds: str = ""
    data: tuple[dict[str, str], ...] = ()
    start: str | None = None
    minutes: float = 60.0
    batch: int = 16
    crop: int = 256
    rate: float = 1e-3
    warm_up: int = 200
    weight_decay: float = 1e-4
    laplacian: float = 0.5
    procedural: float = 0.25
    average: float = 0.999
    seed: int = 0
    workers: int = 1
    threads: int = 1
    precision: Precision = "auto"
    teacher: str | None = None
    w1: float = 0.5
    w2: float = 1.0
    terms: tuple[str, ...] = ("spatial", "channel")
    stages: tuple[str, ...] | None = None
    validate_every: int = 500
    save_every: int = 500

    def __post_init__(self) -> None:
        """Raise RunError for a value no run can have, WeightsError for an unknown network."""
        for field in fields(self):
            if field.type in _KINDS:
                _require_kind(field.name, getattr(self, field.name), *_KINDS[field.type])
        require_name(self.network)
        if not 0.05 <= self.width <= 4:
            raise RunError(f"“width” is {self.width}.", hint="Give it a value from 0.05 to 4.")
        for name in (*_ABOVE_ZERO, *_NOT_BELOW_ZERO):
            value, least = getattr(self, name), "above 0" if name in _ABOVE_ZERO else "of 0 or more"
            if value < 0 or (value == 0 and name in _ABOVE_ZERO):
                raise RunError(f"“{name}” is {value}.", hint=f"Give it a value {least}.")
        self._require_choices()
        object.__setattr__(self, "data", _sources(self.data))
        object.__setattr__(self, "terms", _names("terms", self.terms))
        if self.stages is not None:
            object.__setattr__(self, "stages", _names("stages", self.stages))
        self._require_method()

    def _require_method(self) -> None:
        strange = [term for term in self.terms if term not in TERMS]
        if strange:
            raise RunError(
                f"There is no distillation term “{strange[0]}”.",
                hint=f"Known terms: {', '.join(TERMS)}.",
            )
        if self.w1 > 1:
            raise RunError(f"“w1” is {self.w1}.", hint="It is a share, from 0 to 1.")

    def _require_choices(self) -> None:
        if self.precision not in get_args(Precision):
            raise RunError(
                f"There is no precision “{self.precision}”.",
                hint=f"Choose one of: {', '.join(get_args(Precision))}.",
            )
        if self.crop < 64 or self.crop % 32:
            raise RunError(
                f"A crop of {self.crop} pixels cannot be learnt from.",
                hint="Choose a multiple of 32, from 64 up.",
            )
        if not 0 <= self.procedural <= 1:
            raise RunError(
                f"“procedural” is {self.procedural}.", hint="It is a share, from 0 to 1."
            )
        if not 0 <= self.average < 1:
            raise RunError(
                f"“average” is {self.average}.", hint="Give it a value from 0 to below 1."
            )

    def to_json(self) -> str:
        """The spec as a JSON object, one field a line."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The spec in `text`; RunError names what is wrong with it."""
        try:
            values: Any = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise RunError(
                f"The spec is not JSON: {error}.", hint="Mend the line it names."
            ) from error
        if not isinstance(values, dict):
            raise RunError("The spec is not a JSON object.", hint="Start it with “{”.")
        strange = set(values) - {field.name for field in fields(cls)}
        if strange:
            raise RunError(
                f"The spec has unknown fields: {', '.join(sorted(strange))}.",
                hint=f"Known fields: {', '.join(field.name for field in fields(cls))}.",
            )
        if "network" not in values:
            raise RunError("The spec names no network.", hint='Give it a field "network".')
        return cls(**values)

    @classmethod
    def read(cls, path: Path) -> Self:
        """The spec in the file at `path`."""
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RunError(f"The spec “{path}” cannot be read.", hint="Check its name.") from error
        return cls.from_json(text)


def _require_kind(name: str, value: Any, kinds: tuple[type, ...], called: str) -> None:
    """Raise RunError unless `value` is one of `kinds`; true and false are no numbers."""
    fits = isinstance(value, kinds) and not isinstance(value, bool)
    if isinstance(value, int | float):
        fits = fits and math.isfinite(value) and value < _TOO_LARGE
    if not fits:
        raise RunError(
            f"“{name}” is {json.dumps(value, default=str)}.", hint=f"It must be {called}."
        )


def _names(field: str, names: Any) -> tuple[str, ...]:
    """A list of texts, checked."""
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise RunError(
            f"“{field}” is {json.dumps(names, ensure_ascii=False, default=str)}.",
            hint="It is a list of names.",
        )
    return tuple(names)


def _sources(data: Any) -> tuple[dict[str, str], ...]:
    """What the field “data” holds, checked."""
    if not isinstance(data, list | tuple) or not all(_is_source(item) for item in data):
        raise RunError(
            f"“data” is {json.dumps(data, ensure_ascii=False, default=str)}.",
            hint='It is a list of {"source": …, "licence": …}, one for each data set.',
        )
    return tuple(data)


def _is_source(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and set(item) == {"source", "licence"}
        and all(isinstance(word, str) and word.strip() for word in item.values())
    )
