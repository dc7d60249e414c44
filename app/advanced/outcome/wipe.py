"""Two mattes of one picture under a wipe, zoomed with the wheel and moved with the pointer."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.advanced.outcome.plate import Plate
from app.canvas.rects import scaled
from app.canvas.scene import Scene
from app.canvas.viewport import Viewport
from app.compare.comparison import Comparison
from app.compare.divider import Divider
from app.compare.nothing import Nothing
from app.looks import Look, Looks
from app.theme import DARK, Colours

_NOTCH = 1.25
_PAD, _RIM = 8, 10


class Wipe(QWidget):
    """The left plate up to the divider, the right one beyond it, each with its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(self.tr("Two mattes under a wipe"))
        self.looks = Looks(parent=self)
        self.looks.set_look(Look.ALPHA)
        self.looks.changed.connect(self._on_looks_changed)
        self.comparison = Comparison(parent=self)
        self.comparison.divider_moved.connect(self.update)
        self._divider = Divider(self, self.comparison)
        self._sides: tuple[tuple[str, Plate], ...] = ()
        self._scenes: tuple[Scene, ...] = ()
        self._viewport = Viewport(0, 0)
        self._grasped: QPoint | None = None
        self._is_fitted = True
        self._colours = DARK

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands at the left, and at the right."""
        return tuple(title for title, _ in self._sides)

    def show_sides(self, *sides: tuple[str, Plate]) -> None:
        """Show one plate, or two; one of the size of the last is seen where that was."""
        before = self._sides[0][1].image.shape[:2] if self._sides else None
        self._sides = sides
        self._scenes = tuple(Scene(plate, self.looks, Nothing()) for _, plate in sides)
        for scene in self._scenes:
            scene.set_surround(QColor(self._colours.surround))
            scene.set_density(self.devicePixelRatioF())
            scene.resize(self._size())
        if sides and sides[0][1].image.shape[:2] != before:
            self.fit()
        self._look()
        self._divider.setVisible(len(sides) == 2)
        self._divider.place()
        self._divider.raise_()

    def fit(self) -> None:
        """The whole picture, as large as there is room."""
        self._is_fitted = True
        if self._sides:
            height, width = self._sides[0][1].image.shape[:2]
            size = self._size()
            viewport = Viewport(width, height)
            self._viewport = viewport.fitted(size.width(), size.height(), enlarge=True)
            self._look()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._colours = colours
        for scene in self._scenes:
            scene.set_surround(QColor(colours.surround))
        self.update()

    def _size(self) -> QSize:
        return (self.size().toSizeF() * self.devicePixelRatioF()).toSize()

    def _look_at(self, viewport: Viewport) -> None:
        """Look elsewhere, but never where nothing of the picture is."""
        size = self._size()
        self._is_fitted = False
        self._viewport = viewport.kept_near(size.width(), size.height())
        self._look()

    def _look(self) -> None:
        for scene in self._scenes:
            scene.look_at(self._viewport)
        self.update()

    @Slot()
    def _on_looks_changed(self) -> None:
        for scene in self._scenes:
            scene.invalidate()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, unless somebody has zoomed."""
        super().resizeEvent(event)
        for scene in self._scenes:
            scene.resize(self._size())
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        density = self.devicePixelRatioF()
        factor = _NOTCH ** (event.angleDelta().y() / 120)
        place = event.position() * density
        scale = self._viewport.scale * factor
        self._look_at(self._viewport.zoomed(scale, place.x(), place.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grasp the picture."""
        self._grasped = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._grasped is None or not event.buttons():
            return
        density = self.devicePixelRatioF()
        way = event.position().toPoint() - self._grasped
        self._grasped = event.position().toPoint()
        self._look_at(self._viewport.moved(round(way.x() * density), round(way.y() * density)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grasped = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The whole picture again."""
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both sides, and what they are called."""
        painter = QPainter(self)
        density = self.devicePixelRatioF()
        painter.scale(1 / density, 1 / density)
        rect = scaled(event.rect(), density)
        painter.fillRect(rect, QColor(self._colours.surround))
        middle = round(self.comparison.divider * self.width() * density)
        rooms = (QRect(0, 0, middle, 1 << 20), QRect(middle, 0, 1 << 20, 1 << 20))
        for scene, room in zip(self._scenes, rooms, strict=False):
            scene.paint(painter, rect.intersected(room) if len(self._scenes) == 2 else rect)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for title, at_right in zip(self.titles, (False, True), strict=False):
            self._name(painter, title, at_right=at_right)
        painter.end()

    def _name(self, painter: QPainter, title: str, *, at_right: bool) -> None:
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(title) + 2 * _PAD
        left = self.width() - width - _RIM if at_right else _RIM
        box = QRect(left, _RIM, width, metrics.height() + _PAD)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)

    def event(self, event: QEvent) -> bool:
        """Another screen may be denser."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            for scene in self._scenes:
                scene.set_density(self.devicePixelRatioF())
                scene.resize(self._size())
            self.fit()
        return super().event(event)
