"""The panel of the export: how many bits, and what is written."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.panels.push_button import push_button


class ExportPanel(QWidget):
    """Chooses the depth of exported files, and offers to write them."""

    bits_chosen = Signal(int)

    def __init__(self, actions: Actions, bits: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        depth = QHBoxLayout()
        depth.addWidget(QLabel(self.tr("Depth")))
        depth.addStretch(1)
        depth.addWidget(self._build_depths(bits))
        files = QHBoxLayout()
        files.setSpacing(8)
        files.addWidget(push_button(actions["export_alpha"], self.tr("Alpha…")))
        files.addWidget(push_button(actions["export_cutout"], self.tr("Cut-out…")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(depth)
        layout.addLayout(files)

    def _build_depths(self, bits: int) -> QFrame:
        box = QFrame()
        box.setObjectName("segments")
        row = QHBoxLayout(box)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(0)
        depths = QButtonGroup(self)
        for choice, text in ((8, self.tr("8 bit")), (16, self.tr("16 bit"))):
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(choice == bits)
            button.setToolTip(self.tr("{0} bits in each channel").format(choice))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            depths.addButton(button, choice)
            row.addWidget(button)
        depths.idClicked.connect(self._on_depth_clicked)
        return box

    @Slot(int)
    def _on_depth_clicked(self, bits: int) -> None:
        self.bits_chosen.emit(bits)
