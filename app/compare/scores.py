"""The panel of the ground truth: how far either side is from it, in the benchmarks' errors."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.actions import Actions
from app.compare.elided import ElidedLabel
from app.numbers import number
from app.panels.push_button import push_button

_DIGITS = {"sad": 3, "mse": 5, "gradient": 3, "connectivity": 3}


@dataclass(frozen=True)
class Scored:
    """One side's name, and its errors by the names of the metrics."""

    title: str
    errors: dict[str, float]


def written(name: str, one: Scored) -> str:
    """An error as people read it."""
    return number(one.errors[name], _DIGITS[name])


class ScoresPanel(QWidget):
    """A small table; the smaller of two errors stands out."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = [ElidedLabel(), ElidedLabel()]
        self._values: dict[str, list[QLabel]] = {}
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._table = QWidget()
        grid = self._grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, title in enumerate(self._titles, 1):
            title.setAlignment(right)
            grid.addWidget(title, 0, column)
        for row, (name, text, unit) in enumerate(self._rows(), 1):
            label = QLabel(text)
            label.setToolTip(unit)
            grid.addWidget(label, row, 0)
            self._values[name] = [QLabel(), QLabel()]
            for column, value in enumerate(self._values[name], 1):
                value.setAlignment(right)
                value.setToolTip(unit)
                grid.addWidget(value, row, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(push_button(actions["open_truth"], self.tr("Open…")))
        layout.addWidget(self._note)
        layout.addWidget(self._table)
        self.tell("", ())

    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        """Name, words and unit of each error."""
        return (
            ("sad", self.tr("SAD"), self.tr("Sum of absolute differences, in thousands")),
            ("mse", self.tr("MSE"), self.tr("Mean squared difference")),
            ("gradient", self.tr("Gradient"), self.tr("Gradient error, in thousands")),
            ("connectivity", self.tr("Connectivity"), self.tr("Connectivity error, in thousands")),
        )

    def tell(self, truth: str, scored: tuple[Scored, ...]) -> None:
        """Show the errors against `truth`, the name of its file; nothing without one."""
        self._table.setVisible(bool(truth))
        if truth:
            self._note.setText(self.tr("{0}: unknown pixels only, 8-bit alpha").format(truth))
        else:
            self._note.setText(self.tr("With the true alpha of this picture, mattes are measured."))
        for column in (0, 1):
            one = scored[column] if column < len(scored) else None
            self._titles[column].set_text(one.title if one else "")
            self._grid.setColumnStretch(column + 1, int(one is not None))
            for name, labels in self._values.items():
                labels[column].setText(written(name, one) if one else "")
                font = labels[column].font()
                font.setBold(one is not None and _is_best(name, one, scored))
                labels[column].setFont(font)


def _is_best(name: str, one: Scored, scored: tuple[Scored, ...]) -> bool:
    return len(scored) > 1 and all(
        one.errors[name] < other.errors[name] for other in scored if other is not one
    )
