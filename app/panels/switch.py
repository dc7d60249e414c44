"""A switch: on or off, and what it stands for acts at once."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

_SIZE = QSize(36, 22)


class Switch(QAbstractButton):
    """A knob in a track, in the colours of the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(_SIZE)

    def sizeHint(self) -> QSize:
        """Always the same."""
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, filled when on, and the knob at its end."""
        palette = self.palette()
        role = QPalette.ColorRole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(2, 2, self.width() - 4, self.height() - 4)
        line = palette.color(role.Highlight if self.hasFocus() else role.Mid)
        painter.setPen(QPen(line, 1.5 if self.hasFocus() else 1))
        painter.setBrush(palette.color(role.Highlight if self.isChecked() else role.Midlight))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        radius = track.height() / 2 - 3
        inset = track.height() / 2
        middle = track.right() - inset if self.isChecked() else track.left() + inset
        painter.setPen(Qt.PenStyle.NoPen)
        is_bright = self.isEnabled() and self.isChecked()
        painter.setBrush(palette.color(role.HighlightedText if is_bright else role.PlaceholderText))
        painter.drawEllipse(QPointF(middle, track.center().y()), radius, radius)
        painter.end()
