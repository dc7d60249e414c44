"""A run as the table shows it: what it was, how far it came, and the room it takes."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.numbers import number, short_number, wide
from engine.runs.story import Story
from engine.training.files import WEIGHTS
from engine.training.spec import RunSpec

_POINTS = 84
"""Of the small curve, which has no room for more."""


@dataclass(frozen=True)
class RunRow:
    """One run: its story, the bytes of its folder, and a small curve.

    The curve is the validation's SAD as the run went on, or the loss where nothing was validated.
    """

    story: Story
    size: int
    has_weights: bool
    curve: tuple[float, ...] = ()

    @property
    def folder(self) -> Path:
        """The run's folder."""
        return self.story.folder

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name


def row_of(story: Story) -> RunRow:
    """The row of a run; it looks at every file of its folder, so it is for another thread."""
    size = 0
    for path in story.folder.rglob("*"):
        try:
            size += path.stat().st_size if path.is_file() else 0
        except OSError:  # written anew just now, or taken away
            continue
    return RunRow(story, size, (story.folder / WEIGHTS).is_file(), _curve(story))


def _curve(story: Story) -> tuple[float, ...]:
    validated = [event.metrics.get("sad") for event in story.validated]
    found = [value for value in validated if value is not None]
    if len(found) < 2:
        every = -(-len(story.steps) // _POINTS) or 1
        found = [sum(event.losses.values()) for event in story.steps[::every]]
    return tuple(found[:: -(-len(found) // _POINTS) or 1])


def spec_words(spec: RunSpec | None) -> str:
    """A spec in one line: network, teacher and terms, length."""
    translate = QCoreApplication.translate
    if spec is None:
        return translate("RunRow", "The spec cannot be read")
    title = wide(spec.network, spec.width)
    if spec.teacher is None:
        method = translate("RunRow", "no teacher")
    elif spec.compares_features:
        method = " + ".join(spec.terms)
    else:
        method = translate("RunRow", "its alpha only")
    if spec.steps is not None:
        length = translate("RunRow", "{0} steps").format(number(spec.steps))
    else:
        length = translate("RunRow", "{0} min").format(short_number(spec.minutes, 1))
    return " · ".join((title, method, length))


def metric_words(row: RunRow) -> str:
    """What it came to: validation SAD and MSE, steps, and room on disk."""
    translate, story = QCoreApplication.translate, row.story
    parts = []
    if story.validated:
        last = story.validated[-1].metrics
        sad, mse = last.get("sad"), last.get("mse")
        if sad is not None:
            parts.append(f"SAD {number(sad, 3)}")
        if mse is not None:
            parts.append(f"MSE {number(mse, 4)}")
    else:
        parts.append(translate("RunRow", "step {0}").format(number(story.step)))
    parts.append(size_words(row.size))
    return " · ".join(parts)


def size_words(size: int) -> str:
    """Bytes as people read them."""
    if size >= 1e9:
        return f"{number(size / 1e9, 1)} GB"
    return f"{number(size / 1e6, 1 if size < 1e7 else 0)} MB"
