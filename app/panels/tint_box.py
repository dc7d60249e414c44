"""The tint in the trimap's panel: its two colours, and a border in its place."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.actions import Actions
from app.panels.swatch import dot_icon
from app.panels.switch import Switch
from app.tints import Tints
from engine.trimap.codes import BACKGROUND, FOREGROUND


class TintBox(QWidget):
    """A row: the colours, one button back to blue and orange, and the switch of the border."""

    colour_requested = Signal(int)
    """The code of the class whose colour shall be another."""

    def __init__(self, tints: Tints, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tints = tints
        self._action = actions["border"]
        self._swatches = {
            FOREGROUND: self._swatch(self.tr("Colour of the foreground…")),
            BACKGROUND: self._swatch(self.tr("Colour of the background…")),
        }
        self._swatches[FOREGROUND].clicked.connect(self._on_foreground)
        self._swatches[BACKGROUND].clicked.connect(self._on_background)
        reset = actions["reset_tints"]
        self._back = QToolButton()
        self._back.setObjectName("swatch")
        self._back.setDefaultAction(reset)
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._switch = Switch()
        self._switch.setAccessibleName(self._action.text())
        label = QLabel(self.tr("Border"))
        label.setBuddy(self._switch)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(QLabel(self.tr("Colours")))
        row.addSpacing(8)
        for widget in (*self._swatches.values(), self._back):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(label)
        row.addSpacing(4)
        row.addWidget(self._switch)
        self._switch.toggled.connect(self._action.setChecked)
        self._action.toggled.connect(self._show_border)
        self._action.changed.connect(self._show_tip)
        tints.changed.connect(self._show_colours)
        self._show_border(self._action.isChecked())
        self._show_colours()
        self._show_tip()

    @staticmethod
    def _swatch(words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("swatch")
        button.setToolTip(words)
        button.setAccessibleName(words.rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @Slot()
    def _on_foreground(self) -> None:
        self.colour_requested.emit(FOREGROUND)

    @Slot()
    def _on_background(self) -> None:
        self.colour_requested.emit(BACKGROUND)

    @Slot(bool)
    def _show_border(self, shown: bool) -> None:
        with QSignalBlocker(self._switch):
            self._switch.setChecked(shown)
        self._switch.update()

    @Slot()
    def _show_tip(self) -> None:
        self._switch.setToolTip(self._action.toolTip())

    @Slot()
    def _show_colours(self) -> None:
        for code, swatch in self._swatches.items():
            swatch.setIcon(dot_icon(self._tints.colour(code)))
        self._back.setVisible(not self._tints.are_first)
