"""The switch in the window's upper corner: the photograph, or the page of distillations."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.panels.segments import Segments, segment


class RoomSwitch(Segments):
    """Two buttons of which one is down, in step with a checkable action."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._action = action
        self.matte, self.distil = segment(self.tr("Matte")), segment(self.tr("Distil"))
        self.distil.setToolTip(action.toolTip())
        group = QButtonGroup(self)
        for button in (self.matte, self.distil):
            group.addButton(button)
            self.add(button)
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
