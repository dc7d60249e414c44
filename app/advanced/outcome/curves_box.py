"""The curves of two runs over each other, one quantity at a time."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.advanced.outcome.row import RunRow
from app.advanced.watching.keys_of_lines import LineKeys
from app.advanced.watching.plot import Plot
from app.advanced.watching.series import Line, lines
from app.theme import Colours
from engine.runs.story import Story

_SMOOTH = 0.6


class CurvesBox(QWidget):
    """A choice of what is drawn, and the diagram."""

    def __init__(self, *rows: RunRow) -> None:
        super().__init__()
        self._curves = {row.name: self._of(row.story) for row in rows}
        self.quantity = QComboBox()
        self.quantity.setAccessibleName(self.tr("What is drawn"))
        names = dict.fromkeys(name for curves in self._curves.values() for name in curves)
        self.quantity.addItems(list(names))
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

    def _of(self, story: Story) -> dict[str, Line]:
        """Held-out errors first, then the loss and its terms."""
        errors = lines((event.step, event.metrics) for event in story.validated)
        losses = lines((event.step, event.losses) for event in story.steps)
        whole = lines((event.step, {"": sum(event.losses.values())}) for event in story.steps)
        named = {"sad": "SAD", "mse": "MSE", "mean absolute error": self.tr("mean absolute error")}
        return {
            **{named.get(name, name): line for name, line in errors.items()},
            **{self.tr("loss, all terms"): line for line in whole.values()},
            **{self.tr("loss: {0}").format(name): line for name, line in losses.items()},
        }

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.plot.colour(colours)
        self._keys.refresh()

    @Slot()
    def _draw(self) -> None:
        wanted = self.quantity.currentText()
        drawn = {name: curves[wanted] for name, curves in self._curves.items() if wanted in curves}
        self.plot.show_lines(drawn)
        self.plot.fit()
        self._keys.refresh()

    @Slot(bool)
    def _on_smooth(self, smooth: bool) -> None:
        self.plot.smooth(_SMOOTH if smooth else 0.0)
