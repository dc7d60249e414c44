"""The key sheet: every key and gesture on one page, read from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.actions import SPECS, Actions

_ROWS = 17


class KeySheet(QDialog):
    """A page of keys; closes with Escape."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for index, (keys, text) in enumerate([*self._gestures(), *_keys(actions)]):
            row, column = index % _ROWS, 3 * (index // _ROWS)
            key = QLabel(keys)
            key.setObjectName("note")
            grid.addWidget(key, row, column, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(text), row, column + 1)
            if column:
                grid.setColumnMinimumWidth(column - 1, 20)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(18)
        layout.addLayout(grid)
        layout.addWidget(buttons)

    def _gestures(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Drag"), self.tr("Paint")),
            (self.tr("Right button, or Alt"), self.tr("Paint background")),
            (self.tr("Shift and click"), self.tr("Straight line from the last point")),
            (self.tr("Pen, turned round"), self.tr("Erase: back to unknown")),
            (self.tr("Wheel"), self.tr("Zoom at the cursor")),
            (self.tr("Ctrl and wheel"), self.tr("Brush size")),
            (self.tr("Space, or middle button"), self.tr("Move the picture")),
            (self.tr("Tab, held"), self.tr("Original")),
            (self.tr("Shift+Tab"), self.tr("Leave the canvas")),
        ]


def _keys(actions: Actions) -> list[tuple[str, str]]:
    rows = []
    for spec in SPECS:
        keys = actions[spec.name].shortcuts()
        if keys:
            native = QKeySequence.SequenceFormat.NativeText
            text = actions[spec.name].text().rstrip("…")
            rows.append(("  ".join(key.toString(native) for key in keys), text))
    return rows
