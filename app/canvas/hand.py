"""The hand over the canvas: which tool it holds, and what it drags."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QSinglePointEvent

from app.brush import Brush
from app.canvas.easel import Easel
from app.canvas.fill import FillTool
from app.canvas.holding import HeldKeys
from app.canvas.lasso import LassoTool, Outline
from app.canvas.pointing import pointer_of, starts_gesture
from app.canvas.tools import BrushTool, Pointer, Tool, ToolName
from app.canvas.viewport import Viewport
from app.commands import Deed, Gesture
from app.document import Document
from app.looks import Look, Looks
from engine.trimap.regions import Region, region_patches
from engine.trimap.traces import LassoTrace

TakeRegion = Callable[[Region], None]
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKES_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Hand(QObject):
    """Turns presses, moves and releases into gestures of the tools and of the view."""

    gesture_finished = Signal(object)
    """The Gesture."""
    picture_dragged = Signal(QPoint)
    """By how many device pixels."""
    veil_changed = Signal()
    """A stroke that erases has begun or ended: the alpha and the cut-out show it as a veil."""
    drawing_changed = Signal(bool)
    """A button is down on a gesture; or it is up again, and what the gesture changes is written."""
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
        self._fill_tool = FillTool(document, easel, brush, self)
        self._lasso = LassoTool(document, brush, self)
        self._tools: dict[ToolName, Tool] = {
            ToolName.BRUSH: self._brush_tool,
            ToolName.LASSO: self._lasso,
            ToolName.FILL: self._fill_tool,
        }
        self._name = self._former = ToolName.BRUSH
        self._active: Tool | None = None
        self._is_down = False
        """True while the button of a gesture is held."""
        self._take_region: TakeRegion | None = None
        self._has_closed = False
        """The last press has closed a lasso, whatever it encircled."""
        self._grip: QPoint | None = None  # where the picture is held while it is dragged
        self.held = HeldKeys(looks, self)
        self._undo: list[QKeySequence] = []
        self._brush_tool.gesture_finished.connect(self.gesture_finished)
        self._fill_tool.gesture_finished.connect(self.gesture_finished)
        self.held.changed.connect(self.changed)
        self._lasso.region_drawn.connect(self._on_region_drawn)
        self._lasso.outline_changed.connect(self.changed)
        self._fill_tool.note_changed.connect(self.changed)

    @property
    def easel(self) -> Easel:
        """The trimap as it is seen while a stroke is drawn."""
        return self._easel

    @property
    def tool(self) -> ToolName:
        """The tool in hand."""
        return self._name

    @property
    def is_drawing(self) -> bool:
        """True while a gesture of a tool is under way."""
        return self._active is not None

    @property
    def outline(self) -> Outline | None:
        """The lasso that is being drawn."""
        return self._lasso.outline

    @property
    def note(self) -> str:
        """A few words about the gesture under way, to stand by the pointer; mostly none."""
        return self._fill_tool.note

    @property
    def shows_ring(self) -> bool:
        """True when the brush is what the pointer stands for."""
        is_brush = self._name in (ToolName.BRUSH, ToolName.CLEAN) and self._grip is None
        return is_brush and not (self.held.pan or self._document.is_empty)

    @property
    def code(self) -> int:
        """What a press would paint, or paints."""
        if self._easel.code is not None:
            return self._easel.code
        return self._brush.other_code if self.held.other else self._brush.code

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
            self._take_region = None
            self._name = name
            self.changed.emit()
            self.tool_changed.emit()

    def lend(self, name: ToolName, tool: Tool) -> None:
        """Let the hand hold a tool that somebody else has made."""
        self._tools[name] = tool

    def ask_region(self, take: TakeRegion) -> None:
        """Take the lasso: the region that it encircles next is not filled, but given to `take`.

        Then the former tool is in the hand again. Taking another tool, or Escape, calls that off.
        """
        self._former = self._name
        self.take(ToolName.LASSO)
        self._take_region = take

    def press(self, event: QSinglePointEvent, viewport: Viewport, density: float) -> None:
        """Hold the picture, or begin a gesture, or go on with one that is open."""
        if self._document.is_empty or self._is_down or self._grip is not None:
            return
        if event.type() == QEvent.Type.MouseButtonDblClick and self._has_closed:
            return  # the second half of a double click whose first has closed the lasso
        self._has_closed = False
        drags = self._holds_picture() and starts_gesture(event)
        if drags or event.button() == Qt.MouseButton.MiddleButton:
            self._grip = (event.position() * density).toPoint()
            self.changed.emit()
        elif starts_gesture(event):
            if self._looks.look is Look.ORIGINAL:
                self._looks.set_look(Look.TRIMAP)  # nobody paints what cannot be seen
            self._active = self._tools[self._name]
            self._is_down = True
            self.drawing_changed.emit(True)
            self.held.heed(event.modifiers())
            self._active.press(self._pointer(event, viewport, density))
            self._tell_veil()

    def move(self, event: QSinglePointEvent, viewport: Viewport, density: float) -> None:
        """Drag what is held, or draw on."""
        self.held.heed(event.modifiers())
        if self._grip is not None:
            point = (event.position() * density).toPoint()
            offset, self._grip = point - self._grip, point
            self.picture_dragged.emit(offset)
        elif self._active is not None:
            self._active.move(self._pointer(event, viewport, density))

    def release(self, event: QSinglePointEvent, viewport: Viewport, density: float) -> None:
        """Let go."""
        if self._grip is not None:
            self._grip = None
            self.changed.emit()
        elif self._active is not None and self._is_down and starts_gesture(event):
            active, self._active = self._active, None
            self._is_down = False
            self._tell_veil()
            active.release(self._pointer(event, viewport, density))
            self._has_closed = active is self._lasso and not active.is_open
            if active.is_open:
                self._active = active
            self.drawing_changed.emit(False)
            self.changed.emit()

    def abandon(self) -> None:
        """Drop the gesture under way as if it had not been."""
        if self._active is not None:
            active, self._active = self._active, None
            self._is_down = False
            self._tell_veil()
            active.cancel()
            self.drawing_changed.emit(False)
            self.changed.emit()

    def abandon_stroke(self) -> None:
        """Drop the gesture under way if it paints on the trimap as it was when it began."""
        if self._easel.is_busy:
            self.abandon()

    def forget(self) -> None:
        """Another picture: nothing is under way, and there is no last point."""
        self.abandon()
        self._brush_tool.forget()

    def claims(self, event: QKeyEvent) -> bool:
        """True for keys that belong to the gesture: all of them while a button is down."""
        if self._is_down:
            return True
        is_undo = self._undoes(event)
        keys = (Qt.Key.Key_Escape, *_ENDS, *_TAKES_BACK)
        if self._active is not None:
            return is_undo or event.key() in keys
        return self._take_region is not None and event.key() == Qt.Key.Key_Escape

    def strike(self, event: QKeyEvent) -> bool:
        """A key that ends the gesture, drops it, or takes a part of it back; False for others."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._active is not None:
            self.abandon()
        elif key == Qt.Key.Key_Escape and self._take_region is not None:
            self.take(self._former)
        elif self._active is not self._lasso or self._is_down:
            return False
        elif key in _ENDS:
            self._lasso.close()
        elif key in _TAKES_BACK or self._undoes(event):
            self._lasso.take_back()
        else:
            return False
        if self._active is not None and not self._active.is_open:
            self._active = None
            self.drawing_changed.emit(False)
        return True

    def set_keys(self, held: dict[int, str], undo: list[QKeySequence]) -> None:
        """Which gesture each key means while it is held ("pan", "other", "peek"); what undoes."""
        self.held.set_keys(held)
        self._undo = undo

    @Slot(object, object)
    def _on_region_drawn(self, region: Region, trace: LassoTrace) -> None:
        take = self._take_region
        if take is not None:
            self.take(self._former)
            take(region)
            return
        patches = region_patches(self._document.trimap, region, trace.code)
        if patches:
            self.gesture_finished.emit(Gesture(patches, trace.code, Deed.ENCIRCLE, trace))

    def _undoes(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._undo

    def _pointer(self, event: QSinglePointEvent, viewport: Viewport, density: float) -> Pointer:
        return pointer_of(event, viewport, density, other=self.held.other)

    def _holds_picture(self) -> bool:
        return self.held.pan or self._name is ToolName.HAND

    def _tell_veil(self) -> None:
        if self._easel.is_erasing:
            self.veil_changed.emit()
