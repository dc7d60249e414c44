"""The switch in the window's upper corner: the photograph, or the page of distillations."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget


class RoomSwitch(QFrame):
    """Two buttons of which one is down, in step with a checkable action."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self._action = action
        self.matte, self.distil = QToolButton(), QToolButton()
        self.matte.setText(self.tr("Matte"))
        self.distil.setText(self.tr("Distil"))
        self.distil.setToolTip(action.toolTip())
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(0)
        for button in (self.matte, self.distil):
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        self.matte.clicked.connect(self._on_clicked)
        self.distil.clicked.connect(self._on_clicked)
        action.toggled.connect(self._show)
        self._show()

    @Slot()
    def _on_clicked(self) -> None:
        self._action.setChecked(self.distil.isChecked())

    @Slot()
    def _show(self) -> None:
        (self.distil if self._action.isChecked() else self.matte).setChecked(True)
