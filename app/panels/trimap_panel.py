"""The panel of the trimap: what the brush paints, its size, how it fills, how it is tinted."""

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.brush import LARGEST, SMALLEST, Brush
from app.looks import Looks
from app.panels.proposal_width import ProposalWidth
from app.panels.push_button import push_button
from app.panels.tint_box import TintBox
from app.panels.value_label import VALUE_WIDTH, value_label
from engine.trimap.filling import ANY_COLOUR

_TICKS = 1000


class TrimapPanel(QWidget):
    """Shows the brush and the looks, and changes them."""

    entered = Signal()
    """Something was typed to its end: the keys may go back to the canvas."""

    def __init__(
        self,
        brush: Brush,
        looks: Looks,
        actions: Actions,
        boxes: tuple[TintBox, ProposalWidth],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._brush = brush
        self._looks = looks
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(0, _TICKS)
        self._size.setAccessibleName(self.tr("Brush size"))
        self._pixels = QSpinBox()
        self._pixels.setRange(round(SMALLEST), round(LARGEST))
        self._pixels.setSuffix(self.tr(" px"))
        self._pixels.setAccessibleName(self.tr("Brush size in pixels of the picture"))
        self._pixels.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._tolerance = QSlider(Qt.Orientation.Horizontal)
        self._tolerance.setRange(0, ANY_COLOUR)
        self._tolerance.setAccessibleName(self.tr("Tolerance of the fill"))
        self._tolerance.setToolTip(
            self.tr(
                "How far a fill may stray from the colour you click.\n"
                "At the right end only strokes bound it, as they do with Shift.\n"
                "Dragging sideways while you fill changes it."
            )
        )
        self._levels = value_label()
        self._tint = QSlider(Qt.Orientation.Horizontal)
        self._tint.setRange(0, 100)
        self._tint.setAccessibleName(self.tr("Strength of the tint"))
        self._tint.setToolTip(self.tr("How strongly the trimap tints the picture"))
        self._tint_share = value_label()
        self._build(actions, *boxes)
        self._size.valueChanged.connect(self._on_size_moved)
        self._pixels.valueChanged.connect(self._on_pixels_changed)
        self._pixels.lineEdit().returnPressed.connect(self.entered)
        self._tolerance.valueChanged.connect(brush.set_tolerance)
        self._tint.valueChanged.connect(self._on_tint_moved)
        brush.changed.connect(self._show_brush)
        looks.changed.connect(self._show_looks)
        actions.keys.changed.connect(self._show_keys)
        self._keys_of = actions.key
        self._show_keys()
        self._show_brush()
        self._show_looks()

    def _build(self, actions: Actions, tint: TintBox, proposal: ProposalWidth) -> None:
        classes = QWidget()
        classes.setObjectName("classes")
        column = QVBoxLayout(classes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for name in ("foreground", "background", "unknown"):
            column.addWidget(_class_button(actions[name]))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (text, slider, value) in enumerate(
            (
                (self.tr("Proposal"), proposal.slider, proposal.value),
                (self.tr("Size"), self._size, self._pixels),
                (self.tr("Tolerance"), self._tolerance, self._levels),
                (self.tr("Tint"), self._tint, self._tint_share),
            )
        ):
            label = QLabel(text)
            label.setBuddy(slider)
            grid.addWidget(label, row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
            value.setFixedWidth(VALUE_WIDTH)
        proposals = QHBoxLayout()
        proposals.setSpacing(8)
        for action, text in (
            (actions["propose"], self.tr("Propose")),
            (actions["propose_within"], self.tr("In a lasso")),
        ):
            proposals.addWidget(push_button(action, text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(proposals)
        layout.addWidget(classes)
        layout.addLayout(grid)
        layout.addWidget(tint)

    @Slot()
    def _show_keys(self) -> None:
        smaller, larger = self._keys_of("smaller"), self._keys_of("larger")
        self._size.setToolTip(self.tr("Brush size ({0} and {1})").format(smaller, larger))

    @Slot(int)
    def _on_size_moved(self, ticks: int) -> None:
        # a slider of ratios: small brushes differ as much as large ones
        self._brush.set_diameter(round(SMALLEST * (LARGEST / SMALLEST) ** (ticks / _TICKS)))

    @Slot(int)
    def _on_pixels_changed(self, pixels: int) -> None:
        self._brush.set_diameter(pixels)

    @Slot(int)
    def _on_tint_moved(self, percent: int) -> None:
        self._looks.set_tint(percent / 100)

    @Slot()
    def _show_brush(self) -> None:
        diameter = self._brush.diameter
        with QSignalBlocker(self._size), QSignalBlocker(self._pixels):
            ratio = math.log(diameter / SMALLEST) / math.log(LARGEST / SMALLEST)
            if not self._size.isSliderDown():
                self._size.setValue(round(_TICKS * ratio))
            self._pixels.setValue(round(diameter))
        tolerance = self._brush.tolerance
        with QSignalBlocker(self._tolerance):
            self._tolerance.setValue(tolerance)
        self._levels.setText(self.tr("any") if tolerance >= ANY_COLOUR else str(tolerance))

    @Slot()
    def _show_looks(self) -> None:
        with QSignalBlocker(self._tint):
            self._tint.setValue(round(100 * self._looks.tint))
        self._tint_share.setText(self.tr("{0} %").format(round(100 * self._looks.tint)))


def _class_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the canvas
    return button
