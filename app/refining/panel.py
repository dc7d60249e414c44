"""The panel of refining: edge, levels, threshold, and the brush that cleans colours."""

from dataclasses import dataclass
from math import log2

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from app.actions import Actions
from app.numbers import number
from app.panels.push_button import push_button
from app.panels.value_label import VALUE_WIDTH, value_label
from engine.refine.refinement import Refinement

_PAUSE = 400
"""Milliseconds after which what the keys or the wheel chose is decided on."""
_EDGE, _OCTAVES = 50, 200
"""Ticks of the edge on either side, ten a pixel; and of gamma, a hundred a doubling."""


@dataclass(frozen=True)
class _Row:
    """One slider: what it is called, its ends, and what it says of itself."""

    name: str
    text: str
    ends: tuple[int, int]
    tip: str


class RefinePanel(QWidget):
    """Shows a refinement, and changes it: as a preview while it moves, for good when it rests."""

    previewed = Signal(object)
    """A Refinement to be looked at."""
    decided = Signal(object)
    """A Refinement to be kept."""
    strength_chosen = Signal(int)
    """Of the brush, in percent."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sliders: dict[str, QSlider] = {}
        self._values: dict[str, QLabel] = {}
        self._shown = Refinement()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._decide)
        self._left = QLabel()
        self._left.setObjectName("note")
        self._left.setWordWrap(True)
        self._left.setToolTip(
            self.tr(
                "The share of the background's colour in those of pixels that are neither clear nor"
                " dense,\nonce the cut-out was looked at. 0 is clean."
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row in self._rows():
            self._add(grid, row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for name, text in (
            ("clean", self.tr("Clean colours")),
            ("reset_refining", self.tr("Reset")),
        ):
            buttons.addWidget(push_button(actions[name], text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addLayout(buttons)
        layout.addWidget(self._left)
        self._sliders["strength"].setValue(100)
        self.show_refinement(Refinement())
        self.show_left(None)

    def _rows(self) -> tuple[_Row, ...]:
        return (
            _Row(
                "shift",
                self.tr("Edge"),
                (-_EDGE, _EDGE),
                self.tr("Moves edges inwards or outwards, by tenths of a pixel"),
            ),
            _Row("black", self.tr("Black"), (0, 99), self.tr("What is no denser becomes clear")),
            _Row("white", self.tr("White"), (1, 100), self.tr("What is no clearer becomes dense")),
            _Row(
                "gamma",
                self.tr("Middle"),
                (-_OCTAVES, _OCTAVES),
                self.tr("Makes half-clear pixels denser or clearer"),
            ),
            _Row(
                "threshold",
                self.tr("Threshold"),
                (0, 100),
                self.tr("Makes every pixel either clear or dense; off at the left end"),
            ),
            _Row(
                "strength",
                self.tr("Strength"),
                (1, 100),
                self.tr("How much of the background's colour the brush takes out"),
            ),
        )

    def _add(self, grid: QGridLayout, row: _Row) -> None:
        slider, value, label = QSlider(Qt.Orientation.Horizontal), value_label(), QLabel(row.text)
        slider.setRange(*row.ends)
        slider.setAccessibleName(row.text)
        slider.setToolTip(row.tip)
        label.setBuddy(slider)
        value.setFixedWidth(VALUE_WIDTH)
        place = grid.rowCount()
        for column, widget in enumerate((label, slider, value)):
            grid.addWidget(widget, place, column)
        self._sliders[row.name], self._values[row.name] = slider, value
        if row.name == "strength":
            slider.valueChanged.connect(self._on_strength_moved)
        else:
            slider.valueChanged.connect(self._on_moved)
            slider.sliderReleased.connect(self._decide)

    def show_refinement(self, refinement: Refinement) -> None:
        """Show one that was decided on elsewhere, too."""
        if refinement != self._shown:
            self._pause.stop()
        self._shown = refinement
        for name, ticks in _ticks(refinement).items():
            slider = self._sliders[name]
            with QSignalBlocker(slider):
                if not slider.isSliderDown():
                    slider.setValue(ticks)
        self._say()

    def show_left(self, share: float | None) -> None:
        """Show how much of the background's colour soft pixels have."""
        if share is None:
            self._left.setText(self.tr("Background left in soft pixels: –"))
        else:
            percent = number(100 * share, 1)
            self._left.setText(self.tr("Background left in soft pixels: {0} %").format(percent))

    @Slot()
    def _on_moved(self) -> None:
        black, white = self._sliders["black"], self._sliders["white"]
        if black.value() >= white.value():  # the one that is moved pushes the other
            other, ticks = (
                (white, black.value() + 1) if self.sender() is black else (black, white.value() - 1)
            )
            with QSignalBlocker(other):
                other.setValue(ticks)
        self._shown = self._chosen()
        self._say()
        self.previewed.emit(self._shown)
        if not any(slider.isSliderDown() for slider in self._sliders.values()):
            self._pause.start()

    @Slot()
    def _decide(self) -> None:
        self._pause.stop()
        self.decided.emit(self._shown)

    @Slot(int)
    def _on_strength_moved(self, percent: int) -> None:
        self._values["strength"].setText(self.tr("{0} %").format(percent))
        self.strength_chosen.emit(percent)

    def _chosen(self) -> Refinement:
        ticks = {name: slider.value() for name, slider in self._sliders.items()}
        return Refinement(
            ticks["shift"] / 10,
            ticks["black"] / 100,
            ticks["white"] / 100,
            2 ** (ticks["gamma"] / 100),
            ticks["threshold"] / 100 or None,
        )

    def _say(self) -> None:
        how, values = self._shown, self._values
        sign = "+" if how.shift > 0 else "−" if how.shift < 0 else ""
        values["shift"].setText(self.tr("{0} px").format(sign + number(abs(how.shift), 1)))
        values["black"].setText(self.tr("{0} %").format(round(100 * how.black)))
        values["white"].setText(self.tr("{0} %").format(round(100 * how.white)))
        values["gamma"].setText(number(how.gamma, 2))
        values["threshold"].setText(
            self.tr("off")
            if how.threshold is None
            else self.tr("{0} %").format(round(100 * how.threshold))
        )


def _ticks(how: Refinement) -> dict[str, int]:
    """Where each slider stands."""
    return {
        "shift": round(10 * how.shift),
        "black": round(100 * how.black),
        "white": round(100 * how.white),
        "gamma": round(100 * log2(how.gamma)),
        "threshold": round(100 * (how.threshold or 0)),
    }
