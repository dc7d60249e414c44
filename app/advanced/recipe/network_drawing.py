"""The two networks, stage by stage, to pick where they are compared."""

from collections.abc import Sequence
from math import log2

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.theme import Colours
from engine.runs.stages import Plan, StageShape

_ROOM = 78
"""Height that each network has."""
_GAP, _HEAD, _MARGIN = 30, 20, 12


class NetworkDrawing(QWidget):
    """Boxes as high as the features are fine and as wide as they have channels; a press picks."""

    picked = Signal(object)
    """The names of the stages, a tuple in the networks' order."""
    shown = Signal(str)
    """The stage that is pointed at last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._titles = ("", "")
        self._chosen: tuple[str, ...] = ()
        self._at = 0
        """Of the stages that both have, the one that the keys are on."""
        self._colours: Colours | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Stages of teacher and student"))

    def colour(self, colours: Colours) -> None:
        """Draw in the colours of a theme."""
        self._colours = colours
        self.update()

    def show_plan(self, plan: Plan, titles: tuple[str, str]) -> None:
        """Draw this pair, under these names, the teacher first."""
        self._plan, self._titles, self._at = plan, titles, 0
        self.update()

    def choose(self, chosen: Sequence[str]) -> None:
        """Mark these stages as picked."""
        self._chosen = tuple(name for name in self._names() if name in chosen)
        both = self._both()
        if self._at == 0 and self._chosen and self._chosen[0] in both:
            self._at = both.index(self._chosen[0])
        self.setAccessibleDescription(", ".join(self._chosen))
        self.update()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The stages that are picked."""
        return self._chosen

    def place_of(self, name: str) -> QPointF:
        """The middle of a stage of the student, for whoever wants to point at it."""
        assert self._plan is not None
        shape = next(shape for shape in self._plan.student if shape.name == name)
        return self._box(shape, 1).center()

    def sizeHint(self) -> QSize:
        """Room for both."""
        return QSize(620, 2 * (_HEAD + _ROOM) + _GAP + _MARGIN)

    def minimumSizeHint(self) -> QSize:
        """As narrow as boxes can be told apart."""
        return QSize(420, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the stage under the hand, or leave it out."""
        shape = self._shape_at(event.position())
        if shape is not None and shape.shared and event.button() is Qt.MouseButton.LeftButton:
            self._at = self._both().index(shape.name)
            self._toggle(shape.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from stage to stage, space picks."""
        both = self._both()
        steps = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        if both and event.key() in steps:
            self._at = (self._at + steps[event.key()]) % len(both)
            self.shown.emit(both[self._at])
            self.update()
        elif both and event.key() == Qt.Key.Key_Space.value:
            self._toggle(both[self._at])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a box is when the hand rests on it."""
        if isinstance(event, QHelpEvent):
            shape = self._shape_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(shape) if shape else "", self)
            return True
        return super().event(event)

    def _words(self, shape: StageShape) -> str:
        words = self.tr("{0}: {1} channels, one place for {2} × {2} pixels").format(
            shape.name, shape.width, shape.stride
        )
        return words if shape.shared else words + "\n" + self.tr("The other one has no such stage.")

    def _toggle(self, name: str) -> None:
        chosen = set(self._chosen) ^ {name}
        self.choose([other for other in self._names() if other in chosen])
        self.shown.emit(name)
        self.picked.emit(self._chosen)

    def _names(self) -> list[str]:
        return [shape.name for shape in self._plan.student] if self._plan else []

    def _both(self) -> list[str]:
        return [shape.name for shape in self._plan.student if shape.shared] if self._plan else []

    def _slots(self) -> list[str]:
        """Every stage that one of the two has, down and up again."""
        if self._plan is None:
            return []
        names = {shape.name for shape in (*self._plan.teacher, *self._plan.student)}
        down = sorted(name for name in names if name.startswith("conv"))
        return [*down, *sorted((name for name in names if name not in down), reverse=True)]

    def _box(self, shape: StageShape, network: int) -> QRectF:
        slots = self._slots()
        room = (self.width() - 2 * _MARGIN) / max(len(slots), 1)
        middle = _MARGIN + (slots.index(shape.name) + 0.5) * room
        wide = min(8 + 5 * log2(max(shape.width, 2)), room - 4)
        high = _ROOM * max(0.22, 1 - 0.155 * log2(shape.stride))
        top = _HEAD + network * (_HEAD + _ROOM + _GAP)
        return QRectF(middle - wide / 2, top + (_ROOM - high) / 2, wide, high)

    def _shape_at(self, place: QPointF) -> StageShape | None:
        if self._plan is None:
            return None
        for network, shapes in enumerate((self._plan.teacher, self._plan.student)):
            for shape in shapes:
                # the whole column of it, so that a small box is as easily hit as a large one
                box = self._box(shape, network)
                top = _HEAD + network * (_HEAD + _ROOM + _GAP)
                if QRectF(box.left() - 6, top, box.width() + 12, _ROOM).contains(place):
                    return shape
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both networks, and a line between what is compared."""
        if self._plan is None or self._colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_lines(painter)
        for network, shapes in enumerate((self._plan.teacher, self._plan.student)):
            painter.setPen(QColor(self._colours.faint))
            top = network * (_HEAD + _ROOM + _GAP)
            title = QRectF(_MARGIN, top, self.width() - 2 * _MARGIN, _HEAD)
            painter.drawText(title, Qt.AlignmentFlag.AlignLeft, self._titles[network])
            for shape in shapes:
                self._draw_box(painter, shape, network)
        painter.end()

    def _draw_lines(self, painter: QPainter) -> None:
        assert self._plan is not None
        assert self._colours is not None
        ours = {shape.name: shape for shape in self._plan.student}
        for shape in self._plan.teacher:
            if shape.name not in ours:
                continue
            upper, lower = self._box(shape, 0), self._box(ours[shape.name], 1)
            is_chosen = shape.name in self._chosen
            colour = self._colours.accent if is_chosen else self._colours.line
            style = Qt.PenStyle.SolidLine if is_chosen else Qt.PenStyle.DotLine
            painter.setPen(QPen(QColor(colour), 2 if is_chosen else 1, style))
            painter.drawLine(
                QPointF(upper.center().x(), upper.bottom()),
                QPointF(lower.center().x(), lower.top()),
            )

    def _draw_box(self, painter: QPainter, shape: StageShape, network: int) -> None:
        assert self._colours is not None
        box = self._box(shape, network)
        is_chosen = shape.shared and shape.name in self._chosen
        fill = self._colours.accent if is_chosen else self._colours.raised
        painter.setBrush(QColor(fill) if shape.shared else Qt.BrushStyle.NoBrush)
        both = self._both()
        is_at = self.hasFocus() and bool(both) and both[self._at] == shape.name
        rim = self._colours.text if is_at else self._colours.disabled
        painter.setPen(QPen(QColor(rim), 2 if is_at else 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(self._colours.text if shape.shared else self._colours.disabled))
        if network == 1:
            place = QRectF(box.center().x() - 40, _HEAD + _ROOM + _GAP + _HEAD + _ROOM - 8, 80, 20)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shape.name)
