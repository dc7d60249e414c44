"""One diagram: lines over steps, in the colours of the theme, moved and zoomed with the pointer."""

from collections.abc import Mapping

import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from app.advanced.watching.series import Line, positive, smoothed
from app.theme import Colours

LIGHT_PALETTE = (
    *("#5a46d2", "#b3541e", "#0f7b6c", "#a11f64", "#2c6fb3"),
    *("#7a6a00", "#5f6368", "#c0392b", "#3d7d1f", "#8e5bb5"),
)
DARK_PALETTE = (
    *("#9b8cff", "#f2a65a", "#5ad1b8", "#f27fb2", "#7db8f5"),
    *("#d9c74a", "#b8bcc2", "#ff8a7a", "#a5d66b", "#d7a8f5"),
)
_FEW = 100
"""Points that a line may have to be drawn thick as it is."""
_RAW = 70
"""Opacity, of 255, of what lies behind a smoothed line."""
_SPARSE = {"left": 80, "bottom": 230}
"""Pixels of a side, below which its numbers would stand too close."""


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """Shows named lines, each in a colour that stays its own."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._lines: dict[str, Line] = {}
        self._hidden: set[str] = set()
        self._pairs: dict[str, tuple[pg.PlotDataItem, pg.PlotDataItem]] = {}
        self._colours: Colours | None = None
        self._smoothing = 0.0
        self._is_log = False
        self.setAccessibleName(title)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.getViewBox().setDefaultPadding(0.04)
        self.getViewBox().setLimits(xMin=-1e9, xMax=1e12)
        self.getViewBox().sigResized.connect(self._on_resized)

    def colour_of(self, name: str) -> QColor:
        """The colour of a line, by its place among the others."""
        is_dark = self._colours is not None and self._colours.is_dark
        palette = DARK_PALETTE if is_dark else LIGHT_PALETTE
        place = list(self._lines).index(name) if name in self._lines else 0
        return QColor(palette[place % len(palette)])

    @property
    def lines(self) -> dict[str, Line]:
        """What is shown, as it was told."""
        return self._lines

    def show_lines(self, lines: Mapping[str, Line]) -> None:
        """Show these in place of those before."""
        if list(lines) != list(self._lines):
            self.clear()
            self._pairs = {name: (self._item("peak"), self._item("mean")) for name in lines}
        self._lines = dict(lines)
        self._draw()

    def _item(self, method: str) -> pg.PlotDataItem:
        """A line of no more points than there are pixels for: those of a night are many."""
        item = self.plot(antialias=True)
        item.setDownsampling(auto=True, method=method)
        item.opts["autoDownsampleFactor"] = 1.0  # samples to a pixel; five by itself
        item.setClipToView(True)
        return item

    def shows(self, name: str) -> bool:
        """Whether a line of this name is drawn, or would be."""
        return name not in self._hidden

    def show_line(self, name: str, shown: bool) -> None:
        """Show one line, or leave it out."""
        (self._hidden.discard if shown else self._hidden.add)(name)
        self._draw()

    def smooth(self, share: float) -> None:
        """How much of the mean of what was before is in each value; see `series.smoothed`."""
        self._smoothing = share
        self._draw()

    def set_log(self, log: bool) -> None:
        """Whether values go up by their logarithm."""
        self._is_log = log
        self.setLogMode(False, log)
        self._draw()

    def fit(self) -> None:
        """All of it, and what comes."""
        self.enableAutoRange()

    @Slot()
    def _on_resized(self) -> None:
        """A small diagram has fewer numbers at its sides."""
        room = self.getViewBox().size()
        for side, length in (("left", room.height()), ("bottom", room.width())):
            self.getAxis(side).setTickDensity(0.5 if length < _SPARSE[side] else 1.0)

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._colours = colours
        self.setBackground(colours.base)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(colours.line))
            axis.setTextPen(pg.mkPen(colours.faint))
            axis.setStyle(tickLength=-4)
        self.getAxis("left").setWidth(52)
        self.showGrid(x=True, y=True, alpha=0.15)
        self._draw()

    def _draw(self) -> None:
        for name, (raw, smooth) in self._pairs.items():
            line = positive(self._lines[name]) if self._is_log else self._lines[name]
            colour, shown = self.colour_of(name), self.shows(name)
            is_smooth = self._smoothing > 0 and len(line[0]) > 2
            for item in (raw, smooth):
                item.setVisible(shown)
                # a soft thick line takes twenty times as long in one piece, for its joints
                item.curve.setSegmentedLineMode("on" if len(line[0]) > _FEW else "off")
            behind = QColor(colour)
            behind.setAlpha(_RAW if is_smooth else 255)
            is_noisy = is_smooth or len(line[0]) > _FEW
            raw.setPen(pg.mkPen(behind, width=1 if is_noisy else 2))
            alone = len(line[0]) == 1
            raw.setSymbol("o" if alone else None)
            raw.setSymbolBrush(pg.mkBrush(colour))
            raw.setData(*line, connect="finite", antialias=not is_smooth)
            over = (line[0], smoothed(line[1], self._smoothing)) if is_smooth else ([], [])
            smooth.setPen(pg.mkPen(colour, width=2))
            smooth.setData(*over, connect="finite")
