"""The legend of a diagram: each line's colour, name and last value; a click hides the line."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from app.advanced.watching.plot import Plot
from app.numbers import number

_SMALLEST = 0.001
"""What is smaller is told with its power of ten."""
_MANY = 5
"""Lines; of more, values would take the room of the diagram, and are told by the pointer."""
_GAP = 2


class LineKeys(QWidget):
    """Buttons, one for each line of a plot, in as many rows as they need."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lineKeys")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._plot = plot
        self._buttons: dict[str, QToolButton] = {}

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
            button, value = self._buttons[name], _short(float(values[-1]))
            button.setIcon(QIcon(swatch))
            button.setText(name if len(lines) > _MANY else f"{name}  {value}")
            hide = self.tr("Show or hide “{0}”").format(name)
            button.setToolTip(f"{name}: {value}\n{hide}")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What had room in one row may need two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left = top = height = 0
        for button in self._buttons.values():
            size = button.sizeHint()
            if left and left + size.width() > self.width():
                left, top = 0, top + height + _GAP
            button.setGeometry(left, top, min(size.width(), self.width()), size.height())
            left, height = left + size.width() + _GAP, size.height()
        self.setFixedHeight(top + height)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setChecked(self._plot.shows(name))
        button.setIconSize(QSize(10, 10))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(lambda shown: self._plot.show_line(name, shown))
        button.show()
        return button


def _short(value: float) -> str:
    """With three digits that mean something."""
    size = abs(value)
    if 0 < size < _SMALLEST:
        return QLocale().toString(value, "e", 1)
    digits = 1 if size >= 100 else 2 if size >= 10 else 3 if size >= 1 else 4
    return number(value, digits)
