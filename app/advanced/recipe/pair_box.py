"""Who learns, how wide it is, what it begins with, and from whom it learns."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.advanced.recipe.fields import choice, choose, decimal, fill, form, note
from app.numbers import wide
from engine.catalog import CATALOG, DEFAULT, LEAST_WIDTH, MOST_WIDTH, PUBLISHED
from engine.matting.cards import Card
from engine.runs.teachers import best_teacher, is_above, starts, teachers
from engine.training.spec import RunSpec


class PairBox(QWidget):
    """Offers only what the library holds, and says what it lacks."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        networks = [(entry.title, entry.name) for entry in CATALOG.values()]
        self._network = choice(networks, self.tr("Student"))
        self._width = decimal(LEAST_WIDTH, MOST_WIDTH, 1.0, self.tr("Width"), step=0.25, digits=3)
        self._width.setToolTip(
            self.tr("Times as wide as it is named: a quarter costs a sixteenth of the work")
        )
        self._start = choice([], self.tr("Begins with"))
        self._teacher = choice([], self.tr("Teacher"))
        self._words = note()
        choose(self._network, DEFAULT)
        fields = form(self)
        fields.addRow(self.tr("Student"), self._network)
        fields.addRow(self.tr("Width"), self._width)
        fields.addRow(self.tr("Begins with"), self._start)
        fields.addRow(self.tr("Teacher"), self._teacher)
        fields.addRow(self._words)
        self._network.currentIndexChanged.connect(self._on_student)
        self._width.valueChanged.connect(self._on_student)
        for box in (self._start, self._teacher):
            box.currentIndexChanged.connect(self._on_changed)
        self._offer()

    @property
    def network(self) -> str:
        """The student's name in the catalogue."""
        return str(self._network.currentData())

    @property
    def factor(self) -> float:
        """The factor of its widths."""
        return self._width.value()

    @property
    def teacher(self) -> str | None:
        """The name of the teacher's weights; None for a student that learns from targets alone."""
        return self._teacher.currentData() or None

    @property
    def words(self) -> str:
        """What is said of who can teach."""
        return self._words.text()

    @property
    def summary(self) -> str:
        """Who learns from whom."""
        student = wide(CATALOG[self.network].title, self.factor)
        if self.teacher is None:
            return self.tr("{0}, no teacher").format(student)
        return self.tr("{0} from {1}").format(student, self._teacher.currentText())

    def values(self) -> dict[str, Any]:
        """The fields of a RunSpec that are told here."""
        return {
            "network": self.network,
            "width": self.factor,
            "start": self._start.currentData() or None,
            "teacher": self.teacher,
        }

    def show_spec(self, spec: RunSpec) -> None:
        """Choose what the spec says; weights that are not there any more are left out."""
        with QSignalBlocker(self):
            self._pick(spec.network, spec.width)
            self._put(self._start, spec.start)
            self._put(self._teacher, spec.teacher)
        self._on_changed()

    def take(self, network: str, width: float) -> None:
        """Choose a student, and for it what makes sense: a teacher, and where to begin."""
        with QSignalBlocker(self):
            self._pick(network, width)
            choose(self._teacher, best_teacher(network, width) or "")
            found = starts(network, width)
            choose(self._start, str(found[0].path) if found else "")
        self._on_changed()

    def teach(self, wanted: bool) -> None:
        """Choose the likeliest teacher, unless one is chosen; or none."""
        if wanted and self.teacher is None:
            best = best_teacher(self.network, self.factor)
            choose(self._teacher, best or "")
        elif not wanted:
            choose(self._teacher, "")

    def refresh(self) -> None:
        """Look into the library again: there may be more."""
        self._offer()
        self._on_changed()

    def _pick(self, network: str, width: float) -> None:
        for box in (self._network, self._width):
            box.blockSignals(True)
        choose(self._network, network)
        self._width.setValue(width)
        for box in (self._network, self._width):
            box.blockSignals(False)
        self._offer()

    def _put(self, box: QComboBox, value: str | None) -> None:
        """Choose a value; one that is not offered is offered: a run may know it all the same."""
        if value and box.findData(value) < 0:
            box.addItem(value, value)
        choose(box, value or "")

    def _offer(self) -> None:
        """What can be begun with, and who can teach, as far as the library goes."""
        network, width = self.network, self.factor
        begin = [(self.tr("Nothing: its weights are drawn by chance"), "")]
        begin += [(entry.card.title, str(entry.path)) for entry in starts(network, width)]
        fill(self._start, begin)
        nobody = [(self.tr("None: it learns from the alphas alone"), "")]
        cards = teachers(network)
        fill(
            self._teacher, [*nobody, *((wide(card.title, card.width), card.name) for card in cards)]
        )
        self._words.setText(self._words_for(cards))

    def _words_for(self, cards: tuple[Card, ...]) -> str:
        above = [card for card in cards if is_above(card, self.network, self.factor)]
        if above:
            names = ", ".join(wide(card.title, card.width) for card in above)
            words = self.tr("It can learn from what is larger than itself: {0}.").format(names)
        else:
            words = self.tr(
                "No weights in the library are of a larger network than this one. It learns from"
                " the alphas alone, or, made narrower, from its wide self."
            )
        family = CATALOG[self.network].family
        teacher = f"{family}-teacher"
        if self.network != teacher and not any(card.network == teacher for card in cards):
            words += " " + self._words_without(teacher)
        return words

    def _words_without(self, teacher: str) -> str:
        if CATALOG[teacher].family not in PUBLISHED:
            return self.tr("“{0}” has no weights here yet: train it as a student first.").format(
                CATALOG[teacher].title
            )
        return self.tr(
            "“{0}” has no weights here yet: train it as a student, or bring its own with"
            " “gossamer-cli import-weights FILE --as {1}”."
        ).format(CATALOG[teacher].title, teacher)

    @Slot()
    def _on_student(self) -> None:
        self._offer()
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        for box in (self._network, self._start, self._teacher):
            box.setToolTip(box.currentText())
        self.changed.emit()
