"""The hand over the canvas: which tool it holds, what it drags, and which keys are held down."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QSinglePointEvent

from app.brush import Brush
from app.canvas.easel import Easel
from app.canvas.pointing import pointer_of, starts_gesture
from app.canvas.tools import BrushTool, FillTool, Tool, ToolName
from app.canvas.viewport import Viewport
from app.document import Document
from app.looks import Look, Looks


class Hand(QObject):
    """Turns presses, moves, releases and held keys into gestures of the tools and of the view."""

    gesture_finished = Signal(object, int, object)
    """What it changes (tuple[Patch, ...]), the code, and the Deed."""
    picture_dragged = Signal(QPoint)
    """By how many device pixels."""
    veil_changed = Signal()
    """A stroke that erases has begun or ended: the alpha and the cut-out show it as a veil."""
    drawing_changed = Signal(bool)
    """A gesture has begun; or it has ended, and what it changes is written."""
    changed = Signal()
    """Another cursor, or another ring, is due."""
    tool_changed = Signal()

    def __init__(
        self, document: Document, brush: Brush, looks: Looks, easel: Easel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._brush = brush
        self._looks = looks
        self._easel = easel
        self._brush_tool = BrushTool(easel, brush, self)
        self._fill_tool = FillTool(document, brush, self)
        self._name = ToolName.BRUSH
        self._active: Tool | None = None
        self._grip: QPoint | None = None  # where the picture is held while it is dragged
        self._is_space_held = False
        self._is_other_held = False
        self._brush_tool.gesture_finished.connect(self.gesture_finished)
        self._fill_tool.gesture_finished.connect(self.gesture_finished)

    @property
    def tool(self) -> ToolName:
        """The tool in hand."""
        return self._name

    @property
    def is_drawing(self) -> bool:
        """True while a gesture of a tool is under way."""
        return self._active is not None

    @property
    def shows_ring(self) -> bool:
        """True when the brush is what the pointer stands for."""
        is_brush = self._name is ToolName.BRUSH and self._grip is None
        return is_brush and not (self._is_space_held or self._document.is_empty)

    @property
    def code(self) -> int:
        """What a press would paint, or paints."""
        if self._easel.code is not None:
            return self._easel.code
        return self._brush.other_code if self._is_other_held else self._brush.code

    @property
    def cursor(self) -> Qt.CursorShape:
        """The pointer's shape; the brush has none, for its ring says more."""
        if self._document.is_empty:
            return Qt.CursorShape.ArrowCursor
        if self._grip is not None:
            return Qt.CursorShape.ClosedHandCursor
        if self._holds_picture():
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.BlankCursor if self.shows_ring else Qt.CursorShape.CrossCursor

    def take(self, name: ToolName) -> None:
        """Take another tool; an unfinished gesture is dropped."""
        if name is not self._name:
            self.abandon()
            self._name = name
            self.changed.emit()
            self.tool_changed.emit()

    def press(self, event: QSinglePointEvent, viewport: Viewport, density: float) -> None:
        """Hold the picture, or begin a gesture."""
        if self._document.is_empty or self._active is not None or self._grip is not None:
            return
        is_middle = event.button() == Qt.MouseButton.MiddleButton
        if is_middle or (self._holds_picture() and starts_gesture(event)):
            self._grip = (event.position() * density).toPoint()
            self.changed.emit()
        elif starts_gesture(event):
            if self._looks.look is Look.ORIGINAL:
                self._looks.set_look(Look.TRIMAP)  # nobody paints what cannot be seen
            is_brush = self._name is ToolName.BRUSH
            self._active = self._brush_tool if is_brush else self._fill_tool
            self.drawing_changed.emit(True)
            self._active.press(pointer_of(event, viewport, density))
            self._tell_veil()

    def move(self, event: QSinglePointEvent, viewport: Viewport, density: float) -> None:
        """Drag what is held, or draw on."""
        self._is_other_held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._grip is not None:
            point = (event.position() * density).toPoint()
            offset, self._grip = point - self._grip, point
            self.picture_dragged.emit(offset)
        elif self._active is not None:
            self._active.move(pointer_of(event, viewport, density))

    def release(self, event: QSinglePointEvent, viewport: Viewport, density: float) -> None:
        """Let go."""
        if self._grip is not None:
            self._grip = None
            self.changed.emit()
        elif self._active is not None and starts_gesture(event):
            active, self._active = self._active, None
            self._tell_veil()
            active.release(pointer_of(event, viewport, density))
            self.drawing_changed.emit(False)
            self.changed.emit()

    def abandon(self) -> None:
        """Drop the gesture under way as if it had not been."""
        if self._active is not None:
            active, self._active = self._active, None
            self._tell_veil()
            active.cancel()
            self.drawing_changed.emit(False)
            self.changed.emit()

    def forget(self) -> None:
        """Another picture: nothing is under way, and there is no last point."""
        self.abandon()
        self._brush_tool.forget()

    def hold(self, key: int, *, held: bool) -> bool:
        """A key goes down or up; False for keys that mean nothing here."""
        if key == Qt.Key.Key_Space:
            self._is_space_held = held
        elif key == Qt.Key.Key_Alt:
            self._is_other_held = held
        elif key == Qt.Key.Key_Tab:
            self._looks.peek(held)
            return True
        else:
            return False
        self.changed.emit()
        return True

    def let_go(self) -> None:
        """The keys have gone elsewhere: none is held."""
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Alt, Qt.Key.Key_Tab):
            self.hold(key, held=False)

    def _holds_picture(self) -> bool:
        return self._is_space_held or self._name is ToolName.HAND

    def _tell_veil(self) -> None:
        if self._easel.is_erasing:
            self.veil_changed.emit()
