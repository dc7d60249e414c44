"""How the student learns from its teacher: the terms, and how much they weigh."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from app.advanced.recipe.fields import choice, choose, decimal, form, note
from app.advanced.recipe.share_slider import ShareSlider
from app.numbers import short_number
from app.panels.value_label import VALUE_WIDTH, value_label
from engine.catalog import TERMS
from engine.runs.presets import ROWS
from engine.training.spec import RunSpec

_TIPS = {
    "batch": QT_TRANSLATE_NOOP("Terms", "Which pictures of a batch are alike to the network"),
    "spatial": QT_TRANSLATE_NOOP("Terms", "Which places of a picture are alike to the network"),
    "channel": QT_TRANSLATE_NOOP("Terms", "Which of its channels answer to the same things"),
    "at": QT_TRANSLATE_NOOP("Terms", "Where its features are strong: attention transfer"),
    "fsp": QT_TRANSLATE_NOOP("Terms", "How one stage flows into the next"),
    "ofd": QT_TRANSLATE_NOOP("Terms", "The features themselves, before their ReLU"),
    "hinton": QT_TRANSLATE_NOOP("Terms", "The teacher's alphas alone"),
}
"""What each term compares of teacher and student."""

_OWN = "own"


class MethodBox(QWidget):
    """Rows of the paper's table to choose from, and every term by itself."""

    changed = Signal()
    row_chosen = Signal(str)
    """A row of the paper's table, by the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = [(name.replace("+", " + "), name) for name in ROWS]
        self._rows = choice([*rows, (self.tr("my own"), _OWN)], self.tr("Row of the paper"))
        self._terms = {name: QCheckBox(name) for name in TERMS}
        for name, box in self._terms.items():
            box.setToolTip(QCoreApplication.translate("Terms", str(_TIPS[name])))
            box.toggled.connect(self._on_changed)
        self._w1 = ShareSlider(100)
        self._w1.setAccessibleName(self.tr("w1: the teacher's share"))
        self._w1.setToolTip(self.tr("Share of the teacher's alphas in what is aimed at"))
        self._w1.valueChanged.connect(self._on_changed)
        self._share = value_label()
        self._share.setFixedWidth(VALUE_WIDTH)
        self._w2 = decimal(0, 1000, 1.0, self.tr("w2: weight of the terms"), step=0.5)
        self._w2.setToolTip(self.tr("Weight of all that compares features"))
        self._w2.valueChanged.connect(self._on_changed)
        self._words = note()
        self._is_plain = False
        self._lay_out()
        self._rows.activated.connect(self._on_row)
        self._show()

    def _lay_out(self) -> None:
        grid = QWidget()
        boxes = QGridLayout(grid)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setVerticalSpacing(6)
        for number, box in enumerate(self._terms.values()):
            boxes.addWidget(box, number // 3, number % 3)
        share = QWidget()
        line = QHBoxLayout(share)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._w1, 1)
        line.addWidget(self._share)
        fields = form(self)
        fields.addRow(self.tr("As in the paper"), self._rows)
        fields.addRow(self.tr("Terms"), grid)
        fields.addRow("w1", share)
        fields.addRow("w2", self._w2)
        fields.addRow(self._words)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The terms, in the order of the catalogue."""
        return tuple(name for name, box in self._terms.items() if box.isChecked())

    @property
    def summary(self) -> str:
        """The terms and their weights."""
        if self._is_plain:
            return self.tr("plain")
        terms = " + ".join(self.chosen) or self.tr("no terms")
        w1, w2 = (short_number(value, 2) for value in (self._w1.share, self._w2.value()))
        return f"{terms} · w1 {w1}, w2 {w2}"

    def values(self) -> dict[str, Any]:
        """The fields of a RunSpec that are told here."""
        return {"w1": self._w1.share, "w2": self._w2.value(), "terms": self.chosen}

    def show_spec(self, spec: RunSpec) -> None:
        """Choose what the spec says."""
        self._put(spec.w1, spec.w2, spec.terms)
        self.changed.emit()

    def taught(self, by: str | None) -> None:
        """Say what a teacher, or that there is none, means for this."""
        if by is None:
            words = self.tr("Without a teacher nothing of this counts.")
        else:
            words = self.tr(
                "Loss = w1 · distance to the teacher's alpha + (1 − w1) · distance to the true"
                " alpha + w2 · sum of the terms over the layers."
            )
        self._words.setText(words)
        self._is_plain = by is None
        self._show()

    def _put(self, w1: float, w2: float, terms: tuple[str, ...]) -> None:
        blockers = [QSignalBlocker(box) for box in (self._w2, *self._terms.values())]
        self._w1.put(w1)
        self._w2.setValue(w2)
        for name, box in self._terms.items():
            box.setChecked(name in terms)
        del blockers
        self._show()

    @Slot(int)
    def _on_row(self, _index: int) -> None:
        name = self._rows.currentData()
        if name == _OWN:
            self._show()
            return
        row = ROWS[name]
        if name != "plain":
            self._put(row["w1"], row["w2"], row["terms"])
        self.row_chosen.emit(name)
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._share.setText(short_number(self._w1.share, 2))
        values = self.values()
        names = [name for name, row in ROWS.items() if dict(row) == values]
        with QSignalBlocker(self._rows):
            choose(self._rows, "plain" if self._is_plain else next(iter(names), _OWN))
