"""The stages of a teacher and of a student, as they are drawn and picked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StageShape:
    """A stage as it is drawn. shared: the other network has one of its name, so it can be picked.

    stride: one place of it stands for stride × stride pixels. normed: it has what the term `ofd`
    needs.
    """

    name: str
    width: int
    stride: int
    shared: bool
    normed: bool


@dataclass(frozen=True)
class Plan:
    """What can be compared in a pair; published: the stages that are, unless others are picked."""

    teacher: tuple[StageShape, ...]
    student: tuple[StageShape, ...]
    published: tuple[str, ...]
