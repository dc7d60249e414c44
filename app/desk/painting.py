"""Painting: keys and buttons to brush and hand, gestures to commands."""

import numpy as np
from PySide6.QtCore import QObject, Slot

from app.canvas.tools import ToolName
from app.commands import EditTrimap, Gesture, words_for
from app.desk.parts import Parts
from app.lessons import MATTE, PAINT
from engine.arrays import Trimap
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.regions import patches_between

_CODES = {"foreground": FOREGROUND, "background": BACKGROUND, "unknown": UNKNOWN}


class PaintingDesk(QObject):
    """Connects what paints with what is painted; pushes every command there is."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._painted: set[int] = set()
        """The codes that were painted on this picture."""
        actions, brush = parts.actions, parts.brush
        for name in _CODES:
            actions[name].triggered.connect(self._on_class_chosen)
        actions["brush"].triggered.connect(self._on_brush_taken)
        actions["eraser"].triggered.connect(self._on_eraser_taken)
        actions["lasso"].triggered.connect(self._on_lasso_taken)
        actions["fill"].triggered.connect(self._on_fill_taken)
        actions["hand"].triggered.connect(self._on_hand_taken)
        actions["swap"].triggered.connect(brush.swap)
        actions["smaller"].triggered.connect(self._on_smaller)
        actions["larger"].triggered.connect(self._on_larger)
        actions["clear_trimap"].triggered.connect(self._on_clear)
        brush.changed.connect(self._on_brush_changed)
        parts.document.image_changed.connect(self._on_image_changed)
        parts.canvas.hand.tool_changed.connect(self._show_tool)
        parts.canvas.hand.gesture_finished.connect(self._on_gesture_finished)
        parts.canvas.hand.drawing_changed.connect(self._on_drawing_changed)
        self._show_tool()

    def replace_trimap(self, trimap: Trimap, text: str) -> None:
        """Put another trimap in place, as something that can be undone."""
        document = self._parts.document
        self._parts.canvas.hand.abandon_stroke()
        patches = patches_between(document.trimap, trimap)
        if patches:
            self._parts.history.push(EditTrimap.of(document, patches, text))
        if document.unknown_share < 1:
            is_seen = self._parts.live.is_on and document.alpha is not None
            self._parts.stage.hint.say(
                "" if is_seen else self._parts.lessons.words(MATTE, self._next_step())
            )

    @Slot(object)
    def _on_gesture_finished(self, gesture: Gesture) -> None:
        text = words_for(gesture.deed, gesture.code)
        command = EditTrimap.of(self._parts.document, gesture.patches, text, gesture.trace)
        self._parts.history.push(command)
        self._painted.add(gesture.code)
        is_ready = {FOREGROUND, BACKGROUND} <= self._painted and self._parts.document.alpha is None
        if {FOREGROUND, BACKGROUND} <= self._painted:
            self._parts.lessons.learn(PAINT)
        words = self._parts.lessons.words(MATTE, self._next_step())
        self._parts.stage.hint.say(words if is_ready else "")

    @Slot(bool)
    def _on_drawing_changed(self, is_down: bool) -> None:
        hint = self._parts.stage.hint
        words = self.tr("Enter or a double click fills, Backspace takes a corner back, Esc drops.")
        if self._parts.canvas.hand.is_drawing and not is_down:
            hint.say(words)
        elif hint.text() == words:
            hint.say("")

    def _next_step(self) -> str:
        if self._parts.live.is_on:
            key = self._parts.actions.key
            return self.tr(
                "The matte follows what you paint: {0} shows it, {1} the cut-out."
            ).format(key("alpha"), key("cutout"))
        return self._words_for_matte()

    def _words_for_matte(self) -> str:
        return self.tr("Press {0} to make the matte.").format(self._parts.actions.key("matte"))

    @Slot()
    def _on_image_changed(self) -> None:
        self._painted.clear()

    @Slot()
    def _on_class_chosen(self) -> None:
        actions, hand = self._parts.actions, self._parts.canvas.hand
        name = next(name for name in _CODES if actions[name].isChecked())
        self._parts.brush.set_code(_CODES[name])
        if hand.tool in (ToolName.HAND, ToolName.CLEAN):
            hand.take(ToolName.BRUSH)  # who chooses a class wants to paint

    @Slot()
    def _on_brush_taken(self) -> None:
        if self._parts.brush.is_eraser:
            self._parts.brush.lay_eraser_down()
        self._parts.canvas.hand.take(ToolName.BRUSH)
        self._show_tool()

    @Slot()
    def _on_eraser_taken(self) -> None:
        self._parts.brush.set_code(UNKNOWN)
        self._parts.canvas.hand.take(ToolName.BRUSH)
        self._show_tool()

    @Slot()
    def _on_lasso_taken(self) -> None:
        self._parts.canvas.hand.take(ToolName.LASSO)

    @Slot()
    def _on_fill_taken(self) -> None:
        self._parts.canvas.hand.take(ToolName.FILL)

    @Slot()
    def _on_hand_taken(self) -> None:
        self._parts.canvas.hand.take(ToolName.HAND)

    @Slot()
    def _on_smaller(self) -> None:
        self._parts.brush.grow(-1)

    @Slot()
    def _on_larger(self) -> None:
        self._parts.brush.grow(1)

    @Slot()
    def _on_clear(self) -> None:
        empty = np.full_like(self._parts.document.trimap, UNKNOWN)
        self.replace_trimap(empty, self.tr("Make everything unknown"))

    @Slot()
    def _on_brush_changed(self) -> None:
        if not self._parts.brush.is_eraser:
            self._parts.settings.diameter = self._parts.brush.diameter
        self._parts.settings.tolerance = self._parts.brush.tolerance
        self._show_tool()

    @Slot()
    def _show_tool(self) -> None:
        actions, brush = self._parts.actions, self._parts.brush
        tool = self._parts.canvas.hand.tool
        name = "eraser" if tool is ToolName.BRUSH and brush.is_eraser else tool.value
        actions[name].setChecked(True)
        chosen = next(name for name, code in _CODES.items() if code == brush.code)
        actions[chosen].setChecked(True)
