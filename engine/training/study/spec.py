"""What a study compares: a frozen value from JSON, checked where it is born."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from engine.errors import RunError
from engine.training.spec import RunSpec


@dataclass(frozen=True, kw_only=True)
class StudySpec:
    """A study, complete. `resources/specs/study-terms.json` is one in full.

    base: fields of RunSpec that all runs share; teacher: what the teacher's run changes in them, or
    None for a study without one; rows: by name, what each row changes. seeds: every row is run once
    for each. baseline: the row that the others are compared with. every: measure on each so-many-th
    picture of the check set. published: the paper's numbers by row, shown beside ours.
    """

    title: str
    base: Mapping[str, Any]
    rows: Mapping[str, Mapping[str, Any]]
    baseline: str
    teacher: Mapping[str, Any] | None = None
    seeds: tuple[int, ...] = (0, 1, 2, 3, 4)
    every: int = 8
    published: Mapping[str, float] | None = None

    def __post_init__(self) -> None:
        """Raise RunError unless every run of the study can be."""
        object.__setattr__(self, "seeds", tuple(self.seeds))
        if self.baseline not in self.rows:
            raise RunError(
                f"The study has no row “{self.baseline}” to compare with.",
                hint=f"Its rows are: {', '.join(self.rows) or 'none'}.",
            )
        if len(set(self.seeds)) < max(len(self.seeds), 2):
            raise RunError(
                "A study needs two different seeds at least, each once.",
                hint="Give a list such as [0, 1, 2, 3, 4].",
            )
        for row in self.rows:
            self.run(row, self.seeds[0], teacher="teacher")
        self.teacher_run()

    def run(self, row: str, seed: int, teacher: str | None) -> RunSpec:
        """The run of a row; teacher: where its weights lie, taken unless the row says otherwise."""
        changes = {"teacher": teacher, **self.rows[row]} if self.teacher else self.rows[row]
        return RunSpec.from_json(json.dumps({**self.base, **changes, "seed": seed}))

    def teacher_run(self) -> RunSpec | None:
        """The teacher's own run."""
        if self.teacher is None:
            return None
        return RunSpec.from_json(json.dumps({**self.base, **self.teacher}))

    @classmethod
    def read(cls, path: Path) -> Self:
        """The study in the file at `path`; RunError names what is wrong with it."""
        try:
            values: Any = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
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
