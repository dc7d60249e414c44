"""What is compared, as it is laid over and beside the canvas."""

from PySide6.QtCore import QEvent, QObject, QRect, Slot
from PySide6.QtGui import QColor, QPainter

from app.canvas.canvas import Canvas
from app.canvas.rects import scaled
from app.compare.comparison import PRESENT, Comparison, Mode, Source
from app.compare.divider import Divider
from app.compare.heat import Side
from app.compare.heat_pane import HeatPane
from app.compare.legend import Legend
from app.compare.lineup import Lineup
from app.compare.mirror import Mirror, Overlay
from app.compare.pane import Pane
from app.desk.stage import Stage
from app.document import Document
from app.looks import Look, Looks
from engine.metrics.disagreement import Disagreement

_CARD = (QColor(0, 0, 0), QColor(255, 255, 255), QColor(0, 200, 60))
"""The grounds of the fringe card beside the one that is chosen."""


class Screen(QObject):
    """Builds what a layout needs when it is chosen, and takes it away afterwards."""

    def __init__(
        self,
        stage: Stage,
        canvas: Canvas,
        document: Document,
        looks: Looks,
        comparison: Comparison,
        lineup: Lineup,
    ) -> None:
        super().__init__(canvas)
        self._stage = stage
        self._canvas = canvas
        self._document = document
        self._looks = looks
        self._comparison = comparison
        self._lineup = lineup
        self._surround = QColor(0x2A, 0x2A, 0x2A)
        self._built: tuple[object, ...] = ()
        self._left: Pane | None = None
        self._right: Pane | None = None
        self._heat: HeatPane | None = None
        self._veil: HeatPane | None = None
        self._mirrors: list[Mirror] = []
        self.overlays: list[Overlay] = [self._paint_veil]
        """What lies over both sides alike, the map of differences first."""
        self.divider = Divider(canvas, comparison)
        self.legend = Legend(canvas, stage.hint)
        self._found: Disagreement | None = None
        canvas.covers.append(self._paint)
        canvas.installEventFilter(self)
        comparison.divider_moved.connect(canvas.update)

    def set_surround(self, colour: QColor) -> None:
        """The neutral grey around the picture."""
        self._surround = colour
        for pane in (self._left, self._right, self._heat, self._veil):
            if pane is not None:
                pane.set_surround(colour)

    def tell(self, found: Disagreement | None) -> None:
        """What is known of the difference."""
        self._found = found
        self.legend.tell(found)
        for heat in (self._heat, self._veil):
            if heat is not None and found is not None:
                heat.set_top(found.top)

    @Slot()
    def arrange(self) -> None:
        """Lay out what the comparison says."""
        comparison, lineup = self._comparison, self._lineup
        sides = tuple(
            lineup.shown(source) if source else None
            for source in (comparison.left, comparison.right)
        )
        is_map = comparison.shows_map
        wanted = (comparison.mode, is_map, comparison.left, comparison.right, *sides)
        if wanted != self._built:
            self._built = wanted
            self._clear()
            self._build(comparison.mode)
            self._canvas.update()

    def _build(self, mode: Mode) -> None:
        comparison = self._comparison
        if mode is Mode.DIFFERENCE:
            self._heat = self._build_heat(veil=False)
        elif comparison.shows_map:
            self._veil = self._build_heat(veil=True)
        if mode in (Mode.WIPE, Mode.SIDE_BY_SIDE):
            if comparison.left != PRESENT:
                self._left = self._pane(comparison.left)
            if comparison.right is not None:
                self._right = self._pane(comparison.right)
        if mode is Mode.SIDE_BY_SIDE and self._right is not None:
            self._mirrors = [Mirror(self._canvas, self._right, self.overlays)]
            self._stage.arrange([[self._canvas, *self._mirrors]])
        if mode is Mode.FRINGE:
            black, white, green = self._mirrors = [self._card(ground) for ground in _CARD]
            self._stage.arrange([[black, white], [green, self._canvas]])
        self.divider.setVisible(mode is Mode.WIPE and self._right is not None)
        self.divider.place()
        self.divider.raise_()
        self._stage.hint.raise_()
        self.legend.setVisible(self._heat is not None or self._veil is not None)
        self.tell(self._found)

    def _build_heat(self, *, veil: bool) -> HeatPane | None:
        sides = [
            Side(shown, self._lineup.finish(source))
            for source in (self._comparison.left, self._comparison.right)
            if source is not None and (shown := self._lineup.shown(source)) is not None
        ]
        if len(sides) < 2:
            return None
        heat = HeatPane(self._canvas, self._document, (sides[0], sides[1]), veil=veil)
        heat.set_surround(self._surround)
        heat.dirtied.connect(self._on_dirtied)
        heat.dirtied.connect(self.update_mirrors)
        return heat

    def _pane(self, source: Source) -> Pane | None:
        shown = self._lineup.shown(source)
        if shown is None:
            return None
        finish = self._lineup.finish(source)
        pane = Pane(self._canvas, self._document, shown, self._looks, finish=finish)
        pane.set_surround(self._surround)
        pane.dirtied.connect(self._on_dirtied)
        self._fill(pane)
        return pane

    def _card(self, colour: QColor) -> Mirror:
        """The present cut-out over a colour."""
        looks = Looks()
        looks.set_look(Look.CUTOUT)
        looks.set_colour(colour)
        document = self._document
        pane = Pane(self._canvas, document, document, looks, finish=document.finish)
        looks.setParent(pane)
        pane.set_surround(self._surround)
        return Mirror(self._canvas, pane)

    def _fill(self, pane: Pane) -> None:
        density = self._canvas.devicePixelRatioF()
        pane.fill((self._canvas.size().toSizeF() * density).toSize(), density)

    def _clear(self) -> None:
        for pane in (self._left, self._right, self._heat, self._veil):
            if pane is not None:
                pane.deleteLater()
        self._left = self._right = self._heat = self._veil = None
        if self._mirrors:
            self._stage.arrange([[self._canvas]])
            for mirror in self._mirrors:
                mirror.hide()
                mirror.deleteLater()
            self._mirrors = []

    def _paint(self, painter: QPainter, rect: QRect) -> None:
        """Over the canvas' own scene, beneath its pointer."""
        if self._heat is not None:
            self._heat.paint(painter, rect)
            painter.setClipping(False)
            return
        area = QRect(0, 0, 1 << 20, 1 << 20)
        middle = area.right()
        if self._comparison.mode is Mode.WIPE:
            width = self._canvas.width() * self._canvas.devicePixelRatioF()
            middle = round(self._comparison.divider * width)
            if self._right is not None:
                right = rect.intersected(area.translated(middle, 0))
                self._right.paint(painter, right)
        if self._left is not None:
            self._left.paint(painter, rect.intersected(QRect(0, 0, middle, area.height())))
        self._paint_veil(painter, rect)

    def _paint_veil(self, painter: QPainter, rect: QRect) -> None:
        if self._veil is not None:
            self._veil.paint(painter, rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Panes over the canvas are as large as it is."""
        if event.type() == QEvent.Type.Resize:
            for pane in (self._left, None if self._mirrors else self._right):
                if pane is not None:
                    self._fill(pane)
        return super().eventFilter(watched, event)

    @Slot()
    def update_mirrors(self) -> None:
        """What lies over both sides is another."""
        for mirror in self._mirrors:
            mirror.update()

    @Slot(QRect)
    def _on_dirtied(self, rect: QRect) -> None:
        self._canvas.update(scaled(rect, 1 / self._canvas.devicePixelRatioF()))
