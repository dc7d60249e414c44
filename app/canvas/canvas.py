"""The canvas: a view that lends its events to the hand, and shows where the hand is."""

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import (
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
from app.canvas.hand import Hand
from app.canvas.marks import Marks
from app.canvas.pointing import is_mouse, nowhere
from app.canvas.view import View
from app.document import Document
from app.looks import Looks
from engine.trimap.paint import Box

_NOTCH = 120.0


class Canvas(View):
    """The picture, as it is painted on."""

    def __init__(
        self, document: Document, brush: Brush, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, looks, parent)
        self._brush = brush
        self.hand = Hand(document, brush, looks, self._easel, self)
        self.marks = Marks(self.hand, looks.tints)
        self._pen = nowhere()  # in device pixels
        self.wheel_sizes = False  # what the wheel does alone; with Ctrl it does the other
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Canvas"))
        brush.changed.connect(self._update_pointer)
        self.zoom_changed.connect(self._move_marks)
        self.hand.changed.connect(self._update_pointer)
        self.hand.picture_dragged.connect(self._on_picture_dragged)
        self.hand.veil_changed.connect(self._on_veil_changed)

    @Slot()
    def _on_image_changed(self) -> None:
        self.hand.forget()
        super()._on_image_changed()
        self._update_pointer()

    @Slot(object)
    def _on_trimap_changed(self, boxes: tuple[Box, ...]) -> None:
        self.hand.abandon_stroke()  # it was begun on what is no more
        super()._on_trimap_changed(boxes)

    @Slot()
    def _on_veil_changed(self) -> None:
        self._scene.invalidate()
        self.update()

    @Slot(QPoint)
    def _on_picture_dragged(self, offset: QPoint) -> None:
        self._look_at(self.viewport.moved(offset.x(), offset.y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks lie over everything."""
        super().paintEvent(event)
        density = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.scale(1 / density, 1 / density)
        self.marks.draw(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marks are drawn as finely as the screen is."""
        self.marks.density = self.devicePixelRatioF()
        super().resizeEvent(event)

    def _radius(self) -> float:
        return self._brush.diameter / 2 * self.viewport.scale

    @Slot()
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
        elif not self._hold(event, held=True):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space, Tab and Alt come up."""
        if not self._hold(event, held=False):
            super().keyReleaseEvent(event)

    def _hold(self, event: QKeyEvent, *, held: bool) -> bool:
        """A key goes down or up; False for one that means nothing.

        One that repeats is held on: were it not taken, Tab would move the focus in the parent.
        """
        keys = self.hand.held
        if not keys.means(event.key()):
            return False
        if not event.isAutoRepeat():
            keys.turn(event.key(), down=held)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays held when the keys go elsewhere."""
        self.hand.held.let_go()
        super().focusOutEvent(event)
