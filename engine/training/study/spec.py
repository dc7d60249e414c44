"""What a study compares: a frozen value from JSON, checked where it is born."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self

from engine.errors import RunError
from engine.training.spec import RunSpec


@dataclass(frozen=True, kw_only=True)
class StudySpec:
    """A study, complete. `resources/specs/study-terms.json` is one in full.

    base: fields of RunSpec that all runs share. teachers: by name, what each teacher's run changes
    in them; none for a study without. rows: by name, what each row changes; its "teacher" names one
    of `teachers`, and need not if there is one only. seeds: every row is run once for each.
    baseline: the row that the others are compared with, or, by row, the one that each is compared
    with; rows that are left out there are baselines. every: measure on each so-many-th picture of
    the check set. published: the paper's numbers by row, shown beside ours.

    A length in `steps` is the same for all rows whatever else the machine does; `minutes` are fair
    only on a machine that does nothing else.
    """

    title: str
    base: Mapping[str, Any]
    rows: Mapping[str, Mapping[str, Any]]
    baseline: str | Mapping[str, str]
    teachers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    seeds: tuple[int, ...] = (0, 1, 2, 3, 4)
    every: int = 8
    published: Mapping[str, float] | None = None

    def __post_init__(self) -> None:
        """Raise RunError unless every run of the study can be."""
        object.__setattr__(self, "seeds", tuple(self.seeds))
        named = [self.baseline] if isinstance(self.baseline, str) else [*self._pairs()]
        for row in named:
            if row not in self.rows:
                raise RunError(
                    f"The study has no row “{row}” to compare with.",
                    hint=f"Its rows are: {', '.join(self.rows) or 'none'}.",
                )
        if len(set(self.seeds)) < max(len(self.seeds), 2):
            raise RunError(
                "A study needs two different seeds at least, each once.",
                hint="Give a list such as [0, 1, 2, 3, 4].",
            )
        for row in self.rows:
            self.run(row, self.seeds[0], dict.fromkeys(self.teachers, "weights"))
        for teacher in self.teachers:
            self.teacher_run(teacher)

    def compared_with(self, row: str) -> str:
        """The row's baseline; itself, if it is one."""
        if isinstance(self.baseline, str):
            return self.baseline
        return self.baseline.get(row, row)

    def run(self, row: str, seed: int, weights: Mapping[str, str]) -> RunSpec:
        """The run of a row; weights: where those of the teachers lie, by name."""
        changes = dict(self.rows[row])
        only = next(iter(self.teachers)) if len(self.teachers) == 1 else None
        teacher = changes.get("teacher", only)
        if teacher is not None and teacher not in self.teachers:
            raise RunError(
                f"The row “{row}” asks for a teacher “{teacher}”, which the study does not have.",
                hint=f"Its teachers are: {', '.join(self.teachers) or 'none'}.",
            )
        changes["teacher"] = None if teacher is None else weights[teacher]
        return RunSpec.from_json(json.dumps({**self.base, **changes, "seed": seed}))

    def teacher_run(self, name: str) -> RunSpec:
        """A teacher's own run."""
        return RunSpec.from_json(json.dumps({**self.base, **self.teachers[name]}))

    def _pairs(self) -> Iterator[str]:
        assert not isinstance(self.baseline, str)
        for row, other in self.baseline.items():
            yield from (row, other)

    @classmethod
    def read(cls, path: Path) -> Self:
        """The study in the file at `path`; RunError names what is wrong with it."""
        try:
            values: Any = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise RunError(
                f"The study “{path}” cannot be read: {error}.", hint="Check its name and its JSON."
            ) from error
        known = [field.name for field in fields(cls)]
        strange = sorted(set(values) - set(known)) if isinstance(values, dict) else ["no object"]
        if strange:
            raise RunError(
                f"The study has unknown fields: {', '.join(strange)}.",
                hint=f"Known fields: {', '.join(known)}.",
            )
        try:
            return cls(**values)
        except TypeError as error:
            raise RunError(
                f"The study is not complete: {error}.", hint="Give every field that it needs."
            ) from error
