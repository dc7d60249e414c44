"""What a training run is to do: a frozen value, in and out of JSON, checked where it is born."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal, Self

from engine.catalog import require_name
from engine.errors import RunError

Precision = Literal["auto", "float32", "bfloat16"]


@dataclass(frozen=True, kw_only=True)
class RunSpec:
    """One run, complete.

    network: a name of `engine.catalog`; start: weights to begin with (a safetensors file), or None.
    foregrounds, backgrounds: folders; an empty foregrounds draws every foreground.
    minutes: how long to train; the learning rate follows a cosine down to zero over that time.
    batch: samples a step; crop: side of the crops that are learnt from, in pixels.
    rate: the highest learning rate (Adam with decoupled weight decay); warm_up: steps to reach it.
    procedural: share of foregrounds that are drawn rather than read.
    average: decay of the moving average of the weights, which is what a run delivers.
    precision: bfloat16 where the processor computes it natively, or as told.
    """

    network: str
    foregrounds: str = ""
    backgrounds: str = ""
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
    validate_every: int = 500
    save_every: int = 500

    def __post_init__(self) -> None:
        """Raise RunError for a value no run can have."""
        require_name(self.network)
        for name in ("minutes", "batch", "rate", "threads", "validate_every", "save_every"):
            if getattr(self, name) <= 0:
                raise RunError(
                    f"“{name}” is {getattr(self, name)}.", hint=f"Give “{name}” a value above 0."
                )
        if self.crop < 64 or self.crop % 32:
            raise RunError(
                f"A crop of {self.crop} pixels cannot be learnt from.",
                hint="Choose a multiple of 32, from 64 up.",
            )
        if not 0 <= self.procedural <= 1 or not 0 <= self.average < 1:
            raise RunError(
                "“procedural” and “average” are shares.", hint="Give them values from 0 to 1."
            )

    def to_json(self) -> str:
        """The spec as a JSON object, one field a line."""
        return json.dumps(asdict(self), indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The spec in `text`; RunError names what is wrong with it."""
        try:
            values: Any = json.loads(text)
        except json.JSONDecodeError as error:
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
        try:
            return cls(**values)
        except TypeError as error:
            raise RunError(f"The spec is wrong: {error}.", hint="Mend that field.") from error

    @classmethod
    def read(cls, path: Path) -> Self:
        """The spec in the file at `path`."""
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RunError(f"The spec “{path}” cannot be read.", hint="Check its name.") from error
        return cls.from_json(text)
