"""The thin column of tools at the left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from app.actions import Actions
from app.icons import SIZE


class ToolColumn(QFrame):
    """Buttons for actions, in groups with a rule between."""

    def __init__(
        self, actions: Actions, undo: QAction, redo: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 6)
        self._column.setSpacing(2)
        tools = ("brush", "eraser", "lasso", "fill", "clean", "hand")
        self._add("tool", *(actions[name] for name in tools))
        self._rule()
        self._add("class", *(actions[name] for name in ("foreground", "background", "unknown")))
        self._rule()
        self._add("history", undo, redo)
        self._column.addStretch(1)
        self._add("toggle", *(actions[name] for name in ("fit", "panels", "keys")))

    def _add(self, kind: str, *actions: QAction) -> None:
        for action in actions:
            self._button(kind, action)

    def _button(self, kind: str, action: QAction) -> None:
        button = QToolButton()
        button.setObjectName(kind)
        button.setDefaultAction(action)
        button.setIconSize(SIZE)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _rule(self) -> None:
        rule = QFrame()
        rule.setObjectName("rule")
        self._column.addWidget(rule)
