"""What a training run is to do: a frozen value, in and out of JSON, checked where it is born."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal, Self, get_args

from engine.catalog import LEAST_WIDTH, MOST_WIDTH, require_name
from engine.errors import RunError
from engine.training import checks
from engine.training.combinations import require_possible

Precision = Literal["auto", "float32", "bfloat16", "float16"]
Device = Literal["auto", "cpu", "cuda", "mps"]

_ABOVE_ZERO = (
    *("minutes", "steps", "batch", "accumulate", "rate", "threads"),
    *("report_every", "validate_every", "save_every"),
)
_NOT_BELOW_ZERO = (
    *("warm_up", "weight_decay", "laplacian", "seed", "workers", "w1", "w2"),
    "preview_composites",
)
_SHARES = ("procedural", "freeze_norms", "w1")


@dataclass(frozen=True, kw_only=True)
class RunSpec:
    """One run, complete. `resources/specs/example.json` is one in full.

    network: a name of `engine.catalog`; width: factor of its inner widths, for studies; start:
    weights to begin with (a safetensors file), or None.
    foregrounds, backgrounds: folders; without foregrounds all are drawn, without backgrounds all
    are smooth colours. more_foregrounds: further folders of them; all files are drawn alike often.
    data: what is in them all, [{"source", "licence"}], for the card of the weights.
    minutes: how long to train; steps: how many steps to train instead, in which case the clock has
    no say, and None for minutes. The learning rate follows a cosine down to zero over that length.
    batch: samples a step, over all processes; accumulate: pieces that each process takes its part
    of them in, one after the other, for less memory. crop: side of what is learnt from, in pixels.
    rate: the highest learning rate (Adam with decoupled weight decay, which `weight_decay` is);
    warm_up: steps to reach it. laplacian: weight of that loss beside the plain one, 0 for none.
    procedural: share of foregrounds that are drawn rather than read.
    average: decay of the moving average of the weights, which is what a run delivers.
    freeze_norms: share of the run after which batch norms keep their statistics (1: never).
    seed: what every draw follows from; workers: processes that compose samples (0: the run's own).
    threads: of the processor, for learning. device: "auto" for CUDA, else Metal, else the
    processor. precision: 16 bits where the device computes in them natively, or as told.
    report_every, validate_every, save_every: steps.
    preview_composites: held-out composites that are matted at each validation; previews: further
    pictures for it, [{"image", "trimap"}].

    teacher: weights that the student learns from beside the targets, a name in the library or a
    .safetensors file with its card; None for a student (or teacher) that learns from targets
    alone. Then, as in SPKD's equation 5, w1: the teacher's share of the alpha losses; w2: weight of
    the features' terms, named in `terms` and taken at `stages` (None: those that the paper
    compares). See `engine.distill`.
    """

    network: str
    width: float = 1.0
    foregrounds: str = ""
    more_foregrounds: tuple[str, ...] = ()
    backgrounds: str = ""
    data: tuple[dict[str, str], ...] = ()
    start: str | None = None
    minutes: float = 60.0
    steps: int | None = None
    batch: int = 16
    accumulate: int = 1
    crop: int = 256
    rate: float = 1e-3
    warm_up: int = 200
    weight_decay: float = 1e-4
    laplacian: float = 0.5
    procedural: float = 0.25
    average: float = 0.999
    freeze_norms: float = 1.0
    seed: int = 0
    workers: int = 1
    threads: int = 1
    device: Device = "auto"
    precision: Precision = "auto"
    teacher: str | None = None
    w1: float = 0.5
    w2: float = 1.0
    terms: tuple[str, ...] = ("spatial", "channel")
    stages: tuple[str, ...] | None = None
    report_every: int = 50
    validate_every: int = 500
    save_every: int = 500
    preview_composites: int = 3
    previews: tuple[dict[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Raise RunError for a value no run can have, WeightsError for an unknown network."""
        for field in fields(self):
            if field.type in checks.KINDS:
                checks.require_kind(
                    field.name, getattr(self, field.name), *checks.KINDS[field.type]
                )
        require_name(self.network)
        self._require_sizes()
        self._require_choices()
        keep = object.__setattr__
        keep(self, "data", checks.records("data", self.data, ("source", "licence"), "data set"))
        keep(
            self,
            "previews",
            checks.records("previews", self.previews, ("image", "trimap"), "picture"),
        )
        keep(self, "more_foregrounds", checks.names("more_foregrounds", self.more_foregrounds))
        keep(self, "terms", checks.names("terms", self.terms))
        if self.stages is not None:
            keep(self, "stages", checks.names("stages", self.stages))
        require_possible(
            self.terms,
            self.stages,
            pictures=self.batch // self.accumulate,
            taught=self.compares_features,
        )

    @property
    def compares_features(self) -> bool:
        """Whether the student's features have to come near a teacher's."""
        return self.teacher is not None and self.w2 > 0

    def _require_sizes(self) -> None:
        for name in (*_ABOVE_ZERO, *_NOT_BELOW_ZERO):
            value, least = getattr(self, name), "above 0" if name in _ABOVE_ZERO else "of 0 or more"
            if value is not None and (value < 0 or (value == 0 and name in _ABOVE_ZERO)):
                raise RunError(f"“{name}” is {value}.", hint=f"Give it a value {least}.")
        for name in _SHARES:
            checks.require_share(name, getattr(self, name))
        if not LEAST_WIDTH <= self.width <= MOST_WIDTH:
            raise RunError(f"“width” is {self.width}.", hint="Give it a value from 0.05 to 4.")
        if not 0 <= self.average < 1:
            raise RunError(
                f"“average” is {self.average}.", hint="Give it a value from 0 to below 1."
            )

    def _require_choices(self) -> None:
        checks.require_choice("precision", self.precision, get_args(Precision))
        checks.require_choice("device", self.device, get_args(Device))
        if self.crop < 64 or self.crop % 32:
            raise RunError(
                f"A crop of {self.crop} pixels cannot be learnt from.",
                hint="Choose a multiple of 32, from 64 up.",
            )
        if self.batch % self.accumulate:
            raise RunError(
                f"A batch of {self.batch} cannot be taken in {self.accumulate} equal pieces.",
                hint="Choose a batch that is a multiple of “accumulate”.",
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
