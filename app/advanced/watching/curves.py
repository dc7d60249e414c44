"""The curves of a run: each term of its loss, and its errors on what it does not learn from."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.advanced.watching.keys_of_lines import LineKeys
from app.advanced.watching.plot import Plot
from app.advanced.watching.series import lines
from app.icons import icon
from app.theme import Colours
from engine.runs.story import Story

_ERRORS = {"sad": "SAD", "mse": "MSE"}
_MOST_SMOOTH = 98
_FIRST_SMOOTH = 60


class Curves(QWidget):
    """Three diagrams, each moved and zoomed by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story: Story | None = None
        self.losses = Plot(self.tr("Losses"))
        self.errors = {
            name: Plot(self.tr("{0} on held-out crops").format(title))
            for name, title in _ERRORS.items()
        }
        self._plots = [self.losses, *self.errors.values()]
        self._keys = [LineKeys(plot) for plot in self._plots]
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, _MOST_SMOOTH)
        self.smoothing.setFixedWidth(120)
        self.smoothing.setAccessibleName(self.tr("Smoothing of the losses"))
        self.smoothing.setToolTip(self.tr("Smoothing of the losses"))
        self.log = QCheckBox(self.tr("Logarithmic"))
        self.fit = QToolButton()
        self.fit.setObjectName("quiet")
        self.fit.setAccessibleName(self.tr("Show all"))
        self.fit.setToolTip(self.tr("Show all. Drag to move, turn the wheel to zoom"))
        self.smoothing.valueChanged.connect(self._on_smoothing)
        self.log.toggled.connect(self._on_log)
        self.fit.clicked.connect(self._on_fit)
        self._lay_out()
        self.smoothing.setValue(_FIRST_SMOOTH)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(_title(self.losses))
        bar.addStretch(1)
        label = QLabel(self.tr("Smoothing"))
        label.setObjectName("note")
        for widget in (label, self.smoothing, self.log, self.fit):
            bar.addWidget(widget)
        below = QGridLayout()
        below.setHorizontalSpacing(12)
        below.setVerticalSpacing(2)
        for place, (plot, keys) in enumerate(zip(self._plots[1:], self._keys[1:], strict=True)):
            below.addWidget(_title(plot), 0, place)
            below.addWidget(keys, 1, place)
            below.addWidget(plot, 2, place)
            below.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self._keys[0])
        column.addWidget(self.losses, 3)
        column.addSpacing(4)
        column.addLayout(below, 2)

    def show_story(self, story: Story | None) -> None:
        """Draw what is new in a run's story; None for no run."""
        before, self._story = self._story, story
        if story is None or before is None or story.folder != before.folder:
            before = None
            self._on_fit()
        steps = story.steps if story is not None else ()
        if before is None or steps is not before.steps:
            self.losses.show_lines(lines((event.step, event.losses) for event in steps))
            self._keys[0].refresh()
        validated = story.validated if story is not None else ()
        if before is None or validated is not before.validated:
            told = lines((event.step, event.metrics) for event in validated)
            for (name, plot), keys in zip(self.errors.items(), self._keys[1:], strict=True):
                plot.show_lines({_ERRORS[name]: told[name]} if name in told else {})
                keys.refresh()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.fit.setIcon(icon("fit-to-page-outline", colours))
        for plot, keys in zip(self._plots, self._keys, strict=True):
            plot.colour(colours)
            keys.refresh()

    @Slot(int)
    def _on_smoothing(self, percent: int) -> None:
        self.losses.smooth(percent / 100)

    @Slot(bool)
    def _on_log(self, log: bool) -> None:
        for plot in self._plots:
            plot.set_log(log)

    @Slot()
    def _on_fit(self) -> None:
        for plot in self._plots:
            plot.fit()


def _title(plot: Plot) -> QLabel:
    label = QLabel(plot.accessibleName())
    label.setObjectName("topic")
    return label
