"""What begins a piece of work, and in its place, while that runs, how far it is."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)


class WorkStack(QStackedWidget):
    """Shows what begins the work, or a bar with a button that gives it up."""

    def __init__(self, start: QWidget, bar: QProgressBar, cancel: QPushButton) -> None:
        super().__init__()
        running = QWidget()
        row = QHBoxLayout(running)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(bar, 1)
        row.addWidget(cancel)
        self.addWidget(start)
        self.addWidget(running)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_running(self, running: bool) -> None:
        """Show how far the work is, or what begins it."""
        self.setCurrentIndex(1 if running else 0)
