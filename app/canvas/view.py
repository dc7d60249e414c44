"""The canvas: shows the scene, looks at any part of it, and lends its events to the hand."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

from app.brush import Brush
from app.canvas.ants import Ants
from app.canvas.easel import Easel
from app.canvas.hand import Hand
from app.canvas.marks import Marks
from app.canvas.pointing import is_mouse, nowhere
from app.canvas.rects import fewer, scaled
from app.canvas.scene import Scene
from app.canvas.shown import Cover
from app.canvas.viewport import Viewport
from app.document import Document
from app.looks import Looks
from engine.trimap.paint import Box

_NOTCH = 120.0
_ZOOM = 1.25
"""Factor of one notch of the wheel."""


class Canvas(QWidget):
    """The picture and nothing else, on neutral grey."""

    zoom_changed = Signal()

    def __init__(
        self, document: Document, brush: Brush, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._brush = brush
        self._looks = looks
        self._easel = Easel(document, self)
        self._scene = Scene(document, looks, self._easel, document.finish)
        self.hand = Hand(document, brush, looks, self._easel, self)
        self.wheel_sizes = False  # what the wheel does alone; with Ctrl it does the other
        self.covers: list[Cover] = []
        self._is_fitted = True
        self._pen = nowhere()  # in device pixels
        self.marks = Marks(self.hand, looks.tints)
        self._ants = Ants(looks, self._easel.read, self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(self.tr("Canvas"))
        document.image_changed.connect(self._on_image_changed)
        document.trimap_changed.connect(self._on_trimap_changed)
        document.piece_laid.connect(self._on_piece_laid)
        for other in (document.alpha_changed, document.foreground_changed, document.finish.refined):
            other.connect(self._on_matte_changed)
        document.finish.cleaned.connect(self._on_piece_laid)
        looks.changed.connect(self._on_looks_changed)
        brush.changed.connect(self._update_pointer)
        self._easel.touched.connect(self._on_touched)
        self._ants.stepped.connect(self._update_device)
        self.hand.changed.connect(self._update_pointer)
        self.hand.picture_dragged.connect(self._on_picture_dragged)
        self.hand.veil_changed.connect(self._on_veil_changed)

    @property
    def viewport(self) -> Viewport:
        """Where the picture lies, in device pixels."""
        return self._scene.viewport

    def fit(self) -> None:
        """Show the whole picture, and keep it whole when the window grows."""
        area = self._area()
        self._look_at(self.viewport.fitted(area.width(), area.height()))
        self._is_fitted = True

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom, holding a place (in device pixels) still: the middle unless given."""
        if not self._document.is_empty:
            at = at or QPointF(self._area().center())
            self._look_at(self.viewport.zoomed(scale, at.x(), at.y()))

    def zoom_by(self, notches: float, at: QPointF | None = None) -> None:
        """Zoom in, or out for negative notches; 100 % is never jumped over."""
        old = self.viewport.scale
        scale = old * _ZOOM**notches
        self.zoom_to(1.0 if old < 1 < scale or scale < 1 < old else scale, at)

    def seen(self) -> Box:
        """The part of the picture that is on the screen."""
        area = self._area()
        return self.viewport.seen(area.width(), area.height())

    def show_part(self, box: Box) -> None:
        """Look at a part of the picture: all of it, as large as it fits."""
        area = self._area()
        self._look_at(self.viewport.framing(box, area.width(), area.height()))

    def set_surround(self, colour: QColor) -> None:
        """The neutral grey around the picture."""
        self._scene.set_surround(colour)
        self.update()

    def _look_at(self, viewport: Viewport) -> None:
        area = self._area()
        viewport = viewport.kept_near(area.width(), area.height())
        self._is_fitted = False
        if viewport != self.viewport:
            self._scene.look_at(viewport)
            self._move_marks()
            self.update()
            self.zoom_changed.emit()

    def _area(self) -> QRect:
        density = self.devicePixelRatioF()
        return QRect(0, 0, round(self.width() * density), round(self.height() * density))

    @Slot()
    def _on_image_changed(self) -> None:
        self.hand.forget()
        self._scene.open_document()
        self._ants.forget()
        self.fit()
        self._update_pointer()
        self.update()
        self.zoom_changed.emit()

    @Slot(object)
    def _on_trimap_changed(self, boxes: tuple[Box, ...]) -> None:
        self.hand.abandon_stroke()  # it was begun on what is no more
        for box in fewer(boxes):
            self._update_trimap(box, self._scene.refresh_trimap(box))

    @Slot(object)
    def _on_touched(self, box: Box) -> None:
        self._update_trimap(box, self._scene.refresh(box))

    @Slot(object)
    def _on_piece_laid(self, box: Box) -> None:
        self._update_device(self._scene.refresh_matte(box))

    @Slot()
    def _on_matte_changed(self) -> None:
        self._scene.forget_matte()
        self.update()

    @Slot()
    def _on_looks_changed(self) -> None:
        self._scene.set_tint(self._looks.tint)
        self._scene.invalidate()
        self.update()

    @Slot()
    def _on_veil_changed(self) -> None:
        self._scene.invalidate()
        self.update()

    @Slot(QPoint)
    def _on_picture_dragged(self, offset: QPoint) -> None:
        self._look_at(self.viewport.moved(offset.x(), offset.y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what stands in the scene, then draw the marks."""
        density = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.scale(1 / density, 1 / density)
        dirty = scaled(event.rect(), density)
        self._scene.paint(painter, dirty)
        self._ants.draw(painter, self.viewport, self._area().size(), dirty)
        for cover in self.covers:
            painter.save()
            cover(painter, dirty)
            painter.restore()
        self.marks.draw(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        self._scene.set_density(self.devicePixelRatioF())
        self.marks.density = self.devicePixelRatioF()
        self._scene.resize(self._area().size())
        if self._is_fitted:
            self.fit()
        super().resizeEvent(event)

    def _update_trimap(self, box: Box, touched: QRect) -> None:
        where = self._scene.on_screen(box)
        self._ants.refresh(where)
        self._update_device(touched.united(where) if self._ants.are_shown else touched)

    @Slot(QRect)
    def _update_device(self, rect: QRect) -> None:
        self.update(scaled(rect, 1 / self.devicePixelRatioF()))

    def _radius(self) -> float:
        return self._brush.diameter / 2 * self.viewport.scale

    def _move_marks(self) -> None:
        for rect in self.marks.place(self._pen, self._radius(), self.viewport, self._area()):
            self._update_device(rect)

    @Slot()
    def _update_pointer(self) -> None:
        self.setCursor(self.hand.cursor)
        self._move_marks()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The keys follow the pointer, unless somebody is writing."""
        writing = isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox)
        if self.isActiveWindow() and not writing:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The ring goes with the pointer."""
        self._pen = nowhere()
        self._move_marks()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """For the hand."""
        if is_mouse(event):
            self.hand.press(event, self.viewport, self.devicePixelRatioF())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """For the ring and the hand."""
        if is_mouse(event):
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """For the hand."""
        if is_mouse(event):
            self.hand.release(event, self.viewport, self.devicePixelRatioF())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen does what a mouse does, and its pressure is the size of the brush."""
        if event.type() == QEvent.Type.TabletPress:
            self.hand.press(event, self.viewport, self.devicePixelRatioF())
        elif event.type() == QEvent.Type.TabletRelease:
            self.hand.release(event, self.viewport, self.devicePixelRatioF())
        else:
            self._follow(event)
        event.accept()  # else Qt makes a mouse event of it

    def _follow(self, event: QMouseEvent | QTabletEvent) -> None:
        self._pen = event.position() * self.devicePixelRatioF()
        self.hand.move(event, self.viewport, self.devicePixelRatioF())
        self._move_marks()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; with Ctrl the brush grows and shrinks, or the other way round."""
        # with Alt held some systems turn the wheel sideways
        notches = (event.angleDelta().y() or event.angleDelta().x()) / _NOTCH
        if self.wheel_sizes != bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self._brush.grow(notches)
        else:
            self.zoom_by(notches, event.position() * self.devicePixelRatioF())
        self._move_marks()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """While there is a stroke all keys belong to it: Escape drops it, none undoes below."""
        is_shortcut = event.type() == QEvent.Type.ShortcutOverride
        if is_shortcut and isinstance(event, QKeyEvent) and self.hand.claims(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab means something here as long as it is a key of a gesture; Shift+Tab leaves."""
        keeps = forward and self.hand.held.means(Qt.Key.Key_Tab)
        return False if keeps else super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Tab and Alt go down; other keys end a gesture, or drop it."""
        if self.hand.strike(event):
            event.accept()
        elif event.isAutoRepeat() or not self.hand.held.hold(event.key(), held=True):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space, Tab and Alt come up."""
        if event.isAutoRepeat() or not self.hand.held.hold(event.key(), held=False):
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays held when the keys go elsewhere."""
        self.hand.held.let_go()
        super().focusOutEvent(event)
