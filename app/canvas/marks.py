"""What lies over the picture and moves with the hand: ring, lasso, and a few words."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from app.canvas.hand import Hand
from app.canvas.lasso import Outline
from app.canvas.outline import draw_outline, outline_rect, tip_rect
from app.canvas.pointing import nowhere
from app.canvas.ring import draw_ring, ring_rect
from app.canvas.tag import draw_tag, tag_rect
from app.canvas.viewport import Viewport
from app.tints import Tints


class Marks:
    """Knows where its marks are, so that only what they covered is painted again.

    All sizes and places are in device pixels.
    """

    def __init__(self, hand: Hand, tints: Tints) -> None:
        self._hand = hand
        self._tints = tints
        self.density = 1.0
        """Device pixels for one of the desktop."""
        self._pen = nowhere()
        self._radius = 0.0
        self._ring = self._tag = QRect()
        self._outline: Outline | None = None
        self._outline_rect = QRect()
        self._viewport = Viewport(0, 0)

    def place(self, pen: QPointF, radius: float, viewport: Viewport, area: QRect) -> list[QRect]:
        """Put the marks where the pen is, over a view of `area`; what is to be painted again."""
        touched = [self._ring, self._tag, *self._trace(viewport)]
        self._pen, self._radius = pen, radius
        is_shown = self._hand.shows_ring and area.contains(pen.toPoint())
        self._ring = ring_rect(pen, radius) if is_shown else QRect()
        note = self._hand.note
        self._tag = tag_rect(pen, note, area, self.density) if note else QRect()
        return [rect for rect in (*touched, self._ring, self._tag) if not rect.isEmpty()]

    def draw(self, painter: QPainter) -> None:
        """Draw them over what the painter has."""
        if self._outline is not None:
            draw_outline(
                painter, self._outline, self._viewport, self._tints.colour(self._outline.code)
            )
        if not self._ring.isEmpty():
            draw_ring(painter, self._pen, self._radius, self._tints.colour(self._hand.code))
        if not self._tag.isEmpty():
            draw_tag(painter, self._tag, self._hand.note, self.density)

    def _trace(self, viewport: Viewport) -> list[QRect]:
        """Follow the lasso; the rectangles in which it looks otherwise."""
        old, old_rect, new = self._outline, self._outline_rect, self._hand.outline
        is_same_view, self._viewport = viewport == self._viewport, viewport
        self._outline = new
        self._outline_rect = outline_rect(new, viewport) if new else QRect()
        if old is None or new is None or not is_same_view or old.code != new.code:
            return [old_rect, self._outline_rect]
        return [tip_rect(old, new, viewport)]
