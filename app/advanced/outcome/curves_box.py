"""The curves of two runs over each other, one quantity at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.advanced.outcome.row import RunRow
from app.advanced.watching.keys_of_lines import LineKeys
from app.advanced.watching.plot import Plot
from app.advanced.watching.series import Line, lines
from app.theme import Colours
from engine.runs.story import Story
from engine.training.events import StepDone, Validated

_SMOOTH = 0.6


@dataclass(frozen=True)
class Quantity:
    """A number that events tell: which of their fields it is in, and its name; "" for the sum."""

    field: str
    name: str


class CurvesBox(QWidget):
    """A choice of what is drawn, and the diagram."""

    def __init__(self, *rows: RunRow) -> None:
        super().__init__()
        self._stories = {row.name: row.story for row in rows}
        self._found = self._quantities()
        self.quantity = QComboBox()
        self.quantity.setAccessibleName(self.tr("What is drawn"))
        self.quantity.addItems(list(self._found))
        self.quantity.currentTextChanged.connect(self._draw)
        self._log = QCheckBox(self.tr("Logarithmic"))
        self._smooth = QCheckBox(self.tr("Smooth"))
        self.plot = Plot(self.tr("Curves of two runs"))
        self._keys = LineKeys(self.plot)
        self._log.toggled.connect(self.plot.set_log)
        self._smooth.toggled.connect(self._on_smooth)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.quantity, 1)
        head.addWidget(self._smooth)
        head.addWidget(self._log)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._keys)
        column.addWidget(self.plot, 1)
        self._draw()

    def _quantities(self) -> dict[str, Quantity]:
        """What either run tells, by its title: held-out errors first, then the loss."""
        titles = {"sad": "SAD", "mse": "MSE", "mean absolute error": self.tr("mean absolute error")}
        errors = dict.fromkeys(
            name for story in self._stories.values() for name in _names(story.validated, "metrics")
        )
        losses = dict.fromkeys(
            name for story in self._stories.values() for name in _names(story.steps, "losses")
        )
        whole = {self.tr("loss, all terms"): Quantity("losses", "")} if losses else {}
        return {
            **{titles.get(name, name): Quantity("metrics", name) for name in errors},
            **whole,
            **{self.tr("loss: {0}").format(name): Quantity("losses", name) for name in losses},
        }

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.plot.colour(colours)
        self._keys.refresh()

    @Slot()
    def _draw(self) -> None:
        wanted = self._found.get(self.quantity.currentText())
        drawn = {name: _line(story, wanted) for name, story in self._stories.items() if wanted}
        self.plot.show_lines({name: line for name, line in drawn.items() if line is not None})
        self.plot.fit()
        self._keys.refresh()

    @Slot(bool)
    def _on_smooth(self, smooth: bool) -> None:
        self.plot.smooth(_SMOOTH if smooth else 0.0)


def _names(events: Sequence[Validated] | Sequence[StepDone], field: str) -> list[str]:
    """A run tells the same from its first to its last step."""
    return list(getattr(events[-1], field)) if events else []


def _line(story: Story, wanted: Quantity) -> Line | None:
    events = story.validated if wanted.field == "metrics" else story.steps
    told = ((event.step, getattr(event, wanted.field)) for event in events)
    if wanted.name:
        chosen = (
            (step, {"": values[wanted.name]}) for step, values in told if wanted.name in values
        )
    else:
        chosen = ((step, {"": sum(values.values())}) for step, values in told)
    return lines(chosen).get("")
