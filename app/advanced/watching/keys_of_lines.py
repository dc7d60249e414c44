"""The legend of a diagram: each line's colour, name and last value; a click hides the line."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.advanced.watching.plot import Plot
from app.numbers import number

_SMALLEST = 0.001
"""What is smaller is told with its power of ten."""


class LineKeys(QWidget):
    """A row of buttons, one for each line of a plot."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lineKeys")
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Fixed)  # a long name is cut before the diagram
        self._plot = plot
        self._buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)

    def refresh(self) -> None:
        """Say what the plot shows now."""
        lines = self._plot.lines
        if list(lines) != list(self._buttons):
            for button in self._buttons.values():
                button.deleteLater()
            self._buttons = {name: self._button(name) for name in lines}
        for name, (_, values) in lines.items():
            swatch = QPixmap(10, 10)
            swatch.fill(self._plot.colour_of(name))
            button = self._buttons[name]
            button.setIcon(QIcon(swatch))
            # beneath each other they need less room than there is, with four terms or five
            gap = "\n" if len(lines) > 1 else "  "
            button.setText(f"{name}{gap}{_short(float(values[-1]))}")

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(self.tr("Show or hide “{0}”").format(name))
        button.toggled.connect(lambda shown: self._plot.show_line(name, shown))
        self._row.insertWidget(self._row.count() - 1, button)
        return button


def _short(value: float) -> str:
    """With three digits that mean something."""
    size = abs(value)
    if 0 < size < _SMALLEST:
        return QLocale().toString(value, "e", 1)
    digits = 1 if size >= 100 else 2 if size >= 10 else 3 if size >= 1 else 4
    return number(value, digits)
