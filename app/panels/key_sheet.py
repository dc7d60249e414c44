"""The key sheet: every key and gesture on one page, read from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions

_Row = tuple[list[str], str]


class KeySheet(QDialog):
    """A page of keys; closes with Escape."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        self._actions = actions
        columns = QHBoxLayout()
        columns.setSpacing(36)
        for topics in (
            [(self.tr("Paint"), self._painting())],
            [(self.tr("Look"), self._looking())],
            [(self.tr("Matte"), self._matting()), (self.tr("Files"), self._files())],
        ):
            column = QVBoxLayout()
            column.setSpacing(8)
            for title, rows in topics:
                heading = QLabel(title)
                heading.setObjectName("topic")
                column.addWidget(heading)
                column.addLayout(_grid(rows))
                column.addSpacing(10)
            column.addStretch(1)
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # of another family
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addLayout(columns)
        layout.addWidget(buttons)

    def _painting(self) -> list[_Row]:
        return [
            *self._of(
                "brush", "eraser", "lasso", "fill", "foreground", "background", "unknown", "swap"
            ),
            ([self.tr("Right button"), "Alt"], self.tr("Paint background")),
            ([self.tr("Shift+click")], self.tr("Straight line from the last point")),
            *self._of("smaller", "larger"),
            ([self.tr("Click"), self.tr("Drag")], self.tr("Lasso: corner, freehand")),
            ([self.tr("Enter"), self.tr("Double click")], self.tr("Lasso: close")),
            ([self.tr("Backspace")], self.tr("Lasso: take the last corner back")),
            ([self.tr("Ctrl+wheel")], self.tr("Brush size")),
            ([self.tr("Pen, turned")], self.tr("Erase to unknown")),
            (["Ctrl+Z", "Ctrl+Shift+Z"], self.tr("Undo, redo")),
        ]

    def _looking(self) -> list[_Row]:
        return [
            *self._of("original", "trimap", "alpha", "cutout", "next_ground"),
            ([self.tr("Tab, held")], self.tr("Original")),
            ([self.tr("Wheel")], self.tr("Zoom at the cursor")),
            ([self.tr("Space"), self.tr("Middle button")], self.tr("Move the picture")),
            *self._of("fit", "full_size", "zoom_in", "zoom_out", "panels", "full_screen"),
            ([self.tr("Shift+Tab")], self.tr("Leave the canvas")),
        ]

    def _matting(self) -> list[_Row]:
        return self._of("matte", "cancel")

    def _files(self) -> list[_Row]:
        names = ("open", "paste", "import_trimap", "export_trimap", "export_alpha", "export_cutout")
        return self._of(*names, "keys", "quit")

    def _of(self, *names: str) -> list[_Row]:
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (
                [key.toString(native) for key in self._actions[name].shortcuts()[:2]],
                self._actions[name].text().rstrip("…"),
            )
            for name in names
        ]


def _grid(rows: list[_Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for row, (keys, text) in enumerate(rows):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        caps.addStretch(1)
        for key in keys:
            cap = QLabel(key)
            cap.setObjectName("keycap")
            caps.addWidget(cap)
        grid.addLayout(caps, row, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(QLabel(text), row, 1)
    return grid
